"""Records as JSON, CSV and Markdown; rows of text as an aligned table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, TextIO

from sufu_tui.dossier.quantity import digits
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import Align, fit, width

if TYPE_CHECKING:
    from sufu_tui.writing.records import Record, Value
    from sufu_tui.writing.text_tables import SourceNote

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # spreadsheets take both widths

# Signs of CommonMark, or of a site that extends it: some anywhere, some only at the start or the end of a
# line. Elsewhere they stay bare, for a text full of backslashes is no pleasure to read.
_MARKDOWN_SIGNS = re.compile(
    r"[\\`*_\[\]<|~@$]|&(?=#?\w+;)|:(?=//|[\w+-]+:)|(?<=www)\."
    r"|\A(?:#(?=[#\s]|\Z)|>|[+-](?=[-\s]|\Z))|#(?=#*\Z)|(?<=\A\d)[.)](?=\s|\Z)",
    flags=re.IGNORECASE,
)
_LONG_NUMBERS = re.compile(r"\A(\d{2,9})([.)])(?=\s|\Z)")  # look-behinds have one length
_MAY_BE_SIGN = re.compile(r"[]\\`*_[<|~@$&:.#>+)-]")
"""Characters of all signs: a quick test, since most texts have none."""

_GAP = 2
_NARROWEST = 8


def write_json(records: Iterable[Record], out: TextIO) -> None:
    """Write an array of objects, Chinese as it is and numbers with all their digits."""
    from sufu_tui.writing.json_text import json_text  # its library is not needed by any other format

    before = "[\n  "
    for record in records:
        out.write(before + json_text(record, "\n  "))
        before = ",\n  "
    out.write("[]\n" if before.startswith("[") else "\n]\n")


_NAMES = frozenset({"aliases"})
"""Fields with names, which have blanks of their own: they are JSON in a cell."""


def write_csv(records: Iterable[Record], columns: Sequence[str], out: TextIO) -> None:
    """Write CSV (RFC 4180) with a header. Text that a spreadsheet would take for a formula is quoted."""
    import csv  # not needed by any other format

    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell_of(record, column) for column in columns] for record in records)


def _cell_of(record: Record, column: str) -> str:
    value = record[column]
    if column not in _NAMES or not value:
        return csv_cell(value)
    from sufu_tui.writing.json_text import json_text

    return json_text(value)


def csv_cell(value: Value) -> str:
    """Return `value` in one cell: a number in digits, ids with blanks between them, records as JSON."""
    if isinstance(value, str):  # most are
        return spreadsheet_text(value)
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return digits(value)
    if isinstance(value, int):
        return str(value)
    ids = [member for member in value if isinstance(member, str)]
    if len(ids) == len(value):
        return spreadsheet_text(" ".join(ids))
    from sufu_tui.writing.json_text import json_text

    return json_text(value)


def spreadsheet_text(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    # Some drop the blanks at the beginning first.
    risky = text.startswith(_FORMULA_STARTS) or (
        text[:1].isspace() and text.lstrip().startswith(_FORMULA_STARTS)
    )
    return f"'{text}" if risky else text


def write_tsv(header: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """Write tab-separated columns, to be pasted into a spreadsheet."""
    for row in (header, *rows):
        out.write("\t".join(spreadsheet_text(re.sub(r"\s+", " ", text)) for text in row) + "\n")


def markdown(text: str) -> str:
    """Return `text` as one line with its Markdown signs escaped (CommonMark)."""
    line = text.strip()
    if "\n" in line:
        line = re.sub(r"\s*\n\s*", " ", line)
    if not _MAY_BE_SIGN.search(line):
        return line
    return _LONG_NUMBERS.sub(r"\1\\\2", _MARKDOWN_SIGNS.sub(r"\\\g<0>", line))


def write_markdown_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO, notes: Iterable[SourceNote] = ()
) -> None:
    """Write a table in GitHub Flavored Markdown, with `notes` below it."""
    for row in (header, ["---"] * len(header)):
        out.write(f"| {' | '.join(row)} |\n")
    for row in rows:
        out.write(f"| {' | '.join(map(markdown, row))} |\n")
    for note in notes:
        out.write(f"\n{markdown_note(note)}\n")


def markdown_note(note: SourceNote) -> str:
    """Return a note as one line, its address as a link."""
    return markdown(note.text) if note.url is None else f"{markdown(note.text)} <{note.url}>"


def write_table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    aligns: Sequence[Align],
    out: TextIO,
    room: int | None = None,
) -> None:
    """Write columns aligned by cells, two blanks apart, with a rule below the header.

    If the table is wider than `room` cells, its widest columns of text are broken into lines;
    columns aligned to the right are figures and stay whole.
    """
    columns = list(zip(header, *rows, strict=True))
    widths = [max(map(width, column)) for column in columns]
    if room is not None:
        texts = [index for index, align in enumerate(aligns) if align == "left"]
        longest = {index: max(map(_longest_word, columns[index])) for index in texts}
        for least in (longest, dict.fromkeys(texts, _NARROWEST)):  # words are broken only if they must be
            _narrow(widths, least, room)
    for row in (header, ["-" * cells for cells in widths], *rows):
        broken = [
            wrap(text, cells) if width(text) > cells else [text]
            for text, cells in zip(row, widths, strict=True)
        ]
        for line in zip_longest(*broken, fillvalue=""):
            parts = [fit(text, cells, align) for text, cells, align in zip(line, widths, aligns, strict=True)]
            out.write((" " * _GAP).join(parts).rstrip() + "\n")


def _longest_word(text: str) -> int:
    """Return the cells of the longest word of one-cell letters in `text`: Chinese may be broken anywhere."""
    return max((len(word) for word in text.split() if len(word) == width(word)), default=0)


def _narrow(widths: list[int], least: Mapping[int, int], room: int) -> None:
    """Narrow the widest columns, cell by cell, down to their `least`, until all fit or none can give."""
    room -= _GAP * (len(widths) - 1)
    while sum(widths) > room:
        able = [index for index, floor in least.items() if widths[index] > max(floor, _NARROWEST)]
        if not able:
            return
        widths[max(able, key=lambda index: widths[index])] -= 1
