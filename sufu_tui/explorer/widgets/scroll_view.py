"""Viewport on a list of lines, and a scroll bar in the last column of a widget that draws its own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

if TYPE_CHECKING:
    from rich.style import Style
    from textual.events import MouseEvent
    from textual.widget import Widget

WHEEL_LINES = 3
"""Lines that a turn of the wheel scrolls."""

_THUMB, _TRACK, _NO_BAR = "┃", "│", " "


class Viewport(NamedTuple):
    """Lines in view: `page` of `lines` lines, from the line `top` on."""

    top: int = 0
    page: int = 1
    lines: int = 0

    def at(self, top: int) -> Viewport:
        """Return the viewport from the line nearest to `top` that leaves no room below the last line."""
        return self._replace(top=max(0, min(top, self.lines - self.page)))

    def scrolled(self, by: int) -> Viewport:
        """Return the viewport `by` lines further down; up, if negative."""
        return self.at(self.top + by)

    def showing(self, first: int, last: int | None = None) -> Viewport:
        """Return the nearest viewport that shows the lines `first` to `last`; of too many the last."""
        last = first if last is None else last
        return self.at(max(min(self.top, first), last - self.page + 1))

    @property
    def fits(self) -> bool:
        """True if all lines are in view at once, so that there is nothing to scroll."""
        return self.lines <= self.page

    @property
    def thumb(self) -> range:
        """Rows of the thumb of a scroll bar as high as the page.

        It touches an end of the bar only where the first or the last line is in view.
        """
        if self.fits:
            return range(self.page)
        length = max(1, self.page * self.page // self.lines)
        free = self.page - length
        begin = round(self.top / (self.lines - self.page) * free)
        if free > 1 and 0 < self.top < self.lines - self.page:
            begin = max(1, min(free - 1, begin))
        return range(begin, begin + length)

    def pulled(self, row: int) -> Viewport:
        """Return the viewport of a drag to the `row` of the bar, whose ends are those of the lines."""
        share = max(0.0, min(1.0, row / max(1, self.page - 1)))
        return self.at(round(share * max(0, self.lines - self.page)))


class ScrollbarColumn:
    """Scroll bar in the last column of a widget, below its first `head_rows` rows.

    Textual's own is a widget beside the view, laid out and drawn with every frame.
    """

    def __init__(self, widget: Widget, head_rows: int = 0) -> None:
        self._widget = widget
        self.head_rows = head_rows
        """Rows of the widget above it."""
        self._held = False

    def pressed(self, event: MouseEvent, view: Viewport) -> Viewport:
        """Begin a drag if the mouse is on the bar; return the viewport to show."""
        gutter = self._widget.styles.gutter
        on_bar = event.x - gutter.left == self._widget.size.width - 1
        if on_bar and 0 <= event.y - gutter.top - self.head_rows < view.page:
            self._held = True
            self._widget.capture_mouse()
        return self.dragged(event, view)

    def dragged(self, event: MouseEvent, view: Viewport) -> Viewport:
        """Return the viewport at the mouse, if it drags the bar."""
        row = event.y - self._widget.styles.gutter.top - self.head_rows
        return view.pulled(row) if self._held else view

    def released(self) -> None:
        """End the drag."""
        if self._held:
            self._held = False
            self._widget.release_mouse()

    def cell(self, view: Viewport, row: int, thumb: Style, track: Style) -> Segment:
        """Return the cell of the bar in the `row` of the page; a blank where there is nothing to scroll."""
        if view.fits:
            return Segment(_NO_BAR, track)
        if row in view.thumb:
            return Segment(_THUMB, thumb)
        framed = self._widget.styles.border_right[0]  # beside a line a thumb needs no track
        return Segment(_NO_BAR if framed else _TRACK, track)
