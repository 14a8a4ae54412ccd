"""SVG of a screen grid, self-contained: no font, no script, no style sheet, the same bytes every time.

Links to the web are links in it as well.

Every character stands at its own place, so that no viewer's font can shift a column. Characters
are outlines where a font of this machine has them, otherwise text in the viewer's font.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol
from xml.sax.saxutils import escape, quoteattr

from sufu_tui.screenshots.captions import CaptionLine
from sufu_tui.screenshots.dimensions import BASELINE, CELL_HEIGHT, CELL_WIDTH, EM, FINE, MARGIN
from sufu_tui.screenshots.grid import CellStyle, ScreenCell, ScreenGrid, cells_of
from sufu_tui.screenshots.metadata import Metadata, metadata_of
from sufu_tui.typesetting.cells import clip

_FONTS = "DejaVu Sans Mono,Noto Sans Mono CJK TC,Sarasa Mono TC,PingFang TC,Microsoft JhengHei,monospace"
_NARROW_EM = EM * 0.83  # at which the usual fixed-pitch fonts make a character half an em wide
_STEP = CELL_WIDTH * FINE
_LINE = CELL_HEIGHT * FINE
_LEAN = "translate(76)skewX(-11)"  # about the line that characters stand on


class Pen(Protocol):
    """Pen that draws characters."""

    def of(self, text: str, cells: int, *, bold: bool) -> str | None:
        """Return the path of a character in fine steps, or None where it cannot be drawn."""

    def fonts(self) -> tuple[str, ...]:
        """Return the names of the fonts in use."""


class Drawing(NamedTuple):
    """SVG with its metadata; `undrawn` are the characters that no font here has."""

    svg: str
    metadata: Metadata
    undrawn: tuple[str, ...]


def draw(grid: ScreenGrid, title: str, caption: Sequence[CaptionLine], pen: Pen) -> Drawing:
    """Return the picture of `grid`, with its text in title and description and `caption` below it."""
    width = grid.columns * CELL_WIDTH + 2 * MARGIN
    height = (len(grid.rows) + len(caption)) * CELL_HEIGHT + 3 * MARGIN
    shapes = _Shapes(pen)
    look = _caption_look(grid.base)
    below = [tuple(cells_of(clip(line.text, grid.columns), look, line.uri)) for line in caption]
    foot = len(grid.rows) * _LINE + MARGIN * FINE
    characters = [
        *(part for number, row in enumerate(grid.rows) for part in _row(number * _LINE, row, shapes)),
        *(part for number, row in enumerate(below) for part in _row(foot + number * _LINE, row, shapes)),
    ]
    # To a reader by ear an image has no parts, so none that could be followed.
    has_links = any(cell.uri for row in (*grid.rows, *below) for cell in row)
    role = "graphics-document" if has_links else "img"
    drawing = "\n".join((
        f'<rect width="{width}" height="{height}" rx="{MARGIN // 2}" fill="{grid.base.background}"/>',
        f'<g transform="translate({MARGIN} {MARGIN})" shape-rendering="crispEdges">',
        *_backgrounds(grid),
        "</g>",
        f"<defs>{shapes.definitions()}</defs>",
        f'<g transform="translate({MARGIN} {MARGIN})scale({1 / FINE:g})" font-family="{_FONTS}">',
        *characters,
        "</g>",
    ))  # fmt: skip
    metadata = metadata_of(grid, caption, pen.fonts(), drawing)
    size = f'width="{width}" height="{height}"'
    svg = "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}" role="{role}">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(chr(10).join(metadata.lines))}</desc>",
        f"<metadata>{escape(metadata.note())}</metadata>",
        drawing,
        "</svg>\n",
    ))  # fmt: skip
    return Drawing(svg, metadata, shapes.undrawn())


class _Shapes:
    """Shared outlines of a picture, each defined once."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._known: dict[tuple[str, int, bool], str] = {}
        self._paths: list[str] = []

    def named(self, cell: ScreenCell) -> str:
        """Return the name of the outline of a cell, "" where it has none."""
        key = (cell.text, cell.cells, cell.look.bold)
        if key not in self._known:
            path = self._pen.of(cell.text, cell.cells, bold=cell.look.bold)
            if path is not None:
                self._paths.append(path)
            self._known[key] = "" if path is None else f"c{len(self._paths)}"
        return self._known[key]

    def definitions(self) -> str:
        return "".join(f'<path id="c{number}" d="{path}"/>' for number, path in enumerate(self._paths, 1))

    def undrawn(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for (text, _, _), name in self._known.items() if not name))


def _caption_look(base: CellStyle) -> CellStyle:
    return base._replace(foreground=_mixed(base.foreground, base.background))


def _mixed(colour: str, other: str) -> str:
    """Return the colour two thirds of the way from `other` to `colour`."""
    parts = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(2 * one + two) // 3:02x}" for one, two in parts)


def _backgrounds(grid: ScreenGrid) -> Iterator[str]:
    """Yield the coloured backgrounds; one that goes on from row to row is one rectangle, without a seam."""
    growing: dict[tuple[int, int, str], int] = {}
    for number in range(len(grid.rows) + 1):
        here = {
            (run.column, run.cells, run.look.background)
            for run in (grid.runs(number) if number < len(grid.rows) else ())
            if run.look.background != grid.base.background
        }
        for column, cells, colour in sorted(growing.keys() - here):
            top = growing.pop((column, cells, colour))
            yield (
                f'<rect x="{column * CELL_WIDTH}" y="{top * CELL_HEIGHT}" width="{cells * CELL_WIDTH}"'
                f' height="{(number - top) * CELL_HEIGHT}" fill="{colour}"/>'
            )
        for rectangle in here - growing.keys():
            growing[rectangle] = number


def _row(top: int, row: Iterable[ScreenCell], shapes: _Shapes) -> Iterator[str]:
    """Yield the characters of a row, grouped by style and link; `top` is in fine steps."""
    groups: dict[tuple[str, bool, str], list[str]] = {}
    column = 0
    for cell in row:
        look = cell.look
        parts = groups.setdefault((look.foreground, look.italic, cell.uri), [])
        at = column * _STEP
        if not cell.text.isspace():
            parts.append(_character(cell, at, shapes))
        if look.underline:
            parts.append(_stroke(at, cell.cells, 22))
        if look.strike:
            parts.append(_stroke(at, cell.cells, 13))
        column += cell.cells
    for (colour, leaning, uri), parts in groups.items():
        if parts:
            lean = _LEAN if leaning else ""
            place = f"translate(0 {top})" if top else ""
            transform = f' transform="{place}{lean}"' if place or lean else ""
            shapes_here = "".join(parts)
            content = f"<a href={quoteattr(uri)}>{shapes_here}</a>" if uri else shapes_here
            yield f'<g fill="{colour}"{transform}>{content}</g>'


def _character(cell: ScreenCell, at: int, shapes: _Shapes) -> str:
    name = shapes.named(cell)
    if name:
        return f'<use href="#{name}"' + (f' x="{at}"' if at else "") + "/>"
    size = round((EM if cell.cells > 1 else _NARROW_EM) * FINE)
    weight = ' font-weight="bold"' if cell.look.bold else ""
    return (
        f'<text x="{at}" y="{round(BASELINE * FINE)}" font-size="{size}"{weight}>{escape(cell.text)}</text>'
    )


def _stroke(at: int, cells: int, below: int) -> str:
    return f'<path d="M{at} {below * FINE}h{cells * _STEP}v{FINE}h{-cells * _STEP}z"/>'
