"""Canvas widget: axis, lanes and overview, drawn row by row from a layout in cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.theme.styles import StyleCache
from sufu_tui.explorer.timeline.canvas.dragging import CanvasDrag
from sufu_tui.explorer.timeline.canvas.painter import (
    CANVAS_STYLES,
    FOOT_ROWS,
    HEAD_ROWS,
    CanvasLook,
    CanvasPainter,
    lane_rows,
    rows_below_head,
)
from sufu_tui.explorer.timeline.frame import TimelineFrame
from sufu_tui.explorer.widgets.scroll_view import Viewport

if TYPE_CHECKING:
    from textual.events import (
        Click,
        MouseDown,
        MouseEvent,
        MouseMove,
        MouseScrollDown,
        MouseScrollLeft,
        MouseScrollRight,
        MouseScrollUp,
        MouseUp,
    )

    from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout


class Canvas(Widget, can_focus=True):
    """Widget that draws a frame, and posts clicks, drags and turns of the wheel."""

    ALLOW_SELECT = False  # to drag is to move through time

    @dataclass
    class EventClicked(Message):
        """Click on a mark or its label."""

        event: int
        """Index of the event."""

    @dataclass
    class CellClicked(Message):
        """Click on a cell that shows several events: a count, or a bar of density."""

        lane: int
        """Number of the lane."""
        column: int
        """Cells from the window's left edge."""

    @dataclass
    class OverviewClicked(Message):
        """Click on the overview."""

        share: float
        """Share of its width, from 0 at the left edge to 1 at the right."""

    @dataclass
    class Dragged(Message):
        """Drag of the canvas sideways."""

        columns: int
        """Cells to the right; to the left, if negative."""

    @dataclass
    class Wheel(Message):
        """Turn of the wheel over the axis."""

        steps: int
        """Steps down; up, if negative."""
        column: int
        """Column of the axis at the pointer."""

    @dataclass
    class SidewaysWheel(Message):
        """Turn of a sideways wheel."""

        steps: int
        """Steps to the right; to the left, if negative."""

    class Resized(Message):
        """Change of the canvas's size, and so of what is in view."""

    def __init__(self, look: Callable[[int, int], CanvasLook], *, id: str | None = None) -> None:  # noqa: A002
        """Draw what `look` returns for so many columns, and rows of lanes, when that is needed.

        So the first frame has it, and no message has to arrive before.
        """
        super().__init__(id=id)
        self._look = look
        self._shown: CanvasLook | None = None
        self._shown_at = Size()
        self._top = 0
        self._palette = StyleCache(self, CANVAS_STYLES)
        self._painter = CanvasPainter(self._palette)
        self._strips: list[Strip] = []
        self._drag = CanvasDrag()

    @property
    def lane_rows(self) -> int:
        """Number of rows of the lanes; where there is room, the last row is the legend's in any case."""
        return lane_rows(self.size.height)

    @property
    def rows(self) -> int:
        """Number of rows for lanes and legend."""
        return rows_below_head(self.size.height)

    @property
    def _overview_row(self) -> int:
        return self.size.height - FOOT_ROWS

    def draw_again(self) -> None:
        """Draw what is to be seen by now, with the selected event in view."""
        if self.size.width:
            self._take()
            self._draw_changed()

    def _take(self) -> None:
        """Take what is to be seen, for the present size."""
        self._shown = self._look(self.size.width, self.rows)
        self._shown_at = self.size
        self._keep_in_view(self._shown)

    def _keep_in_view(self, shown: CanvasLook) -> None:
        rows = len(shown.frame.layout.rows)
        row = shown.frame.layout.row_of(shown.selected) if shown.selected is not None else None
        if self.lane_rows > 0:  # out of view it has none, and keeps its place
            if row is not None:
                self._top = self._viewport(rows).showing(row).top
            self._top = self._viewport(rows).at(self._top).top

    @property
    def _frame(self) -> TimelineFrame | None:
        """Frame shown, if any."""
        return None if self._shown is None else self._shown.frame

    @property
    def lanes(self) -> LaneLayout | None:
        """Layout of the lanes shown, if any are."""
        return None if self._shown is None else self._shown.frame.layout

    @property
    def top(self) -> int:
        """First row of the lanes in view."""
        return self._top

    def begin_at(self, top: int) -> None:
        """Begin with the row `top` of the lanes, once there is a frame; the selected event stays in view."""
        self._top = top
        if self._shown is not None:
            self._keep_in_view(self._shown)
            self._draw_changed()

    def scroll_rows(self, rows: int) -> None:
        """Scroll the lanes by `rows`."""
        if self._frame is not None:
            self._top = self._viewport(len(self._frame.layout.rows)).scrolled(rows).top
            self._draw_changed()

    def _viewport(self, rows: int) -> Viewport:
        return Viewport(self._top, max(1, self.lane_rows), rows)

    def on_resize(self) -> None:
        """Tell of the new size."""
        self._strips = []
        self.post_message(self.Resized())

    def _draw_changed(self) -> None:
        """Draw all rows, and refresh those that differ: from event to event these are few."""
        columns, before = self.size.width, self._strips
        self._strips = [self._draw(y) for y in range(self.size.height)]
        if len(before) != len(self._strips):
            self.refresh()
            return
        changed = [y for y, strip in enumerate(self._strips) if strip != before[y]]
        if changed:
            self.refresh(*(Region(0, y, columns, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        if self._shown_at != self.size:
            self._take()
            self._strips = []
        if y >= len(self._strips) or self._strips[y].cell_length != self.size.width:
            return self._draw(y)
        return self._strips[y]

    def _draw(self, y: int) -> Strip:
        if self._shown is None:
            return Strip.blank(self.size.width, self._palette())
        segments = self._painter.row(self._shown, y, self._top, self.size.height)
        return Strip(segments).adjust_cell_length(self.size.width, self._palette())

    def notify_style_update(self) -> None:
        """Forget the styles, and the rows drawn with them: another theme has others."""
        super().notify_style_update()
        self._palette.forget()
        self._strips = []
        self.refresh()

    # The mouse

    def on_click(self, event: Click) -> None:
        """Post the click by its target, unless it ends a drag."""
        frame = self._frame
        if frame is None or event.x < frame.gutter or self._drag.moved:
            return
        column = event.x - frame.gutter
        if event.y == self._overview_row:
            self.post_message(self.OverviewClicked(column / frame.columns))
        number = event.y - HEAD_ROWS + self._top
        if 0 <= event.y - HEAD_ROWS < self.lane_rows and number < len(frame.layout.rows):
            row = frame.layout.rows[number]
            placed = row.at(column)
            if placed is not None and not placed.sharing:
                self.post_message(self.EventClicked(placed.event))
            elif placed is not None or row.bars:
                self.post_message(self.CellClicked(row.lane, placed.mark.column if placed else column))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin a drag."""
        if event.button == 1:
            self._drag.press(event.screen_offset)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag the window over time, and the lanes up or down."""
        columns, rows = self._drag.move(event.screen_offset)
        if rows:
            self.scroll_rows(-rows)
        if columns:
            self.post_message(self.Dragged(columns))

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """End the drag."""
        if self._drag.release():
            self.release_mouse()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Post the turn of the wheel."""
        event.stop()
        self._wheel(1, event)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Post the turn of the wheel."""
        event.stop()
        self._wheel(-1, event)

    def _wheel(self, steps: int, event: MouseEvent) -> None:
        """Zoom over the axis, as on a map; scroll the lanes over their names."""
        column = event.x - (self._frame.gutter if self._frame else 0)
        if column >= 0:
            self.post_message(self.Wheel(steps, column))
        else:
            self.scroll_rows(steps)

    def on_mouse_scroll_left(self, event: MouseScrollLeft) -> None:
        """Post the turn of a sideways wheel."""
        event.stop()
        self.post_message(self.SidewaysWheel(-1))

    def on_mouse_scroll_right(self, event: MouseScrollRight) -> None:
        """Post the turn of a sideways wheel."""
        event.stop()
        self.post_message(self.SidewaysWheel(1))
