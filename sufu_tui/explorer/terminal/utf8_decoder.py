"""UTF-8 decoder for terminal input: bytes in another encoding are no commands and end nothing."""

from __future__ import annotations

import codecs
import re

_FORGIVING = "sufu-tui-forgiving"

# A character of GBK, Big5 or GB 18030 whose further bytes look like ASCII.
_TWO_OR_FOUR_BYTES = re.compile(rb"[\x81-\xfe](?:[@-~]|[0-9][\x81-\xfe][0-9])")


class LenientUtf8Decoder:
    """Incremental UTF-8 decoder that replaces all other bytes by U+FFFD."""

    def __init__(self) -> None:
        codecs.register_error(_FORGIVING, _forgive)
        self._decoder = codecs.getincrementaldecoder("utf-8")(_FORGIVING)

    def decode(self, data: bytes) -> str:
        """Return the text of `data`; an incomplete sequence may go on in the next call."""
        pending, _ = self._decoder.getstate()
        # A key pressed after half a character is a key, not its other half.
        broken = pending and data and not 0x80 <= data[0] <= 0xBF
        lost = self._decoder.decode(b"", final=True) if broken else ""
        return lost + self._decoder.decode(data)


def _forgive(problem: UnicodeError) -> tuple[str, int]:
    """Return U+FFFD for bytes that are no UTF-8, and the position to go on from (a codec error handler).

    A byte of the same character that looks like an ASCII letter goes with it: it was no key.
    """
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    from sufu_tui.typesetting.safe_characters import REPLACEMENT  # few terminals ever need it

    character = _TWO_OR_FOUR_BYTES.match(problem.object, problem.end - 1)

    return REPLACEMENT, character.end() if character else problem.end
