"""Time to cells and back: a window on a warped time in which long empty stretches are short.

The warp is monotone and piecewise linear, so that everything between two breaks keeps its proportion;
without breaks it is time itself. Days are day numbers (`sufu_tui.dossier.days`), positions on the warped
axis are called marks here and have no unit of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

ZOOM = 2**0.5
"""How much one key press zooms: twice doubles, as on a camera."""

_LEAST_DAYS_A_CELL = 0.25
_BREAK_SHARE = 0.06  # of the whole warped axis that a break takes
_STRETCH_SHARE = 0.1  # at least so much for a stretch between two breaks
_MARGIN = 0.03
_LONG_GAP = 0.4


@dataclass(frozen=True, slots=True)
class Warp:
    """A monotone map of days to marks, linear between `days`; `breaks` are the stretches cut short."""

    days: tuple[float, ...]
    marks: tuple[float, ...]
    breaks: tuple[tuple[int, int], ...] = ()

    def leaves_out(self, day: int) -> bool:
        """Whether a day lies in a stretch that is cut short."""
        return any(start < day < end for start, end in self.breaks)

    def mark(self, day: float) -> float:
        """Return the mark of a day; beyond the ends the map goes on as it ends."""
        return _interpolated(self.days, self.marks, day)

    def day(self, mark: float) -> float:
        """Return the day of a mark; the inverse of `mark`."""
        return _interpolated(self.marks, self.days, mark)


def _interpolated(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    index = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
    x0, x1, y0, y1 = xs[index], xs[index + 1], ys[index], ys[index + 1]
    return y0 + (x - x0) * (y1 - y0) / (x1 - x0)


def proportional() -> Warp:
    """Return the warp that leaves time as it is."""
    return Warp((0.0, 1.0), (0.0, 1.0))


def broken(anchors: Iterable[int]) -> Warp:
    """Return the warp for events whose bounds are `anchors`, with the long gaps between them cut short.

    A gap is cut that is longer than eight times the median gap and than two fifths of what is left of
    the span without the gaps cut so far; cutting a large one may make the next stand out.
    """
    days = sorted(set(anchors))
    gaps = sorted(((b - a, a, b) for a, b in pairwise(days)), reverse=True)
    if not gaps:
        return proportional()
    least = 8 * median(gap for gap, _, _ in gaps)
    left = days[-1] - days[0]
    cut: list[tuple[int, int]] = []
    for gap, start, end in gaps:
        if gap <= least or gap <= left * _LONG_GAP:
            break
        cut.append((start, end))
        left -= gap
    if not cut:
        return proportional()
    cut.sort()
    return _cut_short(days, cut, left)


def _cut_short(days: Sequence[int], cut: Sequence[tuple[int, int]], left: int) -> Warp:
    starts = [days[0], *(end for _, end in cut)]
    ends = [*(start for start, _ in cut), days[-1]]
    whole = max(left, 1)
    xs: list[float] = []
    ys: list[float] = []
    mark = 0.0
    for start, end in zip(starts, ends, strict=True):
        # A stretch keeps some room around its ends: a lone day is not squeezed between two breaks.
        room = max(0.0, (whole * _STRETCH_SHARE - (end - start + 1)) / 2)
        before, after = float(start) - room, float(end) + 1 + room
        if xs:
            before = max(before, xs[-1] + 1)
        xs += [before, after]
        ys += [mark, mark + (after - before)]
        mark = ys[-1] + whole * _BREAK_SHARE
    shown = tuple((int(a), int(b)) for a, b in zip(xs[1:-1:2], xs[2::2], strict=True))
    return Warp(tuple(xs), tuple(ys), shown)


@dataclass(frozen=True, slots=True)
class Window:
    """What part of the warped axis is looked at, from mark `start` to mark `end`, in `columns` cells."""

    warp: Warp
    start: float
    end: float
    columns: int

    @property
    def span(self) -> float:
        """How many marks the window shows."""
        return self.end - self.start

    def column(self, day: float) -> int:
        """Return the cell of the beginning of a day; it may lie outside the window."""
        return int((self.warp.mark(day) - self.start) / self.span * self.columns // 1)

    def day(self, column: float) -> float:
        """Return the time at the left edge of a cell."""
        return self.warp.day(self.start + column * self.span / self.columns)

    def days_a_cell(self, column: int) -> float:
        """Return how many days the cell `column` stands for."""
        return self.day(column + 1) - self.day(column)

    def panned(self, share: float, limits: tuple[float, float]) -> Window:
        """Return the window moved by `share` of its span, not beyond `limits`."""
        shift = share * self.span
        shift = max(limits[0] - self.start, min(limits[1] - self.end, shift))
        return Window(self.warp, self.start + shift, self.end + shift, self.columns)

    def zoomed(self, factor: float, around: float, limits: tuple[float, float]) -> Window:
        """Return the window with `factor` times less in it, the mark `around` staying in its cell.

        It shows no less than a quarter of a day in a cell and no more than `limits`.
        """
        most = limits[1] - limits[0]
        span = min(most, max(self.span / factor, self.columns * _LEAST_DAYS_A_CELL))
        share = (around - self.start) / self.span
        start = max(limits[0], min(limits[1] - span, around - share * span))
        return Window(self.warp, start, start + span, self.columns)

    def resized(self, columns: int) -> Window:
        """Return the same stretch of time in another number of cells."""
        return Window(self.warp, self.start, self.end, max(1, columns))

    def holding(self, first: float, last: float, limits: tuple[float, float]) -> Window:
        """Return the window moved just so far that `first` to `last` is in it, if it fits."""
        low, high = self.warp.mark(first), self.warp.mark(last)
        edge = self.span * _MARGIN
        if low < self.start + edge:
            return self.panned((low - edge - self.start) / self.span, limits)
        if high > self.end - edge:
            return self.panned((min(high + edge - self.end, low - edge - self.start)) / self.span, limits)
        return self


def fitted(warp: Warp, first: float, last: float, columns: int) -> Window:
    """Return the window that shows the days `first` to `last` with a little air on both sides."""
    low, high = warp.mark(first), warp.mark(last)
    span = max(high - low, columns * _LEAST_DAYS_A_CELL)
    middle = (low + high) / 2
    half = span * (0.5 + _MARGIN)
    return Window(warp, middle - half, middle + half, max(1, columns))


def limits_of(warp: Warp, first: float, last: float) -> tuple[float, float]:
    """Return how far the window may go: the days `first` to `last` and 5 % beyond."""
    low, high = warp.mark(first), warp.mark(last)
    air = max((high - low) * 0.05, 15)
    return low - air, high + air
