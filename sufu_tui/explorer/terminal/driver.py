"""Driver of terminals on Unix: Textual's, and three things more.

It asks the terminal how wide it draws an ambiguous character, it lives on when bytes come in that are no
UTF-8, and it tells when the terminal is gone. A console of Windows hands over text, not bytes.
"""

from __future__ import annotations

import os
import selectors
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from sufu_tui.explorer.messages import TerminalLost
from sufu_tui.explorer.terminal.utf8_decoder import LenientUtf8Decoder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.driver import Driver
    from textual.message import Message

WIDTH_QUERY = "\x1b[H─\x1b[6n\x1b[H\x1b[K"
"""Draws an ambiguous character at the top left, asks where the cursor is then (DSR 6), and wipes it away."""

_MOST_BYTES = 4096  # read at once
_WAIT_SECONDS = 0.1  # before one looks whether the explorer ends


def driver_class(platform: type[Driver], *, ask_width: bool) -> type[Driver]:
    """Return the driver to use where Textual would use `platform`; with `ask_width` it asks for the width."""
    if not issubclass(platform, LinuxDriver):
        return platform
    return WidthProbingDriver if ask_width else TerminalDriver


class TerminalDriver(LinuxDriver):
    """Driver that takes any bytes (text in another encoding must not end the explorer) and tells its end."""

    def run_input_thread(self) -> None:
        """Read keys until the end: Textual's own way with another decoder, and with an end of its own."""
        decoder, parser = LenientUtf8Decoder(), XTermParser()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT_SECONDS):
                    data = self._read()
                    if not data:
                        self.send_message(TerminalLost())
                        return
                    self._process(parser.feed(decoder.decode(data)))
                self._process(parser.tick())  # an escape that nothing follows is a key

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _MOST_BYTES)
        except OSError:  # nobody is there any more
            return b""

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


class WidthProbingDriver(TerminalDriver):
    """Asks for the width of an ambiguous character before anything is drawn.

    Nobody waits for the answer: it comes as `textual.events.CursorPosition`, or never.
    """

    _asked = False

    def start_application_mode(self) -> None:
        """Take the terminal over; ask it the first time, when its screen is still blank."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self._asked:
            self._asked = True
            self.write(WIDTH_QUERY)
