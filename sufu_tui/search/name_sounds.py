"""Name sounds: the names that are pronounced as a typed text, or have that sound within."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sufu_tui.search.folded_lines import EDGE
from sufu_tui.search.places import PlaceKind
from sufu_tui.search.searched import Searched

_NAMED_KINDS: tuple[PlaceKind, ...] = ("entity", "area", "source", "section")
"""Kinds that are found by pinyin."""
_INITIALS = range(2, 7)
_SMALL = "and|of|the|for|in|on|de"


class SoundPlaces(NamedTuple):
    """Places with a name that is pronounced as a text, begins so, or has it within, in order.

    `written` is what of these names sounds so, folded.
    """

    called: tuple[int, ...] = ()
    begun: tuple[int, ...] = ()
    within: tuple[int, ...] = ()
    written: tuple[str, ...] = ()

    @property
    def anywhere(self) -> frozenset[int]:
        """Union of these places."""
        return frozenset((*self.called, *self.begun, *self.within))


class NameSounds:
    """Finder of names by their sound."""

    def __init__(self, index: Searched) -> None:
        self._index = index

    def of(self, typed: str) -> SoundPlaces:
        """Return the places of a query that is pinyin as a whole: in full, with tones, or by initials."""
        called: list[int] = []
        begun: list[int] = []
        within: list[int] = []
        written: dict[str, None] = {}
        for syllables in self._index.readings.spelt(typed, self._index.lines.characters):
            for number, line in self._lines(syllables.pattern):
                for found in syllables.pattern.finditer(line):
                    begins, ends = line[found.start() - 1] == EDGE, line[found.end()] == EDGE
                    if begins:
                        (called if ends else begun).append(number)
                    elif syllables.full and syllables.length > 1:
                        within.append(number)
                    else:
                        continue
                    written[found[0]] = None
        initials = _initials(typed)
        for number, line in self._lines(initials) if initials is not None else ():
            for found in initials.finditer(line) if initials is not None else ():
                if line[found.start() - 1] == EDGE == line[found.end()]:
                    called.append(number)
                    written[found[0]] = None
        return SoundPlaces(tuple(called), tuple(begun), tuple(within), tuple(written))

    def of_word(self, text: str) -> SoundPlaces:
        """Return the places with the sound of a word among several, in full, within a name."""
        within: dict[int, None] = {}
        written: dict[str, None] = {}
        for syllables in self._index.readings.spelt(text, self._index.lines.characters):
            if syllables.full:
                for number, line in self._lines(syllables.pattern):
                    within[number] = None
                    written.update(dict.fromkeys(syllables.pattern.findall(line)))
        return SoundPlaces(within=tuple(within), written=tuple(written))

    def _lines(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """Yield the lines of names and sections that have a pattern, with their numbers."""
        ranges = [self._index.places.range_of(kind) for kind in _NAMED_KINDS]
        for pack in self._index.lines.packs:
            here = range(pack.first, pack.first + pack.size)
            if not any(_overlap(here, numbers) for numbers in ranges):
                continue
            # Beside names a pack may have other things, and these texts without end.
            is_all_names = any(numbers.start <= here.start < here.stop <= numbers.stop for numbers in ranges)
            if is_all_names and not pattern.search(pack.names):
                continue
            for number, line in enumerate(pack.names.split("\n"), pack.first):
                if any(number in numbers for numbers in ranges) and pattern.search(line):
                    yield number, line


def _initials(typed: str) -> re.Pattern[str] | None:
    """Return the pattern of the words of a name with these initials, small words apart: NDRC."""
    letters = typed.strip().lower()
    if len(letters) not in _INITIALS or not (letters.isascii() and letters.isalpha()):
        return None
    words = rf"[ -](?:(?:{_SMALL}) )*".join(rf"{letter}[a-z']*" for letter in letters)
    return re.compile(rf"(?<![a-z0-9]){words}(?![a-z0-9'])")


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
