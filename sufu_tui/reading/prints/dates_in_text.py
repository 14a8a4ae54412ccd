"""Dates in running text: 2023年8月18日至19日, 今年9月3日, 2023年上半年, 同日, "3 September 2023"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.reading.prints.numerals import DIGITS, numerals
from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_DIGITS = "".join(DIGITS)
_SMALL = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_WRITTEN_YEAR = "(?:1[0-9]{3}|2[01][0-9]{2})"  # 2500年後 is a span of years
_YEAR_OF = r"[今去前明後后同當当翌次本]年"
_TO = r"(?:至|到|—|–|-|~)"
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split("|")[:12], start=1)}
_LATIN_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"

_CHINESE = LazyPattern(
    rf"(?<![0-9])(?:"
    rf"(?:(?P<year>{_WRITTEN_YEAR}|[{_HAN_DIGITS}]{{4}})年(?!代)|{_YEAR_OF})?(?<![0-9一二三四五六七八九十])(?P<month>{_SMALL})月(?:份)?"
    rf"(?:(?P<day>{_SMALL})[日號号](?![元本常]))?"
    rf"(?:[上中下]旬|[初底末])?"
    rf"(?:{_TO}(?:(?:(?P<year_end>[0-9]{{4}})年)?(?P<month_end>{_SMALL})月(?!份))?(?:(?P<day_end>{_SMALL})[日號号](?![元本常]))?"
    rf"(?<=[日號号月]))?"
    rf"|(?:(?P<only_year>{_WRITTEN_YEAR}|[{_HAN_DIGITS}]{{4}})年(?!代)|{_YEAR_OF})"
    rf"(?:{_TO}(?P<last_year>[0-9]{{4}})年)?"
    rf"(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度?|年?[初底末]|年?中(?=[,，。])|[春夏秋冬][季天]?)?"
    rf"|[0-9]{{2}}世[紀纪](?:[0-9]{{2}}年代)?|[0-9]{{2,4}}年代"
    rf"|[上下]半年|第?[一二三四]季度|年[初底末]|月[初底末]|[歲岁]末"
    rf"|{_SMALL}[日號号](?![元本常])(?:{_TO}{_SMALL}[日號号])?"
    r"|[同當当次翌即今昨明]日(?!常)|[今昨明前當当]天|[當当今昨]晚|[本上下同當当]月(?!亮)|[本上下][周週]"
    r")"
)
_NUMERIC = LazyPattern(
    r"(?<![0-9./-])(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])"
)
_LATIN = LazyPattern(
    rf"(?<![0-9A-Za-z])(?:(?P<day>{_LATIN_DAY})\s+(?P<month>{_MONTHS})\b\.?(?:,?\s+(?P<year>[0-9]{{4}})(?![0-9]))?"
    rf"|(?P<month2>{_MONTHS})\b\.?\s+(?:(?P<day2>{_LATIN_DAY})(?![0-9])(?:,?\s+(?P<year2>[0-9]{{4}})(?![0-9]))?"
    rf"|(?P<year3>[0-9]{{4}})(?![0-9]))"
    r"|(?:the\s+)?(?:first|second)\s+half\s+of\s+[0-9]{4}(?![0-9])|the\s+same\s+day"
    r"|(?:last|this|next)\s+(?:year|month|week)|today|yesterday|tomorrow)",
    re.IGNORECASE,
)


DateParts = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are said."""


class TextDate(NamedTuple):
    """Date from `start` to `end` of a text; `first` and `last` are year, month and day of its ends.

    What the words do not say of an end is None. `edtf` is None where they do not say the year.
    """

    start: int
    end: int
    first: DateParts = (None, None, None)
    last: DateParts | None = None

    @property
    def edtf(self) -> str | None:
        """Date in EDTF; a half year is an interval of months. None where there is no such month."""
        months = [parts[1] for parts in (self.first, self.last) if parts and parts[1] is not None]
        if self.first[0] is None or not all(1 <= month <= 12 for month in months):
            return None
        first = _edtf(self.first)
        return f"{first}/{_edtf(self.last)}" if self.last else first


def dates(text: str) -> Iterator[TextDate]:
    """Yield the dates of `text`, which is in half width; not always from left to right, but none twice."""
    taken: list[tuple[int, int]] = []
    for found in _NUMERIC.finditer(text):
        taken.append(found.span())
        yield TextDate(*found.span(), (int(found["year"]), int(found["month"]), int(found["day"])))
    starts = {place for start, end in taken for place in range(start, end)}
    for found in _CHINESE.finditer(text):
        if found.start() not in starts:
            yield _chinese(found)
    for found in _LATIN.finditer(text):
        if found.start() not in starts and found.start() < found.end():
            yield _latin(found)


def _chinese(found: re.Match[str]) -> TextDate:
    if found["only_year"]:
        year = _number(found["only_year"])
        if found["half"]:
            first_month = 1 if found["half"] == "上" else 7
            return TextDate(*found.span(), (year, first_month, None), (year, first_month + 5, None))
        last_year = _number(found["last_year"])
        last: DateParts | None = None if last_year is None else (last_year, None, None)
        return TextDate(*found.span(), (year, None, None), last)
    first = (_number(found["year"]), _number(found["month"]), _number(found["day"]))
    last = None
    if found["day_end"] or found["month_end"]:
        last = (
            _number(found["year_end"]) or first[0],
            _number(found["month_end"]) or first[1],
            _number(found["day_end"]),
        )
    return TextDate(*found.span(), first, last)


def _latin(found: re.Match[str]) -> TextDate:
    month = found["month"] or found["month2"]
    if not month:
        return TextDate(*found.span())
    year = found["year"] or found["year2"] or found["year3"]
    day = found["day"] or found["day2"]
    days = int(re.sub("[a-z]", "", day, flags=re.IGNORECASE)) if day else None
    return TextDate(*found.span(), (int(year) if year else None, _MONTH_NUMBERS[month[:3].lower()], days))


def _number(text: str | None) -> int | None:
    """Return the number that `text` spells; 二〇二三 digit by digit."""
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if len(text) == 4 and all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    spelled = next(numerals(text), None)
    return int(spelled.value) if spelled else None


def _edtf(parts: DateParts) -> str:
    year, month, day = parts
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])
