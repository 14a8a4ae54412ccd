"""Word scan: the places in whose names or texts a folded word stands; a number only as a whole one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.query.item_text import NAME_LOOKED_AT
from sufu_tui.search.folded_lines import EDGE, NUMBER, Pack, with_numbers_apart, without_separators

_BEFORE = r"(?<![0-9])(?<![0-9][.,])"
_LONGEST_NAME = 200
"""Characters of a name of which the words may stand in another order."""
_WORD = frozenset("abcdefghijklmnopqrstuvwxyz0123456789'")
"""Characters with which a folded Latin word or a number goes on."""
_AFTER = r"(?![0-9])(?![.,][0-9])"


class WantedWord(NamedTuple):
    """Folded word to look for: `needle` is what stands in folded lines, where numbers stand apart."""

    text: str
    needle: str

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the word stands in a folded text: `1100` at 1,100 as well, 21 not in 2021."""
        if self.needle == self.text:
            start = text.find(self.text)
            while start >= 0:
                yield start, start + len(self.text)
                start = text.find(self.text, start + len(self.text))
            return
        for found in re.finditer(_pattern(self.text), text):
            yield found.span()

    def stands_in(self, text: str) -> bool:
        """Return whether the word stands in a folded text."""
        return next(self.spans(text), None) is not None


def wanted_word(text: str) -> WantedWord:
    """Return the folded `text` as a word to look for."""
    return WantedWord(text, with_numbers_apart(text))


def _pattern(text: str) -> str:
    """Return the pattern of a text whose numbers are whole ones, with or without separators."""
    pattern, end, text = "", 0, without_separators(text)
    for found in NUMBER.finditer(text):
        whole, point, decimals = found[0].partition(".")
        head = len(whole) % 3 or 3
        thousands = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
        number = ",?".join(thousands) + re.escape(point + decimals)
        pattern += f"{re.escape(text[end : found.start()])}{_BEFORE}{number}{_AFTER}"
        end = found.end()
    return pattern + re.escape(text[end:])


class FoundLines(NamedTuple):
    """Lines that a word stands in: their numbers, and the lines themselves."""

    numbers: list[int]
    lines: list[str]


class WordScan(NamedTuple):
    """Places that have a word: in their names, and of the rest those in their texts."""

    needle: str
    named: FoundLines
    told: FoundLines

    @property
    def names(self) -> list[int]:
        """Numbers of the places with the word in a name, in order."""
        return self.named.numbers

    @property
    def texts(self) -> list[int]:
        """Numbers of the other places with the word in a text, in order."""
        return self.told.numbers

    @property
    def size(self) -> int:
        """Number of places."""
        return len(self.names) + len(self.texts)


def scan(packs: Iterable[Pack], word: WantedWord) -> WordScan:
    """Return the places that have `word`."""
    needle = word.needle
    named, told = FoundLines([], []), FoundLines([], [])
    for pack in packs:
        here: set[int] = set()
        if needle in pack.names:
            for number, line in enumerate(pack.names.split("\n"), pack.first):
                if needle in line:
                    here.add(number)
                    named.numbers.append(number)
                    named.lines.append(line)
        if needle in pack.texts:
            for number, line in enumerate(pack.texts.split("\n"), pack.first):
                if needle in line and number not in here:
                    told.numbers.append(number)
                    told.lines.append(line)
    return WordScan(needle, named, told)


def narrowed(before: WordScan, word: WantedWord, packs: Sequence[Pack]) -> WordScan:
    """Return the places that have `word`, of those that have a part of it: what is typed on finds no more."""
    needle = word.needle
    named, told = FoundLines([], []), FoundLines([], [])
    lost: list[int] = []
    for number, line in zip(*before.named, strict=True):
        if needle in line:
            named.numbers.append(number)
            named.lines.append(line)
        else:
            lost.append(number)
    found = [(number, line) for number, line in zip(*before.told, strict=True) if needle in line]
    # A name may have a part of the word, and a text of the same place the whole.
    found += [(number, line) for number, line in _texts_of(lost, packs) if needle in line]
    for number, line in sorted(found):
        told.numbers.append(number)
        told.lines.append(line)
    return WordScan(needle, named, told)


def _texts_of(numbers: Iterable[int], packs: Sequence[Pack]) -> Iterator[tuple[int, str]]:
    firsts = [pack.first for pack in packs]
    at, lines = -1, [""]
    for number in numbers:
        here = bisect_right(firsts, number) - 1
        if here != at:
            at, lines = here, packs[here].texts.split("\n")
        yield number, lines[number - firsts[at]]


class HeadPlaces(NamedTuple):
    """Numbers of the places that are called so, and of the others with a name that begins so.

    Those are `led` by the words as they are, or `begun` by words that begin so. Of the rest it has those with
    a name in which the words stand out: `whole`, and Chinese at an end of it.
    """

    called: list[int]
    led: list[int]
    begun: list[int]
    whole: list[int]


def heads(named: FoundLines, words: Sequence[WantedWord], first_name: int = 0) -> HeadPlaces:
    """Return the places, of those with all `words` in names, that are called so, begin so or have them whole.

    A name may stand in quotation marks. Words in another order are the same name: Yuan Chen. Whole words are
    looked for in the places from `first_name` on alone.
    """
    text = " ".join(word.needle for word in words)
    bare, quoted = EDGE + text, f'{EDGE}"{text}'
    called: list[int] = []
    led: list[int] = []
    begun: list[int] = []
    whole: list[int] = []
    stand_out = [_standing_out(word.needle) for word in words]
    reordered = _in_any_order(text) if len(words) > 1 else None
    size = len(bare)
    for number, line in zip(*named, strict=True):
        at = line.find(bare)
        after = line[at + size] if at >= 0 else ""
        if after == EDGE:
            called.append(number)
        elif (
            after and after != '"' and line.find(bare, at + size) < 0
        ):  # most lines have one name that begins so
            (begun if after in _WORD else led).append(number)
        elif after or quoted in line:
            head = max(_head(bare, line), _head(quoted, line))
            (begun, led, called)[head - 1].append(number)
        elif reordered is not None and reordered(line):
            called.append(number)
        elif number >= first_name and all(pattern.search(line, 0, NAME_LOOKED_AT) for pattern in stand_out):
            whole.append(number)
    return HeadPlaces(called, led, begun, whole)


def _standing_out(needle: str) -> re.Pattern[str]:
    """Return the pattern of a word that is no part of another; a Chinese one is at an end of a name."""
    word = re.escape(needle)
    if not needle.isascii():
        return re.compile(f"(?<={EDGE}){word}|{word}(?=[\"'）)]*{EDGE})")
    return re.compile(f"(?<![a-z0-9]){word}(?![a-z0-9'])")


def _head(head: str, line: str) -> int:
    """Return 3 where a name of a line is `head`, 2 where one begins so, 1 where a word goes on, else 0."""
    best = 0
    start = line.find(head)
    while start >= 0:
        end = start + len(head)
        after = line[end]
        if after == EDGE or line.startswith(f'"{EDGE}', end):
            return 3
        best = max(best, 1 if after in _WORD else 2)
        start = line.find(head, end)
    return best


def _in_any_order(text: str) -> Callable[[str], bool]:
    """Return the test whether a line has a name of just the words of `text`."""
    words = text.split()
    wanted = sorted(words)

    def test(line: str) -> bool:
        if not all(word in line for word in words):
            return False
        return any(_sorted_words(name) == wanted for name in line.split(EDGE))

    return test


def _sorted_words(name: str) -> list[str]:
    return sorted(name[:_LONGEST_NAME].replace('"', " ").split())
