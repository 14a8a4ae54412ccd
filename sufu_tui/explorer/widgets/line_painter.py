"""Line painter: laid lines of flowing text as segments of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from sufu_tui.explorer.theme.styles import MARGIN_MARKS, TEXT_STYLES, StyleCache
from sufu_tui.explorer.widgets.match_marks import MatchMarks
from sufu_tui.typesetting.glyphs import LINKED

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget

    from sufu_tui.typesetting.flow import Block, Finder, Line

_POINTER = "┃"
"""Glyph in the margin of the block that stands out."""
_EDGE = "▌"
"""Glyph in the margin of a text that is set off."""


class Look(NamedTuple):
    """Look of a line: all that tells it from others that it may have."""

    stands_out: bool
    is_linked: bool
    """True if the sign of what is linked stands beside it."""
    selected: tuple[int, ...]
    """Selected links."""


class LinePainter:
    """Painter of the lines of `widget` in the styles of text; `is_selected` tells of a link by its number."""

    def __init__(self, widget: Widget, is_selected: Callable[[int], bool]) -> None:
        self.style = StyleCache(widget, TEXT_STYLES)
        """Styles in the present theme."""
        self.is_set_off = False
        """True to set the text off from what shares its widget: with an edge, and on another ground."""
        self.marks = MatchMarks()
        """Matches that stand out."""
        self.linked: Set[int] = frozenset()
        """Anchors of the blocks that have the sign of what is linked."""
        self._is_selected = is_selected

    def mark(self, versions: Sequence[Sequence[Block]], finder: Finder | None) -> None:
        """Let what `finder` finds in the `versions` of a text stand out, or nothing any more."""
        self.marks = MatchMarks(versions, finder)

    def look(self, line: Line, above: Line | None, pointed: int | None) -> Look:
        """Return the look of a line below another one in view, if any; the block `pointed` stands out.

        The sign of what is linked stands once for a stretch of text: beside its first line in view.
        """
        links = (piece.link for piece in line.pieces if piece.link is not None)
        stands_out = line.anchor is not None and line.anchor == pointed
        is_first = above is None or above.anchor != line.anchor
        is_linked = is_first and line.anchor is not None and line.anchor in self.linked
        return Look(stands_out, is_linked, tuple(link for link in links if self._is_selected(link)))

    def on_ground(self, *names: str) -> Style:
        """Return the style of `names` on the ground of a text that is set off, or of any other."""
        return self.style("set-off", *names) if self.is_set_off else self.style(*names)

    def after(self, look: Look) -> Style:
        """Return the style of what is left of a row behind a line."""
        return self.style("pointed") if look.stands_out else self.on_ground()

    def segments(self, line: Line, margin: int, look: Look) -> Iterator[Segment]:
        """Yield a line behind a margin of cells, with the marks that its look has there."""
        style = self.style
        background = ("pointed",) if look.stands_out else ("set-off",) if self.is_set_off else ()
        mark, ink = self._mark(line, look)
        if not look.is_linked:
            yield Segment(" " * (margin - 1) + mark, self.on_ground(ink))
        elif margin == 1:  # there is room for one: the other stands on the next lines
            yield Segment(LINKED, style("pointer"))
        else:
            yield Segment(" " * (margin - 2) + LINKED, style("pointer"))
            yield Segment(mark, style(ink))
        for piece, found in self.marks.marked(line):
            chosen = piece.link is not None and self._is_selected(piece.link)
            names = (*background, piece.style, *(("selected",) if chosen else ()), *found)
            painted = style(*names) if piece.address is None else style.linked(piece.address, *names)
            yield Segment(piece.text, painted)

    def _mark(self, line: Line, look: Look) -> tuple[str, str]:
        """Return the mark beside the text of a line, a blank where it has none, and its style."""
        if look.stands_out:
            return _POINTER, "pointer"
        marked = next((piece.style for piece in line.pieces if piece.style in MARGIN_MARKS), None)
        if marked is None:
            return (_EDGE, "edge") if self.is_set_off else (" ", "body")
        return MARGIN_MARKS[marked], "dimmed" if marked.startswith("dimmed") else "strong"
