"""Which columns stand where: widths from what the cells hold, the label takes what is left.

The label stays in place; the other columns scroll by whole columns where they do not all fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.explorer.metrics.columns import LABEL, NARROW, WIDE, Column, Sheet

GUTTER = 4
"""Cells before the label: the cursor's mark, the mark of a derived figure, each with a blank."""

_LEAST_LABEL = 24
_LABEL_SHARE = 0.42
"""The share of the room that a label may claim before another column is shown beside it."""

_FAIR_LABEL = 40
"""What a label should have before columns are added or written at length."""

_MORE_GAP = 2
"""How many blanks a gap may gain before the label takes what is left."""

_AT_LENGTH = ("section", "area", "period")
"""The columns that are written at length where there is room, in this order."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column from cell `x` on, `cells` wide, after `gap` blanks; `full`: it is written at length."""

    column: Column
    x: int
    cells: int
    gap: int
    full: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The places from left to right.

    `columns` are all there are; `before` and `after` count those out of view on either side.
    """

    places: tuple[Place, ...]
    columns: tuple[Column, ...]
    before: int = 0
    after: int = 0

    def place(self, column_id: str) -> Place | None:
        """Return the place of a column, or None where it is out of view."""
        return next((place for place in self.places if place.column.id == column_id), None)

    def at(self, x: int) -> Place | None:
        """Return the place that cell `x` belongs to, its gap included; None in the gutter."""
        return next((place for place in reversed(self.places) if x >= place.x - place.gap), None)


def arrange(sheet: Sheet, cells: int, first: int = 0) -> Arrangement:
    """Arrange the columns of `sheet` in `cells` cells, leaving out the `first` ones after the label.

    The result leaves out fewer than `first` where those to the right would leave room unused.
    """
    room = cells - GUTTER
    label = sheet.width(LABEL)
    if room - _taken(sheet, WIDE[1:], frozenset()) > min(label, _FAIR_LABEL):
        full = _written_at_length(sheet, room - label - 1)
        return _placed(sheet, WIDE, (0, len(WIDE) - 1), room, full)
    least = min(label, max(_LEAST_LABEL, int(room * _LABEL_SHARE)))
    others = NARROW[1:]
    begin = min(first, _last_first(sheet, others, room - least))
    end = begin + _fitting(sheet, others[begin:], room - least)
    return _placed(sheet, NARROW, (begin, end), room, frozenset())


def first_for(sheet: Sheet, cells: int, first: int, column_id: str) -> int:
    """Return how many columns to leave out so that `column_id` is in view, as near to `first` as can be."""
    columns = arrange(sheet, cells, first).columns
    number = next((n for n, column in enumerate(columns[1:]) if column.id == column_id), None)
    if number is None or number < first:
        return first if number is None else number
    while first < number and arrange(sheet, cells, first).place(column_id) is None:
        first += 1
    return first


def _taken(sheet: Sheet, columns: Sequence[Column], full: frozenset[str]) -> int:
    return sum(sheet.width(column, full=column.id in full) + column.gap for column in columns)


def _written_at_length(sheet: Sheet, room: int) -> frozenset[str]:
    """Return the columns that can be written at length beside a label that has all it needs."""
    full: frozenset[str] = frozenset()
    for column_id in _AT_LENGTH:
        if _taken(sheet, WIDE[1:], full | {column_id}) <= room:
            full |= {column_id}
    return full


def _fitting(sheet: Sheet, columns: Sequence[Column], room: int) -> int:
    """Return how many of `columns` fit into `room`, one at least."""
    for count, column in enumerate(columns):
        room -= sheet.width(column) + column.gap
        if room < 0:
            return max(1, count)
    return len(columns)


def _last_first(sheet: Sheet, columns: Sequence[Column], room: int) -> int:
    """Return how many of `columns` to leave out so that the last one just comes into view."""
    return next(n for n in range(len(columns)) if n + _fitting(sheet, columns[n:], room) >= len(columns))


def _placed(
    sheet: Sheet, columns: tuple[Column, ...], shown: tuple[int, int], room: int, full: frozenset[str]
) -> Arrangement:
    begin, end = shown
    others = columns[1 + begin : 1 + end]
    widths = [sheet.width(column, full=column.id in full) for column in others]
    free = room - sum(widths) - sum(column.gap for column in others)
    airy = [column for column in others if column.gap > 1]
    more = max(0, min(_MORE_GAP, (free - sheet.width(LABEL)) // max(1, len(airy))))
    edge = 1 if free > _LEAST_LABEL else 0  # a blank before the scroll bar, unless the label needs it more
    label = max(1, free - more * len(airy) - edge)
    places = [Place(columns[0], GUTTER, label, 0)]
    x = GUTTER + label
    for column, cells in zip(others, widths, strict=True):
        gap = column.gap + (more if column in airy else 0)
        places.append(Place(column, x + gap, cells, gap, column.id in full))
        x += gap + cells
    return Arrangement(tuple(places), columns, begin, len(columns) - 1 - end)
