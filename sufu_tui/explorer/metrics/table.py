"""The table: rows of a sheet in some order, drawn line by line.

It draws only the lines in view and keeps them; what it shows it is given, and it reads no dossier.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.metrics.arrangement import GUTTER, Arrangement, Place, arrange, first_for
from sufu_tui.explorer.metrics.choice import AUTOMATIC, ColumnChoice
from sufu_tui.explorer.metrics.columns import ColumnId, Sheet
from sufu_tui.explorer.metrics.drawing import Painter, View
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.metrics.thumb import thumb, top_for
from sufu_tui.typesetting.breaking import wrap

if TYPE_CHECKING:
    from textual.events import (
        Click,
        MouseDown,
        MouseEvent,
        MouseMove,
        MouseScrollDown,
        MouseScrollUp,
        MouseUp,
        Resize,
    )

_HEADER_ROWS = 1
_WHEEL_ROWS = 3
_GROUNDS = ("plain", "band", "cursor", "header")
_INKS = (
    *("label", "qualifier", "value", "bar", "period", "area", "section", "printed"),
    *("name", "name-cursor", "mark", "heading", "thumb", "track", "empty"),
)


class Table(Widget, can_focus=True):
    """A header and the rows below it, with a cursor on a row and on a column.

    Posts `CursorMoved` when the reader moves to another row, `Opened` on Enter or a double click,
    `HeadingOpened` on Enter or a click on the heading of a group, `HeaderClicked` when the name of a
    column is clicked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"table--{name}" for name in (*_GROUNDS, *_INKS)}
    BINDINGS = bindings_of("moving", without=("space",))  # it marks a row
    DEFAULT_CSS = """
    Table {
        width: 1fr; height: 1fr;
        & > .table--header { background: $bar; }
        & > .table--name { color: $ink-muted; text-style: bold; }
        & > .table--name-cursor { color: $primary; text-style: bold underline; }
        & > .table--band { background: $band; }
        & > .table--cursor { background: $cursor-row; }
        & > .table--qualifier { color: $ink-muted; }
        & > .table--value { color: $ink-metric; }
        & > .table--bar { color: $accent-muted; }
        & > .table--period { color: $ink-event; }
        & > .table--section { color: $ink-section; }
        & > .table--printed { color: $ink-muted; }
        & > .table--mark { color: $primary; text-style: bold; }
        & > .table--heading { color: $primary; text-style: bold; }
        & > .table--thumb { color: $ink-muted; }
        & > .table--track { color: $ink-faint; }
        & > .table--empty { color: $ink-muted; }
    }
    """

    class CursorMoved(Message):
        """The reader moved the cursor to another row."""

        def __init__(self, row: int) -> None:
            self.row = row
            """The row in the sheet, or `~n` for the heading `n`."""
            super().__init__()

    class Opened(Message):
        """The reader wants to see more of the row under the cursor."""

    class HeadingOpened(Message):
        """The reader wants to see more, or less, of the group whose heading is under the cursor."""

        def __init__(self, number: int) -> None:
            self.number = number
            """Which heading it is, from 0."""
            super().__init__()

    class HeaderClicked(Message):
        """The reader clicked on the name of a column."""

        def __init__(self, column: str, *, further: bool) -> None:
            self.column = column
            """The id of what the column sorts by."""
            self.further = further
            """Whether it is to be added to the other sort keys."""
            super().__init__()

    class BorderDragged(Message):
        """The reader pulls the right border of a column."""

        def __init__(self, column: ColumnId, cells: int) -> None:
            self.column: ColumnId = column
            """The id of the column."""
            self.cells = cells
            """How wide it is to be."""
            super().__init__()

    def __init__(self, sheet: Sheet, *, id: str | None = None) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        self._sheet = sheet
        self._rows: Sequence[int] = range(len(sheet))
        self._order = Order()
        self._empty = ""
        self._cursor = 0  # the position of the cursor among the rows
        self._top = 0  # the position of the first row in view
        self._column: ColumnId = "label"
        self._first = 0  # how many columns are out of view on the left
        self._arrangement = arrange(sheet, 80)
        self._painter: Painter | None = None
        self._styles: dict[tuple[str, str], Style] = {}
        self._dragging = False
        self._border: Place | None = None  # the place whose border the mouse holds
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
    def sort_column(self) -> str:
        """The id of what the column under the cursor sorts by."""
        return next(column.sort for column in self._arrangement.columns if column.id == self._column)

    @property
    def arrangement(self) -> Arrangement:
        """Where the columns stand."""
        return self._arrangement

    def mark(self, marked: Set[int]) -> None:
        """Draw the rows `marked`, and no others, as marked."""
        self._marked, self._painter = marked, None
        self.refresh()

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row of the sheet and bring it into view; nobody is told."""
        self._cursor = self._position(row)
        self._keep_in_view()

    def move_column(self, step: int) -> None:
        """Move the cursor by `step` columns and bring the column into view."""
        columns = [column.id for column in self._arrangement.columns]
        number = max(0, min(len(columns) - 1, columns.index(self._column) + step))
        self.show_column(columns[number])

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
    def _page(self) -> int:
        return max(1, self.size.height - _HEADER_ROWS)

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Arrange the columns anew."""
        self._arrange()

    def _arrange(self) -> None:
        if self._cells <= GUTTER:
            return  # not laid out yet
        self._arrangement = arrange(self._sheet, self._cells, self._first, self._choice)
        self._first = self._arrangement.before
        ids = [column.id for column in self._arrangement.columns]
        if self._column not in ids:  # a qualifier stands within the value where room is short
            self._column = "value" if "value" in ids else ids[0]
        self._painter = None
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        top = max(min(self._top, self._cursor), self._cursor - self._page + 1)
        if top == self._cursor > 0 and self._rows[top - 1] < 0 and self._page > 1:
            top -= 1  # with the heading above it
        self._view_from(top)

    def _view_from(self, top: int) -> None:
        self._top = max(0, min(top, len(self._rows) - self._page))
        self.refresh()

    # Drawing

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._styles.clear()
        self._painter = None

    def _ink(self, ink: str, ground: str) -> Style:
        key = (ink, ground)
        if key not in self._styles:
            partial = self.get_component_rich_style(f"table--{ink}", partial=True)
            self._styles[key] = self.get_component_rich_style(f"table--{ground}") + partial
        return self._styles[key]

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        if self._painter is None:
            view = View(
                *(self._sheet, self._arrangement, self._order, self._column, self._cells),
                *(self._marked, self._headings),
            )
            self._painter = Painter(view, self._ink)
        if y < _HEADER_ROWS:
            more = Segment("›" if self._arrangement.after else " ", self._ink("name", "header"))
            return Strip([*self._painter.header(), more], self.size.width)
        line = y - _HEADER_ROWS
        return Strip([*self._draw_line(line, self._painter), self._draw_bar(line)], self.size.width)

    def _draw_line(self, line: int, painter: Painter) -> Strip:
        position = self._top + line
        if position < len(self._rows):
            ground = "cursor" if position == self._cursor else "band" if position % 2 else "plain"
            return painter.row(self._rows[position], ground)
        if self._rows or not line:
            return Strip.blank(self._cells, self._ink("label", "plain"))
        style = self._ink("empty", "plain")
        lines = wrap(self._empty, max(2, self._cells - 2 * GUTTER))
        text = " " * GUTTER + lines[line - 1] if line <= len(lines) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(self._cells, style)

    def _draw_bar(self, line: int) -> Segment:
        if len(self._rows) <= self._page:
            return Segment(" ", self._ink("label", "plain"))
        if line in thumb(self._top, self._page, len(self._rows)):
            return Segment("┃", self._ink("thumb", "plain"))
        return Segment("│", self._ink("track", "plain"))

    # Moving

    def _move_to(self, position: int) -> None:
        position = max(0, min(position, len(self._rows) - 1))
        if position != self._cursor and self._rows:
            self._cursor = position
            self.post_message(self.CursorMoved(self._rows[position]))
        self._keep_in_view()

    def action_line_up(self) -> None:
        """Go to the row above."""
        self._move_to(self._cursor - 1)

    def action_line_down(self) -> None:
        """Go to the row below."""
        self._move_to(self._cursor + 1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._turn_page(-1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._turn_page(1)

    def _turn_page(self, step: int) -> None:
        self._top += step * self._page  # the cursor keeps its line of the screen
        self._move_to(self._cursor + step * self._page)

    def action_first(self) -> None:
        """Go to the first row."""
        self._move_to(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self._move_to(len(self._rows) - 1)

    def action_open(self) -> None:
        """Ask for more of the row under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Opened())
        elif self._rows:
            self.post_message(self.HeadingOpened(~self.line))

    def action_next_link(self) -> None:
        """Leave for the next control."""
        self.screen.focus_next()

    def action_previous_link(self) -> None:
        """Leave for the control before."""
        self.screen.focus_previous()

    # The mouse

    def on_click(self, event: Click) -> None:
        """Sort by the column whose name is clicked; select the row, open it on a double click."""
        if event.x >= self._cells or self._border is not None:
            self._border = None
            return
        place = self._arrangement.at(event.x)
        if place is not None:
            self._column = place.column.id
            self._painter = None
            self.refresh()
        position = self._top + event.y - _HEADER_ROWS
        if event.y < _HEADER_ROWS:
            if place is not None:
                self.post_message(self.HeaderClicked(place.column.sort, further=event.shift))
        elif position < len(self._rows):
            self._move_to(position)
            if (self.cursor is None) == (event.chain == 1):  # one click folds, two open
                self.action_open()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the scroll bar, or of a border between the names of two columns."""
        if event.y < _HEADER_ROWS:
            self._border = self._arrangement.border_at(event.x)
            if self._border is not None:
                self.capture_mouse()
        if event.x >= self._cells and event.y >= _HEADER_ROWS:
            self._dragging = True
            self.capture_mouse()
            self._pull(event)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with the scroll bar, or widen a column."""
        if self._border is not None and event.button:
            self.post_message(self.BorderDragged(self._border.column.id, event.x - self._border.x))
        if self._dragging:
            self._pull(event)

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Let go of what the mouse held."""
        if self._dragging or self._border is not None:
            self._dragging = False
            self.release_mouse()

    def _pull(self, event: MouseEvent) -> None:
        self._view_from(top_for(event.y - _HEADER_ROWS, self._page, len(self._rows)))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down; the cursor stays behind."""
        event.stop()
        self._view_from(self._top + _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up; the cursor stays behind."""
        event.stop()
        self._view_from(self._top - _WHEEL_ROWS)
