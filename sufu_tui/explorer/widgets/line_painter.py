"""Line painter: laid lines of flowing text as segments of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from sufu_tui.explorer.theme.styles import MARGIN_MARKS, TEXT_STYLES, StyleCache
from sufu_tui.explorer.widgets.match_marks import MatchMarks

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget

    from sufu_tui.typesetting.flow import Block, Finder, Line

Look = tuple[bool, tuple[int, ...]]
"""Look of a line: whether it stands out, and its selected links."""

_POINTER = "┃"
"""Glyph in the margin of the block that stands out."""
_EDGE = "▌"
"""Glyph in the margin of a text that is set off."""


class LinePainter:
    """Painter of the lines of `widget` in the styles of text; `is_selected` tells of a link by its number."""

    def __init__(self, widget: Widget, is_selected: Callable[[int], bool]) -> None:
        self.style = StyleCache(widget, TEXT_STYLES)
        """Styles in the present theme."""
        self.is_set_off = False
        """True to set the text off from what shares its widget: with an edge, and on another ground."""
        self.marks = MatchMarks()
        """Matches that stand out."""
        self._is_selected = is_selected

    def mark(self, versions: Sequence[Sequence[Block]], finder: Finder | None) -> None:
        """Let what `finder` finds in the `versions` of a text stand out, or nothing any more."""
        self.marks = MatchMarks(versions, finder)

    def look(self, line: Line, pointed: int | None) -> Look:
        """Return what tells the look of a line from others that it may have; block `pointed` stands out."""
        links = (piece.link for piece in line.pieces if piece.link is not None)
        stands_out = line.anchor is not None and line.anchor == pointed
        return stands_out, tuple(link for link in links if self._is_selected(link))

    def _ground(self, *, pointed: bool) -> tuple[str, ...]:
        return ("pointed",) if pointed else ("set-off",) if self.is_set_off else ()

    def on_ground(self, *names: str, pointed: bool = False) -> Style:
        """Return the style of `names` on the ground of a line that is `pointed` out, or of others."""
        return self.style(*self._ground(pointed=pointed), *names)

    def segments(self, line: Line, margin: int, *, pointed: bool) -> Iterator[Segment]:
        """Yield a line behind a margin of cells; one that is `pointed` out has a pointer in it."""
        style, background = self.style, self._ground(pointed=pointed)
        mark = next((piece.style for piece in line.pieces if piece.style in MARGIN_MARKS), None)
        if pointed:
            yield Segment(" " * (margin - 1) + _POINTER, style("pointer"))
        elif mark is not None:
            ink = "dimmed" if mark.startswith("dimmed") else "strong"
            yield Segment(" " * (margin - 1) + MARGIN_MARKS[mark], style(*background, ink))
        elif self.is_set_off:
            yield Segment(_EDGE + " " * (margin - 1), style(*background, "edge"))
        else:
            yield Segment(" " * margin, style())
        for piece, found in self.marks.marked(line):
            chosen = piece.link is not None and self._is_selected(piece.link)
            names = (*background, piece.style, *(("selected",) if chosen else ()), *found)
            look = style(*names) if piece.address is None else style.linked(piece.address, *names)
            yield Segment(piece.text, look)
