"""Line view: drawn lines in place of the table, a chart of the list or a comparison of the marked figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.metrics.charts.chart_lines import ChartLine, LineSource, StaticLines
from sufu_tui.explorer.theme.styles import BAR_STYLES, TEXT_STYLES, StyleCache, StyleSpec
from sufu_tui.explorer.widgets.scroll_view import WHEEL_LINES, ScrollbarColumn, Viewport

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

Draw = Callable[[int], LineSource]
"""Function that draws the lines for so many cells."""

_STYLES: Mapping[str, StyleSpec] = {
    **TEXT_STYLES,
    "cursor": StyleSpec(background="cursor-row"),
    "mark": StyleSpec("primary", bold=True),
    **BAR_STYLES,
}


class LineView(Widget, can_focus=True):
    """View of lines; a cursor goes from figure to figure, and without any the lines scroll.

    Posts `Pointed` when the reader moves to another figure, `LineOpened` on Enter or a double click.
    """

    BINDINGS = bindings_of("moving", without=("space",))
    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; }"

    class Pointed(Message):
        """Move of the cursor to another figure."""

        def __init__(self, row: int) -> None:
            self.row = row
            """Number of the metric."""
            super().__init__()

    class LineOpened(Message):
        """Request for more of the figure."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        self._draw: Draw = lambda _: StaticLines()
        self._lines: LineSource = StaticLines()
        self._row: int | None = None
        self._place: int | None = None  # of the row among those with a line
        self._top = 0
        self._style = StyleCache(self, _STYLES)
        self._scrollbar = ScrollbarColumn(self)

    def show(self, draw: Draw, row: int | None = None) -> None:
        """Show the lines of `draw`, with the cursor on the figure `row` if it has a line."""
        self._draw = draw
        self._row = row
        self._lay()

    def put_cursor(self, row: int) -> None:
        """Put the cursor on the figure `row` if it has a line; no message is posted."""
        if not len(self._lines):  # not laid yet
            self._row = row
        place = None if row == self._row else self._lines.place_of(row)
        if place is not None:
            self._row, self._place = row, place
            self._keep_in_view()
            self.refresh()

    @property
    def text(self) -> str:
        """Text of the lines, one below the other."""
        return "\n".join("".join(run.text for run in line.runs).rstrip() for line in self._lines)

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Draw again for another width."""
        self._lay()

    def _lay(self) -> None:
        if self.size.width < 2:
            return
        self._lines = self._draw(self.size.width - 1)
        rows = self._lines.rows
        self._place = None if self._row is None else self._lines.place_of(self._row)
        if self._place is None and rows:
            self._place = 0
        self._row = None if self._place is None else rows[self._place]
        self._keep_in_view()
        self.refresh()

    def _keep_in_view(self) -> None:
        if self._place is None:
            self.view(self.viewport.at(self._top))
            return
        y, below = self._lines.number_of(self._place), self._place + 1
        first = y if y > 3 else 0  # with the lines above the first
        # With what stands below it: what was observed earlier, and below the last of a unit the axis.
        end = self._lines.number_of(below) if below < len(self._lines.rows) else len(self._lines)
        last = min(end - 1, first + self.viewport.page - 1)
        self.view(self.viewport.showing(first, last))

    def return_to(self, top: int) -> None:
        """Return to the line `top`, before there are lines as well."""
        if len(self._lines):
            self.view(self.viewport.at(top))
        else:
            self._top = top

    @property
    def viewport(self) -> Viewport:
        """Lines in view."""
        return Viewport(self._top, max(1, self.size.height), len(self._lines))

    @property
    def rows_in_view(self) -> list[int]:
        """Rows of the figures in view, each once."""
        numbers = range(self._top, min(len(self._lines), self._top + self.viewport.page))
        rows = (self._lines[number].row for number in numbers)
        return list(dict.fromkeys(row for row in rows if row is not None))

    def view(self, viewport: Viewport) -> None:
        """Scroll to other lines; the cursor stays behind."""
        if viewport.top != self._top:
            self._top = viewport.top
            self.refresh()

    # DrawnFigure

    def notify_style_update(self) -> None:
        """Draw again in the colours of a new theme."""
        super().notify_style_update()
        self._style.forget()

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        cells = self.size.width - 1
        number = y + self._top
        line = self._lines[number] if number < len(self._lines) else ChartLine()
        here = line.row is not None and line.row == self._row
        background = ("cursor",) if here else ()
        base = self._style(*background)
        segments = [Segment(run.text, self._style(*background, run.style)) for run in line.runs]
        strip = Strip(segments).adjust_cell_length(cells, base)
        if here:
            strip = Strip([Segment("▸", self._style(*background, "mark")), *strip.crop(1)])
        bar = self._style("muted")
        return Strip([*strip, self._scrollbar.cell(self.viewport, y, bar, bar)], self.size.width)

    # Moving

    def _step(self, step: int) -> None:
        if self._place is None:  # no line has a cursor; or nothing is drawn yet, for want of a size
            self.view(self.viewport.scrolled(step))
        else:
            self._move_to(max(0, min(len(self._lines.rows) - 1, self._place + step)))

    def _move_to(self, place: int) -> None:
        if place != self._place:
            self._row, self._place = self._lines.rows[place], place
            self.post_message(self.Pointed(self._row))
            self.refresh()
        self._keep_in_view()

    def action_line_up(self) -> None:
        """Go up."""
        self._step(-1)

    def action_line_down(self) -> None:
        """Go down."""
        self._step(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._step(1 - self.size.height)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._step(self.size.height - 1)

    def action_first(self) -> None:
        """Go to the top."""
        self._step(-len(self._lines))

    def action_last(self) -> None:
        """Go to the end."""
        self._step(len(self._lines))

    def action_open(self) -> None:
        """Post the request for more of the figure under the cursor."""
        if self._row is not None:
            self.post_message(self.LineOpened())

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

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the scroll bar."""
        self.view(self._scrollbar.pressed(event, self.viewport))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with a drag of the bar."""
        self.view(self._scrollbar.dragged(event, self.viewport))

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Release the bar."""
        self._scrollbar.released()

    def on_click(self, event: Click) -> None:
        """Go to the figure under the mouse."""
        if event.x >= self.size.width - 1:
            return  # the scroll bar is not of a figure
        number = event.y + self._top
        row = self._lines[number].row if number < len(self._lines) else None
        place = None if row is None else self._lines.place_of(row)
        if place is not None:
            self._move_to(place)
            if event.chain == 2:
                self.action_open()
