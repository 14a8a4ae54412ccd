"""Flow text: a widget for flowing text with links, laid to its width, drawn line by line, scrolled.

The narrative, the cards and the help are such texts.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING, TypeAlias

from textual.widget import Widget

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.messages import OpenAddress, OpenItem
from sufu_tui.explorer.widgets import text_messages
from sufu_tui.explorer.widgets.scroll_view import WHEEL_LINES, Viewport
from sufu_tui.explorer.widgets.text_layout import (
    BlockDocument,
    LinePlace,
    TextDocument,
    TextLayout,
    TextLink,
    TextPlace,
    same_link,
)
from sufu_tui.explorer.widgets.text_rows import RowsAround, TextInView, TextRows
from sufu_tui.typesetting.flow import Block, Finder

if TYPE_CHECKING:
    from textual.events import (
        Click,
        MouseDown,
        MouseEvent,
        MouseMove,
        MouseScrollDown,
        MouseScrollUp,
        MouseUp,
        Resize,
    )
    from textual.geometry import Offset
    from textual.strip import Strip


class FlowText(Widget, can_focus=True):
    """Flowing text laid to the width of the widget, with links to step through.

    Enter or a click on a link posts `OpenItem`, or `OpenAddress` where it leads to the web; a newly selected
    link posts `LinkSelected`. One block may stand out as well. The first line in view follows from the
    reader's place in the text and the size of the widget alone, so that a place that was left can be returned
    to, before there is a size as well.
    """

    BINDINGS = bindings_of("moving")
    DEFAULT_CSS = "FlowText { width: 1fr; height: 1fr; }"

    LinkSelected: TypeAlias = text_messages.LinkSelected
    Moved: TypeAlias = text_messages.LinesMoved
    PagedPast: TypeAlias = text_messages.PagedPast
    RowChosen: TypeAlias = text_messages.RowChosen
    RowsScrolled: TypeAlias = text_messages.RowsScrolled

    def __init__(
        self,
        *,
        centred: bool = False,
        measure: int = 0,
        keeps_selection: bool = False,
        above: int = 0,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Make a text, perhaps `centred` or of lines of `measure` cells, which `keeps_selection` unfocused.

        A selected link comes to the edge of the view, or has one of `above` parts of the page above it.
        """
        super().__init__(id=id)
        self._centred = centred or measure > 0
        self._measure = measure
        self._keeps_selection = keeps_selection
        self._above = above
        self._document: TextDocument = BlockDocument()
        self._laid = TextLayout()
        self._laid_for = (0, 0)  # the cells of the view and of a line
        self._place = TextPlace()
        self._top, self._left = 0, False  # `_left`: the focus went on from the selected link
        self.rows = TextRows(self, self.is_selected)
        """Rows of the widget, those in which the text stands and those around it."""

    # Text and layout

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show `blocks` from the top; with `keep_place`, for another language of a text, from its place."""
        self.show_document(BlockDocument(blocks, self._measure), keep_place=keep_place)

    def show_document(self, document: TextDocument, *, keep_place: bool = False) -> None:
        """Show a document from the top; with `keep_place`, for another version of a text, from its place."""
        before, self._document = self.links, document
        self.rows.take(document.versions)
        if keep_place:
            self._place = self._place._replace(link=same_link(self._place.link, before, self.links))
        else:
            self._place = TextPlace()
        self._laid, self._laid_for = TextLayout(), (0, 0)
        self._lay()
        self._settle()

    @property
    def document(self) -> TextDocument:
        """Text shown."""
        return self._document

    @property
    def links(self) -> Sequence[TextLink]:
        """Links, in the order of the text."""
        return self._document.links

    @property
    def layout_shown(self) -> TextLayout:
        """Text laid to the present width; another object after every change of its lines."""
        return self._laid

    @property
    def share_read(self) -> float:
        """Share of the text down to the last line in view."""
        viewport = self.viewport
        return 1.0 if viewport.fits else (viewport.top + viewport.page) / viewport.lines

    @property
    def text(self) -> str:
        """Laid text, line by line."""
        return self._laid.text

    def mark(self, finder: Finder | None) -> None:
        """Mark what `finder` finds in the text, or nothing any more."""
        self.rows.mark(self._document.versions, finder)

    def mark_linked(self, linked: Set[int]) -> None:
        """Put the sign of what is linked beside the blocks with these anchors, and beside no others."""
        self.rows.mark_linked(linked)

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Lay the text again for the new width."""
        self._lay()
        self._settle()

    def _lay(self) -> None:
        width = self.size.width - 1  # the last column is the scroll bar's
        cells = self._document.cells_in(max(2, width - 2))
        if self._laid_for == (width, cells) or width < 4:
            return
        self._laid_for = (width, cells)
        self._laid = TextLayout(self._document, cells)

    @property
    def place(self) -> TextPlace:
        """Place of the reader, to return to."""
        link = self._place.link
        return self._place._replace(target=None if link is None else self.links[link])

    def return_to(self, place: TextPlace) -> None:
        """Return to a place in the same text, which may be in another language by now."""
        self._place = place._replace(link=place.link_among(self.links), target=None)
        self._settle()

    def _settle(self) -> None:
        self.rows.give(self._laid, self._place)
        self._top = self._laid.viewport_at(self._place, self.rows.page, self._above).top
        self.rows.show(self._shown)
        self.post_message(self.Moved(self))

    def share_rows(self, around: RowsAround | None) -> None:
        """Leave rows to what shall stand `around` the text, which may have changed; None leaves none."""
        self.rows.share(around)
        self._settle()

    # Drawing

    def notify_style_update(self) -> None:
        """Draw in the colours of a new theme."""
        super().notify_style_update()
        self.rows.forget()

    @property
    def _shown(self) -> TextInView:
        width, cells = self._laid_for
        margin = max(1, (width - cells) // 2) if self._centred else 1
        return TextInView(self._laid, self.viewport, self._place.pointed, margin)

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view."""
        if self.rows.size != self.size:  # the first frame comes before the first resize event
            self._lay()
            self._settle()
        return self.rows.draw(y)

    def is_selected(self, link: int) -> bool:
        """Return whether a link is the selected one, or a piece of it."""
        return link == self._place.link

    # Scrolling

    @property
    def viewport(self) -> Viewport:
        """Lines in view."""
        return Viewport(self._top, self.rows.page, self._laid.lines)

    def view(self, viewport: Viewport) -> None:
        """Scroll to other lines."""
        if viewport.top >= viewport.lines - viewport.page:  # where the end is, is known when it is laid
            self._laid.lay_end(viewport.page)
            viewport = self.viewport.at(self._laid.lines)
        if viewport.top != self._top:
            self._place = self._place._replace(line=self._laid.place_of(viewport.top), follows=False)
            self._settle()

    def action_line_up(self) -> None:
        """Scroll a line up."""
        self.view(self.viewport.scrolled(-1))

    def action_line_down(self) -> None:
        """Scroll a line down."""
        self.view(self.viewport.scrolled(1))

    def action_page_up(self) -> None:
        """Scroll a page up, keeping one line."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Scroll a page down, keeping one line."""
        self._page(1)

    def _page(self, step: int) -> None:
        viewport = self.viewport.scrolled(step * max(1, self.viewport.page - 1))
        if viewport.top == self._top:
            self.post_message(self.PagedPast(self, step))
        self.view(viewport)

    def action_first(self) -> None:
        """Go to the top."""
        self.view(self.viewport.at(0))

    def action_last(self) -> None:
        """Go to the end."""
        self.view(self.viewport.at(self.viewport.lines))

    # Blocks and links

    @property
    def selected(self) -> Ref | None:
        """Item that the selected link leads to."""
        return None if self._place.link is None else self.links[self._place.link].ref

    @property
    def selected_address(self) -> str | None:
        """Address that the selected link leads to."""
        return None if self._place.link is None else self.links[self._place.link].address

    @property
    def pointed(self) -> int | None:
        """Anchor of the block that stands out."""
        return self._place.pointed

    def anchors_in_view(self) -> tuple[int, ...]:
        """Return the anchors of the blocks in view, from the top, each once."""
        return self._laid.anchors(range(self._top, self._top + self.viewport.page))

    def scroll_to_anchor(self, anchor: int) -> bool:
        """Scroll to the block `anchor`, with the blank line above it; return False where there is none."""
        number = next((at for at, block in enumerate(self._document.blocks) if block.anchor == anchor), None)
        if number is not None:
            self._place = self._place._replace(line=LinePlace(number, -1), follows=False)
            self._settle()
        return number is not None

    def point_to(self, anchor: int, ref: Ref | None = None) -> None:
        """Scroll to the block `anchor`, make it stand out, and select its link to `ref` if there is one."""
        self._place = self._place._replace(pointed=anchor)
        self.scroll_to_anchor(anchor)
        if ref is not None:
            self.select_ref(ref, anchor)

    def select_ref(self, ref: Ref, anchor: int | None = None) -> bool:
        """Select the first link to `ref` (in the block `anchor`); return False where there is none."""
        for number, link in enumerate(self.links):
            if link.ref == ref and anchor in (None, self._document.blocks[link.block].anchor):
                self.select(number)
                return True
        return False

    def clear_selection(self) -> bool:
        """Clear the selected link and the block that stands out; return False where there was neither."""
        line, link, pointed, *_ = self._place
        if link is None and pointed is None:
            return False
        self._place = TextPlace(line)
        self.rows.show(self._shown)
        self.post_message(self.LinkSelected(self, None))
        return True

    def select(self, number: int, *, follows: bool = True) -> None:
        """Select a link by its number, and scroll to it unless it `follows` not."""
        self._left = False
        here = self._laid.place_of(self._top) if self._laid.lines else self._place.line
        self._place = self._place._replace(line=here, link=number, follows=follows)
        self._settle()
        self.post_message(self.LinkSelected(self, self.links[number].ref))

    def action_next_link(self) -> None:
        """Select the next link, or the first from the top of the view on; after the last, leave."""
        self._step_link(1)

    def action_previous_link(self) -> None:
        """Select the link before; before the first, leave."""
        self._step_link(-1)

    def _step_link(self, step: int) -> None:
        number = self._laid.link_after(self._place.link, step, self.viewport, again=self._left)
        if number is not None:
            self.select(number)
            return
        if self._keeps_selection:
            self._left = True
        else:
            self.clear_selection()
        self.screen.focus_next() if step > 0 else self.screen.focus_previous()

    def action_open(self) -> None:
        """Open the target of the selected link; without one, select the first from the top of the view on."""
        if self._place.link is None:
            number = self._laid.link_after(None, 1, self.viewport, again=False)
            if number is not None:
                self.select(number)
        else:
            ref, _, paragraph, address = self.links[self._place.link]
            if ref is not None:
                self.post_message(OpenItem(ref, paragraph))
            elif address is not None:
                self.post_message(OpenAddress(address))

    # The mouse

    def link_at(self, x: int, y: int) -> int | None:
        """Return the number of the link in column `x`, row `y` of the widget."""
        return self.rows.link_at(x, y)

    def _link_under(self, event: MouseEvent) -> int | None:
        place = event.get_content_offset(self)  # edge and padding hold no text
        return None if place is None else self.link_at(place.x, place.y)

    def _row_around(self, event: MouseEvent) -> Offset | None:
        """Return the place of the mouse in the widget, where that row is not the text's; else None."""
        place = event.get_content_offset(self)
        return None if place is None or place.y in self.rows.of_text else place

    def focus_on_click(self) -> bool:
        """Take the keys with a click, but not with one on the rows around the text."""
        row = self.app.mouse_position.y - self.content_region.y
        return row in self.rows.of_text or row not in range(self.size.height)

    def on_click(self, event: Click) -> None:
        """Select the link under the mouse; a second click opens it, the first where it leads to the web."""
        link, around = self._link_under(event), self._row_around(event)
        if around is not None:
            self.post_message(self.RowChosen(self, around))
        if link is None:
            return
        event.stop()
        chosen = link == self._place.link
        if not chosen:
            self.select(link, follows=False)  # the card of an item may be all that the reader wants
        if chosen or self.selected_address is not None:
            self.action_open()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the scroll bar."""
        self.view(self.rows.bar.pressed(event, self.viewport))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Scroll with a drag of the bar; show a link by the pointer."""
        self.view(self.rows.bar.dragged(event, self.viewport))
        self.styles.pointer = "pointer" if self._link_under(event) is not None else "default"

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Release the bar."""
        self.rows.bar.released()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down."""
        self._turn_wheel(event, WHEEL_LINES)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up."""
        self._turn_wheel(event, -WHEEL_LINES)

    def _turn_wheel(self, event: MouseEvent, lines: int) -> None:
        event.stop()
        if self._row_around(event) is not None:
            self.post_message(self.RowsScrolled(self, lines))
        else:
            self.view(self.viewport.scrolled(lines))
