"""Text folding for comparison: width (NFKC), case, accents and Chinese script, with a map of positions back.

Folding is per character, so that a match in the folded text can be shown in the text itself:
NFKC may turn one character into several (`㎡` to `m2`), and each of them remembers where it came from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


@lru_cache(maxsize=1)
def script_variants() -> Mapping[int, str]:
    """Return the table that folds Traditional and variant characters to one form each, for `str.translate`.

    It is read once.

    Each line of the data file holds the characters of one class; the first stands for all.
    """
    path = Path(__file__).with_name("script_variants.txt")
    table: dict[int, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            table.update({ord(character): line[0] for character in line[1:]})
    return table


class Folded(NamedTuple):
    """Folded text; `places[i]` is the position of its character `i` in the text as written."""

    text: str
    places: tuple[int, ...] | None

    def place(self, position: int) -> int:
        """Return the position in the text as written of a position in the folded one."""
        return position if self.places is None else self.places[position]


def joined(parts: Sequence[Folded]) -> Folded:
    """Return the parts of a text, each folded, as one."""
    text = "".join([part.text for part in parts])
    if all(part.places is None for part in parts):
        return Folded(text, None)
    places: list[int] = []
    start = 0
    for part in parts:
        own = range(len(part.text) + 1) if part.places is None else part.places
        places += (start + place for place in own[:-1])
        start += own[-1]
    return Folded(text, (*places, start))


_MARKS = str.maketrans("‘’ʼ′“”″「」『』‐‑‒–—−", '\'\'\'\'"""""""------')
"""Typographic quotation marks and dashes, as a keyboard has them."""


def _without_accent(character: str) -> str:
    """Return a Latin letter without its accent, any other character as it is."""
    letter = unicodedata.normalize("NFD", character)[:1]
    return letter if letter.isascii() and letter.isalpha() else character


class _Characters(dict[int, str]):
    """Table for `str.translate` that folds each character at its first use."""

    def __init__(self, variants: Mapping[int, str]) -> None:
        super().__init__()
        self._variants = variants

    def __missing__(self, code: int) -> str:
        normal = unicodedata.normalize("NFKC", chr(code))
        plain = normal if normal.isascii() else "".join(map(_without_accent, normal))
        folded = self[code] = plain.translate(self._variants).translate(_MARKS).casefold()
        return folded


class TextFolder:
    """Folder of texts; holds the table of script variants, read once."""

    __slots__ = ("_characters", "_variants")

    def __init__(self) -> None:
        self._variants = script_variants()
        self._characters = _Characters(self._variants)

    def fold(self, text: str) -> Folded:
        """Return `text` folded, with the positions of its characters as written."""
        plain = text.translate(self._characters)
        if len(plain) == len(text):  # no character has become none, so each is one
            return Folded(plain, None)
        letters: list[str] = []
        places: list[int] = []
        for position, character in enumerate(text):
            folded = self._characters[ord(character)]
            letters.append(folded)
            places += [position] * len(folded)
        return Folded("".join(letters), (*places, len(text)))

    def folded(self, text: str) -> str:
        """Return the folded text alone."""
        return text.translate(self._characters)
