"""Line painter: laid lines of flowing text as segments of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment

from sufu_tui.explorer.theme.styles import MARGIN_MARKS, TEXT_STYLES, StyleCache
from sufu_tui.explorer.widgets.match_marks import MatchMarks

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.typesetting.flow import Block, Finder, Line

Look = tuple[bool, tuple[int, ...]]
"""Look of a line: whether it stands out, and its selected links."""

_POINTER = "┃"
"""Glyph in the margin of the block that stands out."""


class LinePainter:
    """Painter of the lines of `widget` in the styles of text; `is_selected` tells of a link by its number."""

    def __init__(self, widget: Widget, is_selected: Callable[[int], bool]) -> None:
        self.style = StyleCache(widget, TEXT_STYLES)
        """Styles in the present theme."""
        self._widget = widget
        self.marks = MatchMarks()
        """Matches that stand out."""
        self._is_selected = is_selected

    def mark(self, versions: Sequence[Sequence[Block]], finder: Finder | None) -> None:
        """Let what `finder` finds in the `versions` of a text stand out, or nothing any more."""
        before, self.marks = self.marks, MatchMarks(versions, finder)
        if before.finder is not None or finder is not None:
            self._widget.refresh()

    def look(self, line: Line, pointed: int | None) -> Look:
        """Return what tells the look of a line from others that it may have; block `pointed` stands out."""
        links = (piece.link for piece in line.pieces if piece.link is not None)
        stands_out = line.anchor is not None and line.anchor == pointed
        return stands_out, tuple(link for link in links if self._is_selected(link))

    def segments(self, line: Line, margin: int, *, pointed: bool) -> Iterator[Segment]:
        """Yield a line behind a margin of cells; one that is `pointed` out has a pointer in it."""
        style, background = self.style, ("pointed",) if pointed else ()
        mark = next((piece.style for piece in line.pieces if piece.style in MARGIN_MARKS), None)
        if pointed:
            yield Segment(" " * (margin - 1) + _POINTER, style("pointer"))
        elif mark is not None:
            ink = "dimmed" if mark.startswith("dimmed") else "strong"
            yield Segment(" " * (margin - 1) + MARGIN_MARKS[mark], style(ink))
        else:
            yield Segment(" " * margin, style())
        for piece, found in self.marks.marked(line):
            chosen = piece.link is not None and self._is_selected(piece.link)
            names = (*background, piece.style, *(("selected",) if chosen else ()), *found)
            look = style(*names) if piece.address is None else style.linked(piece.address, *names)
            yield Segment(piece.text, look)
