"""Screen grid: the text and the style of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from sufu_tui.typesetting.cells import width


class CellStyle(NamedTuple):
    """Style of a cell; colours are `#rrggbb`."""

    foreground: str
    background: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


class ScreenCell(NamedTuple):
    """Character with its combining marks; `cells` is 1 or 2. With a `uri` it is part of a link."""

    text: str
    cells: int
    look: CellStyle
    uri: str = ""


class StyledRun(NamedTuple):
    """Neighbouring cells of one style; `column` is that of the first."""

    column: int
    text: str
    look: CellStyle

    @property
    def cells(self) -> int:
        """Width in cells."""
        return width(self.text)


class ScreenGrid(NamedTuple):
    """Rows of cells, each exactly `columns` wide; `base` is the style of the margin around them."""

    columns: int
    rows: tuple[tuple[ScreenCell, ...], ...]
    base: CellStyle

    def lines(self) -> list[str]:
        """Return the text of each row, blanks included."""
        return ["".join(cell.text for cell in row) for row in self.rows]

    def runs(self, row: int) -> Iterator[StyledRun]:
        """Yield the runs of `row` from the left.

        A blank shows nothing but its background, so it joins its neighbour, even if the rest of its style
        differs.
        """
        column = start = 0
        text, look = "", self.base
        for cell in self.rows[row]:
            if not text:
                start, look = column, cell.look
            elif cell.look != look and not (cell.text.isspace() and _alike_when_blank(cell.look, look)):
                if text.isspace() and _alike_when_blank(cell.look, look):
                    look = cell.look
                else:
                    yield StyledRun(start, text, look)
                    start, text, look = column, "", cell.look
            text += cell.text
            column += cell.cells
        if text:
            yield StyledRun(start, text, look)

    def crop(self, column: int, row: int, columns: int, rows: int) -> ScreenGrid:
        """Return the part of the grid that begins at `column` and `row`.

        Half of a wide character at an edge becomes a blank.
        """
        kept = tuple(tuple(_crop(line, column, columns)) for line in self.rows[row : row + rows])
        return self._replace(columns=columns, rows=kept)

    def look_digests(self) -> list[str]:
        """Return for each row a digest (SHA-256, eight hexadecimal digits) of its style."""
        return [
            sha256(repr([(run.column, run.cells, *run.look) for run in self.runs(row)]).encode()).hexdigest()[
                :8
            ]
            for row in range(len(self.rows))
        ]


def _alike_when_blank(one: CellStyle, other: CellStyle) -> bool:
    """Return whether blanks of both styles look the same."""
    lines = (one.underline, one.strike, other.underline, other.strike)
    return one.background == other.background and not any(lines)


def cells_of(text: str, look: CellStyle, uri: str = "") -> Iterator[ScreenCell]:
    """Yield the cells of `text`, a link with `uri`; a character without a width joins the one before it."""
    written = ""
    taken = 0
    for character in text:
        cells = width(character)
        if cells and taken:
            yield ScreenCell(written, taken, look, uri)
            written, taken = "", 0
        written += character
        taken += cells
    if taken:
        yield ScreenCell(written, taken, look, uri)


def _crop(cells: Iterable[ScreenCell], column: int, columns: int) -> Iterator[ScreenCell]:
    position = 0
    for cell in cells:
        after = position + cell.cells
        if position >= column and after <= column + columns:
            yield cell
        elif max(position, column) < min(after, column + columns):
            yield cell._replace(text=" ", cells=1)
        position = after
