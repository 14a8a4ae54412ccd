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
    texts = {(-1, x) for tick in ticks for x in range(tick.column, tick.column + width(tick.text) + 1)}
    within = [event for event in events if days.first <= event.days.first <= days.last]
    staffs = [(event, column_of(event.days.first)) for event in within]
    ways = [_placed(staffs, turn, texts, columns) for turn in range(len(staffs) + 1)]
    strips = [TimeStrip(columns, flags, ticks) for flags in ways if flags is not None]
    return min(strips, key=lambda strip: strip.above + strip.below, default=None)


def _placed(
    staffs: Sequence[tuple[CoverEvent, int]], turn: int, texts: set[tuple[int, int]], columns: int
) -> tuple[StripFlag, ...] | None:
    """Return the flags, those before `turn` flying to the right, the others to the left.

    Each is placed before those that fly over its staff; None if one of them has no room.
    """
    taken = set(texts)
    flags = []
    rights = [(event, column, True) for event, column in reversed(staffs[:turn])]
    lefts = [(event, column, False) for event, column in staffs[turn:]]
    for event, column, is_right in (*rights, *lefts):
        rows = (row for distance in range(1, _MOST_ROWS + 1) for row in (distance, -distance - 1))
        able = (StripFlag(event, column, row, is_right) for row in rows)
        flag = next((one for one in able if _fits(one, taken, columns)), None)
        if flag is None:
            return None
        taken |= _cells(flag)
        flags.append(flag)
    return tuple(sorted(flags, key=lambda flag: flag.column))


def _cells(flag: StripFlag) -> set[tuple[int, int]]:
    """Return the cells of a flag: its staff, its text, and a gap on either side."""
    length = width(flag.text) + 2
    side = 1 if flag.row > 0 else -1
    staff = {(side * row, flag.column) for row in range(1, abs(flag.row))}
    return staff | {(flag.row, x) for x in range(flag.begin - _GAP, flag.begin + length + _GAP)}


def _fits(flag: StripFlag, taken: set[tuple[int, int]], columns: int) -> bool:
    return flag.begin >= 0 and flag.begin + width(flag.text) + 2 <= columns and not _cells(flag) & taken


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
