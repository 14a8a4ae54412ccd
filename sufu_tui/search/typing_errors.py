"""Typing errors: the name that was meant by a word that no place has, one slip away from it.

A slip is one letter too many, missing, wrong or in its neighbour's place; of Chinese, a character that sounds
the same, or of a longer name any one. With one slip one half of a word is as it should be: so the names
that have a half are compared, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sufu_tui.search.folded_lines import EDGE, Pack
from sufu_tui.search.pinyin import Readings

_LEAST_LETTERS = 4
_LEAST_HAN = 3
"""Characters of a Chinese word in which any one may be wrong."""
_LEAST_SOUNDS = 2
_MOST_COMPARED = 2_000
"""Lines of names that are compared, so that no key takes long."""
_LATIN = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]+")


class TypingErrors:
    """Finder of the word that was meant, among the names of some packs."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    def meant(self, word: str, packs: Iterable[Pack], known: set[str]) -> str | None:
        """Return the word of a name that is one slip from the folded `word`, or None."""
        if _HAN.fullmatch(word):
            packs = tuple(packs)
            return self._sounding(word, packs, known) or self._differing(word, packs)
        if _LATIN.fullmatch(word) and len(word) >= _LEAST_LETTERS and not word.isdecimal():
            # A slip is seldom in the first letter: words that share it come first.
            found = [other for other in {*_near_words(word, packs)} if is_slip(word, other)]
            return min(
                found, key=lambda other: (other[0] != word[0], len(other) != len(word), other), default=None
            )
        return None

    def _sounding(self, word: str, packs: Iterable[Pack], known: set[str]) -> str | None:
        pattern = self._readings.sounding_as(word, known) if len(word) >= _LEAST_SOUNDS else None
        found = (pattern.search(pack.names) for pack in packs) if pattern is not None else ()
        return next((one[0] for one in found if one is not None), None)

    @staticmethod
    def _differing(word: str, packs: Iterable[Pack]) -> str | None:
        if len(word) < _LEAST_HAN:
            return None
        for line in _lines_with_half(word, packs):
            for name in line.split(EDGE):
                for length in (len(word), len(word) - 1, len(word) + 1):
                    for start in range(max(0, len(name) - length + 1)):
                        other = name[start : start + length]
                        if _HAN.fullmatch(other) and is_slip(word, other):
                            return other
        return None


def is_slip(word: str, other: str) -> bool:
    """Return whether two words differ by a letter: too many, missing, another, or two that changed places."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    mine, theirs = word[start:], other[start:]
    if len(mine) == len(theirs):
        return mine[1:] == theirs[1:] or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
    return mine[1:] == theirs if len(mine) > len(theirs) else mine == theirs[1:]


def _near_words(word: str, packs: Iterable[Pack]) -> Iterator[str]:
    """Yield the words of names that have a half of `word`, and names as one word."""
    for line in _lines_with_half(word, packs):
        yield from _LATIN.findall(line)
        yield from (re.sub("[ '-]", "", name) for name in line.split(EDGE) if len(name) <= 2 * len(word))


def _lines_with_half(word: str, packs: Iterable[Pack]) -> Iterator[str]:
    """Yield the lines of names in which the first or the last half of `word` may stand, at most so many."""
    half = len(word) // 2
    # Two letters in each other's place at the middle spoil both halves: so they are a letter short.
    halves = (
        word[: max(1, half - (len(word) > _LEAST_LETTERS))],
        word[half + (len(word) > _LEAST_LETTERS) :],
    )
    compared = 0
    for pack in packs:
        if not any(part in pack.names for part in halves):
            continue
        for line in pack.names.split("\n"):
            if any(part in line for part in halves):
                compared += 1
                if compared > _MOST_COMPARED:
                    return
                yield line
