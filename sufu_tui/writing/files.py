"""Export of records to a file, in the format of its suffix: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TextIO, TypeVar

from sufu_tui.writing.atomic_file import CannotWriteError, replace
from sufu_tui.writing.formats import write_csv, write_json, write_markdown_table
from sufu_tui.writing.json_text import json_text
from sufu_tui.writing.records import Record, Value
from sufu_tui.writing.text_tables import SourceNote

T = TypeVar("T")

PARQUET = ".parquet"


class ExportView(NamedTuple):
    """Data of an export: records with their `fields` for machines, the same as a table of text for people.

    `notes` are the sources, for below the table.
    """

    records: Collection[Record]
    fields: Sequence[str]
    header: Sequence[str]
    rows: Collection[Sequence[str]]
    notes: Iterable[SourceNote]


OnProgress = Callable[[float], None]
"""Callback that gets the share written, from 0 to 1; an exception that it raises ends the writing."""

_TURN = 32
"""Rows between two calls: a few milliseconds at most."""


def path_of(text: str) -> Path:
    """Return the path that a reader typed as `text`, with `~` at its beginning expanded.

    Raises CannotWriteError where that is no file that could be written, or its suffix no format.
    """
    name = text.strip()
    if not name:
        raise CannotWriteError("no-name")
    try:
        path = Path(name).expanduser().resolve()
        if path.suffix.casefold() not in SUFFIXES:
            raise CannotWriteError("no-format", path.suffix or path.name)
        if path.exists() and not path.is_file():
            raise CannotWriteError("not-a-file")
        if not path.parent.is_dir():
            raise CannotWriteError("no-folder", str(path.parent))
    except (OSError, RuntimeError, ValueError) as problem:  # too long a name, no such user, a zero byte
        raise CannotWriteError("impossible", getattr(problem, "strerror", None) or str(problem)) from problem
    return path


def write_view(view: ExportView, path: Path, on_progress: OnProgress = lambda _: None) -> None:
    """Write `view` to `path`, in place of any file there.

    Raises CannotWriteError where it cannot be written, and the exceptions of `on_progress`; then the file
    is as it was.
    """
    view = view._replace(records=_Watched(view.records, on_progress), rows=_Watched(view.rows, on_progress))
    suffix = path.suffix.casefold()
    write = _TEXT.get(suffix)

    def write_part(part: Path) -> None:
        if write is None:
            _write_parquet(view, part)
        else:
            with part.open("x", encoding=_ENCODINGS.get(suffix, "utf-8"), newline="") as out:
                write(view, out)
        on_progress(1.0)

    replace(path, write_part)


class _Watched(Collection[T]):
    """Collection that reports the share of its items that has been iterated."""

    def __init__(self, items: Collection[T], on_progress: OnProgress) -> None:
        self._items = items
        self._on_progress = on_progress

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, item: object) -> bool:
        return item in self._items

    def __iter__(self) -> Iterator[T]:
        for number, item in enumerate(self._items):
            if number % _TURN == 0:
                self._on_progress(number / len(self._items))
            yield item


def _csv(view: ExportView, out: TextIO) -> None:
    write_csv(view.records, view.fields, out)


def _json(view: ExportView, out: TextIO) -> None:
    write_json(view.records, out)


def _markdown(view: ExportView, out: TextIO) -> None:
    write_markdown_table(view.header, view.rows, out, view.notes)


def _write_parquet(view: ExportView, path: Path) -> None:
    try:
        import pyarrow as pa  # an extra
        import pyarrow.parquet as pq
    except ImportError as problem:
        raise CannotWriteError("no-parquet") from problem
    columns: dict[str, list[Value]] = {field: [] for field in view.fields}
    for record in view.records:
        for field, values in columns.items():
            values.append(record[field])
    try:
        pq.write_table(pa.table({field: _alike(values) for field, values in columns.items()}), path)
    except pa.ArrowException as problem:
        raise CannotWriteError("impossible", str(problem)) from problem


def _alike(values: list[Value]) -> list[object]:
    """Return the values of a column with one type: decimals, unless all are whole; records as JSON."""
    whole = all(map(_is_int64, values))
    return [_parquet_value(value, int if whole else Decimal) for value in values]


def _is_int64(value: Value) -> bool:
    """Return whether `value`, if it is a number, is a whole one of at most 64 bits."""
    return not isinstance(value, (int, Decimal)) or (-(2**63) <= value < 2**63 and value == int(value))


def _parquet_value(value: Value, number: type[int | Decimal]) -> object:
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, (int, Decimal)):
        return number(value)
    return list(value) if all(isinstance(member, str) for member in value) else json_text(value)


_TEXT: Mapping[str, Callable[[ExportView, TextIO], None]] = {".csv": _csv, ".json": _json, ".md": _markdown}
SUFFIXES = (*_TEXT, PARQUET)
"""Suffixes of the files that can be written."""

# Without a byte order mark Excel assumes the system's own encoding.
_ENCODINGS = {".csv": "utf-8-sig"}
