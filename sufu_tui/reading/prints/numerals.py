"""Numerals in digits and Chinese characters: 66.4億, 2千5百萬, 三點二, 二十多萬, 1,234,567."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = {
    character: Decimal(value)
    for value, characters in enumerate(
        ("〇零", "一壹", "二兩两貳贰", "三叁參", "四肆", "五伍", "六陸陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_SMALL_UNITS = {
    character: Decimal(value)
    for value, characters in ((10, "十拾"), (20, "廿"), (30, "卅"), (100, "百佰"), (1000, "千仟"))
    for character in characters
}
_BIG_UNITS = {
    character: Decimal(value)
    for value, characters in ((10**4, "萬万"), (10**8, "億亿"), (10**12, "兆"))
    for character in characters
}
UNITS = "".join((*_SMALL_UNITS, *_BIG_UNITS))
"""Characters of 十, 百, 千, 萬 and above."""

_UNIT_SIGNS = frozenset(UNITS)
_UNITS_FROM_HUNDRED = {unit: value for unit, value in (_SMALL_UNITS | _BIG_UNITS).items() if value >= 100}
_HAN_DIGITS = "".join(DIGITS)
_HAN = _HAN_DIGITS + UNITS
_ODD = "多余餘幾几來来"

# Blanks group digits as well: 1 234 567. U+2007 is as wide as a digit, U+2009 and U+202F are thin.
_GROUPING = " ,'’\u00a0\u2007\u2009\u202f"
_WITHOUT_GROUPING = {ord(mark): None for mark in _GROUPING}
_GROUPED = rf"[0-9]{{1,3}}(?P<mark>[{_GROUPING}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*(?![0-9])(?:\.[0-9]+)?"
_GROUPED_BY_POINTS = r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.])(?:,[0-9]+)?"  # 1.234.567,89
_POWER = r"(?:[eE][+-]?[0-9]{1,2}(?!\w))?"  # 1.5e9
_PLAIN = rf"[0-9]+(?:\.[0-9]+)?{_POWER}|(?<![\w.])\.[0-9]+"
_SPOKEN = (
    rf"[{_HAN_DIGITS}十百千]{{1,12}}[點点][{_HAN_DIGITS}]{{1,12}}(?![{_HAN_DIGITS}十百千拾佰仟廿卅分刻鐘钟])"
)
_PIECE = LazyPattern(
    rf"(?P<points>{_GROUPED_BY_POINTS})|(?P<many>[0-9]+(?:\.[0-9]+){{2,}})|(?P<arabic>{_GROUPED}|{_PLAIN})|(?P<spoken>{_SPOKEN})|(?P<han>[{_HAN}])"
    rf"|(?P<odd>(?<=[0-9{_HAN}])[{_ODD}](?=[{UNITS}]))|(?P<blank>(?<=[0-9]) (?=[{UNITS}]))"
)
_MOST_CHARACTERS = 1000
_MOST_PIECES = 40  # no number has more; a text of nothing but units would grow beyond all measure
# What begins a numeral, or a word that has a numeral's character and is none.
_BEGINNING = LazyPattern(
    r"(?P<word>百分[點点比制]|百姓|百貨|百货|一[些起直定般樣样體体律致旦切向再併并同貫贯帶带路]"
    r"|[統统唯進进專专萬万]一|零[下售部件食工星散距])"
    rf"|[0-9{_HAN}]|\.(?=[0-9])"
)


class Numeral(NamedTuple):
    """Number without a sign and its place in the text.

    `odd` is the 多, 餘 or 來 before its last unit (二十多萬), if any; a `bare` one is units without a
    digit (千萬).
    """

    value: Decimal
    start: int
    end: int
    odd: str = ""
    bare: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numerals of `text` from left to right; what names no number (三四十, 十四五) is left out."""
    at = 0
    while found := _BEGINNING.search(text, at):
        at = found.end()
        if found["word"]:
            continue
        start = found.start()
        tokens: list[str | Decimal] = []
        odd, end = "", start
        while piece := _PIECE.match(text, end):
            end = piece.end()
            written = piece[0]
            match piece.lastgroup:
                case "odd":
                    odd = written
                case "spoken":
                    tokens.append(_spoken(written))
                case "arabic":
                    tokens.append(Decimal(written.translate(_WITHOUT_GROUPING) if piece["mark"] else written))
                case "points":
                    tokens.append(Decimal(written.replace(".", "").replace(",", ".")))
                case "han" | "many":
                    tokens.append(written)
        at = max(at, end)
        is_number = 0 < len(tokens) <= _MOST_PIECES and end - start <= _MOST_CHARACTERS
        value = _value(tokens) if is_number else None
        if value is not None and not _is_vague(text, start, tokens):
            yield Numeral(value, start, end, odd, _UNIT_SIGNS.issuperset(tokens))


def scale_at(text: str, place: int) -> tuple[Decimal, int]:
    """Return the scale that units at `place` make, and their end: of 萬元, ten thousand; without any, one."""
    end = place
    while end < min(len(text), place + 4) and text[end] in UNITS:
        end += 1
    return (_value(list(text[place:end])) or Decimal(1), end) if end > place else (Decimal(1), place)


def _is_vague(text: str, start: int, tokens: list[str | Decimal]) -> bool:
    """Return whether a unit stands after 數 or 幾: 數十 and 幾百萬 name no number."""
    return start > 0 and tokens[0] in _UNIT_SIGNS and text[start - 1] in "數数幾几"


def _spoken(text: str) -> Decimal:
    """Return the number of numerals with a point between them: 十二點五 is 12.5."""
    whole, _, decimals = text.replace("點", "点").partition("点")
    return Decimal(f"{_value(list(whole)) or 0}." + "".join(str(DIGITS[digit]) for digit in decimals))


def _value(tokens: list[str | Decimal]) -> Decimal | None:
    """Return the number that the tokens spell together: 2 | 千 | 五 | 百 | 萬 is 25000000; None if none."""
    if len(tokens) > 1 and all(token in DIGITS for token in tokens):
        digits = [DIGITS[str(token)] for token in tokens]
        if (len(digits) == 2 and digits[1] - digits[0] == 1) or digits == [3, 5]:
            return None  # 五六個: five or six
        return Decimal("".join(map(str, digits)))
    total = group = Decimal(0)
    digit: Decimal | None = None
    before = ""
    for place, token in enumerate(tokens):
        if isinstance(token, Decimal):
            if digit:
                return None
            digit, before = token, ""
            continue
        if token in _BIG_UNITS:
            total = _scaled(total, group + (digit or 0), _BIG_UNITS[token], first=not place)
            group, digit = Decimal(0), None
        elif token in _SMALL_UNITS:
            group += (1 if digit is None else digit) * _SMALL_UNITS[token]
            digit = None
        elif digit or token not in DIGITS:
            return None
        else:
            digit = DIGITS[token]
            if place == len(tokens) - 1 and before in _UNITS_FROM_HUNDRED:
                digit *= _UNITS_FROM_HUNDRED[before] / 10  # 三萬五 is 35000, but 三萬零五 30005
        before = token
    return total + group + (digit or 0)


def _scaled(total: Decimal, group: Decimal, scale: Decimal, *, first: bool) -> Decimal:
    """Return `total` after a unit of 萬 or more, applied to `total` or to the `group` before it."""
    if first:
        return scale
    if not group:
        return total * scale  # 萬億: it multiplies the unit before it
    if not total or scale < total:
        return total + group * scale  # 1億2000萬: it is smaller than the unit before it
    return (total + group) * scale
