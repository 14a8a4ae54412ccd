"""Suggestions: the known word that a wrong one was meant to be, for as many as there is time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST_COMPARED = 40_000
_LONGEST = 200  # characters of a word that are compared


class Suggestions:
    """Source of suggestions that compares a bounded number of words in all.

    A comparison takes microseconds, but each of thousands of wrong words is compared with each of
    thousands of known ones. What is wrong in thousands of places needs no suggestion in each.

    Args:
        most: Comparisons after which no more suggestions are made.

    """

    def __init__(self, most: int = _MOST_COMPARED) -> None:
        self._most = most
        self.compared = 0
        """Number of comparisons made so far."""

    def near(self, word: str, known: Collection[str]) -> dict[str, str]:
        """Return `{"near": ...}` with the closest known word (`difflib`); nothing if none is close."""
        if self.compared + len(known) > self._most:
            return {}
        import difflib

        self.compared += len(known)
        folded = {candidate[:_LONGEST].casefold(): candidate for candidate in known}
        matches = difflib.get_close_matches(word[:_LONGEST].casefold(), folded, n=1)
        return {"near": folded[matches[0]]} if matches else {}
