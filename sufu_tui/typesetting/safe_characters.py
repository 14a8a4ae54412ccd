"""Safe text: characters that a terminal obeys or hides are found and replaced.

A control character could move the cursor, a bidirectional override reorder the line, a zero-width
character hide in a figure; and terminals disagree on the width of emoji sequences.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_CONTROL = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_EMOJI = "\u200d\ufe0f"
_INVISIBLE = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2060-\u2065\u3164\ufeff\uffa0"

_HARMFUL = f"[\t\n{_CONTROL}{_BIDI}{_EMOJI}{_INVISIBLE}\ud800-\udfff]"
_UNWANTED = re.compile(f"[{_CONTROL}{_BIDI}{_EMOJI}{_INVISIBLE}]")
_KINDS = (
    ("control-character", _CONTROL),
    ("bidi-character", _BIDI),
    ("emoji-sequence", _EMOJI),
    ("zero-width-character", _INVISIBLE),
)

REPLACEMENT = "\ufffd"


class Unwanted(NamedTuple):
    """Character that must not be shown, with a code for its kind."""

    code: str
    character: str


def is_clean(text: str) -> bool:
    """Return whether `text` can stay as it is: not blank, in NFC, with nothing unwanted."""
    return not (_UNWANTED.search(text) or text.isspace() or not text) and unicodedata.is_normalized(
        "NFC", text
    )


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
    return _UNWANTED.sub(REPLACEMENT, re.sub(f"[{_INVISIBLE}]", "", text))


def name(character: str) -> str:
    """Return the code point as `U+202E`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Return `text` for one line of a message: harmful characters as `<U+202E>`, cut after 120 characters."""
    shown = re.sub(_HARMFUL, lambda match: f"<{name(match[0])}>", text[:120])
    return shown if len(text) <= 120 else shown + "⋯"


def typed(text: str) -> str:
    """Return `text` fit for an input line: nothing invisible, nothing harmful, no tabs.

    An emoji sequence falls into its parts, for its joiners are invisible as well.
    """
    return harmless(re.sub(f"[{_INVISIBLE}{_EMOJI}]", "", text))


def harmless(text: str) -> str:
    """Return `text` with every harmful character replaced by one that takes one cell, tabs by a blank."""
    return re.sub(_HARMFUL, REPLACEMENT, text.replace("\t", " "))
