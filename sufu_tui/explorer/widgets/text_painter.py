"""Text painter: a laid line as segments of the terminal, with the reader's link and paragraph marked."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.theme.styles import StyleCache
from sufu_tui.explorer.widgets.text_layout import TextPlace
from sufu_tui.typesetting.flow import Line

_POINTER = "┃"
"""Glyph in the margin of the block that stands out."""


def painted(line: Line | None, style: StyleCache, place: TextPlace, margin: int, cells: int) -> Strip:
    """Return a row of `cells` cells with `line` after a margin; an empty row for none."""
    background: tuple[str, ...] = ()
    segments: list[Segment] = []
    if line is not None:
        if line.anchor is not None and line.anchor == place.pointed:
            segments.append(Segment(" " * (margin - 1) + _POINTER, style("heading")))
            background = ("pointed",)
        else:
            segments.append(Segment(" " * margin, style()))
        for piece in line.pieces:
            chosen = piece.link is not None and piece.link == place.link
            names = (*background, piece.style, "selected") if chosen else (*background, piece.style)
            look = style(*names) if piece.address is None else style.linked(piece.address, *names)
            segments.append(Segment(piece.text, look))
    return Strip(segments).adjust_cell_length(cells, style(*background))
