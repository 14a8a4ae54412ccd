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
    texts = [(tick.column, tick.column + width(tick.text) + 1) for tick in ticks]
    within = [event for event in events if days.first <= event.days.first <= days.last]
    staffs = [(event, column_of(event.days.first)) for event in within]
    ways = [_placed(staffs, turn, texts, columns) for turn in range(len(staffs) + 1)]
    strips = [TimeStrip(columns, flags, ticks) for flags in ways if flags is not None]
    return min(strips, key=lambda strip: strip.above + strip.below, default=None)


Taken = dict[int, list[tuple[int, int]]]
"""Cells that are taken: by row, each stretch with its first column and the one after it."""


def _placed(
    staffs: Sequence[tuple[CoverEvent, int]], turn: int, texts: list[tuple[int, int]], columns: int
) -> tuple[StripFlag, ...] | None:
    """Return the flags, those before `turn` flying to the right, the others to the left.

    Each is placed before those that fly over its staff; None if one of them has no room.
    """
    taken: Taken = {-1: list(texts)}
    flags = []
    rights = [(event, column, True) for event, column in reversed(staffs[:turn])]
    lefts = [(event, column, False) for event, column in staffs[turn:]]
    for event, column, is_right in (*rights, *lefts):
        flag = _place(event, column, taken, columns, is_right=is_right)
        if flag is None:
            return None
        flags.append(flag)
    return tuple(sorted(flags, key=lambda flag: flag.column))


def _place(event: CoverEvent, column: int, taken: Taken, columns: int, *, is_right: bool) -> StripFlag | None:
    """Return the flag in the first row that has room for it and its staff, and take its cells."""
    length = width(f"{event.date} {event.short}") + 2
    begin = column if is_right else column - length + 1
    if begin < 0 or begin + length > columns:
        return None
    for distance in range(1, _MOST_ROWS + 1):
        for row, side in ((distance, 1), (-distance - 1, -1)):
            staff = [side * step for step in range(1, abs(row))]
            if _is_free(taken, row, begin - _GAP, begin + length + _GAP) and all(
                _is_free(taken, one, column, column + 1) for one in staff
            ):
                taken.setdefault(row, []).append((begin - _GAP, begin + length + _GAP))
                for one in staff:
                    taken.setdefault(one, []).append((column, column + 1))
                return StripFlag(event, column, row, is_right)
    return None


def _is_free(taken: Taken, row: int, begin: int, end: int) -> bool:
    return all(last <= begin or end <= first for first, last in taken.get(row, ()))


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
