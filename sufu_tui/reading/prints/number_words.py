"""Numbers in English words: two hundred and five, nearly one third, half a dozen, two and a half million."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

_SMALL: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_RANKS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{word[:-1] + "ieth": _SMALL[word] for word in _TENS},
    "hundredth": 100,
    "thousandth": 1000,
}
# No "second": that is a part of an hour.
_PARTS: Mapping[str, int] = {
    **{word: value for word, value in _RANKS.items() if value > 2},
    **{word + "s": value for word, value in _RANKS.items() if value > 2},
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
}
_TIMES = {
    "once": 1,
    "twice": 2,
    "thrice": 3,
    "single": 1,
    "pair": 2,
    "couple": 2,
    **dict.fromkeys(("double", "doubled", "doubling"), 2),
    **dict.fromkeys(("triple", "tripled", "treble", "trebled"), 3),
    **dict.fromkeys(("quadruple", "quadrupled"), 4),
}
SCALES: Mapping[str, int] = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
"""Words that multiply the number before them."""

_WORD = LazyPattern(r"[A-Za-z]+")
_ONE = ("a", "an", "one")
_STARTS = frozenset((*_ONE, *_SMALL, *_RANKS, "half"))
# What follows a share: "a third of the parks", but "a third park".
_AFTER_SHARES = frozenset(
    ["of", "in", "more", "less", "fewer", "lower", "higher", "by", "to", "as", "over", "and", "since", "from"]
)


class WordNumber(NamedTuple):
    """Number in words and its place in the text; it can be a share (a third) or a rank (the third)."""

    value: Decimal
    start: int
    end: int
    share: bool = False
    rank: bool = False


def word_numbers(text: str) -> Iterator[WordNumber]:
    """Yield the numbers of `text` that are written in English words, from left to right."""
    phrase = _Phrase(text)
    while not phrase.is_done:
        found = phrase.number()
        if found is not None:
            yield found


def added_share(text: str, place: int) -> tuple[Decimal, int] | None:
    """Return the share in words that follows a number ending at `place`, and its own end: "and a half"."""
    phrase = _Phrase(text, place)
    share = phrase.added_share(place)
    return None if share is None else (share, phrase.end)


class _Phrase:
    """Words of a text from `place` on, and how many of them have been read."""

    def __init__(self, text: str, place: int = 0) -> None:
        self._text = text
        self._words = list(_WORD.finditer(text, place, len(text) if not place else place + 40))
        self._at = 0
        self.end = place

    @property
    def is_done(self) -> bool:
        """True if no word is left."""
        return self._at >= len(self._words)

    def number(self) -> WordNumber | None:
        """Step over the next number in words, or over one word that begins none: then None."""
        begin, match = self._at, self._words[self._at]
        word, start = match[0].lower(), match.start()
        self.end = start
        if word in _STARTS:
            for read in (self._share, self._rank, self._count):
                value = read()
                if value is not None:
                    is_share, is_rank = read == self._share, read == self._rank
                    return WordNumber(value, start, self.end, share=is_share, rank=is_rank)
                self._at, self.end = begin, start
        self._at += 2 if word == "below" and self._text.startswith(" zero", match.end()) else 1
        return WordNumber(Decimal(_TIMES[word]), start, match.end()) if word in _TIMES else None

    def added_share(self, place: int) -> Decimal | None:
        """Step over "and a half", "and two thirds"; None, with no step, if something else is next."""
        begin, self.end = self._at, place
        share = self._part() if self._take("and") else None
        if share is None:
            self._at, self.end = begin, place
            return None
        return share

    def _next(self) -> str:
        """Return the next word, if nothing but blanks or a hyphen stands before it; else nothing."""
        if self._at >= len(self._words):
            return ""
        word = self._words[self._at]
        return "" if self._text[self.end : word.start()].strip(" -") else word[0].lower()

    def _take(self, *wanted: str) -> str:
        """Step over the next word if it is one of `wanted`, and return it."""
        word = self._next()
        if word not in wanted:
            return ""
        self.end = self._words[self._at].end()
        self._at += 1
        return word

    def _share(self) -> Decimal | None:
        """Step over a share, of a scale if one follows: "a third", "half a million"."""
        part = self._part()
        return None if part is None else part * (self._scale_of_one() or 1)

    def _part(self) -> Decimal | None:
        if self._take("half"):
            return Decimal("0.5")
        word = self._take(*_ONE, *_SMALL)
        if not word:
            return None
        count = _SMALL.get(word, 1)
        if word == "one" and self._take("in"):
            whole = self._cardinal()
            return 1 / whole if whole is not None and 1 < whole <= 100 else None
        part = self._take(*_PARTS)
        if not part or (count == 1) == (part.endswith("s") and part != "halves") or not count:
            return None
        if (
            word in ("a", "an")
            and part not in ("half", "quarter")
            and self._next() not in ("", *_AFTER_SHARES)
        ):
            return None
        return Decimal(count) / _PARTS[part]

    def _scale_of_one(self) -> int | None:
        """Step over "million", "a million", "of a million"; None, with no step, if something else is next."""
        begin, end = self._at, self.end
        is_part = self._take("of")
        if self._take("a", "an") or not is_part:
            scale = self._take(*SCALES)
            if scale:
                return SCALES[scale]
        self._at, self.end = begin, end
        return None

    def _cardinal(self) -> Decimal | None:
        total, last, is_found = Decimal(0), 0, False
        while True:
            begin, end = self._at, self.end
            if is_found:
                self._take("and")
            group = self._group()
            if group is None:
                self._at, self.end = begin, end
                break
            share = self.added_share(self.end)
            scale = 1
            while scale <= 10**12 and (word := self._take(*SCALES)):
                scale *= SCALES[word]
            if is_found and (scale >= last or group >= last):
                self._at, self.end = begin, end
                break
            total += (group + (share or 0)) * scale
            is_found, last = True, scale
            if scale == 1:
                break
        return total if is_found else None

    def _count(self) -> Decimal | None:
        """Step over a cardinal number, or "a year and a half"."""
        value = self._cardinal()
        if value is None and not self._take("a", "an"):
            return None
        begin, end = self._at, self.end
        if self._next():
            self.end = self._words[begin].end()
            self._at += 1
            if self.added_share(self.end) == Decimal("0.5"):
                return (value or 1) + Decimal("0.5")
        self._at, self.end = begin, end
        return value

    def _group(self) -> Decimal | None:
        """Step over a number below 1000, or over an article before a scale."""
        begin, end = self._at, self.end
        if self._take("a", "an"):
            if self._next() in SCALES:
                return Decimal(1)
            self._at, self.end = begin, end
            return None
        value = self._below_hundred()
        if value and self._take("hundred"):
            value *= 100
            begin, end = self._at, self.end
            if self.added_share(end) is None:
                self._take("and")
                return Decimal(value + (self._below_hundred() or self._back(begin, end)))
            self._back(begin, end)
        return None if value is None else Decimal(value)

    def _below_hundred(self) -> int | None:
        word = self._take(*_SMALL)
        if not word:
            return None
        value = _SMALL[word]
        if word in _TENS:
            value += _SMALL.get(self._take(*_ONES[1:10]), 0)
        return value

    def _back(self, at: int, end: int) -> int:
        """Step back to the word `at`; nothing is added."""
        self._at, self.end = at, end
        return 0

    def _rank(self) -> Decimal | None:
        value = Decimal(0)
        if self._next() in _TENS:
            value += _SMALL[self._take(*_TENS)]
        rank = self._take(*_RANKS)
        if not rank or (value and _RANKS[rank] > 9):
            return None
        return value + _RANKS[rank]
