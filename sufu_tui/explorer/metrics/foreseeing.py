"""What the table draws while the reader rests: the lines that a key would bring into view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from textual.geometry import Region
from textual.strip import Strip

from sufu_tui.explorer.leisure import Leisure
from sufu_tui.explorer.metrics.columns import Sheet
from sufu_tui.explorer.metrics.tableview import TableView

Ahead = Callable[[Sequence[int]], Iterable[object]]
"""Makes what is wanted beside the table when the cursor comes to one of some lines, bit by bit."""


class ForeseeingTable(TableView):
    """Draws the pages and rows that a key leads to before it is pressed; the painter keeps them."""

    def __init__(self, sheet: Sheet, ahead: Ahead, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(sheet, id=id)
        self._ahead = ahead
        self._leisure = Leisure(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of `crop`; what may be wanted next is drawn in a while, if nothing else is to be."""
        strips = super().render_lines(crop)
        self._leisure.use(
            (self._painter, self._top, self._cursor),
            lambda: chain(self._rows_beside(), self._pages_beside(), self._ahead(self._lines_beside())),
        )
        return strips

    def _lines_beside(self) -> list[int]:
        """Return the lines that a key leads to: the next, the one before, a page on, a page back."""
        last = len(self._rows) - 1
        places = (max(0, min(last, self._cursor + step)) for step in (1, -1, self._page, -self._page))
        return [self._rows[place] for place in dict.fromkeys(places)] if self._rows else []

    def _rows_beside(self) -> Iterator[Strip]:
        """Yield the rows below and above with the cursor on them, and its own without it."""
        painter, bar = self._painter, self._thumb()
        for place in (self._cursor + 1, self._cursor, self._cursor - 1):
            line = place - self._top
            if painter is not None and 0 <= line < self._page and 0 <= place < len(self._rows):
                here = place != self._cursor
                yield painter.row(self._rows[place], self._ground(place, here=here), self._end(line, bar))

    def _pages_beside(self) -> Iterator[Strip]:
        """Yield the lines of the next page and of the one before."""
        for top in map(self._possible_top, (self._top + self._page, self._top - self._page)):
            yield from self._page_of(self._rows, top, self._cursor - self._top + top)

    def foresee(self, rows: Sequence[int]) -> Iterator[Strip]:
        """Yield the lines that would be in view if the lines of the table came in the order of `rows`."""
        if self._rows and self._rows[self._cursor] in rows:  # others may be shown by now
            cursor = rows.index(self._rows[self._cursor])
            yield from self._page_of(rows, self._possible_top(self._top + cursor - self._cursor), cursor)

    def _page_of(self, rows: Sequence[int], top: int, cursor: int) -> Iterator[Strip]:
        """Yield the lines of `rows` that are in view from `top` on, while the painter is the same."""
        painter, bar = self._painter, self._thumb(top)
        for place, row in enumerate(rows[top : top + self._page], top):
            if painter is None or painter is not self._painter:
                return
            yield painter.row(row, self._ground(place, here=place == cursor), self._end(place - top, bar))
