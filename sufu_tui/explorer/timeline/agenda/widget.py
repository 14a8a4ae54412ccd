"""Agenda widget: the lines in view, with a cursor on the current event.

It draws only the lines in view, of however many. The terminal's own cursor goes with the current line,
for a screen reader to follow; a line is in words and in one piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.dossier.beginning import Beginning
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.theme.styles import FOUND, StyleCache, StyleSpec
from sufu_tui.explorer.timeline.agenda.line_text import AgendaText
from sufu_tui.explorer.widgets.scroll_view import WHEEL_LINES, Viewport
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import fit

if TYPE_CHECKING:
    from textual.events import Click, Focus, MouseScrollDown, MouseScrollUp, Resize

    from sufu_tui.dossier.model import Event


_MARGIN = 1
_CURRENT = "▸"
_STYLES: Mapping[str, StyleSpec] = {
    "heading": StyleSpec(bold=True),
    "mark": StyleSpec("ink-event"),
    "date": StyleSpec("ink-event"),
    "relative": StyleSpec("ink-muted"),
    "title": StyleSpec(),
    "second": StyleSpec("ink-muted"),
    "cursor": StyleSpec(background="cursor-row"),
    "empty": StyleSpec("ink-muted"),
    "found": FOUND,
}


class AgendaList(Widget, can_focus=True):
    """List of events; posts `EventChosen` when the reader goes to another line, `EventOpened` on Enter."""

    HEAD_ROWS = 1
    BINDINGS = bindings_of("moving")

    class EventChosen(Message):
        """Choice of an event's line."""

        def __init__(self, event: int) -> None:
            self.event = event
            """Index of the event."""
            super().__init__()

    class EventOpened(Message):
        """Request for more of the current event."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        self._listed: AgendaText | None = None
        self._current: int | None = None
        self._top = 0
        self._strips: dict[int, Strip] = {}
        self._palette = StyleCache(self, _STYLES)

    # Content

    def show(self, listed: AgendaText, current: int | None) -> None:
        """Show the list, with the cursor on the event `current`."""
        self._listed = listed
        self._show_all(current)

    def _show_all(self, current: int | None) -> None:
        self._strips.clear()
        self._current = current
        if self.size.height:
            self.view(self._with(current))
        self.refresh()

    def put_cursor(self, current: int | None) -> None:
        """Put the cursor on an event and scroll to it; no message is posted."""
        lines = [line for line in (self._line(self._current), self._line(current)) if line is not None]
        for line in lines:
            self._strips.pop(line, None)
        self._current = current
        view = self._with(current)
        if view.top != self._top:
            self.view(view)
            return
        # Only two lines look otherwise; the heading above the view stays.
        rows = {line - view.top for line in lines if self.HEAD_ROWS <= line - view.top < self.size.height}
        if rows:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))
        self._place_cursor()

    @property
    def viewport(self) -> Viewport:
        """Lines in view; the row of the heading covers one, so all but one are counted."""
        count = 0 if self._listed is None else len(self._listed.agenda) - self.HEAD_ROWS
        return Viewport(self._top, max(1, self.size.height - self.HEAD_ROWS), max(0, count))

    def view(self, viewport: Viewport) -> None:
        """Scroll to other lines."""
        if viewport.top != self._top:
            self._top = viewport.top
            self.refresh()
        self._place_cursor()

    def begin_at(self, top: int) -> None:
        """Begin with the line `top`, once there are lines and a size."""
        self._top = top

    def events_in_view(self) -> list[Event]:
        """Return the events of the lines in view."""
        if self._listed is None:
            return []
        top, page, lines = self.viewport
        events = (self._listed.agenda.event_at(line) for line in range(top, min(lines, top + page)))
        return [self._listed.events[event] for event in events if event is not None]

    def _with(self, event: int | None) -> Viewport:
        """Return the viewport nearest to the present one with the line of an event in view."""
        line = self._line(event)
        return self.viewport.at(self._top) if line is None else self.viewport.showing(line - self.HEAD_ROWS)

    def _line(self, event: int | None) -> int | None:
        return None if self._listed is None else self._listed.agenda.line_of(event)

    def _place_cursor(self) -> None:
        """Put the terminal's own cursor on the current line, for a screen reader."""
        line = self._line(self._current)
        if self.has_focus and line is not None:
            row = max(0, min(line - self._top, self.size.height - 1))
            self.app.cursor_position = self.region.offset + Offset(0, row)

    def on_focus(self, event: Focus) -> None:  # noqa: ARG002  Textual calls it so
        """Bring the terminal's own cursor along."""
        self._place_cursor()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Draw for the new size."""
        self._show_all(self._current)

    # Drawing

    def notify_style_update(self) -> None:
        """Draw again in the colours of a new theme."""
        super().notify_style_update()
        self._strips.clear()
        self._palette.forget()
        self.refresh()

    def _style(self, name: str, *, current: bool = False) -> Style:
        """Return a style on the background of the current line or of the others."""
        return self._palette("cursor", name) if current else self._palette(name)

    def render_line(self, y: int) -> Strip:
        """Draw a row: the heading above the view, or a line."""
        listed = self._listed
        if listed is None:
            return Strip.blank(self.size.width, self.rich_style)
        if not len(listed.agenda):
            return self._say_empty(listed, y)
        if y < self.HEAD_ROWS:
            return self._draw_heading(listed.agenda.heading_over(self._top), listed)
        line = self._top + y
        if line >= len(listed.agenda):
            return Strip.blank(self.size.width, self.rich_style)
        if line not in self._strips:
            self._strips[line] = self._draw(line, listed)
        return self._strips[line]

    def _strip(self, segments: list[Segment], *, current: bool = False) -> Strip:
        """Return a row; the current one has a mark as well as its background."""
        margin = Segment(fit(_CURRENT if current else "", _MARGIN), self._style("mark", current=current))
        background = self._style("title", current=current)
        return Strip([margin, *segments]).adjust_cell_length(self.size.width, background)

    def _say_empty(self, listed: AgendaText, y: int) -> Strip:
        lines = wrap(listed.empty, max(2, self.size.width - 2 * _MARGIN))
        return self._strip([Segment(lines[y] if y < len(lines) else "", self._style("empty"))])

    def _draw(self, line: int, listed: AgendaText) -> Strip:
        heading = listed.agenda.heading_at(line)
        if heading is not None:
            return self._draw_heading(heading, listed)
        current = listed.agenda.event_at(line) == self._current
        entry = listed.entry(line, self.size.width - 2 * _MARGIN)
        segments: list[Segment] = []
        for name, text in entry._asdict().items():
            segments += self._marked(text, self._style(name, current=current), listed)
        return self._strip(segments, current=current)

    def _draw_heading(self, heading: Beginning | None, listed: AgendaText) -> Strip:
        return self._strip(self._marked(listed.heading(heading), self._style("heading"), listed))

    def _marked(self, text: str, style: Style, listed: AgendaText) -> list[Segment]:
        """Return a text of which what was found stands out."""
        found = style + self._palette("found")
        return [Segment(part, found if is_found else style) for part, is_found in listed.found(text)]

    # Moving

    def _choose(self, event: int | None) -> None:
        if event is not None:
            self.put_cursor(event)  # at once: the next key may come before the message is handled
            self.post_message(self.EventChosen(event))

    def _move(self, lines: int) -> None:
        line = self._line(self._current)
        if self._listed is None:
            return
        direction = 1 if lines > 0 else -1
        self._choose(self._listed.agenda.event_near(0 if line is None else line + lines, direction))

    def action_line_up(self) -> None:
        """Go to the event above."""
        self._move(-1)

    def action_line_down(self) -> None:
        """Go to the event below."""
        self._move(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._move(-self.viewport.page)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._move(self.viewport.page)

    def action_first(self) -> None:
        """Go to the first event."""
        if self._listed is not None:
            self._choose(self._listed.agenda.event_near(0, 1))

    def action_last(self) -> None:
        """Go to the last event."""
        if self._listed is not None:
            self._choose(self._listed.agenda.event_near(len(self._listed.agenda), -1))

    def action_open(self) -> None:
        """Post the request for more of the current event."""
        self.post_message(self.EventOpened())

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
        """Go to the event that was clicked; open it on a double click."""
        event.stop()
        if self._listed is None or event.y < self.HEAD_ROWS:
            return
        self._choose(self._listed.agenda.event_at(self._top + event.y))
        if event.chain == 2:
            self.action_open()
