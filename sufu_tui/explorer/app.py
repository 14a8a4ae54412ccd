"""Explorer app: composes its parts, and has the commands that work everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from sufu_tui.dossier.model import Dossier, Ref
from sufu_tui.explorer.background.dossier_loading import READING, DossierLoaded, DossierLoader
from sufu_tui.explorer.background.proving import Prover
from sufu_tui.explorer.chrome.footer import NOTICE_SECONDS, Footer
from sufu_tui.explorer.chrome.tab_bar import TabBar
from sufu_tui.explorer.chrome.too_small import TooSmall, is_too_small
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.language_switch import LanguageRole, switch_language
from sufu_tui.explorer.messages import (
    GlyphsChosen,
    Notice,
    OpenAddress,
    OpenItem,
    OpenPane,
    Progress,
    UnboundKey,
)
from sufu_tui.explorer.navigation import PaneId, home_of, pane_after
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.pickers import PickerQuestions
from sufu_tui.explorer.preferences import Preferences, PreferencesSaver
from sufu_tui.explorer.reading_place import ReadingPlace
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.explorer.terminal.terminal_app import TerminalApp
from sufu_tui.explorer.terminal.text_entry import TextEntry
from sufu_tui.explorer.theme.themes import DARK, LIGHT, theme_variables, themes
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.glyphs import GlyphChoice

if TYPE_CHECKING:
    from textual.events import Resize

    from sufu_tui.explorer.widgets.picker import Picker

_LONG_NOTICE_SECONDS = 15.0
_FILTER_LINES = frozenset({"filter", "filter-events", "filter-text"})


class Explorer(TerminalApp):
    """App that shows a dossier, one pane at a time, and runs commands.

    Args:
        dossier: The dossier to show.
        words: The catalogue of the languages to begin in.
        pane: The pane to begin in; the item's own, or the narrative, if not given.
        goto: The item to begin at, instead of the first section.
        theme: The name of a theme; `sufu-dark` if not given.
        glyphs: The set of glyphs; `auto` asks the terminal.
        views: The settings of panes of an earlier run by their ids, as plain values.
        place: The place to begin at; of a pane and an item that are given, the rest.
        kept: What was kept of an earlier run, of which the views and the place may be others.
        around: The files and programs that the explorer is to use.
        shortcuts: Whether to use what exists for speed alone.

    """

    ENABLE_COMMAND_PALETTE = False  # our own speaks the reader's language
    AUTO_FOCUS = None
    BINDINGS = bindings_of("app")
    CSS = """
    Screen { layers: base above top; background: $background; }
    MenuScreen { background: transparent; }
    #panes { height: 1fr; }
    Screen.-small TooSmall { display: block; }
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
        place: ReadingPlace | None = None,
        kept: Preferences | None = None,
        around: Surroundings | None = None,
        shortcuts: bool = True,
    ) -> None:
        super().__init__(glyphs=glyphs)
        self.animation_level = "none"
        for own in themes():
            self.register_theme(own)
        self.theme = theme or DARK
        place, kept = place or ReadingPlace(), kept or Preferences()
        pane = pane or (home_of(goto) if goto else place.pane or "narrative")
        self.state = SharedState(dossier, words, pane=pane, kept_settings=views, shortcuts=shortcuts)
        self.navigator = Navigator(self, self.state)
        self.navigator.expect(place)
        self._around = around = around or Surroundings()
        self.state.set_bookmarks(around.bookmarks.load())
        self._footer = Footer(self.state)
        self.title = dossier.title.in_language(words.language)
        self._goto = goto
        self._loader = DossierLoader(around.loader, self) if around.loader else None
        self._preferences: PreferencesSaver | None = None
        if around.save is not None:
            asked = goto is not None or place not in (ReadingPlace(), kept.place)
            self._preferences = PreferencesSaver(
                self, self.state, around.save, self.navigator.reading_place, kept=kept, asked=asked
            )
        self._questions = PickerQuestions(self, self.state, self.navigator, around.bookmarks)
        self.prover = Prover(around.source, self.state, self)
        """Prover of the dossier against its source."""

    # Theme

    def settle_for_256_colours(self) -> None:
        """Register our themes in variants of the 256 colours of such a terminal."""
        for own in themes(few_colours=True):
            self.register_theme(own)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme, with inks and grounds where it has none."""
        if DARK not in self.available_themes:
            return {}  # Textual asks while it is made, in a theme of its own that nothing is drawn in
        self.theme_variables = super().get_css_variables() | theme_variables(self.current_theme)
        return self.theme_variables

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the theme; before anything is shown, there is nothing to parse again."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    # Beginning and end

    def compose(self) -> ComposeResult:
        """Compose the bars, a sentence above all and the first pane; others are made when first shown."""
        yield TabBar(self.state)
        with self.navigator.container:
            yield self.navigator.first_pane()
        yield self._footer
        yield TooSmall(self.state)

    async def on_mount(self) -> None:
        """Begin where the reader left, or at the item asked for."""
        self.follow_terminal()
        self.state.watch(self._state_changed)
        if self._preferences is not None:
            self._preferences.start()
        self.pane.take_focus()
        await self.navigator.resume(self.pane)
        if self._goto is not None:
            self.call_after_refresh(self._begin_at, self._goto)
        if self._loader is not None:
            self.state.extent = "so-far"
            self.on_progress(Progress(READING, 0.0))
            self.call_after_refresh(self._loader.start)  # a thread that reads would delay the first frame
        # The other panes are made as soon as there is time, so that the first switch is quick as well.
        self.set_timer(0.2, self._make_all_panes)

    def _begin_at(self, ref: Ref) -> None:
        if not self.navigator.is_leaving:
            self.pane.reveal(ref)

    async def _make_all_panes(self) -> None:
        await self.navigator.make_all()
        self._questions.import_ahead()
        if self._preferences is not None and not self.navigator.is_leaving:
            self._preferences.begin()
        if self._loader is None:
            self._around.on_started()

    def on_unmount(self) -> None:
        """Stop the loader, and save the last changes."""
        if self._loader is not None:
            self._loader.stop()
        self.leave_nothing_undone()

    def leave_nothing_undone(self) -> None:
        """Save the last changes."""
        if self._preferences is not None:
            self._preferences.flush(gone=self.navigator.is_leaving)

    # Display

    @property
    def pane(self) -> Pane:
        """Pane shown."""
        return self.navigator.pane

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.LANGUAGE in changes:
            self.title = self.state.dossier.title.in_language(self.state.language)

    def on_resize(self, event: Resize) -> None:
        """Show a sentence where the terminal is too small."""
        self.screen_stack[0].set_class(is_too_small(event.size), "-small")

    def say(self, text: str, seconds: float = NOTICE_SECONDS) -> None:
        """Show a short sentence in the footer for `seconds`; an empty one is ignored."""
        if text and not self.navigator.is_leaving:
            self._footer.say(text, seconds)

    # Messages

    async def on_open_item(self, event: OpenItem) -> None:
        """Go to an item."""
        self.say(await self.navigator.go_to(event.ref, event.paragraph, reckoned=event.reckoned))

    def on_open_address(self, event: OpenAddress) -> None:
        """Open a page of the web."""
        self._open_address(event.address)

    async def on_open_pane(self, event: OpenPane) -> None:
        """Show a pane."""
        await self.navigator.show(event.pane)

    def on_notice(self, event: Notice) -> None:
        """Show a sentence."""
        self.say(event.text)

    def on_unbound_key(self, event: UnboundKey) -> None:
        """Say that the key does nothing here, and which one does."""
        from sufu_tui.explorer.chrome.unbound_keys import unbound_sentence  # most readers know their keys

        at_keys = self.navigator.pane_at_keys
        self.say(unbound_sentence(event.key, event.character, self.state.words, at_keys))

    def on_unused_paste(self) -> None:
        """Say which keys open a line to paste into."""
        self.say(self.state.words("app.unused-paste"))

    def on_progress(self, event: Progress) -> None:
        """Show the progress of a work."""
        if not self.navigator.is_leaving:
            self._footer.progress(event.work, event.done)

    def on_glyphs_chosen(self, event: GlyphsChosen) -> None:
        """Show a sentence on the glyph set; where the terminal called for it, on its settings."""
        if event.found_wide:
            self.say(self.state.words("glyphs.found-wide"), _LONG_NOTICE_SECONDS)
        else:
            self.say(self.state.words(f"glyphs.{event.glyphs}"))

    async def on_dossier_loaded(self, event: DossierLoaded) -> None:
        """Show the whole dossier in the place of its beginning, or the fault."""
        if self.navigator.is_leaving:
            return
        self.on_progress(Progress(READING, None))
        self._around.on_started()
        dossier, fault = event.result
        if dossier is None:
            self.state.extent = "in-part"
            self.say(fault, _LONG_NOTICE_SECONDS)
            self._questions.dock.find_again()
            return
        self.state.replace_dossier(dossier)
        await self.navigator.show_dossier()
        self._questions.dock.find_again()

    # Commands

    async def action_show_pane(self, pane: PaneId) -> None:
        """Show a pane."""
        await self.navigator.show(pane)

    async def action_next_pane(self) -> None:
        """Show the pane after this one, in a circle."""
        await self.navigator.show(pane_after(self.state.pane))

    async def action_back(self) -> None:
        """Go back to where the reader was."""
        self.say(await self.navigator.back())

    async def action_forward(self) -> None:
        """Go forward again."""
        self.say(await self.navigator.forward())

    def action_up(self) -> None:
        """Stop a running work; else close an open part or clear the selection. Never quits."""
        if any(pane.stop_work() for pane in self.navigator.panes):
            return
        self.say(self.navigator.step_up())

    def action_next_linked(self) -> None:
        """Go to the next part of the pane that belongs to what the reader looked at before."""
        if not self.pane.go_to_linked():
            self.say(self.state.words("linked.none"))

    async def action_reckon(self) -> None:
        """Show how the figure or the totals on the card are reckoned, or the card again."""
        self.say(await self.navigator.toggle_reckoning())

    async def action_source_beside(self) -> None:
        """Show the source beside the pane, or the card again; what stands beside no cover is shown."""
        if self.navigator.beside is not None or self.state.beside == "card":
            self.say(self.prover.toggle())
        if self.state.beside == "source":
            await self.navigator.go_beside()

    def action_bookmark(self) -> None:
        """Set a bookmark where the reader is, or remove the one that is there."""
        self.say(self._questions.bookmarks.toggle(self.pane.spot(), self.pane.NOTHING_TO_BOOKMARK))

    def action_copy(self) -> None:
        """Copy what the reader looks at, with its source."""
        words, citation = self.state.words, self.pane.citation()
        if citation is None:
            self.say(words("app.nothing-to-copy"))
            return
        self.copy_to_clipboard(citation.text)
        self.say(words("app.copied", title=citation.title))

    def action_open_address(self) -> None:
        """Open the address of the source of what the reader looks at."""
        citation = self.pane.citation()
        if citation is None or citation.address is None:
            self.say(self.state.words("app.no-address"))
        else:
            self._open_address(citation.address)

    def _open_address(self, address: str) -> None:
        from sufu_tui.explorer.chrome.address_screen import open_address  # no start needs it

        opening = open_address(address, self._around.browse, self, self.state.words)
        self.run_worker(self._told(opening, _LONG_NOTICE_SECONDS))

    def action_switch_language(self, role: LanguageRole) -> None:
        """Switch to the next language of the texts, of the version beside them, or of the interface."""
        self.say(switch_language(role, self.state))

    def action_next_theme(self) -> None:
        """Switch between dark and light."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def action_save_picture(self) -> None:
        """Save the screen as a picture."""
        from sufu_tui.explorer.capture.saving import save_screen  # with the drawing, which no start needs

        self.run_worker(self._told(save_screen(self, self.pane, self.state)))

    def action_print_pane(self) -> None:
        """Save the text of the pane as plain text."""
        from sufu_tui.explorer.capture.saving import print_pane

        self.run_worker(self._told(print_pane(self.pane, self.state)))

    async def _told(self, work: Awaitable[str], seconds: float = NOTICE_SECONDS) -> None:
        self.say(await work, seconds)

    async def action_help(self) -> None:
        """Show the help; from a filter line it opens at the terms of filters."""
        from sufu_tui.explorer.chrome.help_screen import HelpScreen

        typing = self.focused
        part = "filters" if isinstance(typing, TextEntry) and typing.line in _FILTER_LINES else None
        await self.push_screen(HelpScreen(self.state.words, self.state.pane, part))

    async def action_quit(self) -> None:
        """Leave."""
        self.exit()

    # Search and palette

    async def action_search(self) -> None:
        """Search everything."""
        await self._questions.ask(self._questions.search, self.state.search)

    async def action_palette(self) -> None:
        """Choose a command by its name."""
        await self._questions.ask(self._questions.palette)

    async def action_bookmarks(self) -> None:
        """List the bookmarks."""
        await self._questions.ask_for_bookmark()

    async def action_step_match(self, step: int) -> None:
        """Go to the next hit of the search, or part that the filter holds; with -1 to the one before."""
        self.say(await self._questions.search.step(step))

    def on_picker_closed(self) -> None:
        """Return to the pane."""
        self._close_picker()

    async def on_picker_chosen(self, event: Picker.Chosen) -> None:
        """Run the chosen command, or go to the chosen hit."""
        self._close_picker()
        self.say(await event.question.choose(event.value, event.text))

    def _close_picker(self) -> None:
        self._questions.dock.close()
        self.pane.take_focus()
