"""Text layout: text laid into lines, its links, and places in it that survive another width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sufu_tui.dossier.model import Ref
from sufu_tui.typesetting.flow import Block, Line, lay


class TextLink(NamedTuple):
    """Link of a text: its target, an item or a page of the web, and the number of its block, from 0."""

    ref: Ref | None
    block: int
    paragraph: int | None = None
    """Paragraph of a section to go to, from 0."""
    address: str | None = None
    """Address of the page."""


class LinePlace(NamedTuple):
    """Place of a line in a text of any width or language: its block, from 0, and the share before it.

    A negative share counts the blank lines above the block.
    """

    block: int = 0
    share: float = 0.0


class TextPlace(NamedTuple):
    """Place of a reader in a text: first line in view, selected link, and the block that stands out."""

    line: LinePlace = LinePlace()
    link: int | None = None
    pointed: int | None = None
    follows: bool = False
    """True if the selected link shall be in view."""


class TextLayout(NamedTuple):
    """Laid lines, from the top."""

    lines: tuple[Line, ...] = ()
    link_lines: Mapping[int, int] = {}
    """Number of the first line of each link."""

    def place_of(self, y: int) -> LinePlace:
        """Return the place of the line `y`; the beginning where there is none."""
        return LinePlace(*self.lines[y][2:]) if y < len(self.lines) else LinePlace()

    def line_at(self, place: LinePlace) -> int:
        """Return the number of the line at `place`; of its block the first, where that begins later."""
        numbers = [y for y, line in enumerate(self.lines) if line.block == place.block]
        return max(
            (y for y in numbers if self.lines[y].share <= place.share), default=min(numbers, default=0)
        )


def lay_text(blocks: Iterable[Block], cells: int) -> TextLayout:
    """Lay `blocks` into lines of at most `cells` cells."""
    lines = lay(blocks, cells)
    starts: dict[int, int] = {}
    for y, line in enumerate(lines):
        for piece in line.pieces:
            if piece.link is not None:
                starts.setdefault(piece.link, y)
    return TextLayout(lines, starts)


def links_of(blocks: Sequence[Block]) -> Iterator[TextLink]:
    """Yield the links of `blocks`, in the order of the text."""
    for number, block in enumerate(blocks):
        for run in block.runs:
            if run.is_link:
                yield TextLink(run.ref, number, run.paragraph, run.address)
