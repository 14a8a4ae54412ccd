"""Flowing text: runs of styled, linked text laid into lines of a width.

A style is a word of meaning (`body`, `metric`, `label`); the theme gives it colours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, islice
from typing import NamedTuple

from sufu_tui.dossier.model import Prose, Ref, Span
from sufu_tui.typesetting.breaking import break_lines
from sufu_tui.typesetting.cells import clip, width
from sufu_tui.typesetting.no_break import stretches

PORTION = 4_000
"""Characters of a text that are laid at once, at least; twice as many at most."""
_ENDS = ("。", ". ", "；", "，", " ")
"""Ends of what may end a portion, the best first."""
_RULE = "━"
_MORE_THAN_HALF = 0.6
"""Part of a character before the end of a portion: rounded, a place is that of its last character."""
_CONTEXT = 30
"""Characters looked at on either side of the end of a portion."""


Finder = Callable[[str], Sequence[tuple[int, int]]]
"""Finder of what is to stand out in a text: its positions, in order and apart."""


class Run(NamedTuple):
    """Piece of text in one style; with `ref` it is a link, perhaps to a section's `paragraph` (from 0).

    With `address` it is a link as well, to that page of the web; as a stop it is one that leads nowhere.
    """

    text: str
    style: str = "body"
    ref: Ref | None = None
    paragraph: int | None = None
    address: str | None = None
    is_stop: bool = False

    @property
    def is_link(self) -> bool:
        """True if the reader can step to it."""
        return self.ref is not None or self.address is not None or self.is_stop


class Block(NamedTuple):
    """Paragraph: its runs, set `indent` cells in, with `lead` in the margin of its first line.

    `space` is the number of blank lines above it; `anchor` is a number to find it by. No line ends inside
    one of its `names`, those of people, if a line has room for it. It is `ruled` if a rule stands below it.
    Of one that `repeats_lead` the lead stands on every line. `styles` of text and of links, if given, stand
    for those of all its runs.
    """

    runs: tuple[Run, ...]
    indent: int = 0
    lead: Run | None = None
    space: int = 0
    anchor: int | None = None
    names: tuple[str, ...] = ()
    ruled: bool = False
    repeats_lead: bool = False
    styles: tuple[str, str] | None = None


class Piece(NamedTuple):
    """Part of a laid line; `link` counts the links of the document from 0.

    `start` is the position of its first character in the text of its block, in that one's `version`; None
    for what is no text of it, as a margin.
    """

    text: str
    style: str
    cells: int
    ref: Ref | None = None
    link: int | None = None
    paragraph: int | None = None
    address: str | None = None
    start: int | None = None
    version: int = 0


class Line(NamedTuple):
    """Laid line: its pieces from the left, the anchor of the block that it belongs to, and its place there.

    `block` counts the blocks from 0; `share` is how much of the block's text comes before the line, from 0
    to 1. A blank line above a block is its line −1, or further up −2.
    """

    pieces: tuple[Piece, ...] = ()
    anchor: int | None = None
    block: int = 0
    share: float = 0.0

    def link_in(self, column: int) -> int | None:
        """Return the number of the link in a cell of the line, from 0; None where there is none."""
        for piece in self.pieces:
            if 0 <= column < piece.cells:
                return piece.link
            column -= piece.cells
        return None


_RUN: Callable[[tuple[object, ...]], Run] = partial(tuple.__new__, Run)
"""Run of its six fields; made without a call in Python, of which a paragraph may need very many."""


MOST_LINKS = 1_000
"""Links of a text that are ones on the screen; what follows the last is plain text."""


def prose_runs(prose: Prose) -> tuple[Run, ...]:
    """Return prose as runs: the style of a link is the kind of its target."""
    if len(prose) > MOST_LINKS:
        places = (place for place, span in enumerate(prose) if span.ref is not None)
        end = next(islice(places, MOST_LINKS, None), None)
        if end is not None:
            prose = (*prose[:end], Span("".join(span.text for span in prose[end:])))
    made = [(text, "body" if ref is None else ref.kind, ref, None, None, False) for text, ref in prose]
    return tuple(map(_RUN, made))


def lay(blocks: Iterable[Block], cells: int) -> tuple[Line, ...]:
    """Lay `blocks` one below the other into lines of at most `cells` cells."""
    lines: list[Line] = []
    links = 0
    for number, block in enumerate(blocks):
        text = BlockText(block, number, links)
        lines += text.space_above(below=bool(lines))
        for portion in range(len(text.starts)):
            lines.extend(text.lay(portion, cells))
        links += text.links
    return tuple(lines)


class BlockText:
    """Text of a block in portions, each laid without the others; a text of usual length is one.

    So of a text without end only the part in view need be laid.
    """

    def __init__(self, block: Block, number: int = 0, first_link: int = 0) -> None:
        """Take the block `number` of a document, before which there are `first_link` links."""
        self.block = block
        self.number = number
        """Number of the block in its document, from 0."""
        texts = [run.text for run in block.runs]
        self._text = "".join(texts)
        self._ends = list(accumulate(map(len, texts)))
        leads = [run.is_link for run in block.runs]
        self._links_before = list(accumulate(leads, initial=first_link))
        self.starts = _portions(self._text)
        """Position of the first character of each portion."""

    @property
    def portions(self) -> int:
        """Number of portions."""
        return len(self.starts)

    @property
    def length(self) -> int:
        """Number of characters of the text."""
        return len(self._text)

    @property
    def links(self) -> int:
        """Number of links in the block."""
        return self._links_before[-1] - self._links_before[0]

    def space_above(self, *, below: bool) -> Iterator[Line]:
        """Yield the blank lines above the block, of which there are none if it is not `below` another."""
        for above in range(self.block.space if below else 0, 0, -1):
            yield Line(block=self.number, share=-above)

    def share_within(self, portion: int) -> float:
        """Return a share of the text behind every line of a portion, which still belongs to it."""
        if portion + 1 == len(self.starts):
            return 1.0
        return (self.starts[portion + 1] - _MORE_THAN_HALF) / len(self._text)

    def portion_at(self, share: float) -> int:
        """Return the number of the portion that holds a place, by the share of the text before it."""
        return max(0, bisect_right(self.starts, self._position(share)) - 1)

    def portion_of(self, link: int) -> int:
        """Return the number of the portion in which a link of the block begins."""
        run = bisect_right(self._links_before, link) - 1
        return max(0, bisect_right(self.starts, self._run_start(run)) - 1)

    def links_before(self, share: float) -> int:
        """Return the number of the document's links that begin before a place in the block."""
        position = self._position(share)
        runs = bisect_left(self._ends, position)
        if runs < len(self._ends) and self._run_start(runs) < position:
            runs += 1
        return self._links_before[runs]

    def lay(self, portion: int, cells: int) -> Iterator[Line]:
        """Yield the lines of a portion."""
        block, start = self.block, self.starts[portion]
        end = self.starts[portion + 1] if portion + 1 < len(self.starts) else len(self._text)
        indent = min(block.indent, max(0, cells - 2))
        margin = Piece(" " * indent, "body", indent)
        opening = _lead(block.lead, indent) if block.lead and not portion else margin
        text = self._text[start:end]
        share = 0.0
        for first, last in list(break_lines(text, max(2, cells - indent), block.names)) or [(0, 0)]:
            pieces = ((opening,) if opening.cells else ()) + tuple(self._cut(start + first, start + last))
            share = (start + first) / max(1, len(self._text))
            yield Line(pieces, block.anchor, self.number, share)
            opening = opening if block.repeats_lead else margin
        if block.ruled and portion + 1 == len(self.starts):
            yield Line((Piece(_RULE * cells, "rule", cells),), block.anchor, self.number, (share + 1) / 2)

    def _position(self, share: float) -> int:
        return round(max(0.0, share) * len(self._text))

    def _run_start(self, run: int) -> int:
        return self._ends[run - 1] if run else 0

    def _cut(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the parts of the runs between two positions."""
        for number in range(bisect_right(self._ends, start), len(self._ends)):
            position = self._run_start(number)
            if position >= end:
                return
            run = self.block.runs[number]
            skipped = max(0, start - position)
            text = run.text[skipped : end - position]
            link = self._links_before[number] if run.is_link else None
            cells, at = width(text), position + skipped
            styles = self.block.styles
            style = run.style if styles is None else styles[run.is_link]
            yield Piece(text, style, cells, run.ref, link, run.paragraph, run.address, at)


def _portions(text: str) -> list[int]:
    """Return where the portions of a text begin: after a sentence, else after a blank, else anywhere."""
    starts = [0]
    while len(text) - starts[-1] > 2 * PORTION:
        least, most = starts[-1] + PORTION, starts[-1] + 2 * PORTION
        ends = (text.rfind(mark, least, most) + len(mark) for mark in _ENDS if mark in text[least:most])
        starts.append(_legal_break(text, next(ends, most)))
    return starts


def _legal_break(text: str, place: int) -> int:
    """Return `place`, or the end of the stretch around it that no line may end inside."""
    before = place - _CONTEXT
    for head, tail in stretches(text[before : place + _CONTEXT]):
        if before + head < place < before + tail:
            return before + tail
    return place


def _lead(lead: Run, indent: int) -> Piece:
    text = clip(lead.text, max(0, indent - 1))
    return Piece(text + " " * (indent - width(text)), lead.style, indent)
