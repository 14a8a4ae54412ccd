"""Overview: a histogram of all events in one row, independent of the window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from math import log2

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import Window

_LEVELS = " ▁▂▃▄▅▆▇█"


def histogram(events: Iterable[Event], window: Window) -> list[int]:
    """Return the number of events that touch each cell of `window`, by bisection of two sorted lists.

    Eras are left out: a background is no density. An open event counts at its known bound.
    """
    dates = [event.date for event in events if event.kind != "era"]
    known = [[day for day in (date.earliest, date.latest) if day is not None] for date in dates]
    starts = sorted(days[0] for days in known if days)
    ends = sorted(days[-1] for days in known if days)
    edges = [window.day(column) for column in range(window.columns + 1)]
    return [bisect_left(starts, after) - bisect_right(ends, first - 1) for first, after in pairwise(edges)]


def bars(counts: list[int]) -> str:
    """Return the counts as a row of blocks of eight heights, on a logarithmic scale."""
    most = log2(max(counts, default=0) + 1)
    return "".join(_LEVELS[0 if not count else max(1, round(log2(count + 1) / most * 8))] for count in counts)


def seen_columns(window: Window, whole: Window) -> tuple[int, int]:
    """Return the columns of the overview that the window shows: at least one."""
    first = int((window.start - whole.start) / whole.span * whole.columns)
    after = int((window.end - whole.start) / whole.span * whole.columns + 0.999)
    first = min(max(first, 0), whole.columns - 1)
    return first, max(first + 1, min(after, whole.columns))
