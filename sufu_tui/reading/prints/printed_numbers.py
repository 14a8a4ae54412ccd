"""Parser of numbers as texts print them: 超過74億元, 下降3.2%, 近三分之一, "over 7.4 billion", "(1,200)".

It finds all of them in any text, each with its place, so it can read a figure as well as a report.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING, Literal, NamedTuple

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.reading.prints.number_words import SCALES, added_share, word_numbers
from sufu_tui.reading.prints.numerals import Numeral, numerals, scale_at
from sufu_tui.reading.prints.qualifiers import of_decline, qualifiers
from sufu_tui.reading.prints.signs import sign_of, without_currency
from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

NumberKind = Literal["count", "ordinal", "share", "percent", "points"]
"""Kind of a number: a share is a part of one whole (三分之一), a percentage a part of a hundred."""


_FULL_WIDTH = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    ord("\u3000"): " ",
    ord("﹣"): "-",
    ord("﹢"): "+",
    ord("﹪"): "%",
    ord("‐"): "-",
    ord("‑"): "-",
}
_PARTS = {
    sign: Decimal(part) / whole
    for whole, parts in (
        (2, {"½": 1}),
        (3, {"⅓": 1, "⅔": 2}),
        (4, {"¼": 1, "¾": 3}),
        (5, {"⅕": 1, "⅖": 2, "⅗": 3, "⅘": 4}),
        (6, {"⅙": 1, "⅚": 5}),
        (7, {"⅐": 1}),
        (8, {"⅛": 1, "⅜": 3, "⅝": 5, "⅞": 7}),
        (9, {"⅑": 1}),
        (10, {"⅒": 1}),
    )
    for sign, part in parts.items()
}
_PART = LazyPattern(f"[{''.join(_PARTS)}]")
_SLASHED = LazyPattern(r"[0-9]{1,3}[/⁄][0-9]{1,3}(?![/⁄0-9.])")
_HALF = "半(?![導导島岛徑径封官自決决球])"
_HALF_NEXT = LazyPattern(_HALF)
_AND_HALF = LazyPattern(
    rf"(?:[個个年天日週周月倍里元歲岁斤噸吨米畝亩點点層层]|公[斤里]|小[時时]|分[鐘钟]){_HALF}"
)
_REBATE = LazyPattern("折(?![線线射疊叠磨返騰腾算合舊旧])")  # 八折 and 八五折 are what is still to be paid
_TENTHS = LazyPattern("成(?![員员為为功立果長长年都品本就分人效績绩交])")
_SCALE = LazyPattern(rf"[ -]?({'|'.join(SCALES)})\b", re.IGNORECASE)
_POWER = LazyPattern(r"\s*[×x*]\s*10(?:\^([0-9]{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SHORT_SCALE = LazyPattern(r"([kmb])(?![a-z])", re.IGNORECASE)
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}
_SUFFIX = LazyPattern(
    r"\s*[個个]?(?P<points>百分[點点]|[- ]?percentage[- ]points?\b|pp\b)"
    r"|\s*(?P<percent>%|percent\b|per cent\b)"
    r"|\s*(?P<thousandths>‰)|(?P<ordinal>(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_LETTERS = LazyPattern("[A-Za-z]{3}|[A-Za-z] ")
_IMPLIED = LazyPattern(
    f"(?P<one>首|頭一|头一)|(?P<two>[雙双]|番)|(?P<over>[過过大多])?(?P<half>{_HALF})(?P<share>數|数)?"
)
_FIRST_HAN = "\u2e80"
_NO_SUFFIX = frozenset("元次人年月日家名項项萬万億亿多餘余")
_NEAR = 24  # characters around a number that a word of it is among
_MOST_DOUBLINGS = 30
_PRECISION = 80


class PrintedNumber(NamedTuple):
    """Number parsed from a text, from `start` to `end` of it, its sign included.

    `values` are what it can be taken for, the likeliest first; there is mostly one. `qualifiers` are
    those that its words can mean, if any; of a decline in words they say how far, not how much.
    """

    values: tuple[Decimal, ...]
    qualifiers: tuple[Qualifier, ...]
    start: int
    end: int
    kind: NumberKind = "count"
    is_decline: bool = False

    def qualifiers_of(self, value: Decimal) -> tuple[Qualifier, ...]:
        """Return the qualifiers that its words can mean of `value`: a fall of over 12 is under -12."""
        return of_decline(self.qualifiers) if self.is_decline and value < 0 else self.qualifiers

    def read(self, *, in_percent: bool = False) -> tuple[Decimal, ...]:
        """Return its values in their unit; of a share in the unit per cent, the hundredths."""
        if in_percent and self.kind == "share":
            return tuple(_hundredfold(value) for value in self.values if abs(value) <= 1)
        return self.values

    def says(self, value: Decimal, *, in_percent: bool = False) -> bool:
        """Return whether it is `value`, which can have only some of the digits of a third: 0.333."""
        return any(_is_written(read, value) for read in self.read(in_percent=in_percent))


class _Reading(NamedTuple):
    """Number without its sign and its qualifiers: what stands in the digits and the words alone."""

    values: tuple[Decimal, ...]
    start: int
    end: int
    kind: NumberKind = "count"
    odd: str = ""
    meant: tuple[Qualifier, ...] = ()


def numbers(text: str) -> tuple[PrintedNumber, ...]:
    """Return every number of `text` from left to right; none of 多場 or "dozens"."""
    text = text.translate(_FULL_WIDTH)
    with localcontext() as context:
        context.prec = _PRECISION
        readings = list(_readings(text)) or list(_implied(text))
        return tuple(_signed(text, readings))


def _signed(text: str, readings: list[_Reading]) -> Iterator[PrintedNumber]:
    """Yield the numbers of `readings` with what stands around them."""
    floor = 0
    for index, reading in enumerate(readings):
        ceiling = readings[index + 1].start if index + 1 < len(readings) else len(text)
        sign = sign_of(text, reading.start, reading.end, floor)
        scale, end = (1, reading.end) if sign.end == reading.end else scale_at(text, sign.end)
        after = text[end : min(ceiling, end + _NEAR)]
        meant = qualifiers(
            without_currency(text[max(floor, reading.start - _NEAR) : reading.start]), after, reading.odd
        )
        if not meant and sign.start < reading.start:
            meant = qualifiers(without_currency(text[max(floor, sign.start - _NEAR) : sign.start]), "")
        floor = end
        if sign.factors:
            values = tuple(value * factor * scale for value in reading.values for factor in sign.factors)
            yield PrintedNumber(
                values, meant or reading.meant, sign.start, end, reading.kind, is_decline=sign.spoken
            )


def _readings(text: str) -> list[_Reading]:
    """Return the readings of digits, Chinese numerals and English words, by place."""
    readings = list(_in_digits(text))
    if not _LETTERS.search(text):
        return readings
    taken = iter(readings)
    current = next(taken, None)
    words = []
    for word in word_numbers(text):
        while current and current.end <= word.start:
            current = next(taken, None)
        if current is None or word.end <= current.start:
            kind: NumberKind = (
                "share" if word.share and word.value < 1 else "ordinal" if word.rank else "count"
            )
            words.append(_suffixed(text, _Reading((word.value,), word.start, word.end, kind)))
    return sorted((*readings, *words), key=lambda reading: reading.start)


def _in_digits(text: str) -> Iterator[_Reading]:
    """Yield the numbers in digits and Chinese numerals."""
    found = list(numerals(text))
    parts = [Numeral(_PARTS[part[0]], part.start(), part.end()) for part in _PART.finditer(text)]
    if parts:
        found = sorted((*found, *parts), key=lambda numeral: numeral.start)
    at = done = 0
    while at < len(found):
        numeral = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        at += 1
        if numeral.start < done:
            continue
        reading = _of_parts(text, numeral, after, found[at + 1] if at + 1 < len(found) else None)
        if reading is None:
            continue
        reading = _suffixed(text, _scaled(text, reading))
        done = reading.end
        yield reading


def _of_parts(text: str, numeral: Numeral, after: Numeral | None, third: Numeral | None) -> _Reading | None:
    """Return a number with its fraction: 三分之一, 2½, 1/3, 一半, 兩年半; None for the 百 of 百分之幾."""
    value, start, end = numeral.value, numeral.start, numeral.end
    if text.startswith("分之", end):
        return _of_whole(numeral, after, 0) if after and after.start == end + 2 else None
    if after and (joined := _of_two(text, numeral, after, third)):
        return joined
    if text[start:end] in _PARTS:
        return _Reading((value,), start, end, "share")
    if text[start:end] in ("一", "壹") and _HALF_NEXT.match(text, end):
        return _Reading((Decimal("0.5"),), start, end + 1, "share")
    if "半" in text and (half := _AND_HALF.match(text, end)):
        return _Reading((value + Decimal("0.5"),), start, half.end())
    before = text[max(0, start - 2) : start]
    if text.startswith("番", end) and "翻" in before and value <= _MOST_DOUBLINGS:
        return _Reading((Decimal(2) ** value,), start, end + 1)
    meant: tuple[Qualifier, ...] = ()
    if numeral.bare:  # 千萬人口: a unit without a digit is a round number; 上千 is a thousand at least
        is_least = before.endswith(("上", "過", "过"))
        meant = (Qualifier.AT_LEAST, Qualifier.OVER) if is_least else (Qualifier.EXACT, Qualifier.ABOUT)
    return _Reading((value,), start, end, "ordinal" if before.endswith("第") else "count", numeral.odd, meant)


def _of_two(text: str, numeral: Numeral, after: Numeral, third: Numeral | None) -> _Reading | None:
    """Return the number that `numeral` makes with those after it: 二又三分之一, 2½, 2 1/2, 1/3; else None."""
    value, start, end = numeral.value, numeral.start, numeral.end
    joint = text[end : after.start]
    if joint == "又" and third and text[after.end : third.start] == "分之":
        reading = _of_whole(after, third, value)
        return reading and reading._replace(start=start, kind="count")
    if joint in ("", " ") and text[after.start : after.end] in _PARTS:
        return _Reading((value + after.value,), start, after.end)
    if (
        joint == " "
        and text[start:end].isdecimal()
        and third
        and third.value
        and _SLASHED.match(text, after.start)
    ):
        return _Reading((value + after.value / third.value,), start, third.end)
    is_alone = after.value and not text.endswith("/", 0, start)
    if joint in ("/", "⁄") and is_alone and _SLASHED.match(text, start):
        return _Reading((value / after.value,), start, after.end, "share")
    return None


def _of_whole(whole: Numeral, part: Numeral, added: Decimal | int) -> _Reading | None:
    """Return the reading of 三分之一; 百分之二十 is twenty per cent, 千分之三 three per thousand as well."""
    if not whole.value:
        return None
    if whole.value == 100:
        return _Reading((part.value + added,), whole.start, part.end, "percent", part.odd)
    ratio = part.value / whole.value + added
    values = (ratio, part.value) if whole.value == 1000 and not added else (ratio,)
    return _Reading(values, whole.start, part.end, "share", part.odd)


def _scaled(text: str, reading: _Reading) -> _Reading:
    """Return `reading` with the scale after it: million, ×10⁸, the m of £5m."""
    end, factor = reading.end, Decimal(1)
    if text[end : end + 1] >= _FIRST_HAN or end == len(text):
        return reading
    if text.startswith(" and ", end) and (added := added_share(text, end)):
        share, end = added
        reading = reading._replace(values=tuple(value + share for value in reading.values))
    for _ in range(3):
        scale = _SCALE.match(text, end)
        if not scale:
            break
        factor *= SCALES[scale[1].lower()]
        end = scale.end()
    if power := _POWER.match(text, end):
        factor *= Decimal(10) ** int(power[1] or power[2].translate(_RAISED))
        end = power.end()
    elif factor == 1 and (short := _SHORT_SCALE.match(text, end)):
        head = text[max(0, reading.start - _NEAR) : reading.start]
        is_money = without_currency(head) != head.rstrip()
        if is_money:
            factor, end = Decimal(_SHORT_SCALES[short[1].lower()]), short.end()
    if end == reading.end:
        return reading
    return reading._replace(values=tuple(value * factor for value in reading.values), end=end)


def _suffixed(text: str, reading: _Reading) -> _Reading:
    """Return `reading` as the kind that what follows it makes it: a percentage, 三成, "5th"."""
    if text.startswith("成", reading.end) and (tenths := _TENTHS.match(text, reading.end)):
        value = reading.values[0]
        more = next(numerals(text[tenths.end() : tenths.end() + 1]), None)
        is_half = text.startswith("半", tenths.end())  # 七成半
        value += more.value / 10 if more else Decimal("0.5") if is_half else 0
        end = tenths.end() + (is_half or bool(more))
        return reading._replace(values=(value / 10,), end=end, kind="share")
    if (rebate := _REBATE.match(text, reading.end)) and 1 <= reading.values[0] < 100:
        value = reading.values[0]
        return reading._replace(values=(value / (10 if value < 10 else 100),), end=rebate.end(), kind="share")
    is_followed = reading.end < len(text) and text[reading.end] not in _NO_SUFFIX
    suffix = _SUFFIX.match(text, reading.end) if is_followed else None
    if not suffix:
        return reading
    if suffix["thousandths"]:
        value = reading.values[0]
        return reading._replace(values=(value / 1000, value), end=suffix.end(), kind="share")
    kind: NumberKind = "points" if suffix["points"] else "percent" if suffix["percent"] else "ordinal"
    return reading._replace(end=suffix.end(), kind=kind)


def _implied(text: str) -> Iterator[_Reading]:
    """Yield the number of a phrase that names none but means one: 首批, 雙向, 半年, 過半."""
    for found in _IMPLIED.finditer(text):
        value = Decimal(1 if found["one"] else 2 if found["two"] else "0.5")
        meant = (Qualifier.OVER,) if found["over"] else ()
        kind: NumberKind = (
            "ordinal" if found["one"] else "share" if found["share"] or found["over"] else "count"
        )
        yield _Reading((value,), found.start(), found.end(), kind, meant=meant)


def _hundredfold(value: Decimal) -> Decimal:
    """Return 100 times `value`, with all its digits."""
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + 2))


def _is_written(read: Decimal, value: Decimal) -> bool:
    """Return whether `value` is `read`, or as many digits of it as are written, if it has no end."""
    if read == value:
        return True
    exponent, digits = int(read.as_tuple().exponent), value.as_tuple()
    if exponent > -_PRECISION // 2 or len(digits.digits) < 2:
        return False
    with localcontext() as context:
        context.prec = 2 * _PRECISION
        step = Decimal((0, (1,), int(digits.exponent)))
        return value in (read.quantize(step, ROUND_HALF_UP), read.quantize(step, ROUND_DOWN))
