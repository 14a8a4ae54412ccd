"""A scrolling view of flowing text with links: the narrative, the cards and the help are such views."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.inks import text_styles
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.typesetting.flow import Block, Line, Piece, lay

if TYPE_CHECKING:
    from textual.events import Click, MouseMove, Resize


_POINTER = "┃"
"""Stands in the margin of the block that the reader was led to."""


class FlowView(ScrollView, can_focus=True):
    """Text laid to the width of the view, at most `measure` cells, with links to step through.

    Enter or a click on a link posts `OpenItem`; a newly selected link posts `LinkSelected`.
    """

    BINDINGS = bindings_of("moving")

    DEFAULT_CSS = """
    FlowView {
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-color: $ink-faint;
        scrollbar-color-hover: $ink-muted;
        scrollbar-color-active: $primary;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
    }
    """

    class LinkSelected(Message):
        """A link was selected with the keyboard or the mouse; None: no longer any."""

        def __init__(self, view: FlowView, ref: Ref | None) -> None:
            self.view = view
            """Where it was selected."""
            self.ref = ref
            """Where the link leads."""
            super().__init__()

        @property
        def control(self) -> FlowView:
            """The view that posted this."""
            return self.view

    def __init__(self, *, measure: int = 0, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.measure = measure
        """The longest line in cells; 0 for no limit."""
        self._blocks: tuple[Block, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._links: tuple[tuple[Piece, int], ...] = ()  # how each begins, and in which line
        self._pointed: int | None = None  # the block that the reader was led to
        self._led_to: tuple[int, Ref | None] | None = None  # the same, until there is a layout
        self._selected: int | None = None
        self._laid_for = (0, 0)
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}
        self._base = Style.null()

    # What is shown

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show `blocks` from the top, or from about the same place with `keep_place`."""
        self._blocks = tuple(blocks)
        selected, place = self._selected, self.scroll_offset.y / max(1, len(self._lines))
        self._selected = None
        if not keep_place:
            self._pointed = self._led_to = None
        self._laid_for = (0, 0)
        self._lay()
        if keep_place:
            if selected is not None and selected < len(self._links):
                self._selected = selected
            self.scroll_to(y=round(place * len(self._lines)), animate=False)
        else:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    @property
    def selected(self) -> Ref | None:
        """Where the selected link leads."""
        return None if self._selected is None else self._links[self._selected][0].ref

    @property
    def text(self) -> str:
        """The laid text, line by line."""
        return "\n".join("".join(piece.text for piece in line.pieces).rstrip() for line in self._lines)

    @property
    def links(self) -> tuple[Ref, ...]:
        """Where the links lead, in the order of the text."""
        return tuple(piece.ref for piece, _ in self._links if piece.ref is not None)

    def anchor_in_view(self) -> int | None:
        """Return the anchor of the first block in view that has one."""
        for line in self._lines[self.scroll_offset.y :]:
            if line.anchor is not None:
                return line.anchor
        return None

    def scroll_to_anchor(self, anchor: int) -> bool:
        """Scroll to the block `anchor`; return False where there is none."""
        for y, line in enumerate(self._lines):
            if line.anchor == anchor:
                self.scroll_to(y=max(0, y - 1), animate=False)
                return True
        return False

    def point_to(self, anchor: int, ref: Ref | None = None) -> None:
        """Scroll to the block `anchor`, make it stand out, and select its link to `ref` if there is one."""
        if self._laid_for == (0, 0):
            self._led_to = (anchor, ref)  # the view was never on the screen
            return
        self._pointed = anchor
        self._strips.clear()
        self.refresh()
        self.scroll_to_anchor(anchor)
        if ref is not None:
            self.select_ref(ref, anchor)

    def select_ref(self, ref: Ref, anchor: int | None = None) -> bool:
        """Select the first link to `ref` (in the block `anchor`); return False where there is none."""
        for number, (piece, y) in enumerate(self._links):
            if piece.ref == ref and anchor in (None, self._lines[y].anchor):
                self._select(number)
                return True
        return False

    def clear_selection(self) -> bool:
        """Select no link, and let no block stand out; return False where there was neither."""
        if self._selected is None and self._pointed is None:
            return False
        self._selected = self._pointed = None
        self._strips.clear()
        self.refresh()
        self.post_message(self.LinkSelected(self, None))
        return True

    # Layout and drawing

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        """Lay the text anew for the new width."""
        self._lay()
        self._claim_room()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        cells = min(self.measure or width, max(2, width - 2))
        if self._laid_for == (width, cells) or width < 4:
            return
        self._laid_for = (width, cells)
        self._strips.clear()
        self._lines = lay(self._blocks, cells)
        starts: dict[int, tuple[Piece, int]] = {}
        for y, line in enumerate(self._lines):
            for piece in line.pieces:
                if piece.link is not None and piece.ref is not None:
                    starts.setdefault(piece.link, (piece, y))
        self._links = tuple(starts[number] for number in sorted(starts))
        self._claim_room()
        if self._led_to is not None:
            led_to, self._led_to = self._led_to, None
            self.call_after_refresh(self.point_to, *led_to)

    def _claim_room(self) -> None:
        # What fits claims all the height there is: another text that fits asks for no new layout.
        self.virtual_size = Size(self._laid_for[0], max(len(self._lines), self.size.height))

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._strips.clear()
        self._styles = {}

    def _margin(self) -> int:
        width, cells = self._laid_for
        return max(1, (width - cells) // 2) if self.measure else 1

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        if not self._laid_for[0]:
            self._lay()  # the first frame comes before the first resize event, and shall show the text
        number = y + self.scroll_offset.y
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._draw(number)
        return strip

    def _draw(self, number: int) -> Strip:
        if not self._styles:
            self._styles = text_styles(self.app.theme_variables, no_colour=self.app.no_color)
            self._base = self.rich_style  # asked once: it is the sum of all styles above
        base = self._base
        width = self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, base)
        line = self._lines[number]
        margin = Segment(" " * self._margin(), base)
        if line.anchor is not None and line.anchor == self._pointed:
            margin = Segment(" " * (self._margin() - 1) + _POINTER, base + self._styles["heading"])
            base += self._styles["pointed"]
        segments = [margin, *(Segment(piece.text, self._style(piece, base)) for piece in line.pieces)]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, piece: Piece, base: Style) -> Style:
        style = base + self._styles[piece.style]
        if piece.link is not None and piece.link == self._selected:
            style += self._styles["selected"]
        return style

    # Links

    def _select(self, number: int) -> None:
        self._selected = number
        self._strips.clear()
        piece, y = self._links[number]
        self.scroll_to_region(Region(0, y - 1, 1, 4), animate=False)
        self.refresh()
        self.post_message(self.LinkSelected(self, piece.ref))

    def action_next_link(self) -> None:
        """Select the next link, or the first from the top of the view on; after the last, leave."""
        self._step_link(1)

    def action_previous_link(self) -> None:
        """Select the link before; before the first, leave."""
        self._step_link(-1)

    def _step_link(self, step: int) -> None:
        if self._selected is None:
            top = self.scroll_offset.y
            bottom = top + self.size.height
            ahead = [n for n, (_, y) in enumerate(self._links) if (y >= top if step > 0 else y < bottom)]
            number = (ahead[0] if step > 0 else ahead[-1]) if ahead else None
        else:
            number = self._selected + step
        if number is not None and 0 <= number < len(self._links):
            self._select(number)
            return
        self.clear_selection()
        self.screen.focus_next() if step > 0 else self.screen.focus_previous()

    def action_open(self) -> None:
        """Go to what the selected link leads to."""
        if self._selected is not None:
            piece, _ = self._links[self._selected]
            if piece.ref is not None:
                self.post_message(OpenItem(piece.ref, piece.paragraph))

    def link_at(self, x: int, y: int) -> int | None:
        """Return the number of the link in column `x`, row `y` of the view."""
        number = y + self.scroll_offset.y
        if not 0 <= number < len(self._lines):
            return None
        column = self._margin()
        for piece in self._lines[number].pieces:
            if column <= x < column + piece.cells:
                return piece.link
            column += piece.cells
        return None

    def on_click(self, event: Click) -> None:
        """Select the link under the mouse; a second click opens it."""
        link = self.link_at(event.x, event.y)
        if link is None:
            return
        event.stop()
        if link == self._selected:
            self.action_open()
        else:
            self._select(link)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show by the pointer that there is a link."""
        self.styles.pointer = "pointer" if self.link_at(event.x, event.y) is not None else "default"

    # Moving

    def action_line_up(self) -> None:
        """Scroll a line up."""
        self._scroll(-1)

    def action_line_down(self) -> None:
        """Scroll a line down."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll a page up, keeping one line."""
        self._scroll(1 - self.size.height)

    def action_page_down(self) -> None:
        """Scroll a page down, keeping one line."""
        self._scroll(self.size.height - 1)

    def action_first(self) -> None:
        """Go to the top."""
        self._scroll(-len(self._lines))

    def action_last(self) -> None:
        """Go to the end."""
        self._scroll(len(self._lines))

    def _scroll(self, lines: int) -> None:
        self.call_later(partial(self.scroll_relative, y=lines, animate=False, immediate=True))
