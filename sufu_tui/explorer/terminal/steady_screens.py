"""Screens that are laid out for the present size of the terminal only.

With a dialog above, Textual lays the screen below out at every size of the dialog's events as well as at
those of its own, and tells it of each change. Two sizes that come quickly would follow each other for ever.
"""

from __future__ import annotations

from typing import TypeVar

from textual.events import Event, Resize
from textual.screen import ModalScreen, Screen

from sufu_tui.explorer.terminal.compositor import keep_wide_characters

ResultT = TypeVar("ResultT")


class SteadyScreen(Screen[None]):
    """Screen that ignores sizes that the terminal no longer has, and cuts no wide character."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        keep_wide_characters(self)

    async def on_event(self, event: Event) -> None:
        """Handle an event, but for a size of before."""
        if not isinstance(event, Resize) or event.size == self.app.size:
            await super().on_event(event)


class SteadyDialog(ModalScreen[ResultT]):
    """Dialog that closes once, ignores sizes that the terminal no longer has, and cuts no wide character."""

    def __init__(self) -> None:
        super().__init__()
        keep_wide_characters(self)

    def close_with(self, result: ResultT | None = None) -> None:
        """Close with a result; nothing is done where the key or the click before has closed it already."""
        if self.is_current:
            self.dismiss(result)

    def action_close(self) -> None:
        """Close without a result."""
        self.close_with()

    async def on_event(self, event: Event) -> None:
        """Handle an event, but for a size of before."""
        if not isinstance(event, Resize) or event.size == self.app.size:
            await super().on_event(event)
