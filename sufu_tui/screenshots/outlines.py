"""Outlines of characters, from the fonts of this machine.

Outlines look the same wherever a picture is shown: on a page that loads no font, in a rasteriser
that has none. A character that no font here has is left to the viewer's fonts.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from sufu_tui.screenshots.box_drawing import drawn
from sufu_tui.screenshots.dimensions import BASELINE, CELL_WIDTH, EM, FINE

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

    from sufu_tui.screenshots.fonts import FontFile, FontSet


class Outlines:
    """Pen that draws characters with a set of fonts."""

    def __init__(self, fonts: FontSet) -> None:
        self._faces = {
            False: [_Face(font) for font in (fonts.wide, fonts.narrow) if font],
            True: [_Face(font) for font in (fonts.wide_bold, fonts.narrow_bold) if font],
        }

    def fonts(self) -> tuple[str, ...]:
        """Return the names and versions of the fonts, for the metadata."""
        return tuple(face.name for face in self._faces[False])

    def of(self, text: str, cells: int, *, bold: bool) -> str | None:
        """Return the SVG path of a character with its combining marks; None where no font has it.

        The path is in fine steps, from the upper left corner of its first cell. A character too wide for its
        cells (`“` in a Chinese font) is taken from the font where it has to shrink least.
        """
        ruled = drawn(text)
        if ruled is not None:
            return ruled
        able = [face for face in self._faces[bold] if face.has(text)]
        if not able:
            return None
        room = cells * CELL_WIDTH
        return min(able, key=lambda face: abs(face.advance(text) - room)).path(text, room)


class _Face:
    """Font, opened at the first use."""

    def __init__(self, font: FontFile) -> None:
        self._file = font

    @cached_property
    def _font(self) -> TTFont:
        from fontTools.ttLib import TTFont  # an extra, and slow to import

        return TTFont(self._file.path, fontNumber=self._file.number, lazy=True)

    @cached_property
    def _characters(self) -> dict[int, str]:
        return dict(self._font.getBestCmap() or {})

    @cached_property
    def _glyphs(self) -> Any:  # noqa: ANN401  the library gives its glyph sets no public type
        return self._font.getGlyphSet()

    @cached_property
    def _scale(self) -> float:
        return EM / float(self._font["head"].unitsPerEm)

    @property
    def name(self) -> str:
        names = self._font["name"]
        version = str(names.getDebugName(5) or "").split(";")[0].removeprefix("Version ")
        return f"{names.getDebugName(1)} {version}"

    def has(self, text: str) -> bool:
        return all(ord(character) in self._characters for character in text)

    def advance(self, text: str) -> float:
        """Return the advance width of the base character, in the picture's units."""
        return float(self._glyphs[self._characters[ord(text[0])]].width) * self._scale

    def path(self, text: str, room: float) -> str:
        from fontTools.pens.svgPathPen import SVGPathPen
        from fontTools.pens.transformPen import TransformPen

        advance = self.advance(text)
        shrink = min(1.0, room / advance) if advance else 1.0
        size = self._scale * shrink * FINE
        left = (room - advance * shrink) / 2 * FINE
        pen = SVGPathPen(self._glyphs, ntos=lambda number: str(round(number)))
        for number, character in enumerate(text):
            glyph = self._glyphs[self._characters[ord(character)]]
            # A combining mark without a width of its own is drawn to the left of its position.
            shift = advance * shrink * FINE if number and not glyph.width else 0
            glyph.draw(TransformPen(pen, (size, 0, 0, -size, left + shift, BASELINE * FINE)))
        return str(pen.getCommands())
