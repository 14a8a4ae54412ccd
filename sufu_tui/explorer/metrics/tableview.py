"""The lines of the table: a header and the rows of a sheet in some order, as far as they are in view.

Only what is in view is drawn, and kept while it stays the same; what is shown is given, no dossier is read.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from sufu_tui.explorer.finishing import Finish
from sufu_tui.explorer.inks import Palette
from sufu_tui.explorer.metrics.arrangement import GUTTER, Arrangement, arrange, first_for
from sufu_tui.explorer.metrics.choice import AUTOMATIC, ColumnChoice
from sufu_tui.explorer.metrics.columns import ColumnId, Sheet
from sufu_tui.explorer.metrics.drawing import INKS, Painter, View
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.scrolled import Barred
from sufu_tui.typesetting.breaking import wrap

if TYPE_CHECKING:
    from textual.events import Resize

_COMMON_CELLS = 80


class TableView(Barred):
    """Draws a header and the rows below it, one of them under the cursor, and a scroll bar."""

    HEAD_ROWS = 1
    DEFAULT_CSS = "TableView { width: 1fr; height: 1fr; }"

    def __init__(self, sheet: Sheet, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._sheet = sheet
        self._rows: Sequence[int] = range(len(sheet))
        self._order = Order()
        self._empty = ""
        self._cursor = 0  # the position of the cursor among the rows
        self._column: ColumnId = "label"
        self._first = 0  # how many columns are out of view on the left
        self._arranged: Arrangement | None = None
        self._painter: Painter | None = None
        self._painted_before: Painter | None = None
        self._ink = Palette(self, INKS)
        self._finish = Finish()
        self._choice = AUTOMATIC
        self._marked: Set[int] = frozenset()
        self._headings: Sequence[str] = ()
        self._page_drawn: list[Strip] = []
        self._page_drawn_for: tuple[object, ...] = ()
        self._cursor_drawn = 0

    # What is shown

    def show(
        self,
        sheet: Sheet,
        rows: Sequence[int],
        order: Order,
        *,
        cursor: int | None,
        empty: str,
        choice: ColumnChoice = AUTOMATIC,
        marked: Set[int] = frozenset(),
        headings: Sequence[str] = (),
    ) -> None:
        """Show `rows` of `sheet`, sorted by `order`, with the cursor on the row `cursor` if it is among them.

        A row `~n` stands for the heading `n`. The cursor stays on its line of the screen where it can.
        Where there are no rows, `empty` is said.
        """
        self._choice, self._marked, self._headings = choice, marked, headings
        line = self._cursor - self._top
        self._sheet, self._rows, self._order, self._empty = sheet, rows, order, empty
        self._cursor = self._position(cursor)
        self._top = self._cursor - line
        self._arrange()

    @property
    def rows(self) -> Sequence[int]:
        """The rows of the sheet that are shown, in their order."""
        return self._rows

    @property
    def cursor(self) -> int | None:
        """The row of the sheet that the cursor is on; None on a heading, and where nothing is shown."""
        return self.line if self.line >= 0 else None

    @property
    def line(self) -> int:
        """What the cursor is on: a row of the sheet, or `~n` for a heading; `~0` where nothing is shown."""
        return self._rows[self._cursor] if self._rows else -1

    @property
    def column(self) -> ColumnId:
        """The id of the column under the cursor."""
        return self._column

    @property
    def arrangement(self) -> Arrangement:
        """Where the columns stand; as long as nothing is laid out, where they would on a common terminal."""
        if self._arranged is None:
            self._arranged = arrange(self._sheet, _COMMON_CELLS, choice=self._choice)
        return self._arranged

    def mark(self, marked: Set[int]) -> None:
        """Draw the rows `marked`, and no others, as marked."""
        self._marked = marked
        self._paint_anew()
        self.refresh()

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row of the sheet and bring it into view; nobody is told."""
        self._cursor = self._position(row)
        self._keep_in_view()

    def show_column(self, column: ColumnId) -> None:
        """Put the cursor on a column and bring it into view."""
        self._column = column
        self._first = first_for(self._sheet, self._cells, self._first, column, self._choice)
        self._arrange()

    def _position(self, row: int | None) -> int:
        """Return where `row` stands, or else where the cursor is, as near as can be."""
        if row is not None and row in self._rows:
            return self._rows.index(row)
        return max(0, min(self._cursor, len(self._rows) - 1))

    # Layout

    @property
    def _cells(self) -> int:
        return self.size.width - 1  # the last is the scroll bar's

    def count_lines(self) -> int:
        """Return how many rows there are, headings included."""
        return len(self._rows)

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Arrange the columns anew."""
        self._arrange()

    def _arrange(self) -> None:
        if self._cells <= GUTTER:
            return  # not laid out yet
        self._arranged = arranged = arrange(self._sheet, self._cells, self._first, self._choice)
        self._first = arranged.before
        ids = [column.id for column in arranged.columns]
        if self._column not in ids:  # a qualifier stands within the value where room is short
            self._column = "value" if "value" in ids else ids[0]
        self._paint_anew()
        self._keep_in_view()

    def _paint_anew(self, *, looks: bool = False) -> None:
        """Take another painter; it takes over what looks the same still, unless all `looks` different."""
        self._painted_before = None if looks else self._painter or self._painted_before
        self._painter = None

    def _keep_in_view(self) -> None:
        self._view_from(self._top_with_cursor(self._top))

    def _top_with_cursor(self, top: int) -> int:
        """Return the first position in view that is nearest to `top` and has the cursor in view."""
        top = max(min(top, self._cursor), self._cursor - self._page + 1)
        if top == self._cursor > 0 and self._rows[top - 1] < 0 and self._page > 1:
            top -= 1  # with the heading above it
        return self._possible_top(top)

    def _step_to(self, position: int, top: int) -> None:
        """Put the cursor on `position` and view from about `top`; without scrolling two lines are drawn."""
        before, self._cursor = self._cursor, position
        top = self._top_with_cursor(top)
        if top != self._top:
            self._view_from(top)
            return
        lines = (self.HEAD_ROWS + place - top for place in (before, position))
        self.refresh(*(Region(0, line, self.size.width, 1) for line in lines))

    # Drawing

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._ink.forget()
        self._finish.forget()
        self._paint_anew(looks=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of `crop`.

        Textual's own way looks for borders, padding, tint and opacity at every line of every frame. The
        table has none of them, and its painter keeps the lines.
        """
        if self._finish.take(self.get_line_filters(), self):
            self._paint_anew(looks=True)
        page = self._draw_page()
        blank = Strip.blank(crop.width)
        strips = [page[y] if y < len(page) else blank for y in crop.line_range]
        if crop.column_span != (0, self._cells + 1):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        return self._line(y, self._thumb())

    def _draw_page(self) -> list[Strip]:
        """Return all lines; where the cursor alone has moved, only its two lines are drawn."""
        height, bar = self.size.height, self._thumb()
        drawn_for = (self._painter, self._top, height)
        if self._painter is None or drawn_for != self._page_drawn_for:
            self._page_drawn = [self._line(y, bar) for y in range(height)]
        elif self._cursor != self._cursor_drawn:
            for y in (self.HEAD_ROWS + place - self._top for place in (self._cursor_drawn, self._cursor)):
                if self.HEAD_ROWS <= y < height:
                    self._page_drawn[y] = self._line(y, bar)
        self._page_drawn_for = (self._painter, self._top, height)
        self._cursor_drawn = self._cursor
        return self._page_drawn

    def _line(self, y: int, bar: range | None) -> Strip:
        """Draw the line `y` with its piece of the scroll bar, whose thumb is on the lines `bar`."""
        painter = self._painter
        if painter is None:
            view = View(
                *(self._sheet, self.arrangement, self._order, self._column, self._cells),
                *(self._marked, self._headings),
            )
            painter = self._painter = Painter(view, self._ink, self._finish, self._painted_before)
            self._painted_before = None
        if y < self.HEAD_ROWS:
            return painter.header()
        line = y - self.HEAD_ROWS
        position = self._top + line
        if position < len(self._rows):
            ground = self._ground(position, here=position == self._cursor)
            return painter.row(self._rows[position], ground, self._end(line, bar))
        return painter.ended(self._empty_line(line), self._end(line, bar))

    @staticmethod
    def _ground(position: int, *, here: bool) -> str:
        """Return the ground of the row at `position`; that of the cursor if it is `here`."""
        return "cursor" if here else "band" if position % 2 else "plain"

    def _empty_line(self, line: int) -> Strip:
        if self._rows or not line:
            return Strip.blank(self._cells, self._ink("label", "plain"))
        style = self._ink("empty", "plain")
        lines = wrap(self._empty, max(2, self._cells - 2 * GUTTER))
        text = " " * GUTTER + lines[line - 1] if line <= len(lines) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(self._cells, style)

    def _end(self, line: int, bar: range | None) -> Segment:
        """Return what stands at the end of a line: a piece of the scroll bar, where there is one."""
        if bar is None:
            return Segment(" ", self._ink("label", "plain"))
        sign, ink = ("┃", "thumb") if line in bar else ("│", "track")
        return Segment(sign, self._ink(ink, "plain"))
