"""Ticks that suit the zoom: as many as fit, on round dates, never touching each other.

The ladder goes from days over weeks, months and years to 1-2-5 times powers of ten; the first step
whose labels all have room is taken, and none of its dates is left out (d3 takes its tick count as a hint).
Before the common era the round years are the historians': 500 BCE is the astronomical -0499.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from sufu_tui.dossier.days import from_day, month_length, to_day, weekday
from sufu_tui.explorer.timeline.axis.time_grid import Window
from sufu_tui.typesetting.cells import width

_AIR = 2
_MOST_YEAR_AIR = 4
"""Cells after a year: the last one may end at the right edge, and begin as much before its tick."""

_MOST_DIGITS = 20
"""Digits of the years between two ticks: EDTF years have eighteen at most, the window goes a bit beyond."""

SHIFT = 6
"""Cells by which the name of the unit at a stretch's beginning may give way to the gap before it."""

_SHORT_STRETCH = 16
"""Cells below which a stretch between breaks has room for no more than its year."""


class Step(NamedTuple):
    """Step between two ticks: so many days, months or years; `days` is the least that it lasts."""

    unit: str
    size: int
    days: float


_LADDER = (
    *(Step("day", count, count) for count in (1, 2, 7, 14)),
    *(Step("month", count, days) for count, days in ((1, 28), (3, 90), (6, 181))),
    *(
        Step("year", count * 10**power, count * 10**power * 365)
        for power in range(_MOST_DIGITS)
        for count in (1, 2, 5)
    ),
)


class Labels(NamedTuple):
    """Texts of ticks in a language: a year, a month, a day of a month, and the enclosing month of a year."""

    year: Callable[[int], str]
    month: Callable[[int], str]
    day: Callable[[int], str]
    month_of_year: Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick: a labelled column of the axis; a major one begins a larger unit.

    The label stands from `column` on; `at` is the labelled column, if another.
    """

    column: int
    label: str
    major: bool = False
    at: int | None = None

    @property
    def place(self) -> int:
        """Labelled column."""
        return self.column if self.at is None else self.at


class Break(NamedTuple):
    """Cells of a stretch of time that is cut short, from `first` up to and without `after`."""

    first: int
    after: int
    days: int
    """Number of days left out."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Axis of a window: ticks, the names of the enclosing units above them, and the breaks in cells."""

    ticks: tuple[Tick, ...]
    enclosing: tuple[Tick, ...]
    breaks: tuple[Break, ...]


def make_axis(window: Window, labels: Labels) -> TimeAxis:
    """Return the axis of `window`; every stretch between two breaks has a step of its own."""
    ticks: list[Tick] = []
    enclosing: list[Tick] = []
    for first, last in _stretches(window):
        if last - first < _SHORT_STRETCH and window.warp.breaks:
            ticks += _apart(_lone_tick(first, last, window, labels), ticks)
            continue
        step, here = _fitting(window, first, last, labels)
        ticks += here
        names = list(_enclosing(window, first, last, step, labels))
        # Above its own tick the same year would stand twice.
        twice = step.unit == "year" and here and here[0].label == names[0].label
        enclosing += () if twice and here[0].column - first <= width(names[0].label) else names
    return TimeAxis(tuple(ticks), tuple(_apart(enclosing, [])), tuple(breaks_of(window)))


def breaks_of(window: Window) -> Iterator[Break]:
    """Yield the breaks in a window, from left to right, clipped at its edges."""
    for start, end in window.warp.breaks:
        first, last = window.column(start), window.column(end)
        if last > 0 and first < window.columns:
            yield Break(max(0, first), min(window.columns, max(last, first + 1)), end - start)


def _stretches(window: Window) -> Iterator[tuple[int, int]]:
    """Yield the first and last column of each stretch of the window without a break."""
    column = 0
    for first, after, _ in breaks_of(window):
        if first > column:
            yield column, first - 1
        column = after
    if column < window.columns:
        yield column, window.columns - 1


def _fitting(window: Window, first: int, last: int, labels: Labels) -> tuple[Step, list[Tick]]:
    """Return the first step of the ladder whose labels all have room in a stretch, and its ticks.

    Between breaks a mark of the warped axis is a day.
    """
    start, end = (from_day(floor(window.day(column))).year for column in (first, last))
    # Years before 1000 have their era with them: a window may have a wider one within than at its ends.
    years = (start, end, min(max(start, 999), end))
    day, year = width(labels.day(28)), max(width(labels.year(year)) for year in years)
    for step in _LADDER:
        if step.unit == "month":
            months = [width(labels.month(month)) for month in range(1, 13, step.size)]
            # The last label may end at the right edge, and begin as much before its tick.
            room = max(one + other for one, other in zip(months, months[1:] + months[:1], strict=True))
        else:
            room = day + max(day, _AIR) if step.unit == "day" else year + _MOST_YEAR_AIR
        if floor(step.days / window.grid.cell) < room:
            continue
        ticks = list(_ticks(window, first, last, step, labels))
        if list(_apart(ticks, [])) == ticks:
            break
    return step, ticks


def _ticks(window: Window, first: int, last: int, step: Step, labels: Labels) -> Iterator[Tick]:
    """Yield the ticks of a stretch; the label of the last may end where the stretch ends, before its tick."""
    for day in _round_days(_first_day(window, first), _last_day(window, last) + 1, step):
        column = window.column(day)
        if not first <= column <= last or window.warp.leaves_out(day):
            continue
        year, month, of_month = from_day(day)
        if step.unit == "year":
            label, major = labels.year(year), year % (10 * step.size) == 0
        elif step.unit == "month":
            label, major = labels.month(month), month == 1
        else:
            label, major = labels.day(of_month), of_month == 1
        if (tick := _within(Tick(column, label, major), last)).column >= first:
            yield tick


def _within(tick: Tick, last: int) -> Tick:
    """Return a tick whose label ends in the column `last` at the latest."""
    column = min(tick.column, last + 1 - width(tick.label))
    return tick if column == tick.column else Tick(column, tick.label, tick.major, tick.column)


def _round_days(start: int, end: int, step: Step) -> Iterator[int]:
    """Yield the round days from `start` to `end`."""
    year, month, _ = from_day(start)
    if step.unit == "day":
        if step.size >= 7:  # weeks begin on Monday
            day = start - weekday(start)
            day -= (day // 7 % 2) * 7 if step.size == 14 else 0
            yield from range(day, end + 1, step.size)
            return
        for day in range(start, end + 1):
            year, month, of_month = from_day(day)
            # A 31st or 29th just before a 1st is none of every second day.
            if step.size == 1 or (of_month % 2 == 1 and of_month < month_length(year, month)):
                yield day
    elif step.unit == "month":
        months = (year * 12 + month - 1) // step.size * step.size
        while (day := to_day(months // 12, months % 12 + 1)) <= end:
            yield day
            months += step.size
    else:
        yield from _round_years(year, end, step.size)


def _round_years(year: int, end: int, count: int) -> Iterator[int]:
    round_year = (year // count) * count - count
    while True:
        # There is no year 0: round years before the common era count back from 1 BCE, astronomical 0.
        shown = round_year + 1 if round_year <= 0 and count > 1 else round_year
        day = to_day(shown)
        if day > end:
            return
        if count != 2 or round_year != 0:  # 1 CE is none of every second year: 2 BCE, 2 CE
            yield day
        round_year += count


def _lone_tick(first: int, last: int, window: Window, labels: Labels) -> list[Tick]:
    """Return the year of a stretch that is too short for round dates."""
    days = window.warp.days
    # In cells, not in days: the outer cells may reach far into a break.
    day = window.day((first + last + 1) / 2)
    # The stretch may be cut by the window's edge: its year is that of its own middle.
    stretch = next(((a, b) for a, b in zip(days[::2], days[1::2], strict=True) if a <= day <= b), None)
    if stretch is None or last - first < 2:
        return []
    middle = floor((stretch[0] + stretch[1]) / 2)
    label = labels.year(from_day(middle).year)
    column = min(max(window.column(middle), first), last)
    return [Tick(max(0, column - width(label) // 2), label, at=column)]


def _enclosing(window: Window, first: int, last: int, step: Step, labels: Labels) -> Iterator[Tick]:
    """Yield the years (of months) or months (of days) that begin in a stretch, and the one it begins in.

    Above years stands the year of the stretch's left edge: there is nothing larger, but it is never lost.
    """
    # A unit that begins within the first cell gives the cell its name.
    start = from_day(max(_first_day(window, first), ceil(window.day(first + 1)) - 1))
    larger = Step("month", 1, 30) if step.unit == "day" else Step("year", 1, 365)

    def label(year: int, month: int) -> str:
        return labels.month_of_year(year, month) if step.unit == "day" else labels.year(year)

    def brief(year: int, month: int) -> str:
        return labels.month(month) if step.unit == "day" and month > 1 else label(year, month)

    inside = _round_days(_first_day(window, first), _last_day(window, last), larger)
    days = [
        day
        for day in (inside if step.unit != "year" else ())
        if first < window.column(day) <= last and not window.warp.leaves_out(day)
    ]
    columns = [window.column(day) for day in days]
    texts = [label(*from_day(day)[:2]) for day in days]
    rooms = (after - column for column, after in pairwise(columns))
    if any(width(text) >= room for text, room in zip(texts, rooms, strict=False)):
        texts = [brief(*from_day(day)[:2]) for day in days]  # all of them: none shall be missing
    following = [
        _within(Tick(column, text, major=True), last) for column, text in zip(columns, texts, strict=True)
    ]
    following = [tick for tick in following if tick.column >= first]  # there is no room for a name so long
    sticky = Tick(first, label(start.year, start.month))
    if not following or following[0].column >= first + width(sticky.label) + 1:
        yield sticky
    yield from following


def _first_day(window: Window, column: int) -> int:
    """Return the first shown day of a cell: a stretch may begin in the cell where a break ends."""
    day = floor(window.day(column))
    return next((end for start, end in window.warp.breaks if start < day < end), day)


def _last_day(window: Window, column: int) -> int:
    """Return the last shown day of a cell."""
    day = floor(window.day(column + 1))
    return next((start for start, end in window.warp.breaks if start < day < end), day)


def _apart(ticks: list[Tick], before: list[Tick]) -> Iterator[Tick]:
    """Yield the ticks whose labels do not touch the one before (greedy, from the left)."""
    end = before[-1].column + width(before[-1].label) + 1 if before else -1
    for tick in ticks:
        if tick.column >= end:
            yield tick
            end = tick.column + width(tick.label) + 1
