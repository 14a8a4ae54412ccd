"""The explorer: the panes, and the commands that work everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Dossier, Ref
from sufu_tui.explorer.commands import Command, LineId, bindings_of
from sufu_tui.explorer.history import PANES, PaneId, Place
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.paned import PanedApp
from sufu_tui.explorer.remembered import Remembered
from sufu_tui.explorer.state import Change
from sufu_tui.explorer.theme import DARK, LIGHT
from sufu_tui.explorer.typedin import TypedIn
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.glyphs import GlyphChoice

if TYPE_CHECKING:
    from textual.timer import Timer

    from sufu_tui.asking.searching import Hit
    from sufu_tui.explorer.arriving import Fetch
    from sufu_tui.explorer.finding import Choice, Finder
    from sufu_tui.explorer.picker import Picker

    Find = Callable[[str], tuple[Sequence[Choice], str]]

_KEEP_SECONDS = 1.0


class Explorer(PanedApp):
    """Shows a dossier, and does what the reader says.

    What is worth remembering is given to `keep`, a moment after the reader changed it and on leaving.
    """

    BINDINGS = bindings_of("app")

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
        keep: Callable[[Remembered], None] | None = None,
        fetch: Fetch | None = None,
        on_started: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(
            dossier,
            words,
            pane=pane,
            goto=goto,
            theme=theme,
            glyphs=glyphs,
            views=views,
            fetch=fetch,
            on_started=on_started,
        )
        self._keep = keep
        self._keeping: Timer | None = None

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
        await self.show_pane(PANES[(PANES.index(self.pane_id) + 1) % len(PANES)])

    async def action_back(self) -> None:
        """Go back to where the reader was."""
        await self._travel(self.state.history.back(self.here))

    async def action_forward(self) -> None:
        """Go forward again."""
        await self._travel(self.state.history.forward(self.here))

    async def _travel(self, place: Place | None) -> None:
        if place is None:
            self.say(self.state.words("app.no-further"))
            return
        await self.show_pane(place.pane)
        if place.ref is not None:
            self._reveal(place.ref)

    def action_up(self) -> None:
        """Stop a work that goes on; else close what is open or let go of what is selected. Never quits."""
        if any(pane.stop_work() for pane in self.screen_stack[0].query(Pane)):
            return
        if not self.pane.step_up():
            self.pane.take_focus()

    def action_copy(self) -> None:
        """Copy the current item with its source."""
        ref = self.state.current
        item = self.state.dossier.find(ref) if ref else None
        if item is None:
            self.say(self.state.words("app.nothing-to-copy"))
            return
        from sufu_tui.explorer.cards.naming import citation, item_title

        self.copy_to_clipboard(citation(item, self.state.dossier, self.state.words))
        self.say(self.state.words("app.copied", title=item_title(item, self.state.words)))

    def action_next_language(self) -> None:
        """Switch to the next language."""
        self.state.set_language(self.state.next_language())

    def action_next_theme(self) -> None:
        """Switch between dark and light."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def action_save_picture(self) -> None:
        """Save the screen as a picture."""
        from sufu_tui.explorer.saving import save_screen  # with all that draws, which no start needs

        self.run_worker(self._saved(save_screen))

    def action_print_pane(self) -> None:
        """Save what the pane shows as plain text."""
        from sufu_tui.explorer.saving import print_pane

        self.run_worker(self._saved(print_pane))

    async def _saved(self, save: Callable[[PanedApp], Awaitable[str]]) -> None:
        self.say(await save(self))

    def action_help(self) -> None:
        """Show the help; who is typing a filter sees first what may be typed."""
        from sufu_tui.explorer.help import HelpScreen

        typing = self.focused
        filtering = isinstance(typing, TypedIn) and typing.line in {"filter", "filter-events"}
        self.push_screen(HelpScreen(self.state.words, self.pane_id, "filters" if filtering else None))

    async def action_quit(self) -> None:
        """Leave."""
        self.exit()

    # What outlives a restart

    @property
    def remembered(self) -> Remembered:
        """What is worth remembering of how things look now."""
        return Remembered(self.theme, dict(self.state.views))

    def on_mount(self) -> None:
        """Notice what is worth remembering."""
        if self._keep is not None:
            self.state.watch(self._changed)
            self.theme_changed_signal.subscribe(self, lambda _: self._keep_soon())

    def _changed(self, changes: frozenset[Change]) -> None:
        if Change.VIEW in changes:
            self._keep_soon()

    def _keep_soon(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(_KEEP_SECONDS, self._keep_now)

    def _keep_now(self) -> None:
        self._keeping = None
        if self._keep is not None:
            self._keep(self.remembered)

    def on_unmount(self) -> None:
        """Remember what was changed last."""
        self.leave_nothing_undone()

    def leave_nothing_undone(self) -> None:
        """Remember what was changed last."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keep_now()

    # Search and palette

    @cached_property
    def _finder(self) -> Finder:
        from sufu_tui.explorer.finding import Finder

        return Finder(self.state)

    async def action_search(self) -> None:
        """Search everything."""
        await self._pick("search", "search.label", "search.placeholder", self._finder.find, self.state.search)

    async def action_palette(self) -> None:
        """Choose a command by its name."""
        await self._pick("palette", "app.palette", "app.palette-placeholder", self._find_command)

    def _find_command(self, text: str) -> tuple[Sequence[Choice], str]:
        from sufu_tui.explorer.finding import command_choices

        return command_choices(text, self.pane_id, self.state.words)

    async def _pick(self, line: LineId, label: str, placeholder: str, find: Find, text: str = "") -> None:
        from sufu_tui.explorer.picker import Picker  # with the input widget, which no start needs

        await self._close_picker()
        words = self.state.words
        await self.screen_stack[0].mount(Picker(line, words(label), words(placeholder), find, text))

    async def _close_picker(self) -> None:
        await self.screen_stack[0].query("Picker").remove()

    async def on_picker_closed(self) -> None:
        """Return to the pane."""
        await self._close_picker()
        self.pane.take_focus()

    async def on_picker_chosen(self, event: Picker.Chosen) -> None:
        """Carry out the chosen command, or go to the chosen hit."""
        await self._close_picker()
        self.pane.take_focus()
        if isinstance(event.value, Command):
            namespace = self if event.value.scope == "app" else self.pane
            await self.run_action(event.value.action, default_namespace=namespace)
        else:
            self.state.set_search(event.query)
            self._finder.went_to(event.value, event.query)
            await self._go_to_hit(event.value)

    async def action_next_match(self) -> None:
        """Go to the next hit of the search."""
        await self._step_match(1)

    async def action_previous_match(self) -> None:
        """Go to the hit before."""
        await self._step_match(-1)

    async def _step_match(self, step: int) -> None:
        hit = self._finder.step(step)
        if hit is None:
            self.say(self.state.words("search.nothing-searched"))
            return
        await self._go_to_hit(hit)

    async def _go_to_hit(self, hit: Hit) -> None:
        number, total = self._finder.position
        if hit.paragraph is None:
            await self.go_to(hit.ref)
        else:
            self.state.history.leave(self.here)
            await self.show_pane("narrative")
            self.pane.reveal(hit.ref, hit.paragraph)
        position = self.state.words("search.position", number=number, total=total, query=self.state.search)
        self.say(position)
