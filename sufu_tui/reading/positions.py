"""Positions: a scanner that finds each key and value of a TOML document in its text.

The document has been parsed before, by a real parser; so this scanner need not judge, only find.
It never raises: where it loses its way, it gives a place that encloses the wanted one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING

from sufu_tui.reading.findings import Finding, TomlSpot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sufu_tui.reading.findings import Problem, TomlPath

_BLANK = re.compile(r"[ \t]*")
_BETWEEN = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}#\r\n]*")
_STRINGS = (
    ('"""', re.compile(r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*(?:"{3,5})?')),
    ("'''", re.compile(r"'''(?:[^']|'{1,2}(?!'))*(?:'{3,5})?")),
    ('"', re.compile(r'"(?:[^"\\\n]|\\.)*"?')),
    ("'", re.compile(r"'[^'\n]*'?")),
)
_ADDRESS = re.compile(r"\]\(([^()\s]+)\)")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))")
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
# A pair as most are: a bare key, one blank, and a string without escapes or a number.
_PLAIN_PAIR = re.compile(r"([A-Za-z0-9_-]+) = (\"[^\"\\\n]*\"(?!\")|[0-9][0-9_.]*(?=[ ,}\r\n]))")
_PLAIN_TABLE = re.compile(r"\{ ?(?:" + _PLAIN_PAIR.pattern + r"(?:, | ?(?=\})))+\}")
# Lines of such pairs and of tables of them: most tables of a dossier are nothing else. More than so many are
# not looked through for each key.
_PLAIN_LINES = re.compile(
    rf"(?:\n+(?:{_PLAIN_PAIR.pattern}|[A-Za-z0-9_-]+ = {_PLAIN_TABLE.pattern})(?=\n|\Z)){{1,40}}"
)
_PLAIN_HEADER = re.compile(r"\[\[([A-Za-z0-9_-]+)\]\](?=\n)")
_DEEPEST = 200


def locate(problems: Iterable[Problem], texts: Mapping[str, str], folder: Path) -> tuple[Finding, ...]:
    """Return the problems as findings, sorted by file, line and column; `texts` are the files' contents."""
    positions = {file: Positions(text) for file, text in texts.items()}
    files: dict[str, Path] = {}
    findings = []
    for spot, severity, code, quoted, known in problems:
        values = quoted
        line, column, length = (*known, 1) if known else (1, 1, 1)
        if spot.file in positions and not known:
            line, column, length = positions[spot.file].place(spot)
        if spot.see is not None:
            other = positions[spot.file].place(TomlSpot(spot.file, spot.see))
            values = {**quoted, "line": str(other[0])}
        if spot.file not in files:
            files[spot.file] = folder / f"{spot.file}.toml"
        findings.append(Finding(files[spot.file], line, column, severity, code, values, length))
    return tuple(sorted(findings, key=lambda found: (found.file, found.line, found.column, found.code)))


@dataclass(slots=True)
class _Node:
    """Key or element: the offsets of its key and its value, and its children."""

    key: tuple[int, int] = (0, 0)
    value: tuple[int, int] = (0, 0)
    children: dict[str | int, _Node] = field(default_factory=dict)
    of_tables: bool = False
    lines: tuple[int, int] = (0, 0)
    """Offsets of plain lines with more children, each of which is made when it is looked for."""


class Positions:
    """Places of one document, scanned at the first call."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._scanner = _Scanner(text)
        self._root: _Node | None = None
        self._line_starts = [0, *map(add, accumulate(map(len, text.split("\n"))), count(1))]
        self._addresses: dict[tuple[int, int], Mapping[str, list[int]]] = {}
        self._found: dict[tuple[int, int, str], list[int]] = {}

    def span(self, path: TomlPath) -> tuple[int, int] | None:
        """Return start and end of the value at `path` as offsets, or None; a table's is its header's."""
        node = self._scanned()
        for step in path:
            found = self._scanner.child(node, step)
            if found is None:
                return None
            node = found
        return node.value

    def place(self, spot: TomlSpot) -> tuple[int, int, int]:
        """Return line, column (from 1, in characters) and length on that line of the spot.

        A missing value gets the place of the innermost table that should have it.
        """
        at_key = spot.at_key
        node = self._scanned()
        for step in spot.path:
            found = self._scanner.child(node, step)
            if found is None:
                at_key = False
                break
            node = found
        start, end = node.key if at_key else node.value
        if spot.needle:
            start, end = self._within(start, end, spot)
        number = bisect_right(self._line_starts, start) - 1
        line = self._line_starts[number]
        following = self._line_starts[number + 1 : number + 2]
        last = min(end, following[0] - 1 if following else len(self._text))
        return number + 1, start - line + 1, max(last - start, 1)

    def _within(self, start: int, end: int, spot: TomlSpot) -> tuple[int, int]:
        """Return the span of the spot's needle between `start` and `end`, or these two if it is missing."""
        needle = spot.needle
        places = self._links(start, end).get(needle) or self._searched(start, end, needle)
        if spot.occurrence >= len(places):
            return start, end
        place = places[spot.occurrence]
        if spot.offset:
            return place + spot.offset, place + spot.offset + 1
        return place, place + len(needle)

    def _links(self, start: int, end: int) -> Mapping[str, list[int]]:
        """Return where each address of the links of one value stands, in one pass for all of them."""
        if (start, end) not in self._addresses:
            found: dict[str, list[int]] = {}
            for match in _ADDRESS.finditer(self._text, start, end):
                found.setdefault(match[1], []).append(match.start(1))
            self._addresses[start, end] = found
        return self._addresses[start, end]

    def _searched(self, start: int, end: int, needle: str) -> list[int]:
        """Return where `needle` stands in one value, searched for once."""
        key = (start, end, needle)
        if key not in self._found:
            self._found[key] = []
            if self._text.find(needle, start, end) >= 0:  # many times as fast as a pattern
                head = r"(?<![\w-])" if needle[0].isalnum() else ""
                tail = r"(?![\w-])" if needle[-1].isalnum() else ""
                found = re.compile(head + re.escape(needle) + tail, re.ASCII).finditer(self._text, start, end)
                self._found[key] = [match.start() for match in found]
        return self._found[key]

    def _scanned(self) -> _Node:
        if self._root is None:
            self._root = self._scanner.document()
        return self._root


class _Scanner:
    """Scanner: one pass over a document that is known to be TOML; plain lines are looked into when asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def document(self) -> _Node:
        """Return the tree of the whole document."""
        root = current = _Node()
        while True:
            self._plain_lines(current)
            self._skip(_BETWEEN)
            start = self._at
            if start >= len(self._text):
                return root
            if self._text[start] == "[":
                current = self._header(root)
            else:
                self._pair(current, 0)
            if self._at == start:
                # Not TOML after all: go on with the next line.
                line_end = self._text.find("\n", start)
                self._at = line_end if line_end >= 0 else len(self._text)

    def child(self, node: _Node, step: str | int) -> _Node | None:
        """Return the child of `node` that a step of a path leads to; None where there is none."""
        found = node.children.get(step)
        first, last = node.lines
        if found is None and first < last and isinstance(step, str):
            place = self._text.find(f"\n{step} = ", first, last)
            if place >= 0:
                self._at = place + 1
                self._pair(node, 0)
                found = node.children.get(step)
        return found

    def _plain_lines(self, node: _Node) -> None:
        """Step over the plain lines that come next, and give them to `node`, if it has none yet."""
        if node.lines == (0, 0) and (plain := _PLAIN_LINES.match(self._text, self._at)):
            node.lines = plain.span()
            self._at = plain.end()

    def _skip(self, blanks: re.Pattern[str]) -> None:
        match = blanks.match(self._text, self._at)
        if match:
            self._at = match.end()

    def _next(self, character: str) -> bool:
        """Step over `character` if it is next."""
        if self._text.startswith(character, self._at):
            self._at += len(character)
            return True
        return False

    def _header(self, root: _Node) -> _Node:
        start, array = self._at, True
        if plain := _PLAIN_HEADER.match(self._text, start):
            keys = [(plain[1], plain.span(1))]
            self._at = plain.end()
        else:
            array = self._next("[[")
            if not array:
                self._next("[")
            keys = self._keys()
            self._skip(_BLANK)
            self._next("]]" if array else "]")
        span = (start, self._at)
        node = root
        for index, (key, key_span) in enumerate(keys):
            last = index == len(keys) - 1
            known = key in node.children
            node = node.children.setdefault(key, _Node(key_span, span))
            if last and array:
                node.of_tables = True
                element = _Node(key_span, span)
                node.children[len(node.children)] = element
                return element
            if last and known and not node.of_tables:
                node.key, node.value = key_span, span
            if node.of_tables and node.children:
                node = node.children[len(node.children) - 1]
        return node

    def _keys(self) -> list[tuple[str, tuple[int, int]]]:
        """Step over a dotted key and return its parts with their spans."""
        keys = []
        while True:
            self._skip(_BLANK)
            start = self._at
            if self._text.startswith(('"', "'"), start):
                self._string()
                key = _unescaped(self._text[start : self._at])
            else:
                self._skip(_BARE_KEY)
                key = self._text[start : self._at]
            keys.append((key, (start, self._at)))
            self._skip(_BLANK)
            if not self._next("."):
                return keys

    def _pair(self, node: _Node, depth: int) -> None:
        """Step over `key = value` and put it into `node`."""
        if plain := _PLAIN_PAIR.match(self._text, self._at):
            node.children[plain[1]] = _Node(plain.span(1), plain.span(2))
            self._at = plain.end()
            return
        keys = self._keys()
        start = keys[0][1][0]
        for key, span in keys[:-1]:
            node = node.children.setdefault(key, _Node(span, (start, span[1])))
        self._skip(_BLANK)
        self._next("=")
        self._skip(_BLANK)
        key, span = keys[-1]
        child = self._value(depth)
        child.key = span
        node.children[key] = child

    def _value(self, depth: int) -> _Node:
        node = _Node()
        start = self._at
        if depth < _DEEPEST and self._next("["):
            self._array(node, depth + 1)
        elif depth < _DEEPEST and self._next("{"):
            self._inline_table(node, depth + 1)
        elif not self._string():
            self._skip(_PLAIN_VALUE)
            while self._at > start and self._text[self._at - 1] in " \t":
                self._at -= 1
        node.key = node.value = (start, self._at)
        return node

    def _array(self, node: _Node, depth: int) -> None:
        while True:
            self._skip(_BETWEEN)
            start = self._at
            if self._next("]") or start >= len(self._text):
                return
            if not self._next(","):
                node.children[len(node.children)] = self._value(depth)
            if self._at == start:
                return

    def _inline_table(self, node: _Node, depth: int) -> None:
        if plain := _PLAIN_TABLE.match(self._text, self._at - 1):
            for pair in _PLAIN_PAIR.finditer(self._text, self._at, plain.end()):
                node.children[pair[1]] = _Node(pair.span(1), pair.span(2))
            self._at = plain.end()
            return
        while True:
            self._skip(_BETWEEN)
            start = self._at
            if self._next("}") or start >= len(self._text):
                return
            if not self._next(","):
                self._pair(node, depth)
            if self._at == start:
                return

    def _string(self) -> bool:
        for mark, pattern in _STRINGS:
            if self._text.startswith(mark, self._at):
                self._skip(pattern)
                return True
        return False


def _unescaped(key: str) -> str:
    """Return the content of a quoted key (TOML escapes)."""
    if key.startswith("'"):
        return key[1:-1]

    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        return chr(int(code, 16)) if code else _SHORT_ESCAPES.get(match[4], match[4])

    return _ESCAPE.sub(character, key[1:-1])
