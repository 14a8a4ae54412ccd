"""Screens that are laid out for the present size of the terminal only.

With a dialog above, Textual lays the screen below out at every size of the dialog's events as well as at
those of its own, and tells it of each change. Two sizes that come quickly would follow each other for ever.
"""

from __future__ import annotations

from typing import TypeVar

from textual.events import Event, Resize
from textual.screen import ModalScreen, Screen

ResultT = TypeVar("ResultT")


class SteadyScreen(Screen[None]):
    """Screen that ignores sizes that the terminal no longer has."""

    async def on_event(self, event: Event) -> None:
        """Handle an event, but for a size of before."""
        if not isinstance(event, Resize) or event.size == self.app.size:
            await super().on_event(event)


class SteadyDialog(ModalScreen[ResultT]):
    """Dialog that ignores sizes that the terminal no longer has."""

    async def on_event(self, event: Event) -> None:
        """Handle an event, but for a size of before."""
        if not isinstance(event, Resize) or event.size == self.app.size:
            await super().on_event(event)
