"""Lines of which some are in view: scrolled with the wheel, and where there is one with a thin bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from sufu_tui.explorer.thumb import thumb, top_for

if TYPE_CHECKING:
    from textual.events import MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp

_WHEEL_LINES = 3


class Scrolled(Widget):
    """Knows which of its lines is the first in view; how they look is a subclass's affair."""

    HEAD_ROWS: ClassVar[int] = 0
    """Rows at the top that are always in view."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        self._top = 0

    def count_lines(self) -> int:
        """Return how many lines there are, in view or not."""
        raise NotImplementedError

    @property
    def top(self) -> int:
        """The first line in view."""
        return self._top

    @property
    def _page(self) -> int:
        """How many lines are in view."""
        return max(1, self.size.height - self.HEAD_ROWS)

    def _possible_top(self, top: int) -> int:
        """Return the nearest to `top` that leaves no room below the last line."""
        return max(0, min(top, self.count_lines() - self._page))

    def _view_from(self, top: int) -> None:
        """View the lines from `top` on, or as near to it as can be."""
        self._top = self._possible_top(top)
        self.refresh()

    def _bring_into_view(self, first: int, last: int) -> None:
        """View the lines from `first` to `last`, scrolling no further than has to be."""
        self._view_from(max(min(self._top, first), last - self._page + 1))

    # The mouse

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down; a cursor stays behind."""
        event.stop()
        self._view_from(self._top + _WHEEL_LINES)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up; a cursor stays behind."""
        event.stop()
        self._view_from(self._top - _WHEEL_LINES)


class Barred(Scrolled):
    """Has the thin bar in its last column.

    Textual's own scroll bar is a widget beside the view: in every frame it would be laid out and drawn as
    well, and another text would draw all of it.
    """

    _pulling = False

    def _thumb(self, top: int | None = None, lines: int | None = None) -> range | None:
        """Return the rows of the thumb with the line `top` of `lines` first in view; None without a bar."""
        top = self._top if top is None else top
        lines = self.count_lines() if lines is None else lines
        return thumb(top, self._page, lines) if lines > self._page else None

    # The mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the bar."""
        gutter = self.styles.gutter
        if event.x - gutter.left == self.size.width - 1 and event.y - gutter.top >= self.HEAD_ROWS:
            self._pulling = True
            self.capture_mouse()
            self._pull(event)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with the bar."""
        if self._pulling:
            self._pull(event)

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Let go of the bar."""
        if self._pulling:
            self._pulling = False
            self.release_mouse()

    def _pull(self, event: MouseEvent) -> None:
        row = event.y - self.styles.gutter.top - self.HEAD_ROWS
        self._view_from(top_for(row, self._page, self.count_lines()))
