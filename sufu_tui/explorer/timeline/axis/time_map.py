"""Time map of some events: with the long empty stretches cut short, or all to scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import Window, between, fitted, limits_of
from sufu_tui.explorer.timeline.axis.time_warp import BrokenTimeScale, broken, proportional

_HOME_SHARE = 0.1
"""Share of early events that the first window may leave out, to open on the bulk of them."""


class TimeMap:
    """Map of time for some events, with or without breaks, and with the days opened within a break."""

    def __init__(self, events: Sequence[Event], empty: tuple[int, int]) -> None:
        """Map the time of `events`; the days `empty` where none of them is dated."""
        self.is_broken = True
        """True to cut long empty stretches short."""
        self._events = events
        self._empty = empty
        self._opened: tuple[int, ...] = ()

    @cached_property
    def _anchors(self) -> tuple[int, ...]:
        """Day numbers of all bounds of events, ascending."""
        bounds = {bound for event in self._events for bound in (event.date.earliest, event.date.latest)}
        return tuple(sorted(bound for bound in bounds if bound is not None)) or self._empty

    @cached_property
    def _first_of_bulk(self) -> int:
        """Day number from which on the bulk of the events begin."""
        starts = [event.date.earliest for event in self._events if event.date.earliest is not None]
        return sorted(starts)[int(len(starts) * _HOME_SHARE)] if starts else self._anchors[0]

    @cached_property
    def _broken_warp(self) -> BrokenTimeScale:
        return broken((*self._anchors, *self._opened))

    @property
    def warp(self) -> BrokenTimeScale:
        """Present map."""
        return self._broken_warp if self.is_broken else proportional()

    @property
    def has_breaks(self) -> bool:
        """True if any stretch is cut short just now."""
        return self.is_broken and bool(self._broken_warp.breaks)

    @property
    def opened(self) -> tuple[int, ...]:
        """Days that would lie in a break, but have a stretch of their own."""
        return self._opened

    def open(self, days: tuple[int, ...]) -> None:
        """Give `days` a stretch of their own in place of those that had one."""
        if days != self._opened:
            self._opened = days
            self.__dict__.pop("_broken_warp", None)

    def open_break(self, first: int, last: int) -> None:
        """Give the days `first` and `last` a stretch of their own if one lies in a break."""
        if self.has_breaks and any(self._broken_warp.leaves_out(day) for day in (first, last)):
            self.open((first, last))

    @property
    def limits(self) -> tuple[float, float]:
        """Limits of a window, in marks."""
        return limits_of(self.warp, self._anchors[0], self._anchors[-1])

    def whole(self, columns: int) -> Window:
        """Return the window on the whole of time."""
        return fitted(self.warp, self._anchors[0], self._anchors[-1], columns)

    def home(self, columns: int) -> Window:
        """Return the window to open with: without the few events that lie far before the others."""
        first, last, warp = self._first_of_bulk, self._anchors[-1], self.warp
        near = first - (last - first) * _HOME_SHARE
        gap = next((start for start, end in warp.breaks if near <= end <= first), None)
        if gap is None:
            return fitted(warp, first, last, columns)
        # A break just before it is shown whole, so that the reader sees that something is left out.
        whole = fitted(warp, gap, last, columns)
        return between(warp, warp.mark(gap), (whole.span + warp.mark(last) - warp.mark(gap)) / 2, columns)


def year_days(date: EdtfDate) -> tuple[int, int]:
    """Return the days of the year in which a date begins."""
    year = from_day(date.earliest or date.latest or 1).year
    return to_day(year), to_day(year, 12, 31)
