"""Documents: the files of a dossier found, decoded and parsed as TOML."""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from sufu_tui.reading.chunked_toml import SLICED, loads
from sufu_tui.reading.fields import FILES
from sufu_tui.reading.findings import Report, TomlSpot, UnreadableDossier
from sufu_tui.reading.sizes import ARRAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"
_MOST_BYTES = 64 * 2**20
_LONG_NUMBER = re.compile(r"\d[\d_]{4000}|0[xob][\da-fA-F_]{1000}")
_DEEP = 60


class Document(NamedTuple):
    """File of a dossier and its parsed TOML; None where it is no TOML."""

    name: str
    content: Mapping[str, Any] | None


def open_documents(
    folder: Path, report: Report, progress: Callable[[float], None] | None = None
) -> Mapping[str, Document]:
    """Return the documents of `folder` by name; report files that are no TOML or missing.

    Large ones are parsed in slices; `progress`, if given, is called with the share done of one (0 to 1).

    Raises:
        UnreadableDossier: no such folder, no `dossier.toml` in it, or a file cannot be read.

    """
    _require_folder(folder)
    documents = {}
    for name in FILES:
        path = folder / f"{name}.toml"
        data = _bytes_of(path)
        if data is not None:
            documents[name] = Document(name, _parsed(path, data, report, progress))
        elif name == "dossier":
            raise UnreadableDossier("no-dossier-file", folder=str(folder))
        else:
            report.error(TomlSpot(name, ()), "missing-file", name=path.name)
    return documents


def texts_of(folder: Path, names: Iterable[str]) -> Mapping[str, str]:
    """Return the texts of the documents `names`, to find places in; a file deleted since is left out.

    A dossier that is in order needs them no more once they are parsed, and they may be large.
    """
    texts = {}
    for name in names:
        path = folder / f"{name}.toml"
        try:
            data = _bytes_of(path)
            if data is not None:
                texts[name] = _decoded(data)
        except (UnreadableDossier, UnicodeDecodeError):
            continue
    return texts


def _require_folder(folder: Path) -> None:
    try:
        mode = folder.stat().st_mode
    except FileNotFoundError:
        raise UnreadableDossier("no-folder", folder=str(folder)) from None
    except (OSError, ValueError) as error:
        raise UnreadableDossier("unreadable", file=str(folder), reason=_reason(error)) from None
    if not stat.S_ISDIR(mode):
        raise UnreadableDossier("not-a-folder", folder=str(folder))


def _bytes_of(path: Path) -> bytes | None:
    """Return the content of the file, or None where there is no file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDossier("not-a-file", file=str(path))
        if status.st_size > _MOST_BYTES:
            raise UnreadableDossier("too-large", file=str(path), limit=str(_MOST_BYTES // 2**20))
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableDossier("unreadable", file=str(path), reason=_reason(error)) from None


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _decoded(data: bytes) -> str:
    """Return the text of `data`, which is UTF-8; a byte order mark at its start is no part of it."""
    return data.removeprefix(_BOM).decode("utf-8")


def _parsed(
    path: Path, data: bytes, report: Report, progress: Callable[[float], None] | None
) -> Mapping[str, Any] | None:
    """Return the parsed TOML of a file; report a syntax error, and return None."""
    name = path.stem
    if len(data) > SLICED and name in ARRAYS:
        with suppress(ValueError, RecursionError):  # no UTF-8, or no TOML: its place needs the whole
            return loads(data.removeprefix(_BOM), _decimal, ARRAYS[name], progress or (lambda _: None))
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        byte = f"0x{error.object[error.start]:02X}"
        report.syntax(name, _place(before, len(before)), "not-utf8", byte=byte)
        return None
    return parsed(name, text, report)


def parsed(name: str, text: str, report: Report) -> Mapping[str, Any] | None:
    """Return the parsed TOML of `text`; report a syntax error, and return None."""
    try:
        return tomli.loads(text, parse_float=_decimal)
    except tomli.TOMLDecodeError as error:
        orphan = _orphan(text, error.lineno)
        if orphan is None:
            report.syntax(name, (error.lineno, error.colno), "toml-syntax", reason=error.msg)
        else:
            place = _place(text, orphan.start(1))
            report.syntax(name, place, "table-before-its-own", table=orphan["table"], owner=orphan["owner"])
    except RecursionError:
        report.syntax(name, _place(text, _first_deep(text)), "toml-too-deep")
    except ValueError:
        # The interpreter refuses integers of thousands of digits.
        long_number = _LONG_NUMBER.search(text)
        report.syntax(name, _place(text, long_number.start() if long_number else 0), "toml-long-number")
    return None


def _decimal(text: str) -> Decimal:
    """Return the float exactly; one that not even Decimal can hold is as good as infinite."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("Infinity")


def _orphan(text: str, line: int) -> re.Match[str] | None:
    """Return the head of a table within `[[owner]]` above the first of these, which stands in the `line`.

    TOML takes `[[owner.table]]` for a part of a single table then, and rejects the `[[owner]]` after it.
    """
    lines = text.split("\n", line)
    rejected = re.match(r"[ \t]*\[\[[ \t]*([\w-]+)[ \t]*\]\]", lines[line - 1])
    if rejected is None:
        return None
    head = rf"^[ \t]*(\[\[[ \t]*(?P<table>(?P<owner>{re.escape(rejected[1])})\.[\w.-]+)[ \t]*\]\])"
    return re.search(head, "\n".join(lines[: line - 1]), re.MULTILINE)


def _first_deep(text: str) -> int:
    """Return the offset of the first bracket that is nested too deeply, or 0."""
    depth = 0
    for match in re.finditer(r"\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#[^\n]*|[\[{\]}]", text):
        if match[0] in ("[", "{"):
            depth += 1
            if depth > _DEEP:
                return match.start()
        elif match[0] in ("]", "}"):
            depth = max(depth - 1, 0)
    return 0


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of the offset, both from 1."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
