"""Pinyin: which Chinese characters a typed text can stand for, in full, with tones or by initials.

A text becomes a pattern over folded names: `chenyuan`, `chén yuán`, `chen2yuan2` and `cy` all find 陳元. What
a syllable begins is enough for the last one, so that names are found while they are typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import NamedTuple

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_TYPED = re.compile(r"(?:[a-z]|(?<=[a-z])[1-5]|(?<=[a-z1-5])[ '-](?=[a-z]))+")
_HEAD = re.compile(r"[^#\u2e80-\U0003ffff]+")
_NEUTRAL = "5"
_LONGEST_SYLLABLE = 7
"""Letters of the longest syllable, with the digit of its tone."""
_MOST_WAYS = 24
"""Ways to part a text into syllables that are looked for."""
_MOST_LETTERS = 60
_INITIALS = range(2, 9)


class Syllables(NamedTuple):
    """Pattern of a text as pinyin, of `length` characters; `full` where it is not by initials alone."""

    pattern: re.Pattern[str]
    full: bool
    length: int


class _Table(NamedTuple):
    """Characters by their syllable, by syllable and tone, and by first letter."""

    syllables: dict[str, str]
    toned: dict[str, str]
    initials: dict[str, str]


class Readings:
    """Readings of Chinese characters, folded as the search folds them; read at the first use."""

    @cached_property
    def _table(self) -> _Table:
        table = _Table({}, {}, {})
        path = Path(__file__).with_name("readings.txt")
        for line in path.read_text(encoding="utf-8").splitlines():
            head = _HEAD.match(line)
            if head is None:
                continue
            letters, tone = _letters(head[0])
            characters = line[head.end() :]
            for one in {letters.replace("ü", "u"), letters.replace("ü", "v")}:
                keyed = (
                    (table.syllables, one),
                    (table.toned, one + (tone or _NEUTRAL)),
                    (table.initials, one[0]),
                )
                for found, key in keyed:
                    found[key] = found.get(key, "") + characters
        return table

    def prepare(self) -> None:
        """Read the table, for which the first text would wait (7 to 17 ms)."""
        _ = self._table

    def spelt(self, text: str, known: set[str]) -> Iterator[Syllables]:
        """Yield the patterns of a typed `text`: by full syllables, then by initials.

        Characters that are not `known` to stand in any name are left out.
        """
        typed = _typed(text)
        if typed is None or len(typed) > _MOST_LETTERS:
            return
        ways = list(islice(self._ways(typed, known, alone=True), _MOST_WAYS))
        if ways:
            yield Syllables(re.compile("|".join(map("".join, ways))), True, max(map(len, ways)))
        initials = typed.replace(" ", "")
        if len(initials) in _INITIALS and initials.isalpha():
            classes = [
                _class(known.intersection(self._table.initials.get(letter, ""))) for letter in initials
            ]
            if all(classes):
                yield Syllables(re.compile("".join(classes)), False, len(classes))

    def sounding_as(self, text: str, known: set[str]) -> re.Pattern[str] | None:
        """Return the pattern of all that is pronounced as the characters of `text`, tones apart."""
        sounds = tuple(self._table.syllables.values())
        classes = [
            _class(known.intersection("".join(one for one in sounds if character in one)))
            for character in text
        ]
        return re.compile("".join(classes)) if all(classes) else None

    def _ways(self, text: str, known: set[str], *, alone: bool = False) -> Iterator[tuple[str, ...]]:
        """Yield the ways to part a text into syllables, each as the class of its characters.

        The last one may be only begun, if it is not `alone`.
        """
        if not text:
            yield ()
            return
        for end in range(1, min(len(text), _LONGEST_SYLLABLE) + 1):
            syllable, rest = text[:end], text[end:]
            if " " in syllable:
                return
            if rest[:1].isdecimal():
                continue
            characters = self._characters(syllable)
            if not rest and not alone:
                characters += self._begun(syllable)
            one = _class(known.intersection(characters))
            if one:
                for more in self._ways(rest.removeprefix(" "), known):
                    yield (one, *more)

    def _characters(self, syllable: str) -> str:
        tone = "".join(filter(str.isdecimal, syllable))
        letters = "".join(filter(str.isalpha, syllable))
        if len(tone) > 1:
            return ""
        return self._table.toned.get(letters + tone, "") if tone else self._table.syllables.get(letters, "")

    def _begun(self, letters: str) -> str:
        """Return the characters of all syllables that begin with `letters`."""
        syllables = self._table.syllables
        return "".join(found for key, found in syllables.items() if key.startswith(letters))


def _class(characters: set[str]) -> str:
    """Return the pattern of one of `characters`; empty for none."""
    return f"[{''.join(sorted(characters))}]" if characters else ""


def _letters(syllable: str) -> tuple[str, str]:
    """Return a syllable without its tone, and the tone; empty where it has none."""
    decomposed = unicodedata.normalize("NFD", syllable)
    kept = "".join(character for character in decomposed if character not in _TONES)
    return unicodedata.normalize("NFC", kept), next((_TONES[one] for one in decomposed if one in _TONES), "")


def _typed(text: str) -> str | None:
    """Return a typed text as letters, with the digit of a tone behind its vowel or its syllable.

    A blank stands for whatever parts two syllables; None where the text is no pinyin.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").strip()
    decomposed = "".join(_TONES.get(one, one) for one in unicodedata.normalize("NFD", plain))
    letters = unicodedata.normalize("NFC", decomposed).replace("ü", "v")
    return re.sub("[ '-]+", " ", letters) if _TYPED.fullmatch(letters) else None
