"""Listed events: what is made of the events that a filter leaves, each part at its first use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sufu_tui.dossier.beginning import beginnings
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.axis.overview import Overview
from sufu_tui.explorer.timeline.event_order import EventOrder


class ListedEvents:
    """Events of a dossier that a filter leaves, in their order by time."""

    def __init__(self, events: Sequence[Event], order: EventOrder) -> None:
        self._events = events
        self.order = order
        """Order of the events by time."""

    @cached_property
    def agenda(self) -> Agenda:
        """Agenda: the events as lines under headings."""
        return Agenda(beginnings(self._events), self.order.events)

    @cached_property
    def overview(self) -> Overview:
        """Overview: the events as a histogram."""
        return Overview(self._events[index] for index in self.order.events)
