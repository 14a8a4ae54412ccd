"""Listed events: what is made of the events that a filter leaves, each part at its first use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property, partial

from sufu_tui.dossier.beginning import Beginning, beginnings
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Event
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.axis.overview import Overview
from sufu_tui.explorer.timeline.event_order import EventOrder
from sufu_tui.explorer.timeline.lanes.arrangement import LaneArrangement
from sufu_tui.explorer.timeline.lanes.interval_index import EventDays
from sufu_tui.explorer.timeline.lanes.lane_groups import Grouping, LaneGroups, lanes_by
from sufu_tui.explorer.timeline.lanes.marks import UNICODE

_NO_EVENTS: frozenset[int] = frozenset()


class AllEvents:
    """Events of a dossier with what is the same under every filter."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        """Dossier of the events."""

    @cached_property
    def days(self) -> EventDays:
        """Days on which each is drawn."""
        return EventDays(self.dossier.events)

    @cached_property
    def beginnings(self) -> Sequence[Beginning]:
        """Beginning of each."""
        return beginnings(self.dossier.events)


class ListedEvents:
    """Events that a filter leaves, in their order by time."""

    def __init__(self, every: AllEvents, order: EventOrder) -> None:
        self._every = every
        self._lanes: dict[Grouping, LaneGroups] = {}
        self._arranged: dict[Grouping, tuple[Language, LaneArrangement]] = {}
        self.order = order
        """Order of the events by time."""
        self._numbers: tuple[Set[str], frozenset[int]] = (frozenset(), _NO_EVENTS)

    @cached_property
    def agenda(self) -> Agenda:
        """Agenda: the events as lines under headings."""
        return Agenda(self._every.beginnings, self.order.events)

    @cached_property
    def overview(self) -> Overview:
        """Overview: the events as a histogram."""
        events = self._every.dossier.events
        return Overview(events[index] for index in self.order.events)

    def numbers_of(self, ids: Set[str]) -> frozenset[int]:
        """Return the indexes of those that are listed of the events with `ids`."""
        if not ids:
            return _NO_EVENTS
        if self._numbers[0] is not ids:  # of very many a comparison would cost a frame
            events = self._every.dossier.events
            self._numbers = ids, frozenset(index for index in self.order.events if events[index].id in ids)
        return self._numbers[1]

    def lanes(self, grouping: Grouping) -> LaneGroups:
        """Return the lanes of all events; of too many those of the listed ones have lanes of their own."""
        if grouping not in self._lanes:
            self._lanes[grouping] = lanes_by(grouping, self._every.dossier, self.order.events)
        return self._lanes[grouping]

    def arranged(self, grouping: Grouping, language: Language) -> LaneArrangement:
        """Return the events arranged in lanes, with their names in a language."""

        def title(event: Event) -> str:
            return event.short.in_language(language)

        known = self._arranged.get(grouping)
        if known is None:
            events, days, order = self._every.dossier.events, self._every.days, self.order.events
            arrangement = LaneArrangement(events, days, order, self.lanes(grouping), title, UNICODE)
        else:
            before, arrangement = known
            if before != language:
                arrangement.retitle(title)
        self._arranged[grouping] = (language, arrangement)
        return arrangement

    def arrangement_by(self, grouping: Grouping) -> LaneArrangement | None:
        """Return the arrangement in these lanes, if it has been made."""
        known = self._arranged.get(grouping)
        return None if known is None else known[1]

    def steps(self, groupings: Iterable[Grouping], language: Language) -> Iterator[None]:
        """Make one part after the other, ahead of its first use."""
        parts: list[Callable[[], object]] = [
            lambda: self._every.days,
            lambda: self.overview,
            lambda: self._every.beginnings,
            lambda: self.agenda,
        ]
        for grouping in groupings:
            parts[1:1] = [partial(self.lanes, grouping), partial(self.arranged, grouping, language)]
        for make in parts:
            make()
            yield
