"""Date texts in each language, never finer than the date is.

Years before the common era are historians' years: the astronomical -0477 is 478 BCE.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sufu_tui.dossier.days import CivilDate, from_day, month_length
from sufu_tui.dossier.edtf import EdtfDate, Precision, parse
from sufu_tui.languages.catalogue import Catalogue

_DAYS_IN_400_YEARS = 146_097
_LEAP_YEAR = 2000
_FOUR_DIGITS = 1000  # a year before it is hardly known for one without its era
_IN_YEARS_FROM = 20 * 365
_IN_MONTHS_FROM = 400
_PLAIN = re.compile(r"Y?-?\d{4,}(-\d\d){0,2}", re.ASCII)
_PARTS = {Precision.QUARTER, Precision.QUADRIMESTER, Precision.HALF}
_SEASONS = {Precision.SEASON, *_PARTS}


def date_text(date: EdtfDate, words: Catalogue) -> str:
    """Return `date` in words: `2023年8月18日至19日`, `about December 2022`, `478 BCE or earlier`."""
    if date.precision is Precision.INTERVAL:
        return _interval(date, words)
    if date.precision is Precision.SET:
        return _set(date, words)
    return phrase_text(date, words) if date.in_doubt else _single(date, words)


def phrase_text(date: EdtfDate, words: Catalogue) -> str:
    """Return a date that is neither an interval nor a set as a noun, to which other words can be put."""
    text = _noun(date, words)
    if date.approximate:
        text = words("date.about", date=text)
    return words("date.uncertain", date=text) if date.uncertain else text


def _noun(date: EdtfDate, words: Catalogue) -> str:
    text = _single(date, words)
    if date.precision in _PARTS:
        return words("date.the", date=text)
    if date.earliest is not None and date.latest is not None and date.precision is not Precision.DAY:
        first, last = from_day(date.earliest), from_day(date.latest)
        if text == _within("date.within", first, last, words):
            return _within("date.year-within", first, last, words)
    return text


BoundsKind = Literal["between", "not-before", "not-after"]


class BoundsText(NamedTuple):
    """Bounds of a date in words, and their kind."""

    kind: BoundsKind
    text: str


def bounds_text(date: EdtfDate, words: Catalogue) -> BoundsText | None:
    """Return the days that `date` cannot lie outside of, spelled out.

    None where there are none, as of a date that is approximate or uncertain, or where the date itself is no
    coarser.
    """
    first, last = date.firm_bounds
    if date.names_its_days or (first is None and last is None):
        return None
    if last is None:
        return BoundsText("not-before", day_text(first or 0, words))
    if first is None:
        return BoundsText("not-after", day_text(last, words))
    text = words("date.between", start=day_text(first, words), end=day_text(last, words))
    return BoundsText("between", text)


def duration_text(days: int, words: Catalogue) -> str:
    """Return a length of time: in whole years from two years on, else in days."""
    years = days * 400 // _DAYS_IN_400_YEARS
    if years >= 2:
        return words("date.years", number=years)
    return words.plural("date.days", days)


def year_text(year: int, words: Catalogue) -> str:
    """Return an astronomical year in words: `2023年`, `西元前478年`, `478 BCE`, `90 CE`."""
    if year <= 0:
        return words("date.bce", year=_digits(1 - year))
    return words("date.year" if year >= _FOUR_DIGITS else "date.ce", year=_digits(year))


def years_text(first: int | None, last: int | None, words: Catalogue) -> str:
    """Return the year of a beginning, or the years among which it is not known; None is no limit."""
    if first is None:
        return words("show.undated") if last is None else words("date.until", end=year_text(last, words))
    if last is None:
        return words("date.or-later", start=year_text(first, words))
    if first == last:
        return year_text(first, words)
    return words("date.some-time", start=year_text(first, words), end=year_text(last, words))


def month_text(year: int, month: int, words: Catalogue) -> str:
    """Return a month of a year: `2022年12月`, `December 2022`."""
    return words("date.year-month", year=year_text(year, words), month=words(f"date.month-{month}"))


def day_text(number: int, words: Catalogue) -> str:
    """Return a day: `2023年8月18日`, `18 August 2023`."""
    year, month, day = from_day(number)
    return words("date.full", year=year_text(year, words), month=words(f"date.month-{month}"), day=day)


def stretch_text(first: int, last: int, words: Catalogue) -> str:
    """Return the days `first` to `last` in words, coarser the longer the stretch is.

    From 20 years on in years, from 400 days on in months, else in days.
    """
    start, end = from_day(first), from_day(last)
    if last - first >= _IN_YEARS_FROM:
        texts = [year_text(one.year, words) for one in (start, end)]
    elif last - first >= _IN_MONTHS_FROM:
        texts = [month_text(one.year, one.month, words) for one in (start, end)]
    elif first != last and start.year == end.year:
        return _days_of_year(start, end, words)
    else:
        texts = [day_text(first, words), day_text(last, words)]
    return texts[0] if texts[0] == texts[1] else words("date.range", start=texts[0], end=texts[1])


def year_tick(year: int, words: Catalogue) -> str:
    """Return the label of a year on an axis: `2023`, `前500年`, `500 BCE`, `1 CE`."""
    if year <= 0:
        return words("date.tick-bce", year=_digits(1 - year))
    return str(year) if year >= _FOUR_DIGITS else year_text(year, words)


def month_tick(month: int, words: Catalogue) -> str:
    """Return the label of a month on an axis: `4月`, `Apr`."""
    return words(f"date.month-short-{month}")


def day_tick(day: int, words: Catalogue) -> str:
    """Return the label of a day of the month on an axis: `18日`, `18`."""
    return words("date.tick-day", day=day)


def _digits(year: int) -> str:
    return str(year) if abs(year) <= 9999 else f"{year:,}"


def _single(date: EdtfDate, words: Catalogue) -> str:
    assert date.earliest is not None  # noqa: S101  only intervals and sets are open; this tells the type checker
    assert date.latest is not None  # noqa: S101
    first, last = from_day(date.earliest), from_day(date.latest)
    if date.precision is Precision.DAY and first == last:
        return day_text(date.earliest, words)
    if date.precision in _SEASONS:
        return words(f"date.season-{_season_code(date.text)}", year=year_text(first.year, words))
    if date.precision is Precision.DECADE and first.year > 0:
        return words("date.decade", year=_digits(first.year))
    if "X" in date.text:
        return _masked(date.text, first, last, words)
    if date.precision is Precision.MONTH:
        return month_text(first.year, first.month, words)
    if first.year == last.year:
        return year_text(first.year, words)
    return _within("date.within", first, last, words)


def _within(key: str, first: CivilDate, last: CivilDate, words: Catalogue) -> str:
    return words(key, start=year_text(first.year, words), end=year_text(last.year, words))


def _masked(text: str, first: CivilDate, last: CivilDate, words: Catalogue) -> str:
    """Return a masked date in words, each part as far as it is known: `2023年某月15日`."""
    plain = re.sub("[?~%]", "", text)
    year, month, day = (*plain.removeprefix("-").split("-"), "", "")[:3]
    if plain.startswith("XXXX"):
        phrase = words("date.some-year")
    elif "X" in year:
        phrase = _within("date.year-within" if month else "date.within", first, last, words)
    else:
        phrase = year_text(first.year, words)
    if not month:
        return phrase
    if month == day == "XX":
        return words("date.some-day", month=phrase)
    months = _numbers(month, 12)
    length = month_length(first.year if "X" not in year else _LEAP_YEAR, months[0])
    days = _numbers(day, length if len(months) == 1 else 31) if day else []
    named = _month_words(months, words)
    if len(days) == len(months) == 1:
        return words(
            "date.part-of-year", year=phrase, month=words("date.day-month", month=named, day=days[0])
        )
    whole = "X" not in year and len(months) == 1
    phrase = words("date.year-month" if whole else "date.part-of-year", year=phrase, month=named)
    if day == "XX":
        return words("date.some-day", month=phrase)
    if len(days) > 1:
        return words("date.day-within", month=phrase, first=days[0], last=days[-1])
    return words("date.day-of", month=phrase, day=days[0]) if days else phrase


def _numbers(mask: str, most: int) -> list[int]:
    """Return the numbers from 1 to `most` that match a mask of two digits or `X`."""
    return [
        number
        for number in range(1, most + 1)
        if all(mark in {"X", digit} for mark, digit in zip(mask, f"{number:02d}", strict=True))
    ]


def _month_words(months: list[int], words: Catalogue) -> str:
    start, end = (words(f"date.month-{month}") for month in (months[0], months[-1]))
    if len(months) == 12:
        return words("date.some-month")
    return start if start == end else words("date.month-within", start=start, end=end)


def _set(date: EdtfDate, words: Catalogue) -> str:
    """Return the members of a set, as precise as each is: `1667年、1668年或1670年至1672年`."""
    one_of = date.text[0] == "["
    texts = [member.strip(" ") for member in date.text[1:-1].split(",")]
    short = _alternatives(texts, words) if one_of else None
    if short is not None:
        return short
    members = [_member(text, words, one_of=one_of) for text in texts]
    phrase = members[0]
    for number, member in enumerate(members[1:], 2):
        key = "date.list" if number < len(members) else "date.one-of" if one_of else "date.all-of"
        phrase = words(key, first=phrase, second=member)
    return phrase


def _alternatives(texts: list[str], words: Catalogue) -> str | None:
    """Return one of two days of a month, or one of a stretch of time; None for any other choice."""
    if len(texts) == 1:
        first, dots, last = texts[0].partition("..")
        if not (first and dots and last):
            return None
        return words("date.within", start=date_text(parse(first), words), end=date_text(parse(last), words))
    if len(texts) != 2 or not all(_PLAIN.fullmatch(text) for text in texts):
        return None
    dates = [parse(text) for text in texts]
    days = [from_day(date.earliest) for date in dates if date.exact and date.earliest is not None]
    if len(days) != 2 or days[0][:2] != days[1][:2]:
        return None
    year, month = year_text(days[0].year, words), words(f"date.month-{days[0].month}")
    return words("date.either-of-month", year=year, month=month, first=days[0].day, second=days[1].day)


def _member(text: str, words: Catalogue, *, one_of: bool) -> str:
    first, dots, last = text.partition("..")
    if dots and not last and one_of:
        return words("date.or-later", start=phrase_text(parse(first), words))
    if dots:
        return date_text(parse(f"{first or '..'}/{last or '..'}"), words)
    return phrase_text(parse(first), words)


def _season_code(text: str) -> int:
    match = re.search(r"\d{4}[?~%]?-[?~%]?(\d\d)", text, re.ASCII)
    return int(match[1]) if match else 21


def _interval(date: EdtfDate, words: Catalogue) -> str:
    start, end = date.start, date.end
    if start is None:
        key = "date.until" if date.start_open else "date.to-unknown"
        return words(key, end=phrase_text(end, words) if end else words("date.unknown"))
    if end is None:
        key = "date.since" if date.end_open else "date.from-unknown"
        return words(key, start=phrase_text(start, words))
    short = _shortened(start, end, words)
    return short or range_text(date, phrase_text(start, words), phrase_text(end, words), words)


def range_text(date: EdtfDate, start: str, end: str, words: Catalogue) -> str:
    """Return an interval in words, with its ends as texts."""
    # An end that is a whole phrase may have a "to" or an "and" of its own.
    return words("date.from-to" if {"X", "S"} & set(date.text) else "date.range", start=start, end=end)


def _shortened(start: EdtfDate, end: EdtfDate, words: Catalogue) -> str | None:
    """Return an interval within a year with the year written once; None where that does not fit."""
    if not (_PLAIN.fullmatch(start.text) and _PLAIN.fullmatch(end.text)):
        return None
    if start.earliest is None or end.latest is None or start.precision is not end.precision:
        return None
    first, last = from_day(start.earliest), from_day(end.latest)
    if first.year != last.year:
        return None
    year = year_text(first.year, words)
    months = words(f"date.month-{first.month}"), words(f"date.month-{last.month}")
    if start.precision is Precision.MONTH and first.month != last.month:
        return words("date.months-of-year", year=year, start=months[0], end=months[1])
    if start.precision is not Precision.DAY or start.earliest == end.latest:
        return (
            date_text(start, words) if (start.earliest, start.latest) == (end.earliest, end.latest) else None
        )
    return _days_of_year(first, last, words)


def _days_of_year(first: CivilDate, last: CivilDate, words: Catalogue) -> str:
    """Return two days of a year with the year written once, and the month too where it is the same."""
    year, month = year_text(first.year, words), words(f"date.month-{first.month}")
    if first.month == last.month:
        return words("date.days-of-month", year=year, month=month, first=first.day, last=last.day)
    days = [
        words("date.day-month", month=words(f"date.month-{one.month}"), day=one.day) for one in (first, last)
    ]
    return words("date.days-of-year", year=year, start=days[0], end=days[1])
