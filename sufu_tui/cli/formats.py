"""Records as JSON, CSV and Markdown; rows of text as an aligned table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from sufu_tui.typesetting.cells import Align, fit, width

if TYPE_CHECKING:
    from sufu_tui.cli.records import Record, Value

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # spreadsheets take both widths
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")


def write_json(records: Iterable[Record], out: TextIO) -> None:
    """Write an array of objects, Chinese as it is."""
    import json  # its encoder is not needed by any other format

    json.dump(list(records), out, ensure_ascii=False, indent=2)
    out.write("\n")


def write_csv(records: Sequence[Record], columns: Sequence[str], out: TextIO) -> None:
    """Write RFC 4180 with a header. Text that a spreadsheet would take for a formula is quoted."""
    import csv  # not needed by any other format

    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(record[column]) for column in columns] for record in records)


def _csv_cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    text = value if isinstance(value, str) else " ".join(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def markdown(text: str) -> str:
    """Return `text` so that Markdown shows it as it is."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", text)


def write_markdown_table(header: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """Write a table of the GitHub kind."""
    for row in (header, ["---"] * len(header)):
        out.write(f"| {' | '.join(row)} |\n")
    for row in rows:
        out.write(f"| {' | '.join(map(markdown, row))} |\n")


def write_table(
    header: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[Align], out: TextIO
) -> None:
    """Write columns aligned by cells, two blanks apart, with a rule below the header."""
    widths = [max(map(width, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, ["-" * cells for cells in widths], *rows):
        cells = [fit(text, room, align) for text, room, align in zip(row, widths, aligns, strict=True)]
        out.write("  ".join(cells).rstrip() + "\n")
