"""Fuzzy match of a few typed letters with the words of a command."""

from __future__ import annotations

import re

EXACT, BEGINNING, WORD_STARTS, WITHIN, INITIALS, LETTERS = -1.0, 0.0, 1.0, 2.0, 2.2, 5.0
"""Grades of a match, the better the smaller: the whole text, its beginning, the beginnings of words, within
them, by their initials or by letters that stand close together."""

_LEAST_LETTERS = 2
_MOST_SPREAD = 4
"""Characters of a text, for each letter typed, among which the letters may stand."""
_INITIAL = re.compile(r"(?<![a-z0-9])[a-z0-9]")


class FuzzyMatcher:
    """Matcher of typed words, which may stand in any order.

    Their letters, in order, may begin words (`np`: next pane) or stand close together.
    """

    def __init__(self, typed: str) -> None:
        """Match the folded text `typed`."""
        self.characters = frozenset(typed) - {" "}
        """Characters that a text must have to go with it."""
        self._typed = typed
        self._terms = typed.split()
        self._starts = [re.compile(rf"(?<![a-z0-9]){re.escape(term)}") for term in self._terms]
        self._letters = "".join(self._terms)
        self._close = re.compile(".*?".join(map(re.escape, self._letters)))

    def grade(self, text: str) -> float | None:
        """Return how well it goes with a folded text; None where it does not."""
        if text.startswith(self._typed):
            return EXACT if text == self._typed else BEGINNING
        if all(term in text for term in self._terms):
            return WORD_STARTS if all(start.search(text) for start in self._starts) else WITHIN
        if len(self._letters) < _LEAST_LETTERS:
            return None
        if self._letters in "".join(_INITIAL.findall(text)):
            return INITIALS
        close = self._close.search(text)
        return LETTERS if close is not None and len(close[0]) <= _MOST_SPREAD * len(self._letters) else None

    def grade_of_words(self, text: str) -> float | None:
        """Return how well its words go with a folded text of many phrases, in which they may stand anywhere.

        A Chinese word may be two that are written without a blank.
        """
        if len(self._terms) > 1:
            return WORD_STARTS if all(start.search(text) for start in self._starts) else None
        word = self._typed.replace("的", "")
        if word.isascii():
            return None
        ends = range(_LEAST_LETTERS, len(word) - _LEAST_LETTERS + 1)
        return WITHIN if any(word[:end] in text and word[end:] in text for end in ends) else None
