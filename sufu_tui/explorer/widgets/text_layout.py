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

    def leads_as(self, other: TextLink) -> bool:
        """Return True if this link and the other have one target."""
        return (self.ref, self.address) == (other.ref, other.address)


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
    target: TextLink | None = None
    """Selected link itself: in another language, or on a card with other rows, it has another number."""

    def link_among(self, links: Sequence[TextLink]) -> int | None:
        """Return the number of the selected link among `links`: the same, or one to the same target."""
        if self.target is None or self.link is None:
            return None
        if self.link < len(links) and links[self.link] == self.target:
            return self.link
        same = [number for number, link in enumerate(links) if link.leads_as(self.target)]
        return next((number for number in same if links[number].block == self.target.block), (*same, None)[0])


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


def same_link(number: int | None, before: Sequence[TextLink], after: Sequence[TextLink]) -> int | None:
    """Return the number of a link in another language of its text: the same of those to its target."""
    if number is None or number >= len(before):
        return None
    wanted = before[number]
    place = [link for link in before[:number] if link.leads_as(wanted) and link.block == wanted.block]
    found = [at for at, link in enumerate(after) if link.leads_as(wanted) and link.block == wanted.block]
    return found[min(len(place), len(found) - 1)] if found else None
