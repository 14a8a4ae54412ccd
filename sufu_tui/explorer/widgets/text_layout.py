"""Text layout: text laid into lines, its links, and places in it that survive another width."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from sufu_tui.dossier.model import Ref, parse_ref
from sufu_tui.explorer.reading_place import list_of, real_of, table_of, text_of, whole_of
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import PORTION, Block, BlockText, Line

_AT_ONCE = 400
"""Lines of a text that are laid at once."""
_SAMPLE = 100
"""Characters by which the width of a text is estimated."""


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
        return self.ref == other.ref and self.address == other.address


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


def plain_text_place(place: TextPlace) -> dict[str, object]:
    """Return a place as plain values, to be kept over a restart."""
    plain: dict[str, object] = {"line": list(place.line), "pointed": place.pointed, "follows": place.follows}
    if place.link is not None and place.target is not None:
        ref, block, paragraph, address = place.target
        plain["link"] = [place.link, None if ref is None else str(ref), block, paragraph, address]
    return plain


def text_place_from(plain: object) -> TextPlace:
    """Return the place in plain values from any source; the beginning for invalid ones."""
    table = table_of(plain)
    block, share = (*list_of(table.get("line")), None, None)[:2]
    pointed, chosen = whole_of(table.get("pointed"), -1), list_of(table.get("link"))
    line = LinePlace(whole_of(block), real_of(share))
    place = TextPlace(line, None, None if pointed < 0 else pointed, table.get("follows") is True)
    if len(chosen) != 5 or whole_of(chosen[0], -1) < 0:
        return place._replace(follows=False)
    paragraph = whole_of(chosen[3], -1)
    target = TextLink(
        parse_ref(text_of(chosen[1])),
        whole_of(chosen[2]),
        None if paragraph < 0 else paragraph,
        text_of(chosen[4]) or None,
    )
    return place._replace(link=whole_of(chosen[0]), target=target)


class TextLayout:
    """Lines of a text, numbered from the top, laid where the reader is; of a short text all at once.

    Of a long one the lines that are not laid are counted by an estimate, which laying corrects:
    so the number of a line below them changes, and only its place is for good. Between `lay_around` and the
    next call of it, the numbers of the lines that it has laid stay.
    """

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        links: Sequence[TextLink] = (),
        cells: int = 2,
        texts: dict[int, BlockText] | None = None,
    ) -> None:
        """Make a layout of `blocks` with `links` in lines of at most `cells` cells.

        `texts` are those of the blocks that a layout of another width has made.
        """
        self._blocks = blocks
        self._links = links
        self._cells = cells
        self._texts: dict[int, BlockText] = {} if texts is None else texts
        self._first_portions: list[int] = []  # of each block, in the list of all
        self._portions: list[tuple[int, int]] = []  # the numbers of its block and within it
        self._laid: dict[int, tuple[Line, ...]] = {}
        self._heights: list[int] = []
        for number, block in enumerate(blocks):
            self._first_portions.append(len(self._portions))
            known = self._texts.get(number)
            length = sum([len(run.text) for run in block.runs]) if known is None else known.length
            portions = range(len(self._text_of(number).starts) if length > PORTION else 1)
            self._portions += [(number, portion) for portion in portions]
            self._heights += [self._estimate(block, length // len(portions))] * len(portions)
        self._starts = [0, *accumulate(self._heights)]
        if sum(self._heights) <= _AT_ONCE:
            self.lay_all()

    @property
    def lines(self) -> int:
        """Number of lines, as far as it is known."""
        return self._starts[-1]

    @property
    def text(self) -> str:
        """Text, line by line."""
        self.lay_all()
        lines = map(self.line, range(self.lines))
        return "\n".join("".join(piece.text for piece in line.pieces).rstrip() for line in lines)

    def line(self, y: int) -> Line:
        """Return the line `y`; an empty one where there is none."""
        if not 0 <= y < self.lines:
            return Line()
        portion = self._portion_at(y)
        self._lay((portion,))
        lines = self._laid[portion]
        return lines[min(y - self._starts[portion], len(lines) - 1)]

    def anchors(self, lines: range) -> tuple[int, ...]:
        """Return the anchors of the blocks of some lines, from the top, each once."""
        anchors = (self.line(y).anchor for y in lines)
        return tuple(dict.fromkeys(anchor for anchor in anchors if anchor is not None))

    def place_of(self, y: int) -> LinePlace:
        """Return the place of the line `y`; the beginning where there is none."""
        return LinePlace(*self.line(y)[2:])

    def line_at(self, place: LinePlace) -> int:
        """Return the number of the line at `place`; of its block the first, where that begins later."""
        if not 0 <= place.block < len(self._blocks):
            return 0
        portion = self._portion_of(place)
        self._lay((portion,))
        shares = [line.share for line in self._laid[portion]]
        return self._starts[portion] + max(0, bisect_right(shares, place.share) - 1)

    def line_of(self, link: int) -> int:
        """Return the number of the line in which a link begins."""
        block = self._links[link].block
        portion = self._first_portions[block] + self._text_of(block).portion_of(link)
        self._lay((portion,))
        for y, line in enumerate(self._laid[portion]):
            if any(piece.link == link for piece in line.pieces):
                return self._starts[portion] + y
        return self._starts[portion]

    def links_above(self, y: int) -> int:
        """Return the number of links that begin above the line `y`."""
        if y >= self.lines:
            return len(self._links)
        place = self.place_of(y)
        return self._text_of(place.block).links_before(place.share)

    def lay_around(self, place: LinePlace, page: int) -> None:
        """Lay the lines of a page from `place` on, and of a page above and below it."""
        if len(self._laid) < len(self._portions) and 0 <= place.block < len(self._blocks):
            here = self._portion_of(place)
            self._lay((here,))
            y = self.line_at(place) - self._starts[here]
            after = self._lay_lines(range(here, len(self._portions)), y + 2 * page)
            # At the end the last page is in view.
            self._lay_lines(range(here, -1, -1), len(self._laid[here]) - y + page + max(0, y + page - after))

    def lay_end(self, page: int) -> None:
        """Lay the last pages."""
        self._lay_lines(range(len(self._portions) - 1, -1, -1), 2 * page)

    def lay_all(self) -> None:
        """Lay all lines."""
        self._lay(range(len(self._portions)))

    def _lay_lines(self, portions: Iterable[int], least: int) -> int:
        """Lay portions until they have so many lines; return how many they have."""
        found = 0
        for portion in portions:
            self._lay((portion,))
            found += len(self._laid[portion])
            if found >= least:
                break
        return found

    def _lay(self, portions: Iterable[int]) -> None:
        before = len(self._laid)
        for portion in portions:
            if portion not in self._laid:
                block, part = self._portions[portion]
                text = self._text_of(block)
                above = () if part else text.space_above(below=block > 0)
                self._laid[portion] = (*above, *text.lay(part, self._cells))
                self._heights[portion] = len(self._laid[portion])
        if len(self._laid) > before:
            self._starts = [0, *accumulate(self._heights)]

    def _text_of(self, block: int) -> BlockText:
        if block not in self._texts:
            links = bisect_left(self._links, block, key=lambda link: link.block)
            self._texts[block] = BlockText(self._blocks[block], block, links)
        return self._texts[block]

    def _portion_at(self, y: int) -> int:
        return bisect_right(self._starts, y) - 1

    def _portion_of(self, place: LinePlace) -> int:
        return self._first_portions[place.block] + self._text_of(place.block).portion_at(place.share)

    def _estimate(self, block: Block, length: int) -> int:
        """Return about how many lines of a block there are for so many characters."""
        sample = block.runs[0].text[:_SAMPLE] if block.runs else ""
        cells = length * width(sample) / max(1, len(sample))
        return block.space + max(1, ceil(cells / max(2, self._cells - block.indent)))


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
    place = sum(1 for link in before[:number] if link.block == wanted.block and link.leads_as(wanted))
    found = [at for at, link in enumerate(after) if link.block == wanted.block and link.leads_as(wanted)]
    return found[min(place, len(found) - 1)] if found else None
