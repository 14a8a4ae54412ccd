"""Whole words: where a number or a word of a normal text ends, so that nothing cuts one.

To find words, 5 is not in 15 nor "Li" in "Lima"; what is shown of a text ends where a reader would end it,
and keeps a hyphen, an apostrophe or the sign of a currency with its word.
"""

from __future__ import annotations

import unicodedata

from sufu_tui.proof.normal_text import TextSpan
from sufu_tui.reading.prints.numerals import DIGITS
from sufu_tui.reading.prints.running_text import NUMERAL_CHARACTERS

_GROUPED = frozenset("0123456789")
_FIRST_WIDE = "\u2e80"
_JOINING = frozenset("'’-‑–.,:/·")
"""Marks that are within a word where one goes on after them: don't, well-known, 12:30."""
_OF_WORDS = frozenset("%‰°#&@_+")
_LONGEST = 60
"""Characters of a word that is shown whole: a longer one is an address, which ends well nowhere."""


def cuts_number_or_word(text: str, start: int, end: int) -> bool:
    """Return whether a number or a Latin word goes on beyond the span: "3次" in "13次", "m" in "million"."""
    return _goes_on(text, start - 1, start, -1) or _goes_on(text, end, end - 1, 1)


def _goes_on(text: str, outside: int, inside: int, step: int) -> bool:
    """Return whether the number or word at `inside` has a further character at `outside`, `step` away."""
    if not 0 <= outside < len(text):
        return False
    mark = text[outside]
    if text[inside].isascii() and text[inside].isalpha():
        return mark.isascii() and mark.isalpha()
    if text[inside] not in NUMERAL_CHARACTERS:
        return False
    if mark in NUMERAL_CHARACTERS:
        return True
    beyond = text[outside + step : outside + step + 1] if outside + step >= 0 else ""
    if mark in ".．,'’ ":
        digits = beyond in _GROUPED and beyond != "" and text[inside] in _GROUPED
        # A comma or a blank groups digits by three: 1,100人 but 2021,5人.
        return digits and (mark == "." or _is_group(text, outside + 1))
    return mark in "點点" and beyond in DIGITS and beyond != ""


def _is_group(text: str, at: int) -> bool:
    group = text[at : at + 3]
    return len(group) == 3 and set(group) <= _GROUPED and text[at + 3 : at + 4] not in _GROUPED


def cuts_at(text: str, place: int) -> bool:
    """Return whether a reader would see a word or a number cut before the character at `place`."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if _is_of_word(before) and _is_of_word(after):
        return True
    if after in _JOINING and _is_of_word(before) and _is_of_word(text[place + 1 : place + 2]):
        return True
    if before in _JOINING and _is_of_word(after) and _is_of_word(text[place - 2 : place - 1]):
        return True
    return _goes_on(text, place - 1, place, -1) or _goes_on(text, place, place - 1, 1)


def whole(text: str, span: TextSpan, within: TextSpan) -> TextSpan:
    """Return `span` with the rest of the words and numbers at its ends, as far as they are `within`."""
    return TextSpan(_widened(text, span.start, -1, within.start), _widened(text, span.end, 1, within.end))


def excerpt(text: str, span: TextSpan, within: TextSpan, before: int, after: int) -> str:
    """Return `span` with about `before` and `after` characters around it, of which no word is cut.

    A word at an end is told whole; one that is far too long, not at all.
    """
    own = whole(text, span, within)
    first = _widened(text, max(within.start, min(own.start, span.start - before)), -1, within.start)
    while first < own.start and cuts_at(text, first):
        first += 1
    last = _widened(text, min(within.end, max(own.end, span.end + after)), 1, within.end)
    while last > own.end and cuts_at(text, last):
        last -= 1
    return text[first:last].strip()


def _widened(text: str, place: int, step: int, limit: int) -> int:
    """Return the end of the word that `place` cuts, `step` by step; `place` if the word is too long."""
    at = place
    while at != limit and cuts_at(text, at):
        at += step
        if abs(at - place) > _LONGEST:
            return place
    return at


def _is_of_word(mark: str) -> bool:
    """Return whether `mark` is of a word in narrow letters, of a number, or a currency's sign."""
    if not mark or mark >= _FIRST_WIDE:
        return False
    return mark.isalnum() or mark in _OF_WORDS or unicodedata.category(mark) in ("Sc", "Mn", "Mc")
