"""Collation: the order of texts that readers of each language expect (Unicode CLDR).

Chinese characters stand by their strokes for readers of Traditional Chinese, by their pinyin for those of
Simplified Chinese: the standard collations of Unicode's CLDR (UTS #35) for the two, which
`tests/query/test_collation.py` holds beside ours. Characters outside the basic block (U+4E00 to
U+9FFF) follow by code point. In English they come last, by code point.

Around them the order is CLDR's as well: marks (here by code point), then numbers, then Chinese before
Latin letters in the two Chinese languages, after them in English. Letters sort without case and accents
first. A number sorts by its magnitude (`9` before `10`), which CLDR offers as an option; here it may have
separators (`1,100`). Unlike in CLDR, quotation marks at the beginning do not count: readers look for
「十年之約」 under 十, as an index of a book has it.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import lru_cache
from pathlib import Path

from sufu_tui.dossier.localized import Language

_ORDERS: dict[Language, str] = {"zh-Hant": "stroke_order.txt", "zh-Hans": "pinyin_order.txt"}
_NUMBER = re.compile(r"0*([0-9]+(?:,[0-9]{3}(?![0-9]))*)")

# Where the kinds of characters begin in a key: marks keep their low codes, then numbers, then the rest.
_NUMBERS = 0x3000
_RANKED = 0x4000
_UNRANKED = 0x10000
_LETTERS = 0x60000
_LATE = 0xA0000
_NEAR = 0x4000
"""Code below which letters (all of Europe's) take the room of the ranks in an order without ranks: keys of
codes below U+10000 take half the memory."""
_BASIC = range(0x4E00, 0xA000)  # all of them have a rank in an order
_MOST_DIGITS = _RANKED - _NUMBERS - 1
_QUOTES = "「『“‘《〈«‹\"'"
_TIE = "\0"
_LONGEST = 1000
"""Characters that a text is ordered by; of texts that have these in common the order is by code point."""


def sort_key(text: str, language: Language) -> str:
    """Return the sort key of `text` in `language`: keys compare as the texts do.

    Texts that differ only in case, accents, width or a quotation mark at the beginning stand side by side,
    always in the same order.
    """
    head = text[:_LONGEST].lstrip(_QUOTES).translate(_places(language))
    return f"{_NUMBER.sub(_magnitude, head)}{_TIE}{text}"


def _magnitude(found: re.Match[str]) -> str:
    """Return digits with their number before them, so that character keys sort numbers: 9 before 10."""
    digits = found[1].replace(",", "")
    return chr(_NUMBERS + min(len(digits), _MOST_DIGITS)) + digits


class _Places(dict[int, str]):
    """Table for `str.translate` that computes the place of a character at its first use."""

    def __init__(self, order: str) -> None:
        super().__init__()
        self._rest_of_han = _UNRANKED if order else _LATE
        # Most of the twenty thousand are never used: as numbers they take 40 KiB, as places 3 MiB.
        self._ranks = array("H", bytes(2 * len(_BASIC) if order else 0))
        for rank, character in enumerate(order):
            self._ranks[ord(character) - _BASIC.start] = rank

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code).casefold())
        found = self[code] = "".join(map(self._place, folded))
        return found

    def _place(self, character: str) -> str:
        """Return the place of a character that has been folded; of an accent none."""
        code = ord(character)
        if self._ranks and code in _BASIC:
            return chr(_RANKED + self._ranks[code - _BASIC.start])
        digit = unicodedata.digit(character, None)
        if digit is not None:
            return str(digit)
        if unicodedata.combining(character):
            return ""
        if not character.isalpha():
            return chr(min(code, _NUMBERS - 1))
        if unicodedata.name(character, "").startswith("CJK"):
            return chr(self._rest_of_han + code)
        if not self._ranks and code < _NEAR:
            return chr(_RANKED + code)
        return chr(min(_LETTERS + code, _LATE - 1))


@lru_cache(maxsize=len(_ORDERS) + 1)
def _places(language: Language) -> _Places:
    """Return the places of all characters in `language`; its order is read at the first use."""
    name = _ORDERS.get(language)
    return _Places(Path(__file__).with_name(name).read_text(encoding="utf-8") if name else "")
