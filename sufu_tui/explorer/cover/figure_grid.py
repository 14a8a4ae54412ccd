"""Figure grid: key figures in rows and columns, all of them in one size of digits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple, Union

from sufu_tui.explorer.cover.cover_sheet import CoverSheet
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import width, width_up_to
from sufu_tui.typesetting.large_digits import DigitSize, large_digits, split_figure
from sufu_tui.typesetting.phrases import few_lines
from sufu_tui.writing.covers import CoverFigure

FigureSize = Union[DigitSize, Literal["plain"]]
"""Size of all figures of a grid: that of their digits, or plain text."""

_MOST_ACROSS = 4
_LABEL_LINES = 2
_LEAST_CELLS, _MOST_LABEL = 12, 40
_MOST_LINES = 5
_MOST_DRAWN = 200
"""Cells of what stands beside large digits: no cover is as wide."""
_MOST_PLAIN = 28
"""Cells of a figure in plain text, before it takes another line."""
_GAPS: Mapping[FigureSize, int] = {"large": 4, "small": 2, "plain": 2}
"""Least cells between two columns: more than between two digits."""


class _Piece(NamedTuple):
    """Piece of a figure, by its column and row within it."""

    x: int
    y: int
    text: str
    style: str


class _Tile(NamedTuple):
    """Figure in its size: its pieces, and the cells and the rows that they take."""

    figure: CoverFigure
    pieces: Sequence[_Piece]
    cells: int
    height: int


class _Placed(NamedTuple):
    """Tile in its column, with the lines of its label and the time that it is about."""

    tile: _Tile
    x: int
    label: Sequence[str]
    period: str

    def words_rows(self, *, with_periods: bool) -> int:
        """Return the rows below the figure."""
        return len(self.label) + (with_periods and self.period != "")


class FigureGrid:
    """Grid of figures with what they are, and the time that they are about."""

    def __init__(self, rows: Sequence[Sequence[_Tile]], columns: Sequence[int], gap: int) -> None:
        """Take the tiles row by row, and the cells of each column; `gap` is between two."""
        lefts = [left + gap * number for number, left in enumerate(accumulate(columns, initial=0))]
        placed = [list(zip(tiles, lefts, columns)) for tiles in rows]  # noqa: B905  the last may be shorter
        in_full = all(width(tile.figure.period) <= cells for row in placed for tile, _, cells in row)
        self._rows = [[_placed(*one, in_full=in_full) for one in row] for row in placed]

    def height(self, *, with_periods: bool) -> int:
        """Return the rows that the grid takes."""
        rows = (
            max(one.tile.height for one in row)
            + max(one.words_rows(with_periods=with_periods) for one in row)
            for row in self._rows
        )
        return sum(rows) + len(self._rows) - 1

    def draw(self, sheet: CoverSheet, y: int, *, with_periods: bool) -> None:
        """Draw the grid from the row `y` on, the figures as links, a row between two rows of them."""
        for number, row in enumerate(self._rows):
            y += 1 if number else 0
            foot = y + max(one.tile.height for one in row)
            for tile, x, label, period in row:
                link = sheet.link(PageTarget(tile.figure.ref))
                for piece in tile.pieces:
                    sheet.put(x + piece.x, foot - tile.height + piece.y, piece.text, piece.style, link)
                end = sheet.lines(x, foot, label, "metric", link)
                if with_periods:
                    sheet.put(x, end, period, "muted", link)
            y = foot + max(one.words_rows(with_periods=with_periods) for one in row)


def _placed(tile: _Tile, x: int, cells: int, *, in_full: bool) -> _Placed:
    """Return a tile in its column; its time in brief where not every one has room in full."""
    figure = tile.figure
    period = figure.period if in_full else figure.brief_period
    label = few_lines(figure.label, cells, _LABEL_LINES)
    return _Placed(tile, x, label, period if width(period) <= cells else "")


def lay_figures(figures: Sequence[CoverFigure], cells: int, size: FigureSize) -> FigureGrid | None:
    """Return the figures in as few rows as `cells` allow; None where one of them has no room in this size."""
    tiles = [_tile(figure, size) for figure in figures]
    made = [tile for tile in tiles if tile is not None]
    if not made or len(made) < len(tiles):
        return None
    gap = _GAPS[size]
    for row_count in range(-(-len(made) // _MOST_ACROSS), len(made) + 1):
        across = -(-len(made) // row_count)
        rows = [made[start : start + across] for start in range(0, len(made), across)]
        bare = [max(row[column].cells for row in rows if column < len(row)) for column in range(across)]
        if _columns(bare, cells, gap) is None:
            continue
        labels = [
            max(_label_cells(row[column].figure.label) for row in rows if column < len(row))
            for column in range(across)
        ]
        columns = _columns(list(map(max, bare, labels)), cells, gap)
        if columns is not None:
            return FigureGrid([_level(row) for row in rows], columns, gap)
    if size != "plain":
        return None
    return FigureGrid([[_narrowed(tile, cells)] for tile in made], [cells], gap)


def _columns(least: Sequence[int], cells: int, gap: int) -> Sequence[int] | None:
    """Return columns of `least` cells or more, all alike where that can be; None where they have no room."""
    across = len(least)
    even = (cells + gap) // across - gap
    if max(least) <= even:
        return [even] * across
    spare = cells - sum(least) - gap * (across - 1)
    if spare < 0:
        return None
    return [one + spare // across for one in least]


def _tile(figure: CoverFigure, size: FigureSize) -> _Tile | None:
    """Return a figure in a size: what comes before its digits above them, what comes after at their foot.

    None where it has no digits that can be drawn.
    """
    if size == "plain":
        lines = few_lines(figure.figure, _MOST_PLAIN, _MOST_LINES)
        return _plain_tile(figure, lines)
    before, digits, after = (part.strip() for part in split_figure(figure.figure))
    drawn = large_digits(digits, size)
    if not drawn:
        return None
    pieces = [_Piece(0, 0, before, "qualifier")] if before else []
    pieces += [_Piece(0, row, line, "digits") for row, line in enumerate(drawn, 1)]
    cells = width(drawn[0])
    if after:
        pieces.append(_Piece(cells + 1, len(drawn), after, "figure"))
        cells += 1 + width_up_to(after, _MOST_DRAWN)
    return _Tile(figure, pieces, max(cells, width_up_to(before, _MOST_DRAWN)), len(drawn) + 1)


def _plain_tile(figure: CoverFigure, lines: Sequence[str]) -> _Tile:
    pieces = [_Piece(0, row, line, "figure") for row, line in enumerate(lines)]
    return _Tile(figure, pieces, max(map(width, lines), default=0), len(lines))


def _narrowed(tile: _Tile, cells: int) -> _Tile:
    return _plain_tile(tile.figure, few_lines(tile.figure.figure, cells, _MOST_LINES))


def _level(tiles: Sequence[_Tile]) -> Sequence[_Tile]:
    """Return the tiles of a row without the row above the digits, where none of them has anything there."""
    if any(piece.y == 0 for tile in tiles for piece in tile.pieces):
        return tiles
    return [
        tile._replace(pieces=[piece._replace(y=piece.y - 1) for piece in tile.pieces], height=tile.height - 1)
        for tile in tiles
    ]


def _label_cells(label: str) -> int:
    """Return the least cells in which a label has lines enough; one of many words will be cut."""
    cells = max(_LEAST_CELLS, -(-width(label) // _LABEL_LINES))
    if cells > _MOST_LABEL:
        return _MOST_LABEL
    while cells < _MOST_LABEL and len(wrap(label, cells)) > _LABEL_LINES:
        cells += 1
    return cells
