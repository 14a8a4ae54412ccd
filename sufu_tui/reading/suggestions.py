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
        # With the collection itself, so that no other has its identity.
        self._told: dict[tuple[str, int], tuple[Collection[str], dict[str, str]]] = {}

    def near(self, word: str, known: Collection[str]) -> dict[str, str]:
        """Return `{"near": ...}` with the closest known word (`difflib`); nothing if none is close.

        The same word among the same `known` ones, which do not change, is looked for once: one that is wrong
        is often wrong everywhere.
        """
        key = word, id(known)
        if key not in self._told:
            if self.compared + len(known) > self._most:
                return {}
            self._told[key] = known, self._closest(word, known)
        return self._told[key][1]

    def _closest(self, word: str, known: Collection[str]) -> dict[str, str]:
        import difflib

        self.compared += len(known)
        folded = {candidate[:_LONGEST].casefold(): candidate for candidate in known}
        matches = difflib.get_close_matches(word[:_LONGEST].casefold(), folded, n=1)
        return {"near": folded[matches[0]]} if matches else {}
