"""Terminal driver on Unix: Textual's with a width probe, a lenient decoder and reports of what ends it.

The probe asks the terminal for the width of an ambiguous character (ECMA-48, DSR 6), the decoder survives
bytes that are no UTF-8. A console of Windows hands over text, not bytes.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
from typing import TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from sufu_tui.explorer.messages import EndAsked, TerminalLost
from sufu_tui.explorer.terminal.ending_signals import handle_ending_signals
from sufu_tui.explorer.terminal.utf8_decoder import LenientUtf8Decoder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.driver import Driver
    from textual.message import Message

WIDTH_QUERY = "\x1b[H─\x1b[6n\x1b[H\x1b[K"
"""Width probe: an ambiguous character at the top left, a cursor position request (DSR 6), and an erasure."""

_MOST_BYTES = 4096  # read at once
_WAIT_SECONDS = 0.1  # between two checks for the explorer's end


def driver_class(platform: type[Driver], *, ask_width: bool) -> type[Driver]:
    """Return the driver class in the place of Textual's `platform`; with `ask_width` it probes the width."""
    if not issubclass(platform, LinuxDriver):
        return platform
    return WidthProbingDriver if ask_width else TerminalDriver


class TerminalDriver(LinuxDriver):
    """Driver that takes any bytes (other encodings must not end the explorer).

    It posts `TerminalLost`, and `EndAsked` on a signal from before it takes the terminal over. It stops and
    goes on between two messages: Textual's handlers of these signals run in the midst of whatever is done,
    and wait for ever for a lock that was being held.
    """

    _is_suspended = False

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self._stop_process)
        loop.add_signal_handler(signal.SIGCONT, self._go_on)

    @property
    def _has_terminal(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def _stop_process(self) -> None:
        """Stop, with the terminal given back, and go on from here: nothing is to be written before."""
        if self._auto_restart and self._has_terminal:
            self.suspend_application_mode()
        signal.raise_signal(signal.SIGSTOP)  # to this thread, which stops at once
        self._go_on()

    def _go_on(self) -> None:
        if self._auto_restart and self._is_suspended:
            self.resume_application_mode()
            if self._has_terminal:
                self.send_message(self.SignalResume())

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._is_suspended = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the terminal again; on a SIGCONT alone Textual takes it twice."""
        if self._is_suspended:
            super().resume_application_mode()
            self._is_suspended = not self._has_terminal  # it has none in the background

    def start_application_mode(self) -> None:
        """Heed signals, and take the terminal over."""
        handle_ending_signals(lambda status: self.send_message(EndAsked(status)))
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Read keys until the end: Textual's loop with a lenient decoder and a check for a lost terminal."""
        decoder, parser = LenientUtf8Decoder(), XTermParser()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT_SECONDS):
                    data = self._read()
                    if not data:
                        self.send_message(TerminalLost())
                        return
                    if text := decoder.decode(data):  # none yet of half a character; "" would be the end
                        self._process(parser.feed(text))
                self._process(parser.tick())  # an escape that nothing follows is a key

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _MOST_BYTES)
        except OSError:  # the terminal is closed
            return b""

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


class WidthProbingDriver(TerminalDriver):
    """Driver that probes the width of an ambiguous character before anything is drawn.

    The answer is not waited for: it comes as `textual.events.CursorPosition`, or never.
    """

    _asked = False

    def start_application_mode(self) -> None:
        """Take the terminal over; probe it the first time, when its screen is still blank."""
        super().start_application_mode()
        if not self._asked:
            self._asked = True
            self.write(WIDTH_QUERY)
