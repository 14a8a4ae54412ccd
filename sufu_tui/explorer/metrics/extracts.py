"""What leaves the table: cells, rows and the whole view, as text to paste and as records for files."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import Literal, get_args

from sufu_tui.explorer.metrics.columns import Column, ColumnId, Sheet
from sufu_tui.writing.files import ExportView
from sufu_tui.writing.formats import write_markdown_table, write_table, write_tsv
from sufu_tui.writing.lazy_sequence import LazySequence
from sufu_tui.writing.records import metric_record

Form = Literal["text", "markdown", "tsv"]
FORMS: tuple[Form, ...] = get_args(Form)

_DRAWN: frozenset[ColumnId] = frozenset({"bar", "trend"})
"""Columns that hold no text."""

_FIELDS: dict[ColumnId, tuple[str, ...]] = {
    "label": ("label",),
    "qualifier": ("qualifier",),
    "value": ("qualifier", "value", "unit"),  # a value without its qualifier would say something else
    "period": ("period",),
    "area": ("area",),
    "section": ("section",),
    "printed": ("printed",),
    "unit": ("unit",),
    "source": ("source",),
    "id": ("id",),
}


def table_text(sheet: Sheet, columns: Sequence[Column], rows: Sequence[int], form: Form) -> str:
    """Return `rows` of `sheet` as a table with a header."""
    header, cells = _texts(sheet, columns, rows)
    out = StringIO()
    match form:
        case "markdown":
            write_markdown_table(header, cells, out)
        case "tsv":
            write_tsv(header, cells, out)
        case "text":
            aligns: list[Literal["left", "right", "center"]] = [
                "right" if column.right else "left" for column in columns if column.id not in _DRAWN
            ]
            write_table(header, cells, aligns, out)
    return out.getvalue()


def cell_text(sheet: Sheet, column: Column, row: int) -> str:
    """Return the text of a cell; of one that is drawn, the value that it stands for."""
    metric = sheet.dossier.metrics[row]
    return f"{metric.value:f}" if column.id in _DRAWN else sheet.cell(row, column).text


def view_of(sheet: Sheet, columns: Sequence[Column], rows: Sequence[int]) -> ExportView:
    """Return `rows` of `sheet`, in their order and with these columns, to be written to a file.

    Nothing is made before it is written; `sheet` and `rows` must stay as they are until then.
    """
    header, cells = _texts(sheet, columns, rows)
    fields = dict.fromkeys(field for column in columns for field in _FIELDS.get(column.id, ()))
    dossier, words = sheet.dossier, sheet.words
    records = LazySequence(lambda row: metric_record(dossier.metrics[row], dossier, words), rows)
    return ExportView(records, tuple(fields), header, cells)


def _texts(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[int]
) -> tuple[list[str], Sequence[list[str]]]:
    written = [column for column in columns if column.id not in _DRAWN]
    header = [sheet.header(column) for column in written]
    metrics = sheet.dossier.metrics
    # Not the sheet's cells: it keeps them, and a hundred thousand rows of them nobody looks at again.
    return header, LazySequence(
        lambda row: [column.brief(sheet, metrics[row]).text for column in written], rows
    )
