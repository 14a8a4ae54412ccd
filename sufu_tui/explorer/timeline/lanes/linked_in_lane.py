"""Linked events of a lane that shows a density, where most events have no mark of their own."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import Window
from sufu_tui.explorer.timeline.lanes.interval_index import IntervalIndex
from sufu_tui.explorer.timeline.lanes.marks import extent_of


class LinkedInLane:
    """Linked events of a lane, found by bisection: their number may be that of the lane."""

    def __init__(self, events: Sequence[Event], index: IntervalIndex) -> None:
        self._events = events
        self._index = index

    def columns(self, window: Window) -> tuple[int, ...]:
        """Return the columns in which they begin, the first where one has begun before; each once.

        Of those that begin on one day one is looked at, so that a frame costs no more than its columns.
        """
        index, found = self._index, set[int]()
        position, after = index.begun_before(window.day(0)), index.begun_before(window.day(window.columns))
        if position > index.before(window.day(0)):
            found.add(0)
        while position < after:
            extent = extent_of(self._events[index.events[position]], window.grid)
            column = max(0, extent.first - window.first)
            if column < window.columns:
                found.add(column)
            position = max(position + 1, index.begun_before(window.day(column + 1)))
        return tuple(sorted(found))

    def out_of_sight(self, window: Window) -> tuple[int, int]:
        """Return how many lie before and after the window."""
        return self._index.before(window.day(0)), self._index.after(window.day(window.columns))
