"""The explorer: composes top row, panes and bottom row, and carries out what concerns them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Dossier, Ref
from sufu_tui.explorer.cards.content import citation, item_title
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.finding import Finder, command_choices
from sufu_tui.explorer.footer import Footer
from sufu_tui.explorer.history import PANES, PaneId, Place
from sufu_tui.explorer.messages import Notice, OpenItem, OpenPane
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.smallness import LEAST_COLUMNS, LEAST_ROWS, TooSmall
from sufu_tui.explorer.state import Change, ViewState
from sufu_tui.explorer.theme import DARK, LIGHT, inks, themes
from sufu_tui.explorer.topbar import TopBar
from sufu_tui.languages.catalogue import Catalogue

if TYPE_CHECKING:
    from textual.events import Resize

    from sufu_tui.explorer.picker import Picker

# The pane in which an item is at home; an entity is at home where the text first names it.
_HOMES: dict[str, PaneId] = {
    "section": "narrative",
    "entity": "narrative",
    "metric": "metrics",
    "event": "timeline",
}


class Explorer(App[None]):
    """Shows a dossier.

    Args:
        dossier: What to show.
        words: The catalogue of the language to begin in.
        goto: The item to begin at, instead of the first section.
        theme: The name of a theme; `sufu-dark` if not given.
    """

    ENABLE_COMMAND_PALETTE = False  # our own speaks the reader's language
    AUTO_FOCUS = None
    BINDINGS = bindings_of("app")
    CSS = """
    Screen { layers: base above; background: $background; }
    #panes { height: 1fr; }
    Screen.-small TooSmall { display: block; }
    Screen.-small #panes, Screen.-small TopBar, Screen.-small Footer, Screen.-small Picker { display: none; }
    """

    def __init__(
        self, dossier: Dossier, words: Catalogue, *, goto: Ref | None = None, theme: str | None = None
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        for own in themes():
            self.register_theme(own)
        self.theme = theme or DARK
        self.state = ViewState(dossier, words)
        self.title = dossier.title.in_(words.language)
        self._goto = goto
        self._finder = Finder(self.state)
        self._pane: PaneId = _HOMES[goto.kind] if goto else "narrative"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our colours to themes that do not know them."""
        return inks(dark=self.current_theme.dark)

    def compose(self) -> ComposeResult:
        """Make the rows; the other panes are made when they are first shown."""
        yield TopBar(self.state)
        with Container(id="panes"):
            yield self._make_pane(self._pane)
        yield Footer(self.state)
        yield TooSmall(self.state)

    def on_mount(self) -> None:
        """Begin at the item asked for."""
        self.state.watch(self._state_changed)
        self._show_rows()
        self.pane.take_focus()
        if self._goto is not None:
            self.call_after_refresh(self.pane.reveal, self._goto)
        # The other panes are made as soon as there is time, so that the first switch is quick as well.
        self.set_timer(0.2, self._make_all_panes)

    def on_resize(self, event: Resize) -> None:
        """Say so where there is too little room."""
        small = event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS
        self.screen_stack[0].set_class(small, "-small")

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
        return self.screen_stack[0].query_one(f"#{self._pane}", Pane)

    @property
    def here(self) -> Place:
        """Where the reader is."""
        return Place(self._pane, self.state.current)

    async def _make_all_panes(self) -> None:
        for pane in PANES:
            await self._ensure_pane(pane)

    async def _ensure_pane(self, pane: PaneId) -> None:
        panes = self.screen_stack[0].query_one("#panes")
        if not panes.query(f"#{pane}"):
            made = self._make_pane(pane)
            made.display = False
            await panes.mount(made)

    async def show_pane(self, pane: PaneId) -> None:
        """Show `pane` and give it the keys."""
        await self._ensure_pane(pane)
        if pane != self._pane:
            self.pane.display = False
            self._pane = pane
            self.pane.display = True
            self.pane.catch_up()
            self._show_rows()
        self.pane.take_focus()

    async def go_to(self, ref: Ref, *, remember: bool = True) -> None:
        """Show the item at `ref` in the pane where it is at home."""
        if remember:
            self.state.history.leave(self.here)
        await self.show_pane(_HOMES[ref.kind])
        self._reveal(ref)

    def _reveal(self, ref: Ref) -> None:
        if not self.pane.reveal(ref):
            title = item_title(self.state.dossier.item(ref), self.state.words)
            self._say(self.state.words("app.not-shown", title=title))

    def _show_rows(self) -> None:
        bar, footer = self.screen_stack[0].query_one(TopBar), self.screen_stack[0].query_one(Footer)
        bar.here = footer.pane = self._pane
        bar.refresh()
        footer.refresh()

    def _say(self, text: str) -> None:
        self.screen_stack[0].query_one(Footer).say(text)

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.LANGUAGE in changes:
            self.title = self.state.dossier.title.in_(self.state.language)
            self._show_rows()
            self.screen_stack[0].query_one(TooSmall).refresh()

    # Messages

    async def on_open_item(self, event: OpenItem) -> None:
        """Go to an item that a widget was asked for."""
        await self.go_to(event.ref)

    async def on_open_pane(self, event: OpenPane) -> None:
        """Show a pane that a widget was asked for."""
        await self.show_pane(event.pane)

    def on_notice(self, event: Notice) -> None:
        """Show a sentence that a widget has to say."""
        self._say(event.text)

    # Commands

    async def action_narrative_pane(self) -> None:
        """Show the narrative."""
        await self.show_pane("narrative")

    async def action_metrics_pane(self) -> None:
        """Show the metrics."""
        await self.show_pane("metrics")

    async def action_timeline_pane(self) -> None:
        """Show the timeline."""
        await self.show_pane("timeline")

    async def action_next_pane(self) -> None:
        """Show the pane after this one, in a circle."""
        await self.show_pane(PANES[(PANES.index(self._pane) + 1) % len(PANES)])

    async def action_back(self) -> None:
        """Go back to where the reader was."""
        await self._travel(self.state.history.back(self.here))

    async def action_forward(self) -> None:
        """Go forward again."""
        await self._travel(self.state.history.forward(self.here))

    async def _travel(self, place: Place | None) -> None:
        if place is None:
            self._say(self.state.words("app.no-further"))
            return
        await self.show_pane(place.pane)
        if place.ref is not None:
            self._reveal(place.ref)

    def action_up(self) -> None:
        """Go one level up: close what is open, let go of what is selected. Never quits."""
        if not self.pane.step_up():
            self.pane.take_focus()

    def action_copy(self) -> None:
        """Copy the current item with its source."""
        ref = self.state.current
        item = self.state.dossier.find(ref) if ref else None
        if item is None:
            self._say(self.state.words("app.nothing-to-copy"))
            return
        self.copy_to_clipboard(citation(item, self.state.dossier, self.state.words))
        self._say(self.state.words("app.copied", title=item_title(item, self.state.words)))

    def action_next_language(self) -> None:
        """Switch to the next language."""
        self.state.set_language(self.state.next_language())

    def action_next_theme(self) -> None:
        """Switch between dark and light."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def action_help(self) -> None:
        """Show the help."""
        from sufu_tui.explorer.help import HelpScreen

        self.push_screen(HelpScreen(self.state.words))

    async def action_quit(self) -> None:
        """Leave."""
        self.exit()

    # Search and palette

    async def action_search(self) -> None:
        """Search everything."""
        words = self.state.words
        await self._pick("search.label", "search.placeholder", self._finder.find, words, self.state.search)

    async def action_palette(self) -> None:
        """Choose a command by its name."""
        words = self.state.words
        await self._pick("app.palette", "app.palette-placeholder", lambda text: command_choices(text, self._pane, words), words)

    async def _pick(self, label, placeholder, find, words, text="") -> None:
        from sufu_tui.explorer.picker import Picker

        await self.screen.query(Picker).remove()
        await self.screen.mount(Picker(words(label), words(placeholder), find, text))
