"""Painting the table of a model without a widget."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.table.column_layout import first_for, lay_columns
from sufu_tui.explorer.listing.table.row_painter import PaintContext, RowPainter


def painter(model: ListModel, cells: int = 119, column: str = "label") -> RowPainter:
    """Return a painter of the lines of a model in so many cells, scrolled to a column and without colours."""
    sheet, choice = model.sheet, model.choice
    layout = lay_columns(sheet, cells, first_for(sheet, cells, 0, column, choice), choice)
    context = PaintContext(sheet, layout, model.order, column, cells, model.marks, model.groups.headings)
    return RowPainter(context, lambda *_names: Style.null())


def header(model: ListModel, cells: int = 119, column: str = "label") -> str:
    """Return the header of the table of a model."""
    return painter(model, cells, column).header().text


def painted(model: ListModel, cells: int = 119, column: str = "label") -> list[str]:
    """Return the lines of the table of a model, below its header."""
    drawn = painter(model, cells, column)
    return [
        drawn.line(line, "cursor" if position == model.cursor.position else "plain", Segment("|")).text
        for position, line in enumerate(model.cursor.lines)
    ]
