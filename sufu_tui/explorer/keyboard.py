"""What the bytes of a keyboard tell: keys, and how often one was pressed when presses come at once."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.events import Key

from sufu_tui.explorer.pressing import Presses

if TYPE_CHECKING:
    from textual.message import Message

_FORGIVING = "sufu-tui-forgiving"

_MOST_KNOWN = 256  # more keys than any keyboard has

# The same key several times: what a terminal sends for one that types nothing (ECMA-48, 5.4), without the
# reports of a mouse, which have a sign more.
_PRESSED = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]")
_PRESSED_OFTEN = re.compile(rf"({_PRESSED.pattern})\1+")

# A character of GBK, Big5 or GB 18030 whose further bytes look like ASCII.
_TWO_OR_FOUR_BYTES = re.compile(rb"[\x81-\xfe](?:[@-~]|[0-9][\x81-\xfe][0-9])")


class CountingParser(XTermParser):
    """Makes one event of the presses of one key that come at once, and knows a key again."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, tuple[str, str | None]] = {}
        self.at_rest = False
        """Whether all that came is told: the last was a key, and no more of it can come."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what `data` tells, in order."""
        known = self._known.get(data) if self.at_rest else None
        if known is not None:
            return (Key(*known),)
        return self._feed(data)

    def _feed(self, data: str) -> Iterable[Message]:
        self.at_rest = False
        done = 0
        for often in _PRESSED_OFTEN.finditer(data):
            if often.start() > done:
                yield from super().feed(data[done : often.start()])
            done = often.end()
            yield from self._often(often[1], len(often[0]) // len(often[1]))
        if done or not _PRESSED.fullmatch(data):
            if done < len(data) or not data:  # without anything it is told of the end
                yield from super().feed(data[done:])
            return
        events = list(super().feed(data))
        match events:
            case [Key(key=key, character=character)]:
                self.at_rest = True
                if len(self._known) < _MOST_KNOWN:
                    self._known[data] = (key, character)
        yield from events

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


class ForgivingDecoder:
    """Decodes UTF-8 as it comes, and makes U+FFFD of all else."""

    def __init__(self) -> None:
        codecs.register_error(_FORGIVING, _forgive)
        self._decoder = codecs.getincrementaldecoder("utf-8")(_FORGIVING)

    def decode(self, data: bytes) -> str:
        """Return the text of `data`; a sequence that is not complete may go on with the next."""
        pending, _ = self._decoder.getstate()
        # A key pressed after half a character is a key, not its other half.
        broken = pending and data and not 0x80 <= data[0] <= 0xBF
        lost = self._decoder.decode(b"", final=True) if broken else ""
        return lost + self._decoder.decode(data)


def _forgive(problem: UnicodeError) -> tuple[str, int]:
    """Return U+FFFD for what is no UTF-8, and where to go on.

    A byte of the same character that looks like an ASCII letter goes with it: nobody pressed that key.
    """
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    from sufu_tui.typesetting.safe_characters import REPLACEMENT  # few terminals ever need it

    character = _TWO_OR_FOUR_BYTES.match(problem.object, problem.end - 1)

    return REPLACEMENT, character.end() if character else problem.end
