"""Table widget: a header and the lines below it, one of them under the cursor, and a scroll bar.

Only the lines in view are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.listing.cursor import GroupHeading, LineCursor
from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.explorer.listing.table.column_choice import AUTOMATIC, ColumnChoice
from sufu_tui.explorer.listing.table.column_layout import (
    GUTTER,
    ColumnLayout,
    PlacedColumn,
    first_for,
    lay_columns,
)
from sufu_tui.explorer.listing.table.row_painter import ROW_STYLES, PaintContext, RowPainter
from sufu_tui.explorer.listing.table.sheet import Sheet
from sufu_tui.explorer.theme.styles import StyleCache
from sufu_tui.explorer.widgets.scroll_view import WHEEL_LINES, ScrollbarColumn, Viewport
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.flow import Finder

if TYPE_CHECKING:
    from textual.events import (
        Click,
        MouseDown,
        MouseMove,
        MouseScrollDown,
        MouseScrollUp,
        MouseUp,
        Resize,
    )

HEAD_ROWS = 1
_COMMON_CELLS = 80


class TableContent(NamedTuple):
    """Content of a table besides the lines of its cursor: `headings` are the texts of groups.

    `marks` are rows of the sheet; `empty` is the sentence of an empty table.
    """

    sheet: Sheet
    order: SortOrder = SortOrder()
    choice: ColumnChoice = AUTOMATIC
    marks: Set[int] = frozenset()
    headings: Sequence[str] = ()
    empty: str = ""
    bookmarked: Set[str] = frozenset()
    """Ids of the figures that have a bookmark."""
    linked: Set[str] = frozenset()
    """Ids of the items that belong to what was looked at before."""
    finder: Finder | None = None
    """Finder of what a search found, as long as it is marked."""


class Table(Widget, can_focus=True):
    """Table of lines with a cursor on one of them and on a column.

    Posts `RowOpened` on Enter or a double click on a row, `HeadingOpened` on Enter or a click on the
    heading of a group, `HeaderClicked` on a click on the name of a column, `BorderDragged` on a drag of its
    border.
    """

    BINDINGS = bindings_of("moving", without=("space",))  # it marks a row
    DEFAULT_CSS = "Table { width: 1fr; height: 1fr; }"

    class RowOpened(Message):
        """Request for more of the item under the cursor."""

    @dataclass
    class HeadingOpened(Message):
        """Request to fold or unfold a group."""

        group: int
        """Number of the group, from 0."""

    @dataclass
    class HeaderClicked(Message):
        """Click on the name of a column."""

        column: str
        """Id of the sort column."""
        further: bool
        """True to add it to the other sort keys."""

    @dataclass
    class BorderDragged(Message):
        """Drag of the right border of a column."""

        column: str
        """Id of the column."""
        cells: int
        """New width of the column."""

    def __init__(self, cursor: LineCursor, content: TableContent, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.cursor = cursor
        """Cursor among the lines, which others may move as well."""
        self._content = content
        self._top = 0
        self._position = 0  # of the cursor, when it was last followed
        self._column = content.sheet.narrow[0].id
        self._first = 0  # number of columns out of view on the left
        self._arranged: ColumnLayout | None = None
        self._last_cells = 0  # of the last layout; 0 before the first
        self._painter: RowPainter | None = None
        self._border: PlacedColumn | None = None  # the place whose border the mouse holds
        self._style = StyleCache(self, ROW_STYLES)
        self._scrollbar = ScrollbarColumn(self, HEAD_ROWS)

    # Content

    def show(self, content: TableContent) -> None:
        """Show `content` and the lines of the cursor, which stays on its row of the screen if it can."""
        self._content = content
        row = self._position - self._top
        self._position = self.cursor.position
        self._top = self._with_cursor(self._position - row).top
        self._arrange()

    def mark(self, marks: Set[int]) -> None:
        """Draw the rows `marks`, and no others, as marked."""
        self._content = self._content._replace(marks=marks)
        self._painter = None
        self.refresh()

    def follow_cursor(self, top: int | None = None) -> None:
        """Scroll to the moved cursor, with about the line `top` first.

        Without scrolling only two lines are drawn.
        """
        before, self._position = self._position, self.cursor.position
        view = self._with_cursor(self._top if top is None else top)
        if view.top != self._top:
            self.view(view)
            return
        rows = (HEAD_ROWS + place - view.top for place in (before, self._position))
        self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))

    # Columns

    @property
    def column(self) -> str:
        """Id of the column under the cursor, one of those shown; another may be meant before a layout."""
        columns = self.shown_columns
        if self._column in columns:
            return self._column
        instead = self._content.sheet.instead_of(self._column)
        return instead if instead in columns else columns[0]

    @property
    def sort_column(self) -> str:
        """Id of the sort column of the column under the cursor."""
        here = self.column
        return next(column.sort for column in self.arrangement.columns if column.id == here)

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """Ids of the columns, those out of view included."""
        return tuple(column.id for column in self.arrangement.columns)

    @property
    def arrangement(self) -> ColumnLayout:
        """Layout of the columns; out of view for the last width, before the first for a common one."""
        if self._arranged is None:
            content, cells = self._content, self._last_cells or _COMMON_CELLS
            self._arranged = lay_columns(content.sheet, cells, self._first, content.choice)
            if self._last_cells:
                self._column = self.column  # a qualifier stands within the value where room is short
        return self._arranged

    def show_column(self, column: str) -> None:
        """Put the cursor on a column and scroll to it."""
        self._column = column
        self._first = first_for(self._content.sheet, self._cells, self._first, column, self._content.choice)
        self._arrange()

    def step_column(self, step: int) -> None:
        """Move the cursor by `step` columns and scroll to the column."""
        columns = self.shown_columns
        self.show_column(columns[max(0, min(len(columns) - 1, columns.index(self.column) + step))])

    @property
    def first_column(self) -> int:
        """Number of columns out of view on the left."""
        return self._first

    def return_to(self, top: int, column: str, first: int) -> None:
        """Return to the line `top`, a column and the `first` columns left out, before a layout as well."""
        self._column, self._first = column, first
        self._top = top if self._cells <= GUTTER else self.viewport.at(top).top
        self._arrange()

    # Layout

    @property
    def _cells(self) -> int:
        return self.size.width - 1  # the last is the scroll bar's

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Arrange the columns again."""
        self._arrange()

    def _arrange(self) -> None:
        self._painter = self._arranged = None  # they are of the content of before
        if self._cells <= GUTTER:
            return  # not laid out yet, or out of view
        self._last_cells = self._cells
        self._first = self.arrangement.before
        self.view(self._with_cursor(self._top))
        self.refresh()

    @property
    def viewport(self) -> Viewport:
        """Lines in view."""
        return Viewport(self._top, max(1, self.size.height - HEAD_ROWS), len(self.cursor.lines))

    def view(self, viewport: Viewport) -> None:
        """Scroll to other lines; the cursor stays behind."""
        if viewport.top != self._top:
            self._top = viewport.top
            self.refresh()

    def _with_cursor(self, top: int) -> Viewport:
        """Return the viewport that has the cursor in view and begins nearest to the line `top`."""
        view = self.viewport._replace(top=top).showing(self._position)
        first = view.top
        if (
            first == self._position > 0
            and view.page > 1
            and isinstance(self.cursor.lines[first - 1], GroupHeading)
        ):
            return view.scrolled(-1)  # with the heading above it
        return view

    # DrawnFigure

    def notify_style_update(self) -> None:
        """Draw in the colours of a new theme."""
        super().notify_style_update()
        self._style.forget()
        self._painter = None

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        if self._painter is None:
            content = self._content
            view = PaintContext(
                *(content.sheet, self.arrangement, content.order, self._column, self._cells),
                *(content.marks, content.headings, content.bookmarked, content.linked, content.finder),
            )
            self._painter = RowPainter(view, self._style)
        if y < HEAD_ROWS:
            return self._painter.header()
        row = y - HEAD_ROWS
        position = self._top + row
        thumb, track = self._style("thumb", "plain"), self._style("track", "plain")
        end = self._scrollbar.cell(self.viewport, row, thumb, track)
        if position < len(self.cursor.lines):
            background = "cursor" if position == self._position else "band" if position % 2 else "plain"
            return self._painter.line(self.cursor.lines[position], background, end)
        return self._painter.ended(self._empty_line(row), end)

    def _empty_line(self, row: int) -> Strip:
        if self.cursor.lines or not row:
            return Strip.blank(self._cells, self._style("label", "plain"))
        style = self._style("empty", "plain")
        lines = wrap(self._content.empty, max(2, self._cells - 2 * GUTTER))
        text = " " * GUTTER + lines[row - 1] if row <= len(lines) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(self._cells, style)

    # Moving

    def action_line_up(self) -> None:
        """Go to the line above."""
        self._move_to(self.cursor.position - 1)

    def action_line_down(self) -> None:
        """Go to the line below."""
        self._move_to(self.cursor.position + 1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._turn_page(-self.viewport.page)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._turn_page(self.viewport.page)

    def _turn_page(self, lines: int) -> None:
        self._move_to(
            self.cursor.position + lines, self._top + lines
        )  # the cursor keeps its row of the screen

    def action_first(self) -> None:
        """Go to the first line."""
        self._move_to(0)

    def action_last(self) -> None:
        """Go to the last line."""
        self._move_to(len(self.cursor.lines) - 1)

    def _move_to(self, position: int, top: int | None = None) -> None:
        self.cursor.move_to(position)
        self.follow_cursor(top)

    def action_open(self) -> None:
        """Post the request for more of the line under the cursor."""
        line = self.cursor.line
        if isinstance(line, GroupHeading):
            self.post_message(self.HeadingOpened(line.group))
        elif line is not None:
            self.post_message(self.RowOpened())

    def action_next_link(self) -> None:
        """Focus the next control."""
        self.screen.focus_next()

    def action_previous_link(self) -> None:
        """Focus the control before."""
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
        """Sort by the column whose name is clicked; select the line, open it on a double click."""
        if event.x >= self._cells or self._border is not None:
            self._border = None
            return
        place = self.arrangement.at(event.x)
        if place is not None:
            self._column = place.column.id
            self._painter = None
            self.refresh()
        position = self._top + event.y - HEAD_ROWS
        if event.y < HEAD_ROWS:
            if place is not None:
                self.post_message(self.HeaderClicked(place.column.sort, event.shift))
        elif position < len(self.cursor.lines):
            self._move_to(position)
            if isinstance(self.cursor.line, GroupHeading) == (event.chain == 1):  # one click folds, two open
                self.action_open()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the scroll bar, or a border between the names of two columns."""
        self.view(self._scrollbar.pressed(event, self.viewport))
        if event.y < HEAD_ROWS:
            self._border = self.arrangement.border_at(event.x)
            if self._border is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with a drag of the bar, or widen a column."""
        self.view(self._scrollbar.dragged(event, self.viewport))
        if self._border is not None and event.button:
            self.post_message(self.BorderDragged(self._border.column.id, event.x - self._border.x))

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Release the bar or the border."""
        self._scrollbar.released()
        if self._border is not None:
            self.release_mouse()
