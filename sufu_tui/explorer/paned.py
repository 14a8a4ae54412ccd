"""Panes between a top row and a bottom row, and the ways between them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from sufu_tui.dossier.model import Dossier, Ref
from sufu_tui.explorer.arriving import READING, Arrival, Complete, Fetch
from sufu_tui.explorer.filled import Filled, Ground
from sufu_tui.explorer.footer import NOTICE_SECONDS, Footer
from sufu_tui.explorer.history import PANES, PaneId, Place
from sufu_tui.explorer.messages import GlyphsChosen, Notice, OpenItem, OpenPane, Progress
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.smallness import LEAST_COLUMNS, LEAST_ROWS, TooSmall
from sufu_tui.explorer.state import Change, ViewState
from sufu_tui.explorer.terminal import TerminalApp
from sufu_tui.explorer.theme import DARK, inks, themes
from sufu_tui.explorer.topbar import TopBar
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.glyphs import GlyphChoice

if TYPE_CHECKING:
    from textual.events import Resize


# The pane in which an item is at home; an entity is at home where the text first names it.
_HOMES: dict[str, PaneId] = {
    "section": "narrative",
    "entity": "narrative",
    "metric": "metrics",
    "event": "timeline",
}
_LONG_NOTICE_SECONDS = 15.0


class PanedApp(TerminalApp):
    """Shows one pane at a time, knows where the reader is, and goes where it is told.

    Args:
        dossier: What to show.
        words: The catalogue of the language to begin in.
        pane: The pane to begin in; the item's own, or the narrative, if not given.
        goto: The item to begin at, instead of the first section.
        theme: The name of a theme; `sufu-dark` if not given.
        glyphs: The set of glyphs; `auto` asks the terminal.
        fetch: Reads the whole of a large dossier, of which `dossier` is the beginning.
        views: How the panes were left, by their ids; see `ViewState.views`.
        on_started: Called once all is there that a start makes: every pane, and the whole of the dossier.

    """

    ENABLE_COMMAND_PALETTE = False  # our own speaks the reader's language
    AUTO_FOCUS = None
    CSS = """
    Screen { layers: base above; background: $background; }
    MenuScreen { background: transparent; }
    #panes { height: 1fr; }
    Screen.-small TooSmall { display: block; }
    Screen.-small #panes, Screen.-small TopBar, Screen.-small Footer, Screen.-small Picker { display: none; }
    """

    def __init__(
        self,
        dossier: Dossier,
        words: Catalogue,
        *,
        pane: PaneId | None = None,
        goto: Ref | None = None,
        theme: str | None = None,
        glyphs: GlyphChoice = "auto",
        views: Mapping[str, object] | None = None,
        fetch: Fetch | None = None,
        on_started: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(glyphs=glyphs)
        self.animation_level = "none"
        for own in themes():
            self.register_theme(own)
        self.theme = theme or DARK
        self.state = ViewState(dossier, words, views)
        self.title = dossier.title.in_language(words.language)
        self.panes_made = asyncio.Event()
        """Set once all panes are there, a moment after the first frame."""
        self._making = asyncio.Lock()
        self._goto = goto
        self._arrival = Arrival(fetch, self) if fetch else None
        self._on_started = on_started
        self.pane_id: PaneId = pane or (_HOMES[goto.kind] if goto else "narrative")

    def settle_for_256_colours(self) -> None:
        """Make our themes of colours that such a terminal has."""
        for own in themes(few_colours=True):
            self.register_theme(own)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to themes that do not know them."""
        return inks(dark=self.current_theme.dark)

    def refresh_css(self, animate: bool = True) -> None:
        """Look as the theme has it; before anything is shown, there is nothing to parse anew."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Ground:
        """Return what lies below the rows."""
        return Ground(id="_default")

    def compose(self) -> ComposeResult:
        """Make the rows; the other panes are made when they are first shown."""
        yield TopBar(self.state)
        with Filled(id="panes"):
            yield self._make_pane(self.pane_id)
        yield Footer(self.state)

    def on_mount(self) -> None:
        """Begin at the item asked for."""
        self.state.watch(self._state_changed)
        self._show_rows()
        self.pane.take_focus()
        if self._goto is not None:
            self.call_after_refresh(self._begin_at, self._goto)
        if self._arrival is not None:
            self.on_progress(Progress(READING, 0.0))
            self.call_after_refresh(self._arrival.start)  # a thread that reads would delay the first frame
        # The other panes are made as soon as there is time, so that the first switch is quick as well.
        self.set_timer(0.2, self._make_all_panes)

    def _begin_at(self, ref: Ref) -> None:
        if not self._is_leaving:
            self.pane.reveal(ref)

    def on_resize(self, event: Resize) -> None:
        """Say so where there is too little room."""
        small = event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS
        screen = self.screen_stack[0]
        screen.set_class(small, "-small")
        if small and not screen.query(TooSmall):
            screen.mount(TooSmall(self.state))  # few terminals ever need it

    # Panes

    def _make_pane(self, pane: PaneId) -> Pane:
        match pane:
            case "narrative":
                from sufu_tui.explorer.narrative.pane import NarrativePane

                return NarrativePane(self.state)
            case "metrics":
                from sufu_tui.explorer.metrics.pane import MetricsPane

                return MetricsPane(self.state)
            case "timeline":
                from sufu_tui.explorer.timeline.pane import TimelinePane

                return TimelinePane(self.state)

    @property
    def pane(self) -> Pane:
        """The pane shown."""
        return self.screen_stack[0].query_one(f"#{self.pane_id}", Pane)

    @property
    def here(self) -> Place:
        """Where the reader is."""
        return Place(self.pane_id, self.state.current)

    @property
    def _is_leaving(self) -> bool:
        """Whether the reader has left, so that nothing can be mounted any more."""
        return self.return_code is not None or not self.screen_stack

    async def _make_all_panes(self) -> None:
        for pane in PANES:
            if not await self._ensure_pane(pane):  # who leaves at once needs none
                return
        self.panes_made.set()
        if self._arrival is None:
            self._on_started()

    def on_unmount(self) -> None:
        """Wait for nothing more."""
        if self._arrival is not None:
            self._arrival.stop()

    async def _ensure_pane(self, pane: PaneId) -> bool:
        """Make a pane unless it is there; return False where the reader has left meanwhile."""
        async with self._making:  # one that is being made is there, but has no children yet
            if self._is_leaving or self.screen_stack[0].query(f"#{pane}"):
                return not self._is_leaving
            made = self._make_pane(pane)
            made.display = False
            return await self._mount_pane(made)

    async def _mount_pane(self, pane: Pane) -> bool:
        if not self._is_leaving:
            await self.screen_stack[0].query_one("#panes").mount(pane)
        return not self._is_leaving

    async def on_complete(self, event: Complete) -> None:
        """Show the whole dossier in the place of its beginning, or say why that is not possible."""
        if self._is_leaving:
            return
        self.on_progress(Progress(READING, None))
        self._on_started()
        dossier, fault = event.arrived
        if dossier is None:
            self.say(fault, _LONG_NOTICE_SECONDS)
            return
        current = self.state.current
        self.state.replace_dossier(dossier)
        for pane in list(self.screen_stack[0].query(Pane)):
            if pane.take_dossier():
                continue
            await pane.remove()
            if pane.id == self.pane_id:
                if not await self._mount_pane(self._make_pane(self.pane_id)):
                    return
                self.pane.take_focus()
                if current is not None:
                    self.pane.reveal(current)

    def on_progress(self, event: Progress) -> None:
        """Show how much of a work is done."""
        if not self._is_leaving:
            self.screen_stack[0].query_one(Footer).progress(event.work, event.done)

    async def show_pane(self, pane: PaneId) -> None:
        """Show `pane` and give it the keys."""
        if not await self._ensure_pane(pane):
            return
        if pane != self.pane_id:
            self.pane.display = False
            self.pane_id = pane
            self.pane.display = True
            self.pane.catch_up()
            self._show_rows()
        self.pane.take_focus()

    async def go_to(self, ref: Ref, paragraph: int | None = None, *, remember: bool = True) -> None:
        """Show the item at `ref` in the pane where it is at home, a section at `paragraph`."""
        if remember:
            self.state.history.leave(self.here)
        await self.show_pane(_HOMES[ref.kind])
        self._reveal(ref, paragraph)

    def _reveal(self, ref: Ref, paragraph: int | None = None) -> None:
        if not self.pane.reveal(ref, paragraph):
            from sufu_tui.explorer.cards.naming import item_title

            title = item_title(self.state.dossier.item(ref), self.state.words)
            self.say(self.state.words("app.not-shown", title=title))

    def _show_rows(self) -> None:
        bar, footer = self.screen_stack[0].query_one(TopBar), self.screen_stack[0].query_one(Footer)
        bar.here = footer.pane = self.pane_id
        bar.refresh()
        footer.refresh()

    def say(self, text: str, seconds: float = NOTICE_SECONDS) -> None:
        """Show a short sentence at the foot of the screen, for `seconds`."""
        self.screen_stack[0].query_one(Footer).say(text, seconds)

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.LANGUAGE in changes:
            self.title = self.state.dossier.title.in_language(self.state.language)
            self._show_rows()
            self.screen_stack[0].query(TooSmall).refresh()

    # Messages

    async def on_open_item(self, event: OpenItem) -> None:
        """Go to an item that a widget was asked for."""
        await self.go_to(event.ref, event.paragraph)

    async def on_open_pane(self, event: OpenPane) -> None:
        """Show a pane that a widget was asked for."""
        await self.show_pane(event.pane)

    def on_glyphs_chosen(self, event: GlyphsChosen) -> None:
        """Say which glyphs are shown; where the terminal called for them, what to set there."""
        if event.found_wide:
            self.say(self.state.words("glyphs.found-wide"), _LONG_NOTICE_SECONDS)
        else:
            self.say(self.state.words(f"glyphs.{event.glyphs}"))

    def on_notice(self, event: Notice) -> None:
        """Show a sentence that a widget has to say."""
        self.say(event.text)
