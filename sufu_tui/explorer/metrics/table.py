"""The table: what keys and the mouse do with its cursor, its columns and its scroll bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.metrics.arrangement import Place
from sufu_tui.explorer.metrics.columns import ColumnId, Sheet
from sufu_tui.explorer.metrics.tableview import TableView
from sufu_tui.explorer.widgets.scroll_view import WHEEL_LINES

if TYPE_CHECKING:
    from textual.events import Click, MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp


class Table(TableView, can_focus=True):
    """Rows with a cursor on one of them and on a column.

    Calls `moved` when the reader moves to another row. Posts `Opened` on Enter or a double click,
    `HeadingOpened` on Enter or a click on the heading of a group, `HeaderClicked` when the name of a
    column is clicked, `BorderDragged` when its border is pulled.
    """

    BINDINGS = bindings_of("moving", without=("space",))  # it marks a row

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

    def __init__(
        self,
        sheet: Sheet,
        moved: Callable[[int], None],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make a table of `sheet`.

        Moves go to `moved` at once, not as a message: so what follows the cursor is drawn in the same
        frame. It is given the row in the sheet, or `~n` for the heading `n`.
        """
        super().__init__(sheet, id=id)
        self._moved = moved
        self._border: Place | None = None  # the place whose border the mouse holds

    @property
    def sort_column(self) -> str:
        """The id of what the column under the cursor sorts by."""
        return next(column.sort for column in self.arrangement.columns if column.id == self._column)

    @property
    def sort_columns(self) -> list[str]:
        """What the columns in view sort by, that under the cursor first."""
        return [self.sort_column, *(column.sort for column in self.arrangement.columns)]

    def move_column(self, step: int) -> None:
        """Move the cursor by `step` columns and bring the column into view."""
        columns = [column.id for column in self.arrangement.columns]
        number = max(0, min(len(columns) - 1, columns.index(self._column) + step))
        self.show_column(columns[number])

    # Moving

    def _move_to(self, position: int, top: int | None = None) -> None:
        before = self._cursor
        position = max(0, min(position, len(self._rows) - 1))
        self._step_to(position, self._top if top is None else top)
        if position != before and self._rows:
            self._moved(self._rows[position])

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
        rows = step * self.viewport.page
        self._move_to(self._cursor + rows, self._top + rows)  # the cursor keeps its line of the screen

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

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down; the cursor stays behind."""
        event.stop()
        self.view(self.viewport.scrolled(WHEEL_LINES))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up; the cursor stays behind."""
        event.stop()
        self.view(self.viewport.scrolled(-WHEEL_LINES))

    def on_click(self, event: Click) -> None:
        """Sort by the column whose name is clicked; select the row, open it on a double click."""
        if event.x >= self._cells or self._border is not None:
            self._border = None
            return
        place = self.arrangement.at(event.x)
        if place is not None:
            self._column = place.column.id
            self._painter = None
            self.refresh()
        position = self._top + event.y - self.HEAD_ROWS
        if event.y < self.HEAD_ROWS:
            if place is not None:
                self.post_message(self.HeaderClicked(place.column.sort, further=event.shift))
        elif position < len(self._rows):
            self._move_to(position)
            if (self.cursor is None) == (event.chain == 1):  # one click folds, two open
                self.action_open()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the scroll bar, or of a border between the names of two columns."""
        self.view(self._scrollbar.pressed(event, self.viewport))
        if event.y < self.HEAD_ROWS:
            self._border = self.arrangement.border_at(event.x)
            if self._border is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with the bar, or widen a column."""
        self.view(self._scrollbar.dragged(event, self.viewport))
        if self._border is not None and event.button:
            self.post_message(self.BorderDragged(self._border.column.id, event.x - self._border.x))

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Let go of what the mouse held."""
        self._scrollbar.released()
        if self._border is not None:
            self.release_mouse()
