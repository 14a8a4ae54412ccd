"""Fuzzy match of a few typed letters with the words of a command."""

from __future__ import annotations

import re

WORD_STARTS, WITHIN, INITIALS, LETTERS = 1.0, 2.0, 2.2, 5.0
"""Grades of a match, the better the smaller: at the beginnings of words, within them, by their initials or by
letters that stand close together."""

_LEAST_LETTERS = 2
_MOST_SPREAD = 4
"""Characters of a text, for each letter typed, among which the letters may stand."""


def fuzzy_grade(typed: str, text: str) -> float | None:
    """Return how well `typed` goes with `text`, both folded: 0 where it begins so; None where it does not.

    Its words may stand in any order; its letters, in order, may begin words (`np`: next pane) or stand close
    together.
    """
    if text.startswith(typed):
        return 0
    terms = typed.split()
    starts = [re.search(rf"(?<![a-z0-9]){re.escape(term)}", text) is not None for term in terms]
    if all(starts):
        return WORD_STARTS
    if all(term in text for term in terms):
        return WITHIN
    letters = "".join(terms)
    if len(letters) < _LEAST_LETTERS:
        return None
    initials = "".join(re.findall(r"(?<![a-z0-9])[a-z0-9]", text))
    if letters in initials:
        return INITIALS
    close = re.search(".*?".join(map(re.escape, letters)), text)
    return LETTERS if close is not None and len(close[0]) <= _MOST_SPREAD * len(letters) else None
