"""A scrolling view of flowing text with links: the narrative, the cards and the help are such views."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.flowtext import FlowText
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.typesetting.flow import Block

if TYPE_CHECKING:
    from textual.events import Click, MouseEvent, MouseMove


class FlowView(FlowText, can_focus=True):
    """Flowing text with links to step through.

    Enter or a click on a link posts `OpenItem`; a newly selected link posts `LinkSelected`.
    """

    BINDINGS = bindings_of("moving")

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
        super().__init__(measure=measure, id=id)
        self._led_to: tuple[int, Ref | None] | None = None  # a block and a link, until there is a layout

    # What is shown

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show `blocks` from the top, or from about the same place with `keep_place`."""
        if not keep_place:
            self._led_to = None
        super().show(blocks, keep_place=keep_place)

    def _lay(self) -> None:
        super()._lay()
        if self._led_to is not None and self._laid_for[0]:
            led_to, self._led_to = self._led_to, None
            self.call_after_refresh(self.point_to, *led_to)

    @property
    def selected(self) -> Ref | None:
        """Where the selected link leads."""
        return None if self._selected is None else self._laid.links[self._selected][0].ref

    @property
    def links(self) -> tuple[Ref, ...]:
        """Where the links lead, in the order of the text."""
        return tuple(piece.ref for piece, _ in self._laid.links if piece.ref is not None)

    def anchor_in_view(self) -> int | None:
        """Return the anchor of the first block in view that has one."""
        for line in self._laid.lines[self._top :]:
            if line.anchor is not None:
                return line.anchor
        return None

    def scroll_to_anchor(self, anchor: int) -> bool:
        """Scroll to the block `anchor`; return False where there is none."""
        for y, line in enumerate(self._laid.lines):
            if line.anchor == anchor:
                self._view_from(y - 1)
                return True
        return False

    def point_to(self, anchor: int, ref: Ref | None = None) -> None:
        """Scroll to the block `anchor`, make it stand out, and select its link to `ref` if there is one."""
        if self._laid_for == (0, 0):
            self._led_to = (anchor, ref)  # the view was never on the screen
            return
        self._pointed = anchor
        self.draw_anew()
        self.scroll_to_anchor(anchor)
        if ref is not None:
            self.select_ref(ref, anchor)

    def select_ref(self, ref: Ref, anchor: int | None = None) -> bool:
        """Select the first link to `ref` (in the block `anchor`); return False where there is none."""
        for number, (piece, y) in enumerate(self._laid.links):
            if piece.ref == ref and anchor in (None, self._laid.lines[y].anchor):
                self._select(number)
                return True
        return False

    def clear_selection(self) -> bool:
        """Select no link, and let no block stand out; return False where there was neither."""
        if self._selected is None and self._pointed is None:
            return False
        self._selected = self._pointed = None
        self.draw_anew()
        self.post_message(self.LinkSelected(self, None))
        return True

    # Links

    def _select(self, number: int) -> None:
        self._selected = number
        self.draw_anew()
        piece, y = self._laid.links[number]
        self._bring_into_view(y - 1, y + 2)
        self.post_message(self.LinkSelected(self, piece.ref))

    def action_next_link(self) -> None:
        """Select the next link, or the first from the top of the view on; after the last, leave."""
        self._step_link(1)

    def action_previous_link(self) -> None:
        """Select the link before; before the first, leave."""
        self._step_link(-1)

    def _step_link(self, step: int) -> None:
        if self._selected is None:
            top = self._top
            bottom = top + self.size.height
            ahead = [n for n, (_, y) in enumerate(self._laid.links) if (y >= top if step > 0 else y < bottom)]
            number = (ahead[0] if step > 0 else ahead[-1]) if ahead else None
        else:
            number = self._selected + step
        if number is not None and 0 <= number < len(self._laid.links):
            self._select(number)
            return
        self.clear_selection()
        self.screen.focus_next() if step > 0 else self.screen.focus_previous()

    def action_open(self) -> None:
        """Go to what the selected link leads to."""
        if self._selected is not None:
            piece, _ = self._laid.links[self._selected]
            if piece.ref is not None:
                self.post_message(OpenItem(piece.ref, piece.paragraph))

    def link_at(self, x: int, y: int) -> int | None:
        """Return the number of the link in column `x`, row `y` of the view."""
        number = y + self._top
        if not 0 <= number < len(self._laid.lines):
            return None
        column = self._margin()
        for piece in self._laid.lines[number].pieces:
            if column <= x < column + piece.cells:
                return piece.link
            column += piece.cells
        return None

    def on_click(self, event: Click) -> None:
        """Select the link under the mouse; a second click opens it."""
        link = self._link_under(event)
        if link is None:
            return
        event.stop()
        if link == self._selected:
            self.action_open()
        else:
            self._select(link)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show by the pointer that there is a link."""
        self.styles.pointer = "pointer" if self._link_under(event) is not None else "default"

    def _link_under(self, event: MouseEvent) -> int | None:
        place = event.get_content_offset(self)  # edge and padding hold no text
        return None if place is None else self.link_at(place.x, place.y)

    # Moving

    def action_line_up(self) -> None:
        """Scroll a line up."""
        self._view_from(self._top - 1)

    def action_line_down(self) -> None:
        """Scroll a line down."""
        self._view_from(self._top + 1)

    def action_page_up(self) -> None:
        """Scroll a page up, keeping one line."""
        self._view_from(self._top + 1 - self._page)

    def action_page_down(self) -> None:
        """Scroll a page down, keeping one line."""
        self._view_from(self._top + self._page - 1)

    def action_first(self) -> None:
        """Go to the top."""
        self._view_from(0)

    def action_last(self) -> None:
        """Go to the end."""
        self._view_from(len(self._laid.lines))
