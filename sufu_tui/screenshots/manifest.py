"""Manifest of a documentation's pictures: a TOML file with a `[[picture]]` for each.

Keys at its top are defaults for every `[[picture]]`. Where
`pane`, `lang` or `theme` is a list, there is a picture for each of its values, and the name of the
file has placeholders for them: `file = "pictures/{pane}-{lang}-{theme}.svg"`.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from sufu_tui.screenshots.encoding import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LISTS = ("pane", "lang", "theme")
_OPTIONS = ("size", "press", "goto", "glyphs", "filter", "sort")
_FIELDS = (*_LISTS, *_OPTIONS, "file", "data")
_HEAD = re.compile(r"^\s*\[\[\s*picture\s*\]\]", re.MULTILINE)


class ManifestEntry(NamedTuple):
    """Picture of a manifest: its file, and its options as on the command line; "" is the default.

    `data` is the folder of another dossier than that of the command line.
    """

    path: Path
    line: int
    pane: str
    lang: str = ""
    theme: str = ""
    size: str = ""
    press: str = ""
    goto: str = ""
    glyphs: str = ""
    filter: str = ""
    sort: str = ""
    data: Path | None = None


class ManifestError(Exception):
    """Error in a manifest: a sentence (`code` and `values`) and the line, from 1."""

    def __init__(self, code: str, line: int, **values: str) -> None:
        super().__init__(code, line, values)
        self.code = code
        self.line = line
        self.values = values


def read_manifest(path: Path) -> tuple[ManifestEntry, ...]:
    """Return the pictures that a manifest names, in its order.

    Raises:
        OSError: the file cannot be read.
        ManifestError: it has a fault.

    """
    try:
        text = path.read_text(encoding="utf-8")
        content = tomli.loads(text)
    except UnicodeDecodeError:
        raise ManifestError("manifest-not-utf8", 1) from None
    except tomli.TOMLDecodeError as problem:
        raise ManifestError("manifest-syntax", problem.lineno, reason=problem.msg) from None
    tables = content.pop("picture", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ManifestError("manifest-field", 1, field="picture")
    lines = [text.count("\n", 0, found.end()) + 1 for found in _HEAD.finditer(text)]
    lines += [1] * (len(tables) - len(lines))  # written in some other way
    _require_known(content, 1)
    entries = [
        entry
        for table, line in zip(tables, lines, strict=False)
        for entry in _entries(content | table, line, path.parent)
    ]
    if not entries:
        raise ManifestError("manifest-empty", 1)
    _require_apart(entries)
    return tuple(entries)


def _entries(table: Mapping[str, Any], line: int, folder: Path) -> Iterator[ManifestEntry]:
    _require_known(table, line)
    for name in ("file", "pane"):
        if name not in table:
            raise ManifestError("manifest-missing", line, field=name)
    if not table["file"].endswith(SUFFIXES):
        raise ManifestError("manifest-file", line, file=table["file"], known=", ".join(SUFFIXES))
    rest = {name: table[name] for name in _OPTIONS if name in table}
    data = folder / table["data"] if "data" in table else None
    lists = [(value if isinstance(value := table.get(name, ""), list) else [value]) for name in _LISTS]
    for values in product(*lists):
        chosen = dict(zip(_LISTS, values, strict=True))
        file = table["file"]
        for name, value in chosen.items():
            file = file.replace(f"{{{name}}}", value)
        yield ManifestEntry(folder / file, line, **chosen, **rest, data=data)


def _require_known(table: Mapping[str, Any], line: int) -> None:
    for name, value in table.items():
        words = value if name in _LISTS and isinstance(value, list) and value else [value]
        if name not in _FIELDS or not all(isinstance(word, str) for word in words):
            raise ManifestError("manifest-field", line, field=name)


def _require_apart(entries: list[ManifestEntry]) -> None:
    seen: set[Path] = set()
    for entry in entries:
        if entry.path in seen:
            raise ManifestError("manifest-twice", entry.line, file=entry.path.name)
        seen.add(entry.path)
