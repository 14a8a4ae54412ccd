"""Page of a cover: text put down piece by piece at its cells, some of it links."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.typesetting.cells import clip, width


class PageTarget(NamedTuple):
    """Target of a link of a page: an item, a pane, or a page of the web."""

    ref: Ref | None = None
    pane: PaneId | None = None
    address: str | None = None


class PagePiece(NamedTuple):
    """Text in one style from a column of a page on; `link` is the number of its link."""

    column: int
    text: str
    style: str
    link: int | None = None

    @property
    def end(self) -> int:
        """Column after it."""
        return self.column + width(self.text)


class Page(NamedTuple):
    """Page: its rows, each of pieces from the left, and the targets of its links in the order of reading."""

    rows: tuple[tuple[PagePiece, ...], ...] = ()
    targets: tuple[PageTarget, ...] = ()

    def with_signs(self, links: Container[int], sign: str, style: str) -> Page:
        """Return the page with a sign in the cell before each of `links`, where that is free."""
        rows, signed = list(self.rows), set()
        for y, pieces in enumerate(self.rows):
            for number, piece in enumerate(pieces):
                if piece.link is None or piece.link in signed or piece.link not in links:
                    continue
                signed.add(piece.link)
                free_from = pieces[number - 1].end if number else 0
                if piece.column > free_from:
                    rows[y] = tuple(sorted((*rows[y], PagePiece(piece.column - 1, sign, style))))
        return self._replace(rows=tuple(rows))

    def rows_of(self, link: int) -> range:
        """Return the rows on which a link stands."""
        rows = [y for y, pieces in enumerate(self.rows) if any(piece.link == link for piece in pieces)]
        return range(rows[0], rows[-1] + 1) if rows else range(0)


class PageSheet:
    """Sheet of so many columns, as long as is needed."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        """Columns of the page."""
        self._rows: list[list[PagePiece]] = []
        self._targets: list[PageTarget] = []

    def link(self, target: PageTarget) -> int:
        """Add a link; return its number."""
        self._targets.append(target)
        return len(self._targets) - 1

    def put(self, x: int, y: int, text: str, style: str, link: int | None = None) -> int:
        """Put `text` down, clipped at the edge; return the column after it."""
        while len(self._rows) <= y:
            self._rows.append([])
        text = clip(text, self.columns - x)
        if text:
            self._rows[y].append(PagePiece(x, text, style, link))
        return x + width(text)

    def cut(self) -> tuple[tuple[PagePiece, ...], ...]:
        """Return the rows put down so far, and begin with none."""
        rows, self._rows = self._rows, []
        return tuple(tuple(sorted(row)) for row in rows)

    @property
    def targets(self) -> tuple[PageTarget, ...]:
        """Targets of its links."""
        return tuple(self._targets)
