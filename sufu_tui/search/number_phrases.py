"""Number phrases: typed words that say a number, in any writing, with the unit that they name.

66.4億元, 664000萬, "6.64 billion", CNY 6,640,000,000, 五十九, 百分之二十 and "over three hours" are read as
texts print them; words that only begin with a number, such as 一體化, are no number phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from sufu_tui.dossier.model import Unit
from sufu_tui.reading.prints.printed_numbers import PrintedNumber, numbers
from sufu_tui.reading.prints.qualifiers import qualifiers
from sufu_tui.reading.prints.signs import without_currency

_MOST_WORDS = 6
_MOST_CHARACTERS = 60
_LONG_QUALIFIERS = re.compile(
    r"(?:(?:no |not )?(?:more|less|fewer) than|at least|close to|just under|up to|in excess of)"
)
_TAIL = re.compile(r"^(?:[多餘余幾几]|以上|以下|左右|\+|or more)|(?:[多餘余]|以上|以下|左右|\+|or more)$")
_MEASURE = re.compile(r"^[個个]")
_MONEY = ("元", "块", "圆", "块钱", "元人民币", "yuan", "rmb", "人民币")
_CLASSIFIER = re.compile(r"[\u4e00-\u9fff]?")
_FIGURES = re.compile(r"[0-9]")
_BESIDE = re.compile(r"[ -]?(?:[多余][ ]?)?[个]?")
_SHORT_SCALE = re.compile(r"(?i:(?<=[0-9])(k|mn?|bn?)(?= ?(?:yuan|rmb|cny|元)))")
_SCALES = {"k": " thousand", "m": " million", "b": " billion"}
_LEAST = 10  # a smaller Chinese numeral with a measure word may well be no number: 一帶


class NumberPhrase(NamedTuple):
    """Number that the words from `start` to before `end` say; `units` are the ones named, if any."""

    number: PrintedNumber
    units: frozenset[str] | None
    start: int
    end: int

    def says(self, value: Decimal, unit: str) -> bool:
        """Return whether it is `value` of `unit`."""
        if self.units is not None and unit not in self.units:
            return False
        return self.number.says(value, in_percent=unit == "percent")

    def is_said_by(self, value: Decimal) -> bool:
        """Return whether a number of a text says it, whatever its unit."""
        return any(self.number.says(value, in_percent=hundredths) for hundredths in (False, True))

    def values(self) -> Iterator[Decimal]:
        """Yield all that it can be, per cent included."""
        yield from self.number.read()
        yield from self.number.read(in_percent=True)


class UnitNames:
    """Names of the units of a dossier, folded, with all that stands beside a number."""

    def __init__(self, units: Iterable[Unit], fold: Callable[[str], str]) -> None:
        names: dict[str, set[str]] = {}
        for unit in units:
            texts = [*unit.label.versions.values(), unit.id]
            for pattern in (unit.pattern, unit.singular):
                texts += [text.replace("{}", "") for text in pattern.versions.values()] if pattern else []
            # No phrase is longer.
            own = {_MEASURE.sub("", fold(text[: 2 * _MOST_CHARACTERS]).strip()) for text in texts}
            for name in (*own, *(_MONEY if unit.dimension == "money" else ())):
                names.setdefault(name, set()).add(unit.id)
        self._units: Mapping[str, frozenset[str]] = {
            name: frozenset(found) for name, found in names.items() if name
        }
        self._counted = frozenset(names.get("", ()))  # by 個 alone
        self._fold = fold

    def stretch_of(self, units: frozenset[str], text: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where a number of a folded `text` stands with its unit; None if that is none of `units`."""
        named = [name for name, ids in self._units.items() if not ids.isdisjoint(units)]
        written = text[start:end]
        head = text[max(0, start - _MOST_CHARACTERS) : start]
        bare = without_currency(head)
        if bare != head.rstrip() and "元" in named:
            return start - len(head[len(bare) :].lstrip()), end
        if "%" in named and (written.startswith("百分") or written.endswith(("%", "percent", "per cent"))):
            return start, end
        rest = text[end:].strip()
        if not rest and _qualifies(head):  # all that the text says
            return start, end
        beside = _BESIDE.match(text, end)
        after = end if beside is None else beside.end()
        ends = [after + len(name) for name in named if text.startswith(name, after)]
        found = max((one for one in ends if not _goes_on(text, one)), default=None)
        if found is None and rest == "个" and not units.isdisjoint(self._counted):
            return start, len(text.rstrip())
        return None if found is None else (start, found)

    def folded(self, text: str) -> str:
        """Return a typed word folded, as names of units are."""
        return self._fold(text).strip()

    def named(self, text: str) -> frozenset[str] | None:
        """Return the ids of the units that `text` names; None where it names none."""
        folded = self._fold(text).strip()
        return self._units.get(_MEASURE.sub("", folded)) or self._units.get(folded)


def _goes_on(text: str, end: int) -> bool:
    """Return whether a Latin word goes on at `end`: a unit m is not in "3 months"."""
    around = text[max(0, end - 1) : end + 1]
    return len(around) > 1 and around.isascii() and around.isalpha()


def number_phrases(words: Sequence[str], units: UnitNames) -> Iterator[NumberPhrase]:
    """Yield the number phrases of `words`, the longest from each first word on; none overlaps another."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            phrase = _phrase(" ".join(words[start:end]), units)
            if phrase is not None:
                yield NumberPhrase(*phrase, start, end)
                start = end
                break
        else:
            start += 1


def _phrase(text: str, units: UnitNames) -> tuple[PrintedNumber, frozenset[str] | None] | None:
    if len(text) > _MOST_CHARACTERS:
        return None
    text = _SHORT_SCALE.sub(lambda scale: _SCALES[scale[0][0].lower()], text)
    found = numbers(text)
    if len(found) != 1 or found[0].kind in {"ordinal", "points"}:
        return None
    number = found[0]
    before, after = text[: number.start], text[number.end :]
    named = None if number.kind != "percent" else units.named("%")
    head = without_currency(before)
    if head != before.rstrip():
        named = units.named("元")
    if not _qualifies(head):
        return None
    tail = _TAIL.sub("", after.strip()).strip()
    if tail:
        own = units.named(tail)
        plain = _FIGURES.search(text) or abs(number.values[0]) >= _LEAST
        if own is None and not (plain and _CLASSIFIER.fullmatch(_MEASURE.sub("", tail))):
            return None
        named = own or named
    return number, named


def _qualifies(head: str) -> bool:
    """Return whether what stands before a number says nothing but how it is to be taken."""
    words = head.strip().lower()
    if not words:
        return True
    if " " in words:
        return _LONG_QUALIFIERS.fullmatch(words) is not None
    return bool(qualifiers(words, "")) and len(words) <= len("approximately")
