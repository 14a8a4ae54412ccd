"""Listed events: what is made of the events that a filter leaves, each part at its first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from sufu_tui.dossier.beginning import Beginning, beginnings
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.axis.overview import Overview
from sufu_tui.explorer.timeline.event_order import EventOrder
from sufu_tui.explorer.timeline.lanes.arrangement import LaneArrangement
from sufu_tui.explorer.timeline.lanes.interval_index import EventDays
from sufu_tui.explorer.timeline.lanes.lane_groups import LaneGroups
from sufu_tui.explorer.timeline.lanes.marks import UNICODE


class AllEvents:
    """Events of a dossier with what is the same under every filter."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        """Events, in the order of the dossier."""

    @cached_property
    def days(self) -> EventDays:
        """Days on which each is drawn."""
        return EventDays(self.events)

    @cached_property
    def beginnings(self) -> Sequence[Beginning]:
        """Beginning of each."""
        return beginnings(self.events)


class ListedEvents:
    """Events that a filter leaves, in their order by time."""

    def __init__(self, every: AllEvents, order: EventOrder) -> None:
        self._every = every
        self._arranged: tuple[LaneGroups, Language, LaneArrangement] | None = None
        self.order = order
        """Order of the events by time."""

    @cached_property
    def agenda(self) -> Agenda:
        """Agenda: the events as lines under headings."""
        return Agenda(self._every.beginnings, self.order.events)

    @cached_property
    def overview(self) -> Overview:
        """Overview: the events as a histogram."""
        return Overview(self._every.events[index] for index in self.order.events)

    def arranged(self, lanes: LaneGroups, language: Language) -> LaneArrangement:
        """Return the events arranged in lanes, with their names in a language; the last is kept."""

        def title(event: Event) -> str:
            return event.short.in_language(language)

        arrangement = self.arrangement_in(lanes)
        if arrangement is None:
            events, days, order = self._every.events, self._every.days, self.order.events
            arrangement = LaneArrangement(events, days, order, lanes, title, UNICODE)
        elif self._arranged is not None and self._arranged[1] != language:
            arrangement.retitle(title)
        self._arranged = (lanes, language, arrangement)
        return arrangement

    def arrangement_in(self, lanes: LaneGroups) -> LaneArrangement | None:
        """Return the arrangement in these lanes, if it has been made."""
        return self._arranged[2] if self._arranged is not None and self._arranged[0] is lanes else None

    def steps(self, lanes: LaneGroups, language: Language) -> Iterator[None]:
        """Make one part after the other, ahead of its first use."""
        parts: tuple[Callable[[], object], ...] = (
            lambda: self._every.days,
            lambda: self.arranged(lanes, language),
            lambda: self.overview,
            lambda: self._every.beginnings,
            lambda: self.agenda,
        )
        for make in parts:
            make()
            yield
