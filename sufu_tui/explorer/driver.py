"""The way to the terminal: what Textual's driver does, and three things more.

It asks the terminal how wide it draws an ambiguous character, it lives on when bytes come in that are no
UTF-8, and it reads keys where they are acted on. All are for terminals on Unix: a console of Windows hands
over text, not bytes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from sufu_tui.explorer.keyboard import ForgivingDecoder
from sufu_tui.explorer.messages import HungUp

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Iterable

    from textual.driver import Driver
    from textual.message import Message

WIDTH_QUERY = "\x1b[H─\x1b[6n\x1b[H\x1b[K"
"""Draws an ambiguous character at the top left, asks where the cursor is then (DSR 6), and wipes it away."""

_MOST_BYTES = 4096  # read at once


def driver_class(platform: type[Driver], *, ask_width: bool) -> type[Driver]:
    """Return the driver to use where Textual would use `platform`; with `ask_width` it asks for the width."""
    if not issubclass(platform, LinuxDriver):
        return platform
    return AskingDriver if ask_width else TerminalDriver


class TerminalDriver(LinuxDriver):
    """Reads keys in the event loop: Textual does it in a thread, and two threads have to wake for each key.

    It takes any bytes: text in another encoding must not end the explorer.
    """

    _listening = False
    _tick: TimerHandle | None = None
    _unwritten = ""

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._listening = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Leave it to the event loop; this is called in a thread, which ends at once."""
        self._loop.call_soon_threadsafe(self._listen)

    def disable_input(self) -> None:
        """Read no more."""
        self._listening = False
        self._loop.remove_reader(self.fileno)
        if self._tick is not None:
            self._tick.cancel()
        super().disable_input()

    def _listen(self) -> None:
        if self._listening:  # it may have been left again by now
            self._decoder, self._parser = ForgivingDecoder(), XTermParser()
            self._loop.add_reader(self.fileno, self._read)

    def _read(self) -> None:
        try:
            data = os.read(self.fileno, _MOST_BYTES)
        except OSError:
            data = b""
        if not data:  # nobody is there any more, and nobody need be told
            self._loop.remove_reader(self.fileno)
            self._app.post_message(HungUp())
            return
        self._process(self._parser.feed(self._decoder.decode(data)))
        if self._tick is not None:
            self._tick.cancel()
        # An escape that nothing follows is a key.
        self._tick = self._loop.call_later(ESCAPE_DELAY, lambda: self._process(self._parser.tick()))

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def write(self, data: str) -> None:
        """Write `data` with all that is written before the next `flush`, or before others get a turn.

        A frame and the marks of its beginning and end are three writes, and each would wake a thread.
        """
        if not self._unwritten:
            self._loop.call_soon(self.flush)
        self._unwritten += data

    def flush(self) -> None:
        """Hand over what was written."""
        if self._unwritten:
            data, self._unwritten = self._unwritten, ""
            super().write(data)

    def send_message(self, message: Message) -> None:
        """Hand `message` to the app, without the task that Textual makes for it."""
        self._app.post_message(message)


class AskingDriver(TerminalDriver):
    """Asks for the width of an ambiguous character before anything is drawn.

    Nobody waits for the answer: it comes as `textual.events.CursorPosition`, or never.
    """

    _asked = False

    def start_application_mode(self) -> None:
        """Take the terminal over; ask it the first time, when its screen is still blank."""
        super().start_application_mode()
        if not self._asked:
            self._asked = True
            self.write(WIDTH_QUERY)
