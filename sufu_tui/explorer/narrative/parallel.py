"""Parallel text: two versions of a text, paragraph by paragraph, side by side or one under the other.

Both versions of a paragraph begin on the same row. A link that both have is one link, with one number; one
that only one of them has is marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from sufu_tui.dossier.localized import Language
from sufu_tui.explorer.widgets.text_layout import BlockDocument, TextLink
from sufu_tui.typesetting.flow import Block, BlockText, Line, Piece, Run
from sufu_tui.typesetting.lone_links import LinkTarget, targets_of, with_lone_marks
from sufu_tui.typesetting.measure import DENSITIES, MEASURES

LEAST_CELLS = 109
"""Cells of a line from which there is room for both side by side; a screen of 112 columns has them."""
_GUTTER = (Piece("  ", "body", 2), Piece("│", "track", 1), Piece("  ", "body", 2))
_GUTTER_CELLS = 5
_BELOW = Piece("┆ ", "track", 2)
"""Margin of the second version where it stands under the first."""
_ROUNDING = 1e-9


class Split(NamedTuple):
    """Cells of both versions; `stacked` if the second stands under the first."""

    first: int
    second: int
    stacked: bool = False


def split(cells: int, first: Language, second: Language) -> Split:
    """Return the cells of each version in a line of `cells`, by how densely the languages are written."""
    if cells < LEAST_CELLS:
        room = max(2, cells - _BELOW.cells)
        return Split(min(cells, MEASURES[first]), min(room, MEASURES[second]), stacked=True)
    densities = DENSITIES[first], DENSITIES[second]
    most = min(MEASURES[first] / densities[0], MEASURES[second] / densities[1])
    scale = min(most, (cells - _GUTTER_CELLS) / sum(densities))
    return Split(int(densities[0] * scale), int(densities[1] * scale))


class PairedBlock:
    """Block in two versions; links are numbered as in the document of both."""

    def __init__(
        self, first: BlockText, second: BlockText, numbers: tuple[Sequence[int], Sequence[int]], shared: int
    ) -> None:
        """Pair two versions, each with its own links from 0 on; `numbers` are those in the document.

        `shared` is the number of the document's first link that only the second version may have.
        """
        self._first = first
        self._second = second
        self._numbers = numbers
        self._shared = shared
        self._split: Split | None = None

    def split_into(self, cells: Split) -> PairedBlock:
        """Set the cells of both versions, and return the block."""
        self._split = cells
        return self

    @property
    def portions(self) -> int:
        """Number of portions."""
        return max(self._first.portions, self._second.portions)

    def space_above(self, *, below: bool) -> Iterator[Line]:
        """Yield the blank lines above the block, of which there are none if it is not `below` another."""
        lines, sizes = self._first.space_above(below=below), self._split
        if sizes is None or sizes.stacked:
            return lines
        return (line._replace(pieces=_side_by_side(None, None, sizes)) for line in lines)

    def portion_at(self, share: float) -> int:
        """Return the number of the portion that holds a place, by the share of the text before it."""
        if self._first.portions == self.portions:
            return self._first.portion_at(share)
        return min(self.portions - 1, int(max(0.0, share) * self.portions + _ROUNDING))

    def portion_of(self, link: int) -> int:
        """Return the number of the portion in which a link of the block begins."""
        for version, numbers in zip((self._first, self._second), self._numbers, strict=True):
            if link in numbers:
                return version.portion_of(numbers.index(link))
        return 0

    def links_before(self, share: float) -> int:
        """Return the number of the document's links that begin before a place in the block."""
        before = self._first.links_before(share)
        numbers = self._numbers[0]
        return numbers[before] if before < len(numbers) else self._shared

    def lay(self, portion: int, cells: int) -> Iterator[Line]:
        """Yield the rows of a portion, both versions padded to the same height."""
        sizes = self._split or Split(cells, cells, stacked=True)
        first = list(self._lines(0, portion, sizes.first))
        second = list(self._lines(1, portion, sizes.second))
        if sizes.stacked:
            rows = [*(line.pieces for line in first), *((_BELOW, *line.pieces) for line in second)]
        else:
            rows = [_side_by_side(*pair, sizes) for pair in zip_longest(first, second)]
        block, number = self._first.block, self._first.number
        for share, pieces in zip(self._shares(portion, first, len(rows)), rows, strict=True):
            yield Line(pieces, block.anchor, number, share)

    def _shares(self, portion: int, first: Sequence[Line], rows: int) -> Iterator[float]:
        """Yield the share of the text before each row: that of the first version, as far as it goes."""
        if self._first.portions < self.portions:
            yield from ((portion + row / rows) / self.portions for row in range(rows))
            return
        yield from (line.share for line in first)
        last, end = first[-1].share, self._first.share_within(portion)
        more = rows - len(first)
        yield from (last + (end - last) * row / (more + 1) for row in range(1, more + 1))

    def _lines(self, version: int, portion: int, cells: int) -> Iterator[Line]:
        text, numbers = (self._first, self._second)[version], self._numbers[version]
        if portion >= text.portions or (version and not text.block.runs):
            return
        for line in text.lay(portion, cells):
            pieces = [
                piece._replace(link=None if piece.link is None else numbers[piece.link], version=version)
                for piece in line.pieces
            ]
            yield line._replace(pieces=tuple(pieces))


class ParallelDocument:
    """TextDocument of the same blocks in two languages, to be laid side by side where there is room."""

    def __init__(
        self,
        first: Sequence[Block],
        second: Sequence[Block],
        languages: tuple[Language, Language],
        lone_note: str,
    ) -> None:
        """Pair the blocks of both; `lone_note` is put at the end of one with links that the other lacks."""
        self._languages = languages
        pairs = [with_lone_marks(one, other, lone_note) for one, other in zip(first, second, strict=True)]
        self.blocks: Sequence[Block] = [one for one, _ in pairs]
        self.links: list[TextLink] = []
        self._numbers: list[tuple[Sequence[int], Sequence[int]]] = []
        self._starts: list[int] = []  # of each block, the number after the links of its first version
        for number, (one, other) in enumerate(pairs):
            self._add_links(number, one, other)
        self._versions = BlockDocument(self.blocks), BlockDocument([other for _, other in pairs])
        self._split = Split(0, 0)

    @property
    def versions(self) -> Sequence[Sequence[Block]]:
        """Blocks in each language."""
        return [one.blocks for one in self._versions]

    def _add_links(self, block: int, first: Block, second: Block) -> None:
        """Add the links of a block: those of the first version, then those that only the second has."""
        start, targets = len(self.links), targets_of(first)
        self.links += [TextLink(run.ref, block, run.paragraph, run.address) for run in _links(first)]
        self._starts.append(len(self.links))
        ours = range(start, len(self.links))
        if targets == targets_of(second):
            self._numbers.append((ours, ours))
            return
        of_target: dict[LinkTarget, list[int]] = defaultdict(list)
        for link, target in zip(ours, targets, strict=True):
            of_target[target].append(link)
        theirs: list[int] = []
        for run in _links(second):
            same = of_target[run.ref, run.address]
            if not same:
                same.append(len(self.links))
                self.links.append(TextLink(run.ref, block, run.paragraph, run.address))
            theirs.append(same.pop(0))
        self._numbers.append((ours, theirs))

    def cells_in(self, room: int) -> int:
        """Return the cells of its lines where there are so many."""
        self._split = split(room, *self._languages)
        if self._split.stacked:
            return max(self._split.first, self._split.second + _BELOW.cells)
        return self._split.first + _GUTTER_CELLS + self._split.second

    def length(self, number: int) -> int:
        """Return the characters of a block, of its longer version."""
        return max(one.length(number) for one in self._versions)

    def estimate(self, number: int, length: int, cells: int) -> int:
        """Return about how many lines so many characters of a block take."""
        whole = self._versions[0].length(number), self._versions[1].length(number)
        longest = max(1, *whole)
        rooms = self._split[:2] if self._split.first else (cells, cells)
        heights = [
            one.estimate(number, length * own // longest, room)
            for one, own, room in zip(self._versions, whole, rooms, strict=True)
        ]
        return sum(heights) if self._split.stacked else max(heights)

    def block_text(self, number: int) -> PairedBlock:
        """Return the block `number`, to be laid."""
        first, second = (BlockText(one.blocks[number], number) for one in self._versions)
        pair = PairedBlock(first, second, self._numbers[number], self._starts[number])
        return pair.split_into(self._split)


def _links(block: Block) -> Sequence[Run]:
    return [run for run in block.runs if run.is_link]


def _side_by_side(first: Line | None, second: Line | None, sizes: Split) -> tuple[Piece, ...]:
    """Return a row of both versions, the first padded to its cells."""
    left = first.pieces if first is not None else ()
    blank = sizes.first - sum(piece.cells for piece in left)
    padding = (Piece(" " * blank, "body", blank),) if blank > 0 else ()
    return (*left, *padding, *_GUTTER, *(second.pieces if second is not None else ()))
