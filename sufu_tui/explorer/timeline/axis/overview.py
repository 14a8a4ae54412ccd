"""Overview: a histogram of all events in one row, independent of the window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from math import log2

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import Window

_LEVELS = " ▁▂▃▄▅▆▇█"


class Overview:
    """Overview of some events; their days are sorted once.

    Eras are left out: a background is no density. An open event counts at its known bound.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        dates = [event.date for event in events if event.kind != "era"]
        starts = [date.latest if date.earliest is None else date.earliest for date in dates]
        ends = [date.earliest if date.latest is None else date.latest for date in dates]
        self._starts = sorted([start for start in starts if start is not None])
        self._ends = sorted([end for end in ends if end is not None])
        self._drawn: tuple[Window, str] | None = None

    def histogram(self, window: Window) -> list[int]:
        """Return the number of events that touch each cell of `window`, by bisection."""
        edges = [window.day(column) for column in range(window.columns + 1)]
        return [
            bisect_left(self._starts, after) - bisect_right(self._ends, first - 1)
            for first, after in pairwise(edges)
        ]

    def strip(self, window: Window) -> str:
        """Return the row of the overview."""
        if self._drawn is None or self._drawn[0] != window:
            self._drawn = (window, bars(self.histogram(window)))
        return self._drawn[1]


def bars(counts: list[int]) -> str:
    """Return the counts as a row of blocks of eight heights, on a logarithmic scale."""
    most = log2(max(counts, default=0) + 1)
    return "".join(_LEVELS[0 if not count else max(1, round(log2(count + 1) / most * 8))] for count in counts)


def columns_seen(window: Window, whole: Window) -> tuple[int, int]:
    """Return the columns of the overview of `whole` that a window shows: at least one."""
    first = int((window.start - whole.start) / whole.span * whole.columns)
    after = int((window.end - whole.start) / whole.span * whole.columns + 0.999)
    first = min(max(first, 0), whole.columns - 1)
    return first, max(first + 1, min(after, whole.columns))
