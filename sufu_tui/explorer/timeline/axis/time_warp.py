"""Time warp: a map of days to marks and back that cuts long empty stretches short.

The warp is monotone and piecewise linear, so that everything between two breaks keeps its proportion;
without breaks it is time itself. Days are day numbers (`sufu_tui.dossier.days`), positions on the warped
axis are called marks here and have no unit of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

_BREAK_SHARE = 0.06  # of the whole warped axis that a break takes
_STRETCH_SHARE = 0.1  # at least so much for a stretch between two breaks
_LONG_GAP = 0.4
_FINEST = 2.0**-40


@dataclass(frozen=True, slots=True)
class BrokenTimeScale:
    """Monotone map of days to marks, linear between `days`; `breaks` are the stretches cut short."""

    days: tuple[float, ...]
    marks: tuple[float, ...]
    breaks: tuple[tuple[int, int], ...] = ()

    def leaves_out(self, day: int) -> bool:
        """Return whether a day lies in a stretch that is cut short."""
        return any(start < day < end for start, end in self.breaks)

    def mark(self, day: float) -> float:
        """Return the mark of a day, by linear interpolation; beyond the ends, by extrapolation."""
        return _interpolated(self.days, self.marks, day)

    def day(self, mark: float) -> float:
        """Return the day of a mark; the inverse of `mark`."""
        return _interpolated(self.marks, self.days, mark)


def _interpolated(xs: Sequence[float], ys: Sequence[float], x: float) -> float:
    index = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
    x0, x1, y0, y1 = xs[index], xs[index + 1], ys[index], ys[index + 1]
    return y0 + (x - x0) * (y1 - y0) / (x1 - x0)


def proportional() -> BrokenTimeScale:
    """Return the warp that leaves time as it is."""
    return BrokenTimeScale((0.0, 1.0), (0.0, 1.0))


def broken(anchors: Iterable[int]) -> BrokenTimeScale:
    """Return the warp for events whose bounds are `anchors`, with the long gaps between them cut short.

    A gap is cut that is longer than eight times the median gap and than two fifths of the span without
    the gaps cut so far; cutting a large one may make the next stand out.
    """
    days = sorted(set(anchors))
    gaps = sorted(((b - a, a, b) for a, b in pairwise(days)), reverse=True)
    if not gaps:
        return proportional()
    middle = len(gaps) // 2
    least = 8 * (gaps[middle][0] + gaps[~middle][0]) / 2  # `statistics` is a lot to import for a median
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


def _cut_short(days: Sequence[int], cut: Sequence[tuple[int, int]], left: int) -> BrokenTimeScale:
    starts = [days[0], *(end for _, end in cut)]
    ends = [*(start for start, _ in cut), days[-1]]
    whole = max(left, 1)
    xs: list[float] = []
    ys: list[float] = []
    mark = 0.0
    for start, end in zip(starts, ends, strict=True):
        # A stretch keeps some room around its ends: a lone day is not squeezed between two breaks.
        room = max(0.0, (whole * _STRETCH_SHARE - (end - start + 1)) / 2)
        # And no less than the precision of floats of that size.
        room = max(room, _FINEST * max(abs(start), abs(end)))
        before, after = float(start) - room, float(end) + 1 + room
        if xs:
            before = max(before, xs[-1] + 1)
        xs += [before, after]
        ys += [mark, mark + (after - before)]
        mark = ys[-1] + whole * _BREAK_SHARE
    shown = tuple((floor(a), ceil(b)) for a, b in zip(xs[1:-1:2], xs[2::2], strict=True))
    return BrokenTimeScale(tuple(xs), tuple(ys), shown)
