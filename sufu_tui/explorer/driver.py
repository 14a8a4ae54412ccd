"""The way to the terminal: what Textual's driver does, and three things more.

It asks the terminal how wide it draws an ambiguous character, it lives on when bytes come in that are no
UTF-8, and it counts the presses of one key that come at once. All are for terminals on Unix: a console of
Windows hands over text, not bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from types import FunctionType
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.events import Key

from sufu_tui.explorer.messages import HungUp
from sufu_tui.explorer.pressing import Presses

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message import Message

WIDTH_QUERY = "\x1b[H─\x1b[6n\x1b[H\x1b[K"
"""Draws an ambiguous character at the top left, asks where the cursor is then (DSR 6), and wipes it away."""

_FORGIVING = "sufu-tui-forgiving"
DECODER = "getincrementaldecoder"
PARSER = "XTermParser"
"""What Textual's driver calls its decoder's factory and its parser by: names of its module, not of its
interface."""

# The same key several times: what a terminal sends for one that types nothing (ECMA-48, 5.4), without the
# reports of a mouse, which have a sign more.
_PRESSED_OFTEN = re.compile(r"(\x1b[\[O][0-9;]*[A-Za-z~])\1+")

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
        """Read keys, as Textual does, with a decoder that never fails and a parser that counts."""
        codecs.register_error(_FORGIVING, _forgive)
        read_keys = linux_driver.LinuxDriver.run_input_thread
        # The same function with another decoder and parser: Textual offers no place to give it any.
        names = {**vars(linux_driver), DECODER: lambda _: _ForgivingDecoder, PARSER: CountingParser}
        try:
            FunctionType(read_keys.__code__, names, closure=read_keys.__closure__)(self)
        except (_HungUp, OSError):  # nobody is there any more, and nobody need be told
            self._app.post_message(HungUp())


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


class CountingParser(XTermParser):
    """Makes one event of the presses of one key that come at once."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what `data` tells, in order."""
        done = 0
        for often in _PRESSED_OFTEN.finditer(data):
            if often.start() > done:
                yield from super().feed(data[done : often.start()])
            done = often.end()
            yield from self._often(often[1], len(often[0]) // len(often[1]))
        if done < len(data) or not data:  # without anything it is told of the end
            yield from super().feed(data[done:])

    def _often(self, sequence: str, times: int) -> Iterable[Message]:
        first, second = list(super().feed(sequence)), list(super().feed(sequence))
        match first, second:
            case [Key(key=one)], [Key(key=key, character=character)] if one == key:
                yield Presses(key, character, times)
            case _:  # it ended something else, or is pasted
                yield from first
                yield from second
                for _ in range(times - 2):
                    yield from super().feed(sequence)


class _HungUp(Exception):  # noqa: N818  it says what happened
    pass


class _ForgivingDecoder:
    """Decodes UTF-8 as it comes, and makes U+FFFD of all else."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(_FORGIVING)

    def decode(self, data: bytes, final: bool = False) -> str:
        """Return the text of `data`; a sequence that is not complete may go on with the next.

        Raises _HungUp where there will never be any more: the terminal is gone.
        """
        if not data and not final:
            raise _HungUp
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
