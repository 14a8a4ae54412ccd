"""Plain table: the header and cells of a table as text, without the columns that are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sufu_tui.explorer.listing.table.sheet import Column, Sheet
from sufu_tui.writing.lazy_sequence import LazySequence


class PlainTable(NamedTuple):
    """Header, and lazy rows of as many cells."""

    header: list[str]
    rows: Sequence[list[str]]


def plain_table(sheet: Sheet, columns: Sequence[Column], rows: Sequence[int]) -> PlainTable:
    """Return `rows` of `sheet` in `columns`, lazily: both must stay as they are until it is written."""
    written = [column for column in columns if not column.drawn]
    # Not the sheet's cells: it would keep a hundred thousand rows that are not shown again.
    cells = LazySequence(lambda row: [column.brief(sheet, sheet.items[row]).text for column in written], rows)
    return PlainTable([sheet.header(column) for column in written], cells)
