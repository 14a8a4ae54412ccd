"""Time grid: maps (warped) time to cells and back, with a window on the grid.

The grid belongs to a zoom, the window moves on it by whole cells: a layout on the grid keeps its place
while the reader pans, and can be kept from one frame to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from sufu_tui.explorer.timeline.axis.time_warp import BrokenTimeScale

ZOOM = 2**0.5
"""Zoom factor of one key press: two double it, as on a camera."""

_LEAST_DAYS_A_CELL = 0.25
_FINEST = 2.0**-40  # of the distance to the origin: a cell far out is no finer than numbers are there
_MARGIN = 0.03
_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class TimeGrid:
    """Cells of `cell` marks each on the warped axis; cell 0 begins at the mark `origin`."""

    warp: BrokenTimeScale
    origin: float
    cell: float

    def column(self, day: float) -> int:
        """Return the cell of the beginning of a day."""
        return floor((self.warp.mark(day) - self.origin) / self.cell)

    def day(self, column: float) -> float:
        """Return the time at the left edge of a cell."""
        return self.warp.day(self.origin + column * self.cell)


@dataclass(frozen=True, slots=True)
class Window:
    """Window on a grid: `columns` cells from the cell `first` on."""

    grid: TimeGrid
    first: int
    columns: int

    @property
    def warp(self) -> BrokenTimeScale:
        """Map of time to marks."""
        return self.grid.warp

    @property
    def start(self) -> float:
        """Mark of the left edge."""
        return self.grid.origin + self.first * self.grid.cell

    @property
    def end(self) -> float:
        """Mark of the right edge."""
        return self.grid.origin + (self.first + self.columns) * self.grid.cell

    @property
    def span(self) -> float:
        """Span of the window in marks."""
        return self.grid.cell * self.columns

    def column(self, day: float) -> int:
        """Return the cell of the beginning of a day, from the left edge; it may lie outside the window."""
        return self.grid.column(day) - self.first

    def day(self, column: float) -> float:
        """Return the time at the left edge of a cell."""
        return self.grid.day(self.first + column)

    def days_a_cell(self, column: int) -> float:
        """Return the number of days of the cell `column`."""
        return self.day(column + 1) - self.day(column)

    def panned(self, share: float, limits: tuple[float, float]) -> Window:
        """Return the window moved by `share` of its span: by whole cells, and not beyond `limits`."""
        return self._moved(round(share * self.columns) or (share > 0) - (share < 0), limits)

    def _moved(self, cells: int, limits: tuple[float, float]) -> Window:
        least = ceil((limits[0] - self.start) / self.grid.cell - _HAIR)
        most = floor((limits[1] - self.end) / self.grid.cell + _HAIR)
        return Window(self.grid, self.first + max(least, min(most, cells)), self.columns)

    def zoomed(self, factor: float, around: float, limits: tuple[float, float]) -> Window:
        """Return the window with `factor` times less in it, the mark `around` staying in its cell.

        It shows no less than a quarter of a day in a cell, unless it does already, and no more than `limits`.
        """
        most = limits[1] - limits[0]
        least = min(self.span, self.columns * _LEAST_DAYS_A_CELL)
        span = min(most, max(self.span / factor, least))
        span = max(span, self.columns * _finest_cell(around))
        share = (around - self.start) / self.span
        start = max(limits[0], min(limits[1] - span, around - share * span))
        return between(self.warp, start, span, self.columns)

    def resized(self, columns: int) -> Window:
        """Return the same stretch of time in another number of cells."""
        return between(self.warp, self.start, self.span, columns)

    def warped(self, warp: BrokenTimeScale) -> Window:
        """Return the window on the same days by another map; of a break no less than zooming in shows."""
        low, high = warp.mark(self.day(0)), warp.mark(self.day(self.columns))
        least = max(min(self.span, self.columns * _LEAST_DAYS_A_CELL), self.columns * _finest_cell(low))
        span = max(high - low, least)
        return between(warp, (low + high - span) / 2, span, self.columns)

    def holding(self, first: float, last: float, limits: tuple[float, float]) -> Window:
        """Return the window moved as little as brings the days `first` to `last` into it, if they fit."""
        low, high = self.warp.mark(first), self.warp.mark(last)
        cell = self.grid.cell
        edge = max(self.span * _MARGIN, cell)  # of what ends here, a cell is seen
        if low < self.start + edge:
            return self._moved(floor((low - edge - self.start) / cell), limits)
        if high > self.end - edge:
            within = floor((low - edge - self.start) / cell)  # what does not fit has its beginning in view
            return self._moved(min(ceil((high + edge - self.end) / cell), within), limits)
        return self


def between(warp: BrokenTimeScale, start: float, span: float, columns: int) -> Window:
    """Return the window of `columns` cells on `span` marks from the mark `start` on."""
    columns = max(1, columns)
    return Window(TimeGrid(warp, start, span / columns), 0, columns)


def spanning(warp: BrokenTimeScale, first: float, last: float, columns: int) -> Window:
    """Return the window from the day `first` up to and without `last`."""
    low, high = warp.mark(first), warp.mark(last)
    return between(warp, low, max(high - low, columns * _finest_cell((low + high) / 2)), columns)


def fitted(warp: BrokenTimeScale, first: float, last: float, columns: int) -> Window:
    """Return the window that shows the days `first` to `last` with a little air on both sides."""
    low, high = warp.mark(first), warp.mark(last)
    middle = (low + high) / 2
    span = max(high - low, columns * max(_LEAST_DAYS_A_CELL, _finest_cell(middle)))
    half = span * (0.5 + _MARGIN)
    return between(warp, middle - half, 2 * half, columns)


def limits_of(warp: BrokenTimeScale, first: float, last: float) -> tuple[float, float]:
    """Return the limits of the window in marks: the days `first` to `last` and 5 % beyond."""
    low, high = warp.mark(first), warp.mark(last)
    air = max((high - low) * 0.05, 15)
    return low - air, high + air


def _finest_cell(mark: float) -> float:
    return abs(mark) * _FINEST
