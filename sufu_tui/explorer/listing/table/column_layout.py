"""Column layout: widths from the content of cells; the main column, the label, takes the rest.

The first columns stay in place; the others scroll by whole columns where they do not all fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.explorer.listing.table.column_choice import AUTOMATIC, ColumnChoice
from sufu_tui.explorer.listing.table.sheet import SECOND, Column, Sheet

GUTTER = 4
"""Cells before the label: the cursor's mark, the mark of a derived figure, each with a blank."""

_LEAST_LABEL = 24
_LABEL_SHARE = 0.42
"""Share of the room that a label may claim before another column is shown beside it."""

_FAIR_LABEL = 40
"""Cells that a label should have before columns are added or written at length."""

_LEAST_OF_TWO = 20
"""Cells that a label keeps at least where a second one stands beside it, so that a value does as well."""

_TWO_LABELS = 110
"""Cells from which both labels may be longer than the least, where there are two."""

_GAP = 2
"""Blanks before a label that is not the first column."""

_MORE_GAP = 2
"""Blanks that a gap may gain before the label takes the rest."""

_WIDEST_BAR = 36
"""Cells that a bar may grow to where the label has all it needs: twice as long shows twice as much."""


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """Column placed from cell `x` on, `cells` wide, after `gap` blanks; `full`: written at length."""

    column: Column
    x: int
    cells: int
    gap: int
    full: bool = False


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """Layout of columns: their places from left to right.

    `columns` are all of them, and the first `frozen` ones stay in place; `before` and `after`
    count those of the others that are out of view on either side.
    """

    places: tuple[PlacedColumn, ...]
    columns: tuple[Column, ...]
    before: int = 0
    after: int = 0
    frozen: int = 1

    def place(self, column_id: str) -> PlacedColumn | None:
        """Return the place of a column, or None where it is out of view."""
        return next((place for place in self.places if place.column.id == column_id), None)

    def at(self, x: int) -> PlacedColumn | None:
        """Return the place that cell `x` belongs to, its gap included; None in the gutter."""
        return next((place for place in reversed(self.places) if x >= place.x - place.gap), None)

    def border_at(self, x: int) -> PlacedColumn | None:
        """Return the place that ends just before cell `x`: a drag there moves its border."""
        return next((place for place in self.places if x == place.x + place.cells), None)


def lay_columns(sheet: Sheet, cells: int, first: int = 0, choice: ColumnChoice = AUTOMATIC) -> ColumnLayout:
    """Return the layout of the chosen columns of `sheet` in `cells` cells.

    The `first` ones after those that stay in place are left out, but fewer where those to the right
    would leave room unused.
    """
    room = cells - GUTTER
    setter = _LayoutSolver(sheet, choice, room)
    wide = sheet.columns(choice, wide=True)
    if setter.taken(wide, frozenset(), _FAIR_LABEL) < room:
        return setter.placed(wide, (0, 0, len(wide)), setter.written_at_length(wide))
    columns = sheet.columns(choice, wide=False)
    frozen = setter.frozen(columns)
    free = room - setter.taken(columns[:frozen], frozenset())
    others = columns[frozen:]
    begin = min(first, setter.last_first(others, free))
    end = begin + setter.fitting(others[begin:], free)
    return setter.placed(columns, (frozen, begin, end), frozenset())


def first_for(sheet: Sheet, cells: int, first: int, column_id: str, choice: ColumnChoice = AUTOMATIC) -> int:
    """Return the number of columns to leave out, nearest to `first`, that brings `column_id` into view."""
    arrangement = lay_columns(sheet, cells, first, choice)
    others = arrangement.columns[arrangement.frozen :]
    number = next((n for n, column in enumerate(others) if column.id == column_id), None)
    if number is None or number < first:
        return first if number is None else number
    while first < number and lay_columns(sheet, cells, first, choice).place(column_id) is None:
        first += 1
    return first


class _LayoutSolver:
    """Solver of the widths of columns in `room` cells; a width that the reader gave goes before all."""

    def __init__(self, sheet: Sheet, choice: ColumnChoice, room: int) -> None:
        self._sheet = sheet
        self._choice = choice
        self._room = room

    def width(self, column: Column, *, full: bool = False) -> int:
        given = self._choice.width(column.id)
        if given is None and column.id == SECOND and self._room < _TWO_LABELS:
            return min(_LEAST_LABEL, self._sheet.width(column))
        return self._sheet.width(column, full=full) if given is None else given

    def _least_label(self) -> int:
        """Return the cells that a label may claim before another column is shown."""
        columns = self._sheet.columns(self._choice, wide=False)
        if self._room < _TWO_LABELS and any(column.id == SECOND for column in columns):
            return _LEAST_OF_TWO
        return max(_LEAST_LABEL, int(self._room * _LABEL_SHARE))

    def taken(self, columns: Sequence[Column], full: frozenset[str], label: int | None = None) -> int:
        """Return the cells that `columns` take, where the label has no more than `label`, or its least."""
        most = self._least_label() if label is None else label
        cells = 0
        for number, column in enumerate(columns):
            own = self.width(column, full=column.id in full)
            if column is self._sheet.main and self._choice.width(column.id) is None:
                own = min(own, most)
            cells += own + _gap(column, number)
        return cells

    def frozen(self, columns: Sequence[Column]) -> int:
        """Return the number of frozen columns: at most those chosen, with room left for another."""
        count = min(self._choice.frozen, len(columns))
        while count and count < len(columns):
            least = min(self.width(column) + column.gap for column in columns[count:])
            if self.taken(columns[:count], frozenset()) + least <= self._room:
                break
            count -= 1
        return count

    def written_at_length(self, columns: Sequence[Column]) -> frozenset[str]:
        """Return the columns that can be written at length beside a label of full width."""
        full: frozenset[str] = frozenset()
        label = self._sheet.width(self._sheet.main)
        for column_id in self._sheet.at_length:
            if self.taken(columns, full | {column_id}, label) < self._room:
                full |= {column_id}
        return full

    def fitting(self, columns: Sequence[Column], room: int) -> int:
        """Return the number of `columns` that fit into `room`, one at least if there is any."""
        for count in range(len(columns)):
            if self.taken(columns[: count + 1], frozenset()) + _first_gap(columns) > room:
                return max(1, count)
        return len(columns)

    def last_first(self, columns: Sequence[Column], room: int) -> int:
        """Return the number of `columns` to leave out so that the last one just comes into view."""
        counts = range(max(1, len(columns)))
        return next(n for n in counts if n + self.fitting(columns[n:], room) >= len(columns))

    def _stretch_bar(self, columns: Sequence[Column], widths: list[int]) -> None:
        """Give the bar the spare cells of the label, unless the reader gave it a width."""
        label = columns.index(self._sheet.main)
        spare = widths[label] - max(_FAIR_LABEL, self._sheet.width(self._sheet.main))
        for number, column in enumerate(columns):
            if column.growing and self._choice.width(column.id) is None:
                more = max(0, min(spare, _WIDEST_BAR - widths[number]))
                widths[number] += more
                widths[label] -= more

    def placed(
        self, columns: tuple[Column, ...], shown: tuple[int, int, int], full: frozenset[str]
    ) -> ColumnLayout:
        frozen, begin, end = shown
        chosen = (*columns[:frozen], *columns[frozen + begin : frozen + end])
        widths = [self.width(column, full=column.id in full) for column in chosen]
        gaps = [_gap(column, number) for number, column in enumerate(chosen)]
        main = self._sheet.main
        if main in chosen and self._choice.width(main.id) is None:
            label = chosen.index(main)
            free = self._room - sum(widths) + widths[label] - sum(gaps)
            airy = [number for number, gap in enumerate(gaps) if gap > 1]
            free -= 1 if free > _LEAST_LABEL else 0  # a blank before the scroll bar, unless room is short
            more = max(0, min(_MORE_GAP, (free - widths[label]) // max(1, len(airy))))
            gaps = [gap + more if number in airy else gap for number, gap in enumerate(gaps)]
            widths[label] = max(1, free - more * len(airy))
            self._stretch_bar(chosen, widths)
        places = []
        x = GUTTER
        for column, cells, gap in zip(chosen, widths, gaps, strict=True):
            places.append(PlacedColumn(column, x + gap, cells, gap, column.id in full))
            x += gap + cells
        after = len(columns) - frozen - end
        # Where everything is in view nothing scrolls: all the columns that the reader froze stay in place.
        stay = frozen or (min(self._choice.frozen, len(columns)) if not after and not begin else 0)
        return ColumnLayout(tuple(places), columns, begin, after, stay)


def _gap(column: Column, number: int) -> int:
    return (column.gap or _GAP) if number else 0


def _first_gap(columns: Sequence[Column]) -> int:
    return columns[0].gap or _GAP
