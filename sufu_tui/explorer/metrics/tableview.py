"""The lines of the table: a header and the rows of a sheet in some order, as far as they are in view.

Only what is in view is drawn, and kept while it stays the same; what is shown is given, no dossier is read.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.inks import Palette
from sufu_tui.explorer.metrics.arrangement import GUTTER, Arrangement, arrange, first_for
from sufu_tui.explorer.metrics.choice import AUTOMATIC, ColumnChoice
from sufu_tui.explorer.metrics.columns import ColumnId, Sheet
from sufu_tui.explorer.metrics.drawing import INKS, Painter, View
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.widgets.scroll_view import ScrollbarColumn, Viewport
from sufu_tui.typesetting.breaking import wrap

if TYPE_CHECKING:
    from textual.events import Resize

_COMMON_CELLS = 80


class TableView(Widget):
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
        self._ink = Palette(self, INKS)
        self._top = 0
        self._scrollbar = ScrollbarColumn(self, self.HEAD_ROWS)
        self._choice = AUTOMATIC
        self._marked: Set[int] = frozenset()
        self._headings: Sequence[str] = ()

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
        self._painter = None
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

    @property
    def viewport(self) -> Viewport:
        """The rows in view, headings included."""
        return Viewport(self._top, max(1, self.size.height - self.HEAD_ROWS), len(self._rows))

    def view(self, viewport: Viewport) -> None:
        """View other rows; the cursor stays behind."""
        if viewport.top != self._top:
            self._top = viewport.top
            self.refresh()

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
        self._painter = None
        self._keep_in_view()
        self.refresh()

    def _keep_in_view(self) -> None:
        self.view(self._with_cursor(self._top))

    def _with_cursor(self, top: int) -> Viewport:
        """Return the viewport that has the cursor in view and begins nearest to the position `top`."""
        view = self.viewport._replace(top=top).showing(self._cursor)
        if view.top == self._cursor > 0 and self._rows[view.top - 1] < 0 and view.page > 1:
            return view.scrolled(-1)  # with the heading above it
        return view

    def _step_to(self, position: int, top: int) -> None:
        """Put the cursor on `position` and view from about `top`; without scrolling two lines are drawn."""
        before, self._cursor = self._cursor, position
        view = self._with_cursor(top)
        if view.top != self._top:
            self.view(view)
            return
        lines = (self.HEAD_ROWS + place - view.top for place in (before, position))
        self.refresh(*(Region(0, line, self.size.width, 1) for line in lines))

    # Drawing

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._ink.forget()
        self._painter = None

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        if self._painter is None:
            view = View(
                *(self._sheet, self.arrangement, self._order, self._column, self._cells),
                *(self._marked, self._headings),
            )
            self._painter = Painter(view, self._ink)
        if y < self.HEAD_ROWS:
            return self._painter.header()
        line = y - self.HEAD_ROWS
        position = self._top + line
        end = self._scrollbar.cell(
            self.viewport, line, self._ink("thumb", "plain"), self._ink("track", "plain")
        )
        if position < len(self._rows):
            ground = self._ground(position, here=position == self._cursor)
            return self._painter.row(self._rows[position], ground, end)
        return self._painter.ended(self._empty_line(line), end)

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
