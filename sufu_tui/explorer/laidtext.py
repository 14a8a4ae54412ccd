"""Text laid into lines, where its links begin, and its lines as far as they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sufu_tui.typesetting.flow import Block, Line, Piece, lay

if TYPE_CHECKING:
    from textual.strip import Strip


@dataclass(slots=True)
class LaidText:
    """Lines of a width, from the top."""

    lines: tuple[Line, ...] = ()
    links: tuple[tuple[Piece, int], ...] = ()
    """How each link begins, and in which line."""
    strips: dict[tuple[int, str], Strip] = field(default_factory=dict)
    """What is drawn, by the number of the line and by what ends it; below the last, all lines are alike."""

    def line(self, number: int) -> Line | None:
        """Return a line; None below the last."""
        return self.lines[number] if number < len(self.lines) else None


def lay_text(blocks: Iterable[Block], cells: int) -> LaidText:
    """Lay `blocks` into lines of at most `cells` cells; nothing is drawn yet."""
    lines = lay(blocks, cells)
    starts: dict[int, tuple[Piece, int]] = {}
    for y, line in enumerate(lines):
        for piece in line.pieces:
            if piece.link is not None and piece.ref is not None:
                starts.setdefault(piece.link, (piece, y))
    return LaidText(lines, tuple(starts[number] for number in sorted(starts)))
