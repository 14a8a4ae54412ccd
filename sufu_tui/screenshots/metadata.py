"""Metadata of a picture, to compare it with the screen as it is now."""

from __future__ import annotations

import json
import re
import struct
import zlib
from hashlib import sha256
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sufu_tui.screenshots.captions import CaptionLine
    from sufu_tui.screenshots.grid import ScreenGrid

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Metadata(NamedTuple):
    """Text and style digests of a picture, line by line, its fonts and a digest of its drawing.

    A plain text has neither `looks` nor `fonts` nor `drawing`. The drawing depends on the fonts, so
    it can only be compared where they are the same.
    """

    lines: tuple[str, ...]
    looks: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()
    drawing: str = ""

    def note(self) -> str:
        """Return looks, fonts and drawing as JSON on one line."""
        return json.dumps(
            {"looks": " ".join(self.looks), "fonts": self.fonts, "drawing": self.drawing}, ensure_ascii=False
        )


def metadata_of(
    grid: ScreenGrid, caption: Iterable[CaptionLine], fonts: tuple[str, ...], drawing: str
) -> Metadata:
    """Return the metadata of a picture; `drawing` is its SVG without the metadata."""
    digest = sha256(drawing.encode()).hexdigest()[:16]
    return Metadata(description_lines(grid, caption), tuple(grid.look_digests()), fonts, digest)


def description_lines(grid: ScreenGrid, caption: Iterable[CaptionLine]) -> tuple[str, ...]:
    """Return the lines of the screen without blanks at their ends, a blank line, and the caption."""
    return (*(line.rstrip() for line in grid.lines()), "", *(line.text for line in caption))


def read_metadata(path: Path) -> Metadata | None:
    """Return the metadata of the picture in a file, or None where it has none.

    Raises:
        OSError: the file cannot be read.

    """
    data = path.read_bytes()
    if path.suffix == ".txt":
        return Metadata(tuple(line.rstrip() for line in data.decode("utf-8", "replace").splitlines()))
    if data.startswith(PNG_SIGNATURE):
        texts = dict(_png_texts(data))
        return _parsed(texts.get("Description", ""), texts.get("Comment", ""))
    text = data.decode("utf-8", "replace")
    parts = [re.search(f"<{name}>(.*?)</{name}>", text, re.DOTALL) for name in ("desc", "metadata")]
    return _parsed(*(unescape(found[1]) if found else "" for found in parts))


def _parsed(description: str, note: str) -> Metadata | None:
    try:
        content = json.loads(note)
        return Metadata(
            tuple(description.split("\n")),
            tuple(content["looks"].split()),
            tuple(content["fonts"]),
            content["drawing"],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def png_text(keyword: str, text: str) -> bytes:
    """Return an international text chunk, uncompressed (PNG specification, 11.3.3.4)."""
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def _png_texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield keyword and text of each chunk that `png_text` may have made."""
    at = len(PNG_SIGNATURE)
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"iTXt":
            keyword, _, rest = body.partition(b"\0")
            yield keyword.decode("latin-1"), rest[4:].decode("utf-8", "replace")
        at += length + 12
