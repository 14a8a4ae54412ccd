"""Name list: who and what is told of most, each with what it is: a row each in columns, or in blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Union

from sufu_tui.explorer.cover.cover_sheet import CoverSheet
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.phrases import clip_phrase, few_lines
from sufu_tui.writing.covers import CoverName

_GAP = 2
_LEAST_ROW = 36
"""Least cells of a name with what it is in one row."""
_LEAST_ROLE = 10
_WHOLE, _IN_PART = 5, 2
_LEAST_BLOCK, _MOST_BLOCKS = 32, 4
_BLOCK_LINES = 2
"""Rows of a name, and of what it is, at most."""


class NameRows(NamedTuple):
    """Names in columns, each in one row with what it is."""

    names: Sequence[CoverName]
    columns: int
    cells: int
    """Cells of a column with its gap."""

    @property
    def height(self) -> int:
        """Rows that they take."""
        return -(-len(self.names) // self.columns)

    def draw(self, sheet: CoverSheet, y: int) -> None:
        """Draw them from the row `y` on."""
        for number, name in enumerate(self.names):
            row, column = divmod(number, self.columns)
            x, link = column * self.cells, sheet.link(PageTarget(name.ref))
            end = sheet.put(x, y + row, clip_phrase(name.name, self.cells - _GAP), "entity", link) + 1
            room = x + self.cells - _GAP - end
            if room >= min(_LEAST_ROLE, width(name.role)):
                sheet.put(end, y + row, clip_phrase(name.role, room), "muted", link)


class _NameBlock(NamedTuple):
    name: CoverName
    lines: Sequence[str]
    role: Sequence[str]


class NameBlocks(NamedTuple):
    """Names in columns, what each is below it."""

    rows: Sequence[Sequence[_NameBlock]]
    cells: int
    """Cells of a column with its gap."""

    @property
    def height(self) -> int:
        """Rows that they take."""
        return sum(map(_block_rows, self.rows)) + len(self.rows) - 1

    def draw(self, sheet: CoverSheet, y: int) -> None:
        """Draw them from the row `y` on."""
        for row in self.rows:
            for column, block in enumerate(row):
                x, link = column * self.cells, sheet.link(PageTarget(block.name.ref))
                end = sheet.lines(x, y, block.lines, "entity", link)
                sheet.lines(x, end, block.role, "muted", link)
            y += _block_rows(row) + 1


NameLayout = Union[NameRows, NameBlocks]
"""Layout of the names of a cover."""


def lay_name_rows(names: Sequence[CoverName], cells: int, most: int) -> NameRows:
    """Return names in the columns that tell most in so many rows: rather few of them whole than all cut."""
    found: list[tuple[int, int, int]] = []
    for columns in range(1, max(1, cells // _LEAST_ROW) + 1):
        shown, room = min(len(names), most * columns), cells // columns - _GAP
        found.append((sum(_told(name, room) for name in names[:shown]), -columns, shown))
    _, columns, shown = max(found)
    return NameRows(names[:shown], -columns, cells // -columns)


def _told(name: CoverName, cells: int) -> int:
    """Return what a name in a row is worth: whole, with a part of what it is, or alone."""
    room = cells - width(name.name) - 1
    return _WHOLE if width(name.role) <= room else _IN_PART if room >= _LEAST_ROLE else 1


def lay_name_blocks(names: Sequence[CoverName], cells: int) -> NameBlocks:
    """Return names in columns of some width, in as many rows as there have to be."""
    columns = max(1, min(_MOST_BLOCKS, (cells + _GAP) // (_LEAST_BLOCK + _GAP)))
    pitch = (cells + _GAP) // columns
    blocks = [
        _NameBlock(
            name,
            few_lines(name.name, pitch - _GAP, _BLOCK_LINES),
            few_lines(name.role, pitch - _GAP, _BLOCK_LINES),
        )
        for name in names
    ]
    return NameBlocks([blocks[at : at + columns] for at in range(0, len(blocks), columns)], pitch)


def _block_rows(row: Sequence[_NameBlock]) -> int:
    return max(len(block.lines) + len(block.role) for block in row)
