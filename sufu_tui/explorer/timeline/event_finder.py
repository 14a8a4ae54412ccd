"""Event finder: the events that a filter leaves, in slices, with all that it takes to show them."""

from __future__ import annotations

from sufu_tui.explorer.background.sliced_work import FEW, Slices
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.timeline.event_order import EventOrder, in_time
from sufu_tui.explorer.timeline.lanes.lane_groups import Grouping
from sufu_tui.explorer.timeline.listed_events import AllEvents, ListedEvents
from sufu_tui.query import SLICE
from sufu_tui.query.column_scan import collected
from sufu_tui.query.filter import Filter


class EventFinder:
    """Finder among the events of the state's dossier."""

    def __init__(self, state: SharedState) -> None:
        events = state.dossier.events
        self._state = state
        self._in_time = in_time(events, range(len(events)))
        self._every = AllEvents(state.dossier)
        self.all = ListedEvents(self._every, EventOrder(self._in_time))
        """List of all events."""
        self.none = ListedEvents(self._every, EventOrder(()))
        """List of no event."""

    @property
    def has_many(self) -> bool:
        """True if there are so many events that a search takes several slices."""
        return len(self._in_time) > FEW

    def found(self, wanted: Filter, now: ListedEvents, grouping: Grouping) -> Slices[ListedEvents]:
        """Find what `wanted` leaves: `now`, where it is what is listed; of many it is made ready to show."""
        if not wanted:
            return self.all
        rows = set((yield from collected(self._state.indexes.filters.rows("event", wanted))))
        left: list[int] = []
        for start in range(0, len(self._in_time), SLICE):
            left += [number for number in self._in_time[start : start + SLICE] if number in rows]
            yield None
        if len(left) == len(now.order) and tuple(left) == now.order.events:
            return now
        listed = ListedEvents(self._every, EventOrder(left))
        if self.has_many:
            yield None
            yield from listed.steps((grouping,), self._state.language)
        return listed
