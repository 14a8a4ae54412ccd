"""Encoder of screenshots: SVG, PNG or plain text, by the suffix of the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.screenshots.metadata import PNG_SIGNATURE, Metadata, description_lines, png_text
from sufu_tui.screenshots.svg import draw

if TYPE_CHECKING:
    from sufu_tui.screenshots.captions import CaptionLine
    from sufu_tui.screenshots.grid import ScreenGrid
    from sufu_tui.screenshots.svg import Drawing, Pen

SUFFIXES = (".svg", ".png", ".txt")
_MAGNIFIED = 2  # pixels to a unit: sharp on today's screens


class NoRasteriser(Exception):  # noqa: N818  names the missing part
    """Error: the rasteriser of SVG to pixels (the package resvg_py) is not installed."""


class Encoded(NamedTuple):
    """Encoded file: its bytes, its metadata, and the characters that no font here has."""

    data: bytes
    metadata: Metadata
    undrawn: tuple[str, ...] = ()


class Screenshot(NamedTuple):
    """Screen with its title and its caption."""

    grid: ScreenGrid
    title: str
    caption: tuple[CaptionLine, ...] = ()


def encode(picture: Screenshot, suffix: str, pen: Pen) -> Encoded:
    """Return a screenshot as the bytes of a file with `suffix`; the same every time.

    Raises:
        NoRasteriser: a PNG without the package resvg_py.

    """
    if suffix == ".txt":
        text = "".join(f"{line}\n" for line in picture.grid.lines())
        return Encoded(text.encode(), Metadata(description_lines(picture.grid, ())[:-1]))
    drawing = draw(picture.grid, picture.title, picture.caption, pen)
    data = drawing.svg.encode() if suffix == ".svg" else _png(drawing, picture.title)
    return Encoded(data, drawing.metadata, drawing.undrawn)


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path for a new file in `folder`: `stem-1.svg`, or the next number that is free."""
    number = 1
    while (path := folder / f"{stem}-{number}{suffix}").exists():
        number += 1
    return path


def _png(drawing: Drawing, title: str) -> bytes:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise NoRasteriser from None
    pixels = bytes(svg_to_bytes(svg_string=drawing.svg, zoom=_MAGNIFIED))
    header = len(PNG_SIGNATURE) + 25  # the header chunk has to stay the first
    texts = (
        png_text("Title", title),
        png_text("Description", "\n".join(drawing.metadata.lines)),
        png_text("Comment", drawing.metadata.note()),
    )
    return pixels[:header] + b"".join(texts) + pixels[header:]
