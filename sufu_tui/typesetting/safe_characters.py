"""Safe text: characters that a terminal obeys or hides are found and replaced.

A control character could move the cursor, a bidirectional override reorder the line, a zero-width
character hide in a figure; and terminals disagree on the width of what joins into one picture or
cluster: emoji sequences, flags, conjoining jamo, the letters of Indian scripts, enclosing marks.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sufu_tui.typesetting.lazy_pattern import LazyPattern

_CONTROL = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e001f"
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
# Joiner, tags, skin tones, and the keycap's box; the selector of the coloured look makes some signs wider.
_JOINED = "\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_FLAGS = "\U0001f1e6-\U0001f1ff"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u3164\ufe00-\ufe0e\ufeff\uffa0"
    "\U000e0100-\U000e01ef"
)
_ENCLOSING = "\u0488\u0489\u1abe\u20dd-\u20e2\u20e4\ua670-\ua672"
# Letters that join with those around them, so that their width depends on who lays them out.
_CLUSTERS = (
    "\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff"  # conjoining jamo; NFC leaves old Korean only
    "\u0900-\u0dff\u0f00-\u109f\u1700-\u17b3\u17b6-\u17ff\u1900-\u19df\u1a00-\u1aaf\u1b00-\u1c4f\u1cd0-\u1cff"
    "\ua800-\ua82f\ua880-\ua8ff\ua930-\ua95f\ua980-\uaa7f\uaae0-\uaaff\uabc0-\uabff"
    "\U00010a00-\U00010a5f\U00011000-\U00011aff\U00011c00-\U00011fff\U00016100-\U0001613f\U00016f00-\U00016f9f"
)
_UNSURE = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # signs that span what follows
    "\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d37f"  # wide since Unicode 16 only
    "\u302a-\u302f\u3099\u309a\U00016fe4\U00016ff0\U00016ff1\U0001d165-\U0001d172"  # wide marks
    f"{_ENCLOSING}{_CLUSTERS}"
)

_ALL = f"{_CONTROL}{_BIDI}{_JOINED}{_FLAGS}{_INVISIBLE}{_UNSURE}"
_HARMFUL = LazyPattern(f"[\t\n{_ALL}\ud800-\udfff]")
_UNWANTED = LazyPattern(f"[{_ALL}]")
_LEFT_OUT = LazyPattern(f"[{_INVISIBLE}]")
_NOT_TYPED = LazyPattern(f"[{_INVISIBLE}{_JOINED}{_ENCLOSING}]")
_KINDS = (
    ("control-character", _CONTROL),
    ("bidi-character", _BIDI),
    ("emoji-sequence", _JOINED + _FLAGS),
    ("zero-width-character", _INVISIBLE),
    ("unsure-width", _UNSURE),
)

REPLACEMENT = "\ufffd"


class Unwanted(NamedTuple):
    """Character that must not be shown, with a code for its kind."""

    code: str
    character: str


def is_clean(text: str) -> bool:
    """Return whether `text` can stay as it is: not blank, in NFC, with nothing unwanted."""
    if not text or text.isspace():
        return False
    if text.isascii() and text.isprintable():  # most ids and much English: nothing of that kind is unwanted
        return True
    return not _UNWANTED.search(text) and unicodedata.is_normalized("NFC", text)


def normal(text: str) -> str:
    """Return `text` in NFC."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def unwanted(text: str) -> tuple[Unwanted, ...]:
    """Return the first of each unwanted character in `text`; tabs and newlines are blanks, thus welcome."""
    if not _UNWANTED.search(text):
        return ()
    seen = dict.fromkeys(_UNWANTED.findall(text))
    return tuple(
        Unwanted(next(code for code, kind in _KINDS if re.match(f"[{kind}]", character)), character)
        for character in seen
    )


def without_unwanted(text: str) -> str:
    """Return `text` without invisible characters, harmful ones replaced by U+FFFD."""
    return _UNWANTED.sub(REPLACEMENT, _LEFT_OUT.sub("", text))


def name(character: str) -> str:
    """Return the code point as `U+202E`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Return `text` for one line of a message: harmful characters as `<U+202E>`, cut after 120 characters."""
    shown = _HARMFUL.sub(lambda match: f"<{name(match[0])}>", text[:120])
    return shown if len(text) <= 120 else shown + "⋯"


def typed(text: str) -> str:
    """Return `text` fit for an input line: nothing invisible, nothing harmful, no tabs.

    An emoji sequence falls into its parts, for what joins them is left out as well; of a keycap the digit
    is left.
    """
    return harmless(normal(_NOT_TYPED.sub("", text)))


def harmless(text: str) -> str:
    """Return `text` with every harmful character replaced by one that takes one cell, tabs by a blank."""
    return _HARMFUL.sub(REPLACEMENT, text.replace("\t", " "))
