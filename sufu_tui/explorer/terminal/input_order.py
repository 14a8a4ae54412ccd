"""Input order: keys, pastes and the mouse, handed out one after the other.

Textual hands each key to the queue of the widget that has the focus when it comes. Of several keys in one
read the second would come before what the first has set off: text before the line that it is for, a step
before the jump that it starts from.

A key waits for messages, not for drawing: of many in one read those that post none follow each other at
once, and what they change together is drawn once.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING

from textual.events import InputEvent, Key, Paste
from textual.messages import Layout, Prompt
from textual.widget import Widget

from sufu_tui.explorer.messages import UnboundKey, UnusedPaste
from sufu_tui.explorer.terminal.text_entry import TextEntry

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Event
    from textual.message import Message
    from textual.message_pump import MessagePump

_FRAMES = 8
"""Frames for which a key waits at most for the layout of what the one before has brought into view."""
_FRAME_SECONDS = 0.02
"""Time for which a frame is waited for; a layout that takes longer is one frame all the same."""


class InputOrder:
    """Order of input events: each is handed out once all is done that those before it have set off.

    A key that is bound to nothing is posted to the app as `UnboundKey`, a paste that no line takes as
    `UnusedPaste`.
    """

    def __init__(self, app: App[None], pass_on: Callable[[Event], Awaitable[None]]) -> None:
        """Hand out the keys of `app`; `pass_on` takes an event of the mouse."""
        self._app = app
        self._pass_on = pass_on
        self._waiting: deque[Event] = deque()
        self._busy = False

    async def take(self, event: Event) -> None:
        """Hand out an input event, or keep it until its turn; who is leaving takes none."""
        if self._app.return_code is not None:
            return
        if self._busy:
            self._waiting.append(event)
        else:
            await self._hand_out(event)

    async def _next(self) -> None:
        self._busy = False
        while self._waiting and not self._busy and self._app.return_code is None:
            await self._hand_out(self._waiting.popleft())
        if self._app.screen_stack:
            self._app.screen.check_idle()  # it draws what waited for the batch

    async def _hand_out(self, event: Event) -> None:
        if not isinstance(event, (Key, Paste)):
            await self._pass_on(event)
            return
        self._app.app_focus = True  # some terminals report no return of the focus
        focused = self._app.focused
        if isinstance(focused, TextEntry):
            if isinstance(event, Paste) or is_text(event):
                await _give(focused, _as_text(event))
                return  # the question hears of it later, and no other widget does
            focused.settle()
        if isinstance(event, Key):
            await self._act_on(event)
            if self._waiting and self._is_at_rest(focused, self._app.focused):
                return
        else:
            self._app.post_message(UnusedPaste())
        self._busy = True
        await self._laid_out()
        if focused is not None:
            # Of keys that come together only the last is drawn. (The action is outside: within a batch
            # a dialog that opens would lay itself out for ever.)
            with self._app.batch_update() if self._waiting else nullcontext():
                await _messages_handled(focused, self._app)
        # What has come up to the app by now stands in its queue, before this.
        self._app.call_later(self._next)

    def _is_at_rest(self, *focused: Widget | None) -> bool:
        """Return whether a key has set off nothing but drawing: no node it could have told has a message.

        What has to be laid out is no drawing: a pane that has just come into view has no size yet.
        """
        return not any(_has_messages(node) or _has_layout_due(node) for node in self._told(*focused))

    async def _laid_out(self) -> None:
        """Wait until what has the focus is laid out, a few frames at most: its screen may be closing.

        The next frame need not do: one that was due before may draw what was there.
        """
        for _ in range(_FRAMES):
            told = self._told(self._app.focused) if self._app.screen_stack else ()
            if self._app.return_code is not None or not any(map(_has_layout_due, told)):
                return
            passage = _Passage()
            if not self._app.screen.call_after_refresh(passage.end):
                return
            await asyncio.wait({passage.ended}, timeout=_FRAME_SECONDS)

    def _told(self, *focused: Widget | None) -> set[MessagePump]:
        """Return the nodes that a key may have told: those that had or have the focus, with all above."""
        told = {node for widget in focused if widget is not None for node in widget.ancestors_with_self}
        return told | {self._app}

    async def _act_on(self, event: Key) -> None:
        for priority in (True, False):
            if await self._app._check_bindings(event.key, priority):  # noqa: SLF001  it tries one after the other
                return
        self._app.post_message(UnboundKey(event.key, event.character))


def is_text(event: Key) -> bool:
    """Return whether a key types a character; a full-width blank does, which Python calls not printable."""
    character = event.character
    return character is not None and (event.is_printable or unicodedata.category(character) == "Zs")


def _as_text(event: Key | Paste) -> Key | Paste:
    return event if isinstance(event, Paste) or event.is_printable else Key("space", " ")


async def _give(entry: Widget, event: Event) -> None:
    """Let `entry` handle an event at once, in the place of its queue."""
    event._set_forwarded()  # noqa: SLF001  else it comes back from there
    await entry._dispatch_message(event)  # noqa: SLF001  the queue of `entry` may hold other things


def _has_messages(node: MessagePump) -> bool:
    """Return whether `node` has still to hear of something, other than input, which has its turn here."""
    later = (*node._message_queue.values, node._pending_message)  # noqa: SLF001  it can only be counted else
    return bool(node._next_callbacks) or not all(  # noqa: SLF001
        message is None or isinstance(message, (Prompt, InputEvent, Paste)) for message in later
    )


def _has_layout_due(node: MessagePump) -> bool:
    """Return whether `node` is a widget that was shown or changed its size since the last layout."""
    if not isinstance(node, Widget):
        return False
    queued: Iterable[Message] = node._message_queue.values  # noqa: SLF001  as above
    asked = any(isinstance(message, Layout) for message in queued)
    return asked or node._layout_required  # noqa: SLF001  no public name tells


async def _messages_handled(widget: Widget, app: App[None]) -> None:
    """Wait until `widget` and all that it is in have handled their messages, those that come up included."""
    for node in widget.ancestors_with_self:
        if node is app or not node.is_running:
            continue
        task = node.task
        passage = _Passage()
        if node.call_later(passage.end):
            task.add_done_callback(passage.end)  # one that closes meanwhile handles nothing any more
            await passage.ended
            task.remove_done_callback(passage.end)


class _Passage:
    """Way through the messages of a widget. Its method is one function to Textual, which inspects each."""

    def __init__(self) -> None:
        self.ended = asyncio.get_running_loop().create_future()

    def end(self, _: object = None) -> None:
        """End at the place in the queue, or with the queue."""
        if not self.ended.done():
            self.ended.set_result(None)
