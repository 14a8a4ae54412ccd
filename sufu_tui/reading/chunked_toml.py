"""Chunked TOML parser: a large document slice by slice, so that others get a turn and progress shows.

The parser is compiled code, which lets no other thread run until it is done. A document of many
`[[name]]` tables is therefore cut before such heads. A head that stands within a string cannot mislead:
the slice before it would end inside that string, and that is no TOML. A document that cannot be cut
like this is parsed whole.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import tomli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SLICE = 65_536  # bytes: a few milliseconds of parsing
_SHORT, _MOST_KNOWN = 24, 8192
"""Longest text that is shared, in characters, and how many texts are remembered."""

SLICED = 2 * SLICE
"""Bytes from which a document is parsed in slices: as a whole it would take a third more memory."""


def loads(
    data: bytes,
    parse_float: Callable[[str], Any],
    name: str,
    progress: Callable[[float], None],
    size: int = SLICE,
) -> dict[str, Any]:
    """Parse `data`, cutting it before the tables of the array `name` into slices of about `size` bytes.

    `data` is UTF-8 and decoded slice by slice as well: decoded, Chinese text takes as many bytes again.

    Raises:
        tomli.TOMLDecodeError: it is no TOML.

    """
    try:
        return _sliced(data, parse_float, name, progress, size)
    except (tomli.TOMLDecodeError, _WholeNeeded):
        return tomli.loads(data.decode(), parse_float=parse_float)  # an error has its place in the whole


class _WholeNeeded(Exception):  # noqa: N818  a request, not an error
    """Request to parse the whole document, since a slice alone is ambiguous."""


def _sliced(
    data: bytes, parse_float: Callable[[str], Any], name: str, progress: Callable[[float], None], size: int
) -> dict[str, Any]:
    tables: list[Any] = []
    shared = _Shared()
    content: dict[str, Any] = {}
    for number, (start, end) in enumerate(cuts(data, name, size)):
        text = data[start:end].decode()
        part = tomli.loads(text, parse_float=parse_float)
        found = part.pop(name, None)
        if not number and found is not None and end < len(data):
            tomli.loads(f"{text}\n[[{name}]]")  # an array that more tables may follow, or no TOML
        if number and part:  # another table, perhaps for the second time
            raise _WholeNeeded
        if found is not None and not (isinstance(found, list) and found):
            raise _WholeNeeded
        content |= part
        if not all(isinstance(table, dict) for table in found or ()):
            raise _WholeNeeded
        tables += map(shared.table, found or ())
        progress(end / len(data))
        time.sleep(0)  # let the screen be drawn
    return content | {name: tables} if tables else content


class _Shared:
    """Keys and short texts that the tables of a document share.

    The parser makes a new string for every key of every table; most of a large document would be these.
    """

    def __init__(self) -> None:
        self._keys: dict[tuple[str, ...], tuple[str, ...]] = {}  # most tables have the same ones
        self._texts: dict[str, str] = {}

    def table(self, table: dict[str, Any]) -> dict[str, Any]:
        """Return `table` with shared keys and short texts, those within it as well."""
        keys = tuple(table)
        share = self._texts.setdefault if len(self._texts) < _MOST_KNOWN else self._texts.get
        values = [
            (share(value, value) if len(value) <= _SHORT else value)
            if isinstance(value, str)
            else (self.table(value) if isinstance(value, dict) else value)
            for value in table.values()
        ]
        return dict(zip(self._keys.setdefault(keys, keys), values, strict=True))


def cuts(data: bytes, name: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield slices of `data` of about `size` bytes, each but the first beginning with `[[name]]`."""
    head = re.compile(rf"^\[\[{re.escape(name)}\]\]".encode(), re.MULTILINE)
    start = 0
    while start < len(data):
        found = head.search(data, start + size)
        end = found.start() if found else len(data)
        yield start, end
        start = end
