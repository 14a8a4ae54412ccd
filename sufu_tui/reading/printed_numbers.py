"""Parser of numbers as a report prints them: 超過74億元, 近5000萬元, 十多個小時, "over 7.4 billion"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.quantity import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OVER, _AT_LEAST, _ABOUT = Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ABOUT
_NEARLY, _UNDER = Qualifier.NEARLY, Qualifier.UNDER

_DIGITS = {
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
_HAN = "".join((*_DIGITS, *_SMALL_UNITS, *_BIG_UNITS))
_UNITS_FROM_HUNDRED = {unit: value for unit, value in (_SMALL_UNITS | _BIG_UNITS).items() if value >= 100}
_UNITS = "".join((*_SMALL_UNITS, *_BIG_UNITS))
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋％＞＜～　", "0123456789.,+%><~ ")

_WITHOUT_GROUPING = {ord(mark): None for mark in ",\u00a0\u2009\u202f"}

_ARABIC = r"[0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_RUN = re.compile(rf"(?:(?:{_ARABIC})(?: (?=[{_UNITS}]))?|[{_HAN}])+")
_TOKEN = re.compile(rf"{_ARABIC}|[{_HAN}]")

_WORDS = {
    "half": Decimal("0.5"),
    **dict.fromkeys(("one", "first"), Decimal(1)),
    **dict.fromkeys(("two", "second"), Decimal(2)),
    **dict.fromkeys(("three", "third"), Decimal(3)),
    **dict.fromkeys(("four", "fourth"), Decimal(4)),
    **dict.fromkeys(("five", "fifth"), Decimal(5)),
    **{
        word: Decimal(value)
        for value, word in (
            *((6, "six"), (7, "seven"), (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven")),
            *((12, "twelve"), (12, "dozen"), (13, "thirteen"), (14, "fourteen"), (15, "fifteen")),
            *((16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (20, "twenty")),
            *((30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy")),
            *((80, "eighty"), (90, "ninety"), (0, "zero")),
        )
    },
}
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}

_SCALE = re.compile(rf"[ -]?({'|'.join(_SCALES)})\b", re.IGNORECASE)

# A longer phrase stands before the shorter one that it ends with.
_BEFORE: Sequence[tuple[str, tuple[Qualifier, ...]]] = (
    *(
        (word, (_UNDER,))
        for word in ("不超過", "不超过", "不多於", "不多于", "至多", "最多", "no more than", "up to")
    ),
    *(
        (word, (_AT_LEAST,))
        for word in ("不少於", "不少于", "不低於", "不低于", "不下於", "不下于", "不下", "至少")
    ),
    *(
        (word, (_AT_LEAST,))
        for word in ("at least", "no fewer than", "no less than", "not less than", "≥", ">=")
    ),
    *(
        (word, (_OVER,))
        for word in ("超過", "超过", "超", "逾", "突破", "高於", "高于", "多於", "多于", "大於", "大于")
    ),
    *((word, (_OVER,)) for word in ("more than", "over", "above", "in excess of", "exceeding", ">")),
    *(
        (word, (_NEARLY,))
        for word in ("將近", "将近", "接近", "近", "nearly", "almost", "close to", "just under")
    ),
    *(
        (word, (_ABOUT,))
        for word in ("大約", "大约", "約", "约", "大概", "about", "around", "approximately", "roughly")
    ),
    *((word, (_ABOUT,)) for word in ("some", "≈", "~")),
    *(
        (word, (_UNDER,))
        for word in ("不足", "不到", "未滿", "未满", "少於", "少于", "低於", "低于", "under", "below")
    ),
    *((word, (_UNDER,)) for word in ("less than", "fewer than", "<", "≤")),
)
_AFTER: Sequence[tuple[str, tuple[Qualifier, ...]]] = (
    *((word, (_AT_LEAST, _OVER)) for word in ("以上", "or more")),
    *((word, (_UNDER,)) for word in ("以下", "以內", "以内", "不到", "不足")),
    *((word, (_ABOUT,)) for word in ("左右", "上下", "前後", "前后")),
)
_CURRENCIES = ("人民幣", "人民币", "cny", "rmb", "usd", "us$", "$", "¥", "￥", "€", "£")


class PrintedNumber(NamedTuple):
    """Number parsed from a printed figure, and the qualifiers that its words can mean, if any."""

    value: Decimal
    qualifiers: tuple[Qualifier, ...]


def numbers(printed: str) -> tuple[PrintedNumber, ...]:
    """Return every number that `printed` can be read as; none for 多場 or "dozens"."""
    text = printed.translate(_FULL_WIDTH)
    if any(mark in text for mark in "多余餘"):
        # 二十多萬 is 二十萬 and more.
        text = re.sub(rf"(?<=[0-9{_HAN}])([多余餘])([{_UNITS}]+)", r"\2\1", text)
    found = list(_han_and_arabic(text)) or list(_spelled(text.lower()))
    result = []
    for index, (value, start, end) in enumerate(found):
        before = text[found[index - 1][2] if index else 0 : start]
        after = text[end : found[index + 1][1] if index + 1 < len(found) else len(text)]
        qualifiers = _qualifiers(before, after)
        if not qualifiers and all(character in _UNITS for character in text[start:end]):
            qualifiers = (Qualifier.EXACT, _ABOUT)  # 千萬人口: a unit without a digit is a round number
        result.append(PrintedNumber(value, qualifiers))
        if "半" in after[:3]:
            result.append(PrintedNumber(value + Decimal("0.5"), qualifiers))
        if before == "分之" and index and found[index - 1][0]:
            result.append(PrintedNumber(value / found[index - 1][0], qualifiers))
    if not result:
        implied = (("首", "1"), ("頭一", "1"), ("雙", "2"), ("双", "2"), ("番", "2"), ("半", "0.5"))
        result = [PrintedNumber(Decimal(value), ()) for word, value in implied if word in text]
    return tuple(result)


def _han_and_arabic(text: str) -> Iterator[tuple[Decimal, int, int]]:
    """Yield value, start and end of every number in digits or Chinese numerals, English scales included."""
    for match in _RUN.finditer(text):
        value = _value(_TOKEN.findall(match[0]))
        if value is None:
            continue
        end = match.end()
        while scale := _SCALE.match(text, end):
            value *= _SCALES[scale[1].lower()]
            end = scale.end()
        yield value, match.start(), end


def _value(tokens: list[str]) -> Decimal | None:
    """Return the number that the tokens spell together: 2 | 千 | 五 | 百 | 萬 is 25000000; None if none."""
    if len(tokens) > 1 and all(token in _DIGITS for token in tokens):
        return Decimal("".join(str(_DIGITS[token]) for token in tokens))
    total = group = Decimal(0)
    digit: Decimal | None = None
    before = ""
    for token in tokens:
        if token in _BIG_UNITS:
            total = _scaled(total, group + (digit or 0), _BIG_UNITS[token], first=not before)
            group, digit = Decimal(0), None
        elif token in _SMALL_UNITS:
            group += (1 if digit is None else digit) * _SMALL_UNITS[token]
            digit = None
        elif digit:
            return None
        else:
            digit = _DIGITS.get(token)
            if digit is None:
                digit = Decimal(token.translate(_WITHOUT_GROUPING))
            elif token is tokens[-1] and before in _UNITS_FROM_HUNDRED:
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


def _spelled(text: str) -> Iterator[tuple[Decimal, int, int]]:
    """Yield value, start and end of every number in English words."""
    total = group = Decimal(0)
    start = end = -1
    for match in re.finditer(r"[a-z]+", text):
        word = match[0]
        if start >= 0 and text[end : match.start()].strip(" -"):
            yield total + group, start, end
            start = -1
        if word in _WORDS:
            if start < 0:
                total = group = Decimal(0)
                start = match.start()
            group += _WORDS[word]
            end = match.end()
        elif word in _SCALES and start >= 0:
            if word == "hundred":
                group *= 100
            else:
                total, group = total + group * _SCALES[word], Decimal(0)
            end = match.end()
        elif word == "and" and start >= 0:
            end = match.end()
        elif start >= 0:
            yield total + group, start, end
            start = -1
    if start >= 0:
        yield total + group, start, end


def _qualifiers(before: str, after: str) -> tuple[Qualifier, ...]:
    """Return the qualifiers that the words around a number can mean."""
    head = before.rstrip().lower()
    currency = next((mark for mark in _CURRENCIES if head.endswith(mark)), "")
    head = head.removesuffix(currency).rstrip()
    for word, qualifiers in _BEFORE:
        if head.endswith(word):
            return qualifiers
    tail = after.lstrip().lower()
    # 多 and 餘 follow the number, or its measure word: 十多個, 三年多.
    if tail[:1] in tuple("多余餘") or (tail[:1] in tuple("個个年月天元") and tail[1:2] in tuple("多余餘")):
        return (_OVER,)
    if tail.startswith("+"):
        return (_AT_LEAST, _OVER)
    if tail.startswith("-odd"):
        return (_OVER,)
    for word, qualifiers in _AFTER:
        if word in tail:
            return qualifiers
    return ()
