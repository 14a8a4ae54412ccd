"""Page view: a widget for a composed page with links, scrolled where it is longer than the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.cover.page import Page, PageTarget
from sufu_tui.explorer.theme.styles import TEXT_STYLES, StyleCache, StyleSpec
from sufu_tui.explorer.widgets.scroll_view import WHEEL_LINES, ScrollbarColumn, Viewport

if TYPE_CHECKING:
    from textual.events import (
        Click,
        MouseDown,
        MouseEvent,
        MouseMove,
        MouseScrollDown,
        MouseScrollUp,
        MouseUp,
    )

_STYLES: Mapping[str, StyleSpec] = {
    **TEXT_STYLES,
    "bar": StyleSpec("primary"),
    "rule": StyleSpec("ink-faint"),
    "axis": StyleSpec("ink-muted"),
    "mark": StyleSpec("ink-event", bold=True),
    "date": StyleSpec("ink-muted"),
    "digits": StyleSpec("ink-metric", bold=True),
    "qualifier": StyleSpec("ink-metric"),
}


class PagePlace(NamedTuple):
    """Place of a reader on a page: the first row in view, the selected link, and where that leads.

    On a page composed for another size the link may have another number.
    """

    top: int = 0
    link: int | None = None
    target: PageTarget | None = None


class PageView(Widget, can_focus=True):
    """View of a page that is composed for its size, with the keys and the mouse of flowing text."""

    BINDINGS = bindings_of("moving")
    DEFAULT_CSS = "PageView { width: 1fr; height: 1fr; }"

    class Opened(Message):
        """Opening of a link with Enter or the mouse; of none, with Enter, where none is selected."""

        def __init__(self, target: PageTarget | None) -> None:
            self.target = target
            """Target of the link."""
            super().__init__()

    class TargetSelected(Message):
        """Selection of a link, or of none."""

        def __init__(self, target: PageTarget | None) -> None:
            self.target = target
            """Target of the link."""
            super().__init__()

    class PagedOn(Message):
        """Page key at the end of the page."""

    def __init__(self, compose_page: Callable[[int, int], Page]) -> None:
        """Show the page that `compose_page` returns for a number of columns and of rows."""
        super().__init__()
        self._compose_page = compose_page
        self._page = Page()
        self._composed_for = (0, 0)
        self._place = PagePlace()
        self._style: StyleCache | None = None
        self._scrollbar = ScrollbarColumn(self)

    @property
    def page(self) -> Page:
        """Page shown."""
        return self._page

    @property
    def place(self) -> PagePlace:
        """Place of the reader."""
        return self._place

    def return_to(self, place: PagePlace) -> None:
        """Return to a place."""
        self._place = place
        self.refresh()

    def show_again(self) -> None:
        """Compose the page again: its content has changed."""
        self._composed_for = (0, 0)
        self.refresh()

    def _settle(self) -> None:
        size = (self.size.width - 1, self.size.height)
        if size == self._composed_for:
            return
        self._composed_for = size
        self._page = self._compose_page(*size)
        _, link, target = self._place
        targets = self._page.targets
        if link is not None and target is not None and targets[link : link + 1] != (target,):
            self._place = self._place._replace(link=targets.index(target) if target in targets else None)
        self._show_selected()

    # Drawing

    def notify_style_update(self) -> None:
        """Draw in the colours of a new theme."""
        super().notify_style_update()
        self._style = None

    def render_line(self, y: int) -> Strip:
        """Draw the row `y` of the view."""
        self._settle()
        if self._style is None:
            self._style = StyleCache(self, _STYLES)
        style, columns, view = self._style, self.size.width - 1, self.viewport
        segments: list[Segment] = []
        used, row, chosen = 0, y + view.top, self.selected_link
        for piece in self._page.rows[row] if row < view.lines else ():
            if piece.column < used:
                continue
            segments.append(Segment(" " * (piece.column - used), style()))
            is_chosen = chosen is not None and piece.link == chosen
            # Digits of blocks in reverse would be holes in a plate.
            choice = "pointed" if piece.style == "digits" else "selected"
            names = (piece.style, choice) if is_chosen else (piece.style,)
            address = None if piece.link is None else self._page.targets[piece.link].address
            look = style(*names) if address is None else style.linked(address, *names)
            segments.append(Segment(piece.text, look))
            used = piece.end
        strip = Strip(segments).adjust_cell_length(columns, style())
        return Strip([*strip, self._scrollbar.cell(view, y, style("thumb"), style("track"))], columns + 1)

    # Scrolling

    @property
    def viewport(self) -> Viewport:
        """Rows in view."""
        whole = Viewport(0, max(1, self.size.height), len(self._page.rows))
        return whole.at(self._place.top)

    @property
    def _is_whole(self) -> bool:
        """True if all of the page is in view."""
        return self.viewport.lines <= self.viewport.page

    def view(self, viewport: Viewport) -> None:
        """Scroll to other rows."""
        self._place = self._place._replace(top=viewport.top)
        self.refresh()

    def action_line_up(self) -> None:
        """Scroll a row up; on a page without more rows, select the link before."""
        if self._is_whole:
            self._step_link(-1)
        self.view(self.viewport.scrolled(-1))

    def action_line_down(self) -> None:
        """Scroll a row down; on a page without more rows, select the next link."""
        if self._is_whole:
            self._step_link(1)
        self.view(self.viewport.scrolled(1))

    def action_page_up(self) -> None:
        """Scroll a page up, keeping one row."""
        self.view(self.viewport.scrolled(1 - max(2, self.viewport.page)))

    def action_page_down(self) -> None:
        """Scroll a page down, keeping one row; at the end, go on."""
        after = self.viewport.scrolled(max(2, self.viewport.page) - 1)
        if after.top == self.viewport.top:
            self.post_message(self.PagedOn())
        self.view(after)

    def action_first(self) -> None:
        """Go to the top; on a page without more rows, to the first link."""
        if self._is_whole and self._page.targets:
            self.select(0)
        self.view(self.viewport.at(0))

    def action_last(self) -> None:
        """Go to the end; on a page without more rows, to the last link."""
        if self._is_whole and self._page.targets:
            self.select(len(self._page.targets) - 1)
        self.view(self.viewport.at(self.viewport.lines))

    # Links

    @property
    def selected_link(self) -> int | None:
        """Number of the selected link."""
        return self._place.link

    @property
    def selected_target(self) -> PageTarget | None:
        """Target of the selected link."""
        return None if self._place.link is None else self._place.target

    def select(self, link: int | None) -> None:
        """Select a link, or none."""
        target = None if link is None else self._page.targets[link]
        self._place = PagePlace(self._place.top, link, target)
        self._show_selected()
        self.refresh()
        self.post_message(self.TargetSelected(target))

    def _show_selected(self) -> None:
        if self._place.link is not None:
            rows = self._page.rows_of(self._place.link)
            self._place = self._place._replace(top=self.viewport.showing(rows.start, rows.stop - 1).top)

    def action_next_link(self) -> None:
        """Select the next link; after the last, the first."""
        self._step_link(1)

    def action_previous_link(self) -> None:
        """Select the link before; before the first, the last."""
        self._step_link(-1)

    def _step_link(self, step: int) -> None:
        number, here = len(self._page.targets), self.selected_link
        if number:
            self.select((0 if step > 0 else number - 1) if here is None else (here + step) % number)

    def action_open(self) -> None:
        """Open the target of the selected link, or go on where there is none."""
        self.post_message(self.Opened(self.selected_target))

    # The mouse

    def link_at(self, x: int, y: int) -> int | None:
        """Return the number of the link in column `x`, row `y` of the view."""
        row = y + self.viewport.top
        pieces = self._page.rows[row] if row < len(self._page.rows) else ()
        return next((piece.link for piece in pieces if piece.column <= x < piece.end), None)

    def _link_under(self, event: MouseEvent) -> int | None:
        place = event.get_content_offset(self)
        return None if place is None else self.link_at(place.x, place.y)

    def on_click(self, event: Click) -> None:
        """Open the link under the mouse."""
        link = self._link_under(event)
        if link is not None:
            event.stop()
            self.select(link)
            self.action_open()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the scroll bar."""
        self.view(self._scrollbar.pressed(event, self.viewport))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with a drag of the bar; show a link by the pointer."""
        self.view(self._scrollbar.dragged(event, self.viewport))
        self.styles.pointer = "pointer" if self._link_under(event) is not None else "default"

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Release the bar."""
        self._scrollbar.released()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.view(self.viewport.scrolled(WHEEL_LINES))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.view(self.viewport.scrolled(-WHEEL_LINES))
