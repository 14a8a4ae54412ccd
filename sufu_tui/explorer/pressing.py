"""Keys that are pressed: what each does is looked up once, and presses of one key that come at once are one.

Textual sends each key to the widget with the focus, from there up to the app, and looks there for what it
is bound to. Our widgets take keys by their bindings alone, so the app can act at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import App
from textual.events import Event, Key

from sufu_tui.explorer.typedin import TypedIn

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.widget import Widget


class Presses(Event, bubble=False):
    """A key was pressed several times before anybody looked: it is held down, or the line is slow."""

    def __init__(self, key: str, character: str | None, times: int) -> None:
        self.key = key
        """The key, as Textual names it."""
        self.character = character
        """What it types; None if nothing."""
        self.times = times
        """How many times it was pressed."""
        super().__init__()


@runtime_checkable
class Repeating(Protocol):
    """A widget that does some of its actions several times in one go."""

    def repeat(self, action: str, times: int) -> bool:
        """Do `action` `times` times; return False, with nothing done, where it is not one of these."""


class PressedApp(App[None]):
    """Does what a key is bound to as soon as it comes, unless it is pressed where text is typed."""

    _bound: tuple[Widget, Mapping[str, ActiveBinding]] | None = None  # for the widget with the focus

    async def on_event(self, event: Event) -> None:
        """Act on a key; leave all else, and keys that are bound to nothing, to Textual."""
        if isinstance(event, Presses):
            await self._press_often(event)
        elif not (isinstance(event, Key) and not event.is_forwarded and await self._press(event.key)):
            await super().on_event(event)

    async def _press(self, key: str) -> bool:
        bound = self._bound_to(key)
        return bound is not None and await self.run_action(bound.binding.action, bound.node)

    async def _press_often(self, presses: Presses) -> None:
        bound = self._bound_to(presses.key)
        if (
            bound is not None
            and isinstance(bound.node, Repeating)
            and bound.node.repeat(bound.binding.action, presses.times)
        ):
            return
        for _ in range(presses.times):
            await self.on_event(Key(presses.key, presses.character))

    def _bound_to(self, key: str) -> ActiveBinding | None:
        """Return what `key` is bound to; None also where it may be text, which must stay in order."""
        focused = self.focused
        if focused is None or not self.app_focus:
            return None
        if self._bound is None or self._bound[0] is not focused:
            self._bound = (focused, {} if isinstance(focused, TypedIn) else self.active_bindings)
        return self._bound[1].get(key)
