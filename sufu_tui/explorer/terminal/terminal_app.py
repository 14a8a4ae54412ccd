"""Terminal app: Textual's with glyph sets, our driver, keys in order, an end that restores the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Event, InputEvent, Paste

from sufu_tui.explorer.messages import EndAsked, GlyphsChosen, TerminalLost, UnboundKey
from sufu_tui.explorer.terminal.ending_signals import HUNG_UP
from sufu_tui.explorer.terminal.input_order import InputOrder
from sufu_tui.explorer.terminal.link_filter import LinkFilter, takes_links
from sufu_tui.explorer.terminal.steady_screens import SteadyScreen
from sufu_tui.typesetting.glyphs import GLYPH_SETS, GlyphChoice, GlyphSet

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.events import CursorPosition
    from textual.filter import LineFilter

_ANSWER_SECONDS = 5.0
"""Time for the answer to the probe; later its sequence is a key (`CSI 1;3R`, alt+F3 in some terminals)."""


class TerminalApp(App[None]):
    """App that shows itself in a glyph set, that of the terminal unless one is given.

    Posts `GlyphsChosen` where the terminal turns out to need the narrow set.

    Args:
        glyphs: The set to use; `auto` begins with `unicode` and probes the terminal.

    """

    ALLOW_SELECT = False
    """False, since Textual can select no text in lines that are drawn here, and may fail where it tries."""

    def __init__(self, *, glyphs: GlyphChoice = "auto") -> None:
        self._answer_until: float | None = monotonic() + _ANSWER_SECONDS if glyphs == "auto" else None
        self._glyph_filters: tuple[LineFilter, ...] = ()
        self._link_filters: tuple[LineFilter, ...] = ()
        self.glyphs: GlyphSet = "unicode"
        """Set in use."""
        # no-color.org: only a value that is not empty asks for no colour; Textual takes any.
        if os.environ.get("NO_COLOR") == "":
            del os.environ["NO_COLOR"]
        super().__init__()
        self._input_order = InputOrder(self, super().on_event)
        if glyphs != "auto":
            self.use_glyphs(glyphs)

    async def on_event(self, event: Event) -> None:
        """Hand out keys, pastes and the mouse one after the other."""
        if isinstance(event, (InputEvent, Paste)) and not event.is_forwarded:
            await self._input_order.take(event)
        else:
            await super().on_event(event)

    def action_help_quit(self) -> None:
        """Post `UnboundKey`; Textual's own notice speaks English, in a corner."""
        self.post_message(UnboundKey("ctrl+c", None))

    def get_default_screen(self) -> SteadyScreen:
        """Return the screen of the panes."""
        return SteadyScreen(id="_default")

    def get_driver_class(self) -> type[Driver]:
        """Return the platform's driver, on Unix with our probe and our lenient decoder."""
        platform = super().get_driver_class()
        if sys.platform == "win32":
            return platform
        from sufu_tui.explorer.terminal.driver import driver_class

        return driver_class(platform, ask_width=self._answer_until is not None)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, and after them ours for glyphs and links."""
        return [*super().get_line_filters(), *self._glyph_filters, *self._link_filters]

    def use_glyphs(self, glyphs: GlyphSet) -> None:
        """Show everything in the set `glyphs` from now on."""
        self.glyphs = glyphs
        if glyphs == "unicode":
            self._glyph_filters = ()
        else:
            from sufu_tui.explorer.terminal.glyph_filter import (
                GlyphFilter,  # with tables that no usual start needs
            )

            self._glyph_filters = (GlyphFilter(glyphs),)
        if self.is_running:
            self._draw_again()

    def _draw_again(self) -> None:
        """Draw every cell again: the lines that widgets keep are already filtered."""
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    def action_next_glyphs(self) -> None:
        """Switch to the next set of glyphs."""
        self._answer_until = None
        self.use_glyphs(GLYPH_SETS[(GLYPH_SETS.index(self.glyphs) + 1) % len(GLYPH_SETS)])
        self.post_message(GlyphsChosen(self.glyphs, found_wide=False))

    def on_cursor_position(self, event: CursorPosition) -> None:
        """Take the terminal's answer, once: if an ambiguous character took two cells, use the narrow set."""
        expected = self._answer_until is not None and monotonic() < self._answer_until
        self._answer_until = None
        if expected and (event.x, event.y) == (2, 0):
            self.use_glyphs("narrow")
            self.post_message(GlyphsChosen("narrow", found_wide=True))

    def on_terminal_lost(self, event: TerminalLost) -> None:  # noqa: ARG002
        """End at once: the usual farewell to a lost terminal would never return."""
        self._end_without_terminal(HUNG_UP)

    def _end_without_terminal(self, status: int) -> None:
        self.leave_nothing_undone()
        os._exit(status)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End; before that everything is saved, while it is still on the screen."""
        self.leave_nothing_undone()
        super().exit(result, return_code, message)

    def leave_nothing_undone(self) -> None:
        """Save before the end; a hook for subclasses."""

    def on_end_asked(self, event: EndAsked) -> None:
        """Leave in order on a signal; at once if the terminal is gone, of which a signal tells as well."""
        if os.isatty(0):
            self.exit(return_code=event.status)
        else:
            self._end_without_terminal(event.status)

    def follow_terminal(self) -> None:
        """Leave out links that the terminal would print; draw everything again on a return from the shell."""
        if not self.is_headless and not takes_links(os.environ):
            self._link_filters = (LinkFilter(),)
        self.app_resume_signal.subscribe(self, lambda _: self._draw_again())
