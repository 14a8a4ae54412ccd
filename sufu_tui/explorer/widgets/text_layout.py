"""Text layout: a document laid into lines, its links, and places in it that survive another width."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from math import ceil
from typing import NamedTuple, Protocol

from sufu_tui.dossier.model import Ref, parse_ref
from sufu_tui.explorer.reading_place import list_of, real_of, table_of, text_of, whole_of
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import PORTION, Block, BlockText, Line

_AT_ONCE = 120
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


class LaidBlock(Protocol):
    """Block of a document in portions, each laid without the others; a block of usual length is one."""

    @property
    def portions(self) -> int:
        """Number of portions."""
        ...

    def space_above(self, *, below: bool) -> Iterator[Line]:
        """Yield the blank lines above the block, of which there are none if it is not `below` another."""
        ...

    def portion_at(self, share: float) -> int:
        """Return the number of the portion that holds a place, by the share of the text before it."""
        ...

    def portion_of(self, link: int) -> int:
        """Return the number of the portion in which a link of the block begins."""
        ...

    def links_before(self, share: float) -> int:
        """Return the number of the document's links that begin before a place in the block."""
        ...

    def lay(self, portion: int, cells: int) -> Iterable[Line]:
        """Return the lines of a portion."""
        ...


class TextDocument(Protocol):
    """Text to be laid: blocks one below the other, with links numbered from 0."""

    @property
    def blocks(self) -> Sequence[Block]:
        """Blocks of the text."""
        ...

    @property
    def versions(self) -> Sequence[Sequence[Block]]:
        """Blocks in each of the languages that stand beside each other."""
        ...

    @property
    def links(self) -> Sequence[TextLink]:
        """Links of the blocks, in order."""
        ...

    def cells_in(self, room: int) -> int:
        """Return the cells of its lines where there are so many."""
        ...

    def length(self, number: int) -> int:
        """Return the characters of a block."""
        ...

    def estimate(self, number: int, length: int, cells: int) -> int:
        """Return about how many lines so many characters of a block take."""
        ...

    def block_text(self, number: int) -> LaidBlock:
        """Return the block `number`, to be laid."""
        ...


class BlockDocument:
    """TextDocument of blocks alone, in lines of at most `measure` cells; 0 for no limit."""

    def __init__(self, blocks: Sequence[Block] = (), measure: int = 0) -> None:
        self.blocks = tuple(blocks)
        self.versions = (self.blocks,)
        self._measure = measure
        self._texts: dict[int, BlockText] = {}  # what is the same in every width

    @cached_property
    def links(self) -> Sequence[TextLink]:
        """Links of the blocks, in order."""
        return tuple(links_of(self.blocks))

    def cells_in(self, room: int) -> int:
        """Return the cells of its lines where there are so many."""
        return min(self._measure or room, room)

    def length(self, number: int) -> int:
        """Return the characters of a block."""
        known = self._texts.get(number)
        return sum([len(run.text) for run in self.blocks[number].runs]) if known is None else known.length

    def estimate(self, number: int, length: int, cells: int) -> int:
        """Return about how many lines so many characters of a block take."""
        block, widest = self.blocks[number], 2 * length
        if widest <= cells - block.indent:  # as most of very many are: it has room, however wide it is
            return block.space + 1
        sample = block.runs[0].text[:_SAMPLE] if block.runs else ""
        taken = length * width(sample) / max(1, len(sample))
        return block.space + max(1, ceil(taken / max(2, cells - block.indent)))

    def block_text(self, number: int) -> BlockText:
        """Return the block `number`, to be laid."""
        if number not in self._texts:
            links = bisect_left(self.links, number, key=lambda link: link.block)
            self._texts[number] = BlockText(self.blocks[number], number, links)
        return self._texts[number]


class TextLayout:
    """Lines of a text, numbered from the top, laid where the reader is; of a short text all at once.

    Of a long one the lines that are not laid are counted by an estimate, which laying corrects:
    so the number of a line below them changes, and only its place is for good. Between `lay_around` and the
    next call of it, the numbers of the lines that it has laid stay.
    """

    def __init__(self, document: TextDocument | None = None, cells: int = 2) -> None:
        """Make a layout of `document` in lines of at most `cells` cells."""
        self._document: TextDocument = BlockDocument() if document is None else document
        self._blocks = self._document.blocks
        self._links = self._document.links
        self._cells = cells
        self._texts: dict[int, LaidBlock] = {}
        self._first_portions: list[int] = []  # of each block, in the list of all
        self._portions: list[tuple[int, int]] = []  # the numbers of its block and within it
        self._laid: dict[int, tuple[Line, ...]] = {}
        self._heights: list[int] = []
        for number in range(len(self._blocks)):
            self._first_portions.append(len(self._portions))
            length = self._document.length(number)
            portions = range(self._text_of(number).portions if length > PORTION else 1)
            self._portions += [(number, portion) for portion in portions]
            height = self._document.estimate(number, length // len(portions), cells)
            self._heights += [height] * len(portions)
        self._known_starts: list[int] | None = None
        if sum(self._heights) <= _AT_ONCE:
            self.lay_all()

    @property
    def _starts(self) -> list[int]:
        """Number of the first line of each portion, and of all lines: counted once after many are laid."""
        if self._known_starts is None:
            self._known_starts = [0, *accumulate(self._heights)]
        return self._known_starts

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
        return self.lines_of(link)[0]

    def lines_of(self, link: int) -> Sequence[int]:
        """Return the numbers of the lines in which a link stands, in every version of its text."""
        block = self._links[link].block
        portion = self._first_portions[block] + self._text_of(block).portion_of(link)
        self._lay((portion,))
        start, lines = self._starts[portion], self._laid[portion]
        found = [y for y, line in enumerate(lines, start) if any(piece.link == link for piece in line.pieces)]
        return found or [start]

    def viewport_at(self, place: TextPlace, page: int, above: int = 0) -> Viewport:
        """Lay the lines around a place, and return the viewport of `page` lines that shows it.

        A followed link is in view with the line above it and two below, in every version where they fit.
        Where it is not, the viewport goes to it: to the nearest, or with `above` to that which has one of so
        many parts of the page above the link.
        """
        followed = place.link if place.follows and self.lines else None
        self.lay_around(place.line, page)
        if followed is None:
            return Viewport(0, page, self.lines).at(self.line_at(place.line))
        self.lay_around(self.place_of(self.line_of(followed)), page)
        lines = self.lines_of(followed)
        last = max(y for y in lines if y == lines[0] or y - lines[0] < page - 2)
        viewport = Viewport(0, page, self.lines).at(self.line_at(place.line))
        nearest = viewport.showing(lines[0] - 1, max(lines[0] + 2, last + 1))
        return nearest if not above or nearest == viewport else viewport.at(lines[0] - page // above)

    def links_above(self, y: int) -> int:
        """Return the number of links that begin above the line `y`."""
        if y >= self.lines:
            return len(self._links)
        place = self.place_of(y)
        return self._text_of(place.block).links_before(place.share)

    def link_after(self, link: int | None, step: int, viewport: Viewport, *, again: bool) -> int | None:
        """Return the link after another, with -1 the one before; without one the first from the view on.

        None past an end, which is passed once only: `again` begins at the other end.
        """
        every = range(len(self._links))
        if link is not None:
            after = link + step
            if after in every or not again or not every:
                return after if after in every else None
            return every[0] if step > 0 else every[-1]
        bottom = viewport.top + viewport.page
        near = self.links_above(viewport.top) if step > 0 else self.links_above(bottom) - 1
        return near if near in every else None

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
        for portion in portions:
            if portion not in self._laid:
                block, part = self._portions[portion]
                text = self._text_of(block)
                above = () if part else text.space_above(below=block > 0)
                self._laid[portion] = (*above, *text.lay(part, self._cells))
                self._heights[portion] = len(self._laid[portion])
                self._known_starts = None

    def _text_of(self, block: int) -> LaidBlock:
        if block not in self._texts:
            self._texts[block] = self._document.block_text(block)
        return self._texts[block]

    def _portion_at(self, y: int) -> int:
        return bisect_right(self._starts, y) - 1

    def _portion_of(self, place: LinePlace) -> int:
        return self._first_portions[place.block] + self._text_of(place.block).portion_at(place.share)


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
