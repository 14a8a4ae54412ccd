"""The way to the terminal: what Textual's driver does, and two things more.

It asks the terminal how wide it draws an ambiguous character, and it lives on when bytes come in that
are no UTF-8. Both are for terminals on Unix: a console of Windows hands over text, not bytes.
"""

from __future__ import annotations

import codecs
import re
from types import FunctionType
from typing import TYPE_CHECKING

from textual.drivers import linux_driver

if TYPE_CHECKING:
    from textual.driver import Driver

WIDTH_QUERY = "\x1b[H─\x1b[6n\x1b[H\x1b[K"
"""Draws an ambiguous character at the top left, asks where the cursor is then (DSR 6), and wipes it away."""

_FORGIVING = "sufu-tui-forgiving"
DECODER = "getincrementaldecoder"
"""What Textual's driver calls its decoder's factory by; a name of its module, not of its interface."""


# A character of GBK, Big5 or GB 18030 whose further bytes look like ASCII.
_TWO_OR_FOUR_BYTES = re.compile(rb"[\x81-\xfe](?:[@-~]|[0-9][\x81-\xfe][0-9])")


def driver_class(platform: type[Driver], *, ask_width: bool) -> type[Driver]:
    """Return the driver to use where Textual would use `platform`; with `ask_width` it asks for the width."""
    if not issubclass(platform, linux_driver.LinuxDriver):
        return platform
    return AskingDriver if ask_width else TerminalDriver


class TerminalDriver(linux_driver.LinuxDriver):
    """Takes any bytes from the keyboard: text in another encoding must not end the explorer."""

    def run_input_thread(self) -> None:
        """Read keys, as Textual does, with a decoder that never fails."""
        codecs.register_error(_FORGIVING, _forgive)
        read_keys = linux_driver.LinuxDriver.run_input_thread
        # The same function with another decoder: Textual offers no place to give it one.
        names = {**vars(linux_driver), DECODER: lambda _: _ForgivingDecoder}
        FunctionType(read_keys.__code__, names, closure=read_keys.__closure__)(self)


class AskingDriver(TerminalDriver):
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


class _ForgivingDecoder:
    """Decodes UTF-8 as it comes, and makes U+FFFD of all else."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(_FORGIVING)

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of `data`; a sequence that is not complete may go on with the next."""
        pending, _ = self._decoder.getstate()
        # A key pressed after half a character is a key, not its other half.
        broken = pending and data and not 0x80 <= data[0] <= 0xBF
        lost = self._decoder.decode(b"", final=True) if broken else ""
        return lost + self._decoder.decode(data, final)


def _forgive(problem: UnicodeError) -> tuple[str, int]:
    """Return U+FFFD for what is no UTF-8, and where to go on.

    A byte of the same character that looks like an ASCII letter goes with it: nobody pressed that key.
    """
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    from sufu_tui.reading.characters import REPLACEMENT  # few terminals ever need it

    character = _TWO_OR_FOUR_BYTES.match(problem.object, problem.end - 1)

    return REPLACEMENT, character.end() if character else problem.end
