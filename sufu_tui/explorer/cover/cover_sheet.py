"""Cover sheet: the sheet of a cover, with what every form of it draws: headings, lines, links in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.explorer.cover.page import Page, PagePiece, PageSheet, PageTarget
from sufu_tui.explorer.navigation import PANES
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.phrases import few_lines
from sufu_tui.writing.covers import CoverContent

_LINK_GAP = 3
_MOST_WIDER = 2
"""Rows by which blocks are set further apart where there is room, at most."""
_MOST_ABOVE = 3
_MOST_LINES = 40
"""Lines of a text that has no form of its own: a cover is no place for a longer one."""


class DrawnBlock(NamedTuple):
    """Block of a cover as its rows, with so many blank ones above it."""

    rows: Sequence[tuple[PagePiece, ...]]
    space: int = 1


class CoverSheet:
    """Sheet of a cover, `width` cells wide within the columns of the screen."""

    def __init__(self, columns: int, most: int, words: Catalogue) -> None:
        """Begin a sheet in the middle of so many columns, of `most` cells at most."""
        self.width = max(8, min(columns - 4, most))
        """Cells of a row."""
        self.words = words
        """Words of its language."""
        self._left = max(1, (columns - self.width) // 2)
        self._sheet = PageSheet(self._left + self.width)

    def link(self, target: PageTarget) -> int:
        """Add a link; return its number."""
        return self._sheet.link(target)

    def put(self, x: int, y: int, text: str, style: str, link: int | None = None) -> int:
        """Put `text` down, clipped at the edge; return the column after it."""
        return self._sheet.put(self._left + x, y, text, style, link) - self._left

    def wrapped(self, text: str, cells: int) -> list[str]:
        """Return `text` in lines of `cells` cells, two at least; a far too long one is cut."""
        return few_lines(text, cells, _MOST_LINES)

    def cut(self, space: int = 1) -> DrawnBlock:
        """Return what was drawn since the last cut as a block."""
        return DrawnBlock(self._sheet.cut(), space)

    def page(self, blocks: Sequence[DrawnBlock], rows: int) -> Page:
        """Return the blocks one below the other, as far apart as so many rows allow."""
        spaces = _spread([block.space for block in blocks], rows - sum(len(block.rows) for block in blocks))
        page: list[tuple[PagePiece, ...]] = []
        for block, space in zip(blocks, spaces, strict=True):
            page += [()] * space
            page += block.rows
        return Page(tuple(page), self._sheet.targets)

    # What every cover has

    def heading(self, y: int, key: str) -> int:
        """Draw the name of a block with a rule to the right edge; return the row below it."""
        text = self.words(key)
        self.put(0, y, text, "label")
        x = width(text) + 1
        self.put(x, y, "─" * (self.width - x), "rule")
        return y + 1

    def lines(self, x: int, y: int, lines: Iterable[str], style: str, link: int | None = None) -> int:
        """Draw lines one below the other; return the row below them."""
        for line in lines:
            self.put(x, y, line, style, link)
            y += 1
        return y

    def byline(self, y: int, content: CoverContent, x: int = 0) -> int:
        """Draw where the report comes from, a link to it where it has an address; return the row below."""
        address = content.address
        link = self.link(PageTarget(address=address)) if address else None
        lines = self.wrapped(content.byline, self.width - x)
        return self.lines(x, y, lines, "address" if address else "muted", link)

    def contents(self, y: int, content: CoverContent) -> None:
        """Draw what there is with the keys that lead there, and the way on."""
        for x, row, text, target in self._placed_ways(content):
            self.put(x, y + row, text, "section", self.link(target))

    def contents_rows(self, content: CoverContent) -> int:
        """Return the rows that this takes."""
        return max(row for _, row, _, _ in self._placed_ways(content)) + 1

    def _placed_ways(self, content: CoverContent) -> Iterator[tuple[int, int, str, PageTarget]]:
        """Yield the ways with their columns and rows, one after the other over as many rows as they take."""
        x = row = 0
        for text, target in self._ways(content):
            if x and x + width(text) > self.width:
                x, row = 0, row + 1
            yield x, row, text, target
            x += width(text) + _LINK_GAP

    def _ways(self, content: CoverContent) -> Iterator[tuple[str, PageTarget]]:
        for number, spec in enumerate(PANES, 1):
            pane, count = self.words(f"app.{spec.id}"), content.counts[spec.id]
            yield self.words("cover.pane", key=number, pane=pane, count=count), PageTarget(pane=spec.id)
        if content.sections:
            yield self.words("cover.read-on"), PageTarget(content.sections[0].ref)


def _spread(spaces: Sequence[int], rows: int) -> Sequence[int]:
    """Return the rows above each block, more than in `spaces` where so many rows are for all of them.

    The last blocks without any are set apart first, then all but the first two, a title and what it is about.
    """
    found = [0, *spaces[1:]]
    spare = rows - sum(found)
    for number in range(len(found) - 1, 0, -1):
        if found[number] == 0 < spare:
            found[number], spare = 1, spare - 1
    wider = max(0, min(_MOST_WIDER, spare // max(1, len(found) - 2)))
    found[2:] = [space + wider for space in found[2:]]
    found[0] = max(0, min(_MOST_ABOVE, (rows - sum(found)) // 2))
    return found
