"""Axis view: the window on time, with or without breaks of its long empty stretches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import NamedTuple

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.ticks import breaks_of
from sufu_tui.explorer.timeline.axis.time_grid import Window, fitted, spanning
from sufu_tui.explorer.timeline.axis.time_map import TimeMap
from sufu_tui.explorer.timeline.axis.time_warp import BrokenTimeScale

_UNDRAWN = (0, 365)
"""Days in view of an axis that has not been drawn."""

_HAIR = 1e-6
"""Part of a day that is none: an edge at the beginning of a day does not show the day before."""

_MOST_HELD = 0.4
"""Share of the window that a long selected event gets."""


class AxisState(NamedTuple):
    """State of the axis. Without a window it has not been drawn yet."""

    window: Window | None
    broken: bool
    opened: tuple[int, ...] = ()
    """Days within a break that the reader went to."""


class AxisView:
    """Axis of some events; `empty` are the first and last day of one without dated events."""

    def __init__(self, events: Sequence[Event], empty: tuple[int, int]) -> None:
        self._time = TimeMap(events, empty)
        self._window: Window | None = None
        self._awaited: Callable[[], None] = lambda: None
        self._held: int | None = None
        self._toggled: tuple[AxisState, AxisState] | None = None  # before and after breaks came or went last

    @property
    def state(self) -> AxisState:
        """Present state."""
        return AxisState(self._window, self._time.is_broken, self._time.opened)

    def restore(self, state: AxisState) -> None:
        """Restore `state`."""
        self._window, self._time.is_broken, opened = state
        self._time.open(opened)

    @property
    def warp(self) -> BrokenTimeScale:
        """Present map of time to marks."""
        return self._time.warp

    @property
    def has_breaks(self) -> bool:
        """True if long empty stretches are cut short just now."""
        return self._time.has_breaks

    @property
    def window(self) -> Window | None:
        """Window; None before it was drawn."""
        return self._window

    @property
    def columns(self) -> int:
        """Width of the window in cells."""
        return self._window.columns if self._window is not None else 1

    def window_of(self, columns: int) -> Window:
        """Return the window in `columns` cells; the first shows what was asked for before it was there."""
        if self._window is None:
            self._window = self._time.home(columns)
            self._awaited()
            self._awaited = lambda: None
        elif self._window.columns != columns:
            before = self._window
            self._window = before.resized(columns)
            if self._held is not None and 0 <= before.column(self._held) < before.columns:
                # Other cells, other roundings: what is held at an edge stays in view.
                self._window = self._window.holding(self._held, self._held, self._time.limits)
        return self._window

    def prepare(self) -> None:
        """Find the bounds of all events, ahead of the first window."""
        if self._window is None:
            self._time.home(1)

    def whole(self) -> Window:
        """Return the window on all of time, as wide as the present one."""
        return self._time.whole(self.columns)

    def left_out(self) -> tuple[int, ...]:
        """Return the number of days that each break in the window leaves out."""
        return tuple(days for _, _, days in breaks_of(self._window)) if self._window is not None else ()

    def days_in_view(self) -> tuple[int, int]:
        """Return the first and the last day number shown in the window, outside the breaks."""
        window = self._window
        if window is None:
            return _UNDRAWN
        first, last = floor(window.day(0) + _HAIR), ceil(window.day(window.columns) - _HAIR) - 1
        for start, end in window.warp.breaks:
            first = end if start <= first < end else first
            last = start if start < last <= end else last
        return first, last

    # Moving the window. What is to be shown before there is one is shown once there is; a move from the
    # place of the window needs the window.

    def hold(self, first: int, last: int) -> None:
        """Move as little as brings the days `first` to `last` into view; of a long stretch its beginning."""
        self._held = first
        if self._window is None:
            self._awaited = lambda: self.hold(first, last)
            return
        warp = self._window.warp
        room = warp.day(warp.mark(first) + self._window.span * _MOST_HELD)
        self._window = self._window.holding(first, min(last, room), self._time.limits)

    def pan(self, share: float) -> None:
        """Move by a share of the window, backwards if negative."""
        if self._window is not None:
            self._window = self._window.panned(share, self._time.limits)

    def zoom(self, factor: float, column: float) -> None:
        """Zoom in by `factor` around a column."""
        window = self._window
        if window is not None:
            around = window.start + column * window.span / window.columns
            self._window = window.zoomed(factor, around, self._time.limits)

    def everything(self) -> None:
        """Show the whole of the dossier's time; a visited date has no stretch of its own any more."""
        if self._window is None:
            self._awaited = self.everything
            return
        self._time.open(())
        self._window = self._time.whole(self._window.columns)

    def fit(self, date: EdtfDate) -> None:
        """Show a date with as much around it."""
        if self._window is None:
            self._awaited = lambda: self.fit(date)
            return
        first, last = date.earliest, date.latest
        # Of an open date the known end is shown, as exactly as it is known: all of a year, a month.
        if first is None:
            first = date.end.earliest if date.end is not None else last
        if last is None:
            last = date.start.latest if date.start is not None else first
        if first is None or last is None:
            return
        self._time.open_break(first, last)
        air = max((last - first) // 2, 7)
        self._window = fitted(self.warp, first - air, last + 1 + air, self._window.columns)

    def show(self, first: int, last: int) -> None:
        """Show the days `first` to `last` and no others, as near as cells allow."""
        if self._window is None:
            self._awaited = lambda: self.show(first, last)
            return
        self._time.open_break(first, last)
        self._window = spanning(self.warp, first, last + 1, self._window.columns)

    def toggle_breaks(self) -> None:
        """Cut long empty stretches short, or draw all to scale; the same days stay in view.

        A second time, if nothing has moved meanwhile, it brings back just what was there: the days within
        a break, and fractions of numbers, do not survive a way there and back.
        """
        before = self.state
        if self._toggled is not None and self._toggled[1] == before:
            self.restore(self._toggled[0])
        else:
            self._time.is_broken = not self._time.is_broken
            if self._window is not None:
                self._window = self._window.warped(self.warp)
        self._toggled = before, self.state

    def scroll_to(self, share: float) -> None:
        """Centre the window on the time at `share` (0 to 1) of the whole."""
        window = self._window
        if window is not None:
            whole = self._time.whole(window.columns)
            mark = whole.start + share * whole.span
            self.pan((mark - (window.start + window.end) / 2) / window.span)
