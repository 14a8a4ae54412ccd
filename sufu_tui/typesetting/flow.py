"""Flowing text: runs of styled, linked text laid into lines of a width.

A style is a word of meaning (`body`, `metric`, `label`); the theme gives it colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sufu_tui.dossier.model import Prose, Ref
from sufu_tui.typesetting.breaking import break_lines
from sufu_tui.typesetting.cells import clip, width


class Run(NamedTuple):
    """Piece of text in one style; with `ref` it is a link, perhaps to a section's `paragraph` (from 0).

    With `address` it is a link as well, to that page of the web.
    """

    text: str
    style: str = "body"
    ref: Ref | None = None
    paragraph: int | None = None
    address: str | None = None

    @property
    def is_link(self) -> bool:
        """True if it leads anywhere."""
        return self.ref is not None or self.address is not None


class Block(NamedTuple):
    """Paragraph: its runs, set `indent` cells in, with `lead` in the margin of its first line.

    `space` is the number of blank lines above it; `anchor` is a number to find it by. No line ends inside
    one of its `names`, those of people, if a line has room for it.
    """

    runs: tuple[Run, ...]
    indent: int = 0
    lead: Run | None = None
    space: int = 0
    anchor: int | None = None
    names: tuple[str, ...] = ()


class Piece(NamedTuple):
    """Part of a laid line; `link` counts the links of the document from 0."""

    text: str
    style: str
    cells: int
    ref: Ref | None = None
    link: int | None = None
    paragraph: int | None = None
    address: str | None = None


class Line(NamedTuple):
    """Laid line: its pieces from the left, the anchor of the block that it belongs to, and its place there.

    `block` counts the blocks from 0; `share` is how much of the block's text comes before the line, from 0
    to 1. A blank line above a block is its line −1, or further up −2.
    """

    pieces: tuple[Piece, ...] = ()
    anchor: int | None = None
    block: int = 0
    share: float = 0.0


def prose_runs(prose: Prose) -> tuple[Run, ...]:
    """Return prose as runs: the style of a link is the kind of its target."""
    return tuple(Run(span.text, span.ref.kind if span.ref else "body", span.ref) for span in prose)


def lay(blocks: Iterable[Block], cells: int) -> tuple[Line, ...]:
    """Lay `blocks` one below the other into lines of at most `cells` cells."""
    lines: list[Line] = []
    links = 0
    for number, block in enumerate(blocks):
        lines += (Line(block=number, share=-above) for above in range(block.space if lines else 0, 0, -1))
        numbered: list[tuple[Run, int | None]] = []
        for run in block.runs:
            numbered.append((run, links if run.is_link else None))
            links += run.is_link
        lines.extend(line._replace(block=number) for line in _lay_block(block, numbered, cells))
    return tuple(lines)


def _lay_block(block: Block, runs: list[tuple[Run, int | None]], cells: int) -> Iterator[Line]:
    indent = min(block.indent, max(0, cells - 2))
    margin = Piece(" " * indent, "body", indent)
    first = _lead(block.lead, indent) if block.lead else margin
    text = "".join(run.text for run, _ in runs)
    broken = list(break_lines(text, max(2, cells - indent), block.names)) or [(0, 0)]
    for number, (start, end) in enumerate(broken):
        opening = first if number == 0 else margin
        pieces = ((opening,) if opening.cells else ()) + tuple(_cut(runs, start, end))
        yield Line(pieces, block.anchor, share=start / max(1, len(text)))


def _lead(lead: Run, indent: int) -> Piece:
    text = clip(lead.text, max(0, indent - 1))
    return Piece(text + " " * (indent - width(text)), lead.style, indent)


def _cut(runs: list[tuple[Run, int | None]], start: int, end: int) -> Iterator[Piece]:
    """Yield the parts of `runs` between the character positions `start` and `end` of their whole text."""
    position = 0
    for run, link in runs:
        after = position + len(run.text)
        if after > start and position < end:
            text = run.text[max(0, start - position) : end - position]
            yield Piece(text, run.style, width(text), run.ref, link, run.paragraph, run.address)
        position = after
