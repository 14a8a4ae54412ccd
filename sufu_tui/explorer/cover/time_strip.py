"""Time strip: an axis over one range of days with its events, each named by a flag on its own column.

A flag is a line above or below the axis; its staff crosses no other flag. Where flags have no room, there is
no strip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import month_tick, year_tick
from sufu_tui.query.highlights import DayRange
from sufu_tui.typesetting.cells import width
from sufu_tui.writing.covers import CoverEvent

_MOST_ROWS = 4  # flags above the axis, and below the years under it
_TICK_ROOM = 9
_MONTH_STEPS = (1, 3, 6)
_MOST_DIGITS = 20  # of a year; EDTF has eighteen
_GAP = 2
_LEANS = 2  # rows that one side has more than the other, at most
_MOST_TRIES = 1500
"""Flags that are tried in all, before there is no strip: a page is composed in a few milliseconds."""
_SHAPES = sorted(
    (
        (above, below)
        for above in range(_MOST_ROWS + 1)
        for below in range(_MOST_ROWS + 1)
        if abs(above - below) <= _LEANS
    ),
    key=lambda shape: (sum(shape), shape[1]),
)
"""Rows of flags above the axis and below it, the lowest strip first."""


class StripFlag(NamedTuple):
    """StripFlag of an event: the column of its staff, and its row above the axis, below it if negative.

    It flies to the right of its staff, or to the left.
    """

    event: CoverEvent
    column: int
    row: int
    is_right: bool

    @property
    def text(self) -> str:
        """Date and name."""
        return f"{self.event.date} {self.event.short}"

    @property
    def begin(self) -> int:
        """First column of the text with its corner."""
        return self.column if self.is_right else self.column - width(self.text) - 1


class StripTick(NamedTuple):
    """StripTick of the axis: its column, and the year or month that begins there."""

    column: int
    text: str


class TimeStrip(NamedTuple):
    """Strip of `columns` cells: its flags in the order of time, and its ticks."""

    columns: int
    flags: tuple[StripFlag, ...]
    ticks: tuple[StripTick, ...]

    @property
    def above(self) -> int:
        """Rows above the axis."""
        return max((flag.row for flag in self.flags), default=0)

    @property
    def below(self) -> int:
        """Rows below the axis, the first of which has the ticks' texts."""
        return max(1, -min((flag.row for flag in self.flags), default=0))

    @property
    def height(self) -> int:
        """Rows of all of it, the axis among them."""
        return self.above + 1 + self.below


def lay_strip(
    days: DayRange, events: Sequence[CoverEvent], columns: int, words: Catalogue
) -> TimeStrip | None:
    """Return the strip of `days`; None where the flags of its events do not fit."""
    span = days.last - days.first
    if span < 1:
        return None

    def column_of(day: int) -> int:
        return round((day - days.first) / span * (columns - 1))

    ticks = tuple(_ticks(days, columns, words))
    within = [event for event in events if days.first <= event.days.first <= days.last]
    room = _FlagRoom([(event, column_of(event.days.first)) for event in within], ticks, columns)
    flags = next((found for shape in _SHAPES if (found := room.placed(*shape)) is not None), None)
    return None if flags is None else TimeStrip(columns, flags, ticks)


class _FlagRoom:
    """Room for flags around an axis: each is tried in every row and to both sides, those of the end first."""

    def __init__(
        self, staffs: Sequence[tuple[CoverEvent, int]], ticks: Sequence[StripTick], columns: int
    ) -> None:
        # Each with the cells of its flag.
        self._staffs = [(*staff, width(f"{staff[0].date} {staff[0].short}") + 2) for staff in staffs]
        self._texts = [(tick.column, tick.column + width(tick.text) + 1) for tick in ticks]
        self._columns = columns
        self._tries_left = _MOST_TRIES
        # Cells that are taken: by row, each stretch with its first column and the one after it.
        self._taken: dict[int, list[tuple[int, int]]] = {}

    def placed(self, above: int, below: int) -> tuple[StripFlag, ...] | None:
        """Return the flags in so many rows above and below the axis; None where they have no room."""
        if sum(length for _, _, length in self._staffs) > (above + below) * self._columns:
            return None
        self._taken = {-1: list(self._texts)}
        rows = sorted((*range(1, above + 1), *range(-1 - below, -1)), key=abs)
        flags: list[StripFlag] = []
        if not self._place(len(self._staffs) - 1, rows, flags):
            return None
        return tuple(sorted(flags, key=lambda flag: flag.column))

    def _place(self, number: int, rows: Sequence[int], flags: list[StripFlag]) -> bool:
        """Place the flags up to `number`; return False where they have no room beside those of later days."""
        self._tries_left -= 1
        if number < 0 or self._tries_left < 0:
            return number < 0
        event, column, length = self._staffs[number]
        for is_right in (False, True):
            begin = column if is_right else column - length + 1
            if begin < 0 or begin + length > self._columns:
                continue
            banner = (begin - _GAP, begin + length + _GAP)
            for row in rows:
                if not self._is_free(row, *banner):
                    continue
                staff = range(1, row) if row > 0 else range(-1, row, -1)
                if not all(self._is_free(one, column, column + 1) for one in staff):
                    continue
                self._taken.setdefault(row, []).append(banner)
                for one in staff:
                    self._taken.setdefault(one, []).append((column, column + 1))
                flags.append(StripFlag(event, column, row, is_right))
                if self._place(number - 1, rows, flags):
                    return True
                flags.pop()
                for one in (row, *staff):
                    self._taken[one].pop()
        return False

    def _is_free(self, row: int, begin: int, end: int) -> bool:
        taken = self._taken.get(row)
        return not taken or not any(first < end and begin < last for first, last in taken)


def _ticks(days: DayRange, columns: int, words: Catalogue) -> Iterator[StripTick]:
    span, last_end = days.last - days.first, -1
    for day, text in _dates(days, span * _TICK_ROOM / columns, words):
        column = round((day - days.first) / span * (columns - 1))
        if column > last_end and column + width(text) <= columns:
            yield StripTick(column, text)
            last_end = column + width(text)


def _dates(days: DayRange, least: float, words: Catalogue) -> Iterator[tuple[int, str]]:
    """Yield round dates at least so many days apart, with their names."""
    first, last = from_day(days.first).year, from_day(days.last).year
    months = next((step for step in _MONTH_STEPS if step * 28 >= least), None)
    if months is not None:
        for year in range(first, last + 1):
            for month in range(1, 13, months):
                day = to_day(year, month)
                if days.first <= day <= days.last:
                    yield day, year_tick(year, words) if month == 1 else month_tick(month, words)
        return
    steps = (size * 10**power for power in range(_MOST_DIGITS) for size in (1, 2, 5))
    step = next((one for one in steps if one * 365 >= least), last - first + 1)
    for year in range(-(-first // step) * step, last + 1, step):
        day = to_day(year)
        if days.first <= day <= days.last:
            yield day, year_tick(year, words)
