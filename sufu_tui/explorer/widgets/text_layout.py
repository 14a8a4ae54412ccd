"""Text layout: text laid into lines, and the beginnings of its links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sufu_tui.typesetting.flow import Block, Line, Piece, lay


class TextLayout(NamedTuple):
    """Laid lines, from the top."""

    lines: tuple[Line, ...] = ()
    links: tuple[tuple[Piece, int], ...] = ()
    """First piece of each link, and its line."""


def lay_text(blocks: Iterable[Block], cells: int) -> TextLayout:
    """Lay `blocks` into lines of at most `cells` cells."""
    lines = lay(blocks, cells)
    starts: dict[int, tuple[Piece, int]] = {}
    for y, line in enumerate(lines):
        for piece in line.pieces:
            if piece.link is not None and piece.ref is not None:
                starts.setdefault(piece.link, (piece, y))
    return TextLayout(lines, tuple(starts[number] for number in sorted(starts)))
