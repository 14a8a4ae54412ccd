"""Glyph filter: puts another glyph set in, the last step before a line goes to the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from sufu_tui.typesetting.glyphs import GlyphSet
from sufu_tui.typesetting.substitutes import Substitutes

if TYPE_CHECKING:
    from textual.color import Color


class GlyphFilter(LineFilter):
    """Line filter that replaces ambiguous characters of every widget.

    Textual passes every line of every widget through its filters, borders and scrollbars included, and
    keeps the result until the line changes.
    """

    def __init__(self, name: GlyphSet) -> None:
        super().__init__()
        self._glyphs = Substitutes(name)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return `segments` with substitutes; ASCII ones are passed on as they are."""
        replaced = self._glyphs.replaced
        return [
            segment if segment.text.isascii() else segment._replace(text=replaced(segment.text))
            for segment in segments
        ]
