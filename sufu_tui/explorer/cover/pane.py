"""Cover pane: the page before the first section, from which everything can be reached."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.cover.composition import compose_cover
from sufu_tui.explorer.cover.cover_keeper import CoverKeeper
from sufu_tui.explorer.cover.page import Page, PageTarget
from sufu_tui.explorer.cover.page_view import PagePlace, PageView
from sufu_tui.explorer.messages import OpenAddress, OpenItem, OpenPane
from sufu_tui.explorer.pane import Citation, Pane
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.typesetting.glyphs import BOOKMARK
from sufu_tui.writing.covers import CoverContent, cover_content


class CoverPane(Pane):
    """Pane of the cover."""

    BINDINGS = bindings_of("cover")
    NOTHING_TO_BOOKMARK = "cover.select-first"

    def __init__(self, state: SharedState) -> None:
        super().__init__(state, id="cover")
        self._content: CoverContent | None = None
        self.view = PageView(self._composed)
        """View of the page."""
        self.keeper = CoverKeeper(self)

    def compose(self) -> ComposeResult:
        """Compose the page."""
        yield self.view

    def begin(self) -> None:
        """Leave the rest to the page, which composes itself for its size."""

    @property
    def content(self) -> CoverContent:
        """Content of the cover; in a large dossier it is looked for once."""
        if self._content is None:
            self._content = cover_content(self.state.dossier, self.state.words)
        return self._content

    def _composed(self, columns: int, rows: int) -> Page:
        page = compose_cover(self.content, columns, rows, self.state.words)
        targets = [target.ref for target in page.targets]
        marked = {bookmark.spot.ref for bookmark in self.state.bookmarks}.intersection(targets)
        links = [targets.index(ref) for ref in marked]  # only one: the way on is to the first section as well
        return page.with_signs(links, BOOKMARK, "label") if links else page

    def _show_again(self) -> None:
        self._content = None
        self.view.show_again()

    # The pane's part in the explorer

    def take_focus(self) -> None:
        """Focus the page; the selected item becomes the current item."""
        self.focus_on(self.view)
        self._make_current(self.view.selected_target)

    def _make_current(self, target: PageTarget | None) -> None:
        if target is not None and target.ref is not None:
            self.state.set_current(target.ref)

    def take_dossier(self) -> bool:
        """Show the whole of a large dossier."""
        self._show_again()
        return True

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Compose the page again in another language, or with other bookmarks."""
        if changes & {Change.LANGUAGE, Change.DOSSIER}:
            self._show_again()
        elif Change.BOOKMARKS in changes:
            self.view.show_again()

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  arguments of every pane
        """Return False: no item is at home here."""
        return False

    def place(self) -> PagePlace:
        """Return the place on the page."""
        return self.view.place

    async def return_to(self, place: PagePlace) -> None:
        """Return to a place on the page."""
        self.view.return_to(place)

    def citation(self) -> Citation | None:
        """Return the item of the selected link; without one the lead with its source."""
        from sufu_tui.explorer.cards.labels import item_citation  # no start needs it

        dossier, words = self.state.dossier, self.state.words
        target = self.view.selected_target
        item = dossier.find(target.ref) if target is not None and target.ref is not None else None
        if item is not None:
            return item_citation(item, dossier, words)
        content = self.content
        lines = [content.title, content.lead, content.byline, content.address or ""]
        return Citation(content.title, "\n".join(filter(None, lines)), content.address)

    def items_in_view(self) -> Sequence[Item]:
        """Return the key figures, the main events and the sections."""
        content = self.content
        refs = [one.ref for part in (content.figures, content.events, content.sections) for one in part]
        return [self.state.dossier.item(ref) for ref in refs]

    def step_up(self) -> bool:
        """Let go of the selected link."""
        if self.view.selected_link is None:
            return False
        self.view.select(None)
        return True

    # Messages and commands

    def on_page_view_target_selected(self, event: PageView.TargetSelected) -> None:
        """Make the selected item the current item: the source shown next is at its words."""
        event.stop()
        self._make_current(event.target)

    def on_page_view_opened(self, event: PageView.Opened) -> None:
        """Go where a link leads, or on to the first section."""
        event.stop()
        target = event.target
        if target is None:
            self.action_begin_reading()
        elif target.ref is not None:
            self.post_message(OpenItem(target.ref))
        elif target.pane is not None:
            self.post_message(OpenPane(target.pane))
        elif target.address is not None:
            self.post_message(OpenAddress(target.address))

    def on_page_view_paged_on(self, event: PageView.PagedOn) -> None:
        """Read on."""
        event.stop()
        self.action_begin_reading()

    def action_begin_reading(self) -> None:
        """Turn to the first section."""
        self.post_message(OpenItem(self.state.dossier.sections[0].ref))
