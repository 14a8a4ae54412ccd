"""Dates as each language writes them, never finer than the date is.

Years before the common era are historians' years: the astronomical -0477 is 478 BCE.
"""

from __future__ import annotations

import re

from sufu_tui.dossier.days import CivilDate, from_day, month_length, to_day
from sufu_tui.dossier.edtf import EdtfDate, Precision
from sufu_tui.languages.catalogue import Catalogue

_DAYS_A_YEAR = 365.2425
_PLAIN = re.compile(r"Y?-?\d{4,}(-\d\d){0,2}", re.ASCII)
_SEASONS = {Precision.SEASON, Precision.QUARTER, Precision.QUADRIMESTER, Precision.HALF}


def date_text(date: EdtfDate, words: Catalogue) -> str:
    """Return `date` in words: `2023年8月18日至19日`, `about December 2022`, `478 BCE or earlier`."""
    if date.precision is Precision.INTERVAL:
        return _interval(date, words)
    text = _single(date, words)
    if date.approximate:
        text = words("date.about", date=text)
    if date.uncertain:
        text = words("date.uncertain", date=text)
    return text


def bounds_text(date: EdtfDate, words: Catalogue) -> str:
    """Return the first and last day that `date` may mean, spelled out."""
    if date.earliest is None:
        return words("date.until", end=_bound(date.latest, words))
    if date.latest is None:
        return words("date.since", start=_bound(date.earliest, words))
    return words("date.range", start=_bound(date.earliest, words), end=_bound(date.latest, words))


def duration_text(days: int, words: Catalogue) -> str:
    """Return a length of time: in whole years from two years on, else in days."""
    years = int(days / _DAYS_A_YEAR)
    key, number = ("date.years", years) if years >= 2 else ("date.days", days)
    return words(f"{key}.{'one' if number == 1 else 'other'}", number=f"{number:,}")


def year_text(year: int, words: Catalogue) -> str:
    """Return an astronomical year as it is said: `2023年`, `西元前478年`, `478 BCE`."""
    return words("date.year", year=_digits(year)) if year > 0 else words("date.bce", year=_digits(1 - year))


def month_text(year: int, month: int, words: Catalogue) -> str:
    """Return a month of a year: `2022年12月`, `December 2022`."""
    return words("date.year-month", year=year_text(year, words), month=words(f"date.month-{month}"))


def day_text(number: int, words: Catalogue) -> str:
    """Return a day: `2023年8月18日`, `18 August 2023`."""
    year, month, day = from_day(number)
    return words("date.full", year=year_text(year, words), month=words(f"date.month-{month}"), day=day)


def year_tick(year: int, words: Catalogue) -> str:
    """Return the label of a year on an axis: `2023`, `前500年`, `500 BCE`."""
    return str(year) if year > 0 else words("date.tick-bce", year=_digits(1 - year))


def month_tick(month: int, words: Catalogue) -> str:
    """Return the label of a month on an axis: `4月`, `Apr`."""
    return words(f"date.month-short-{month}")


def day_tick(day: int, words: Catalogue) -> str:
    """Return the label of a day of the month on an axis: `18日`, `18`."""
    return words("date.tick-day", day=day)


def _digits(year: int) -> str:
    return str(year) if abs(year) <= 9999 else f"{year:,}"


def _bound(number: int | None, words: Catalogue) -> str:
    return words("date.unknown") if number is None else day_text(number, words)


def _single(date: EdtfDate, words: Catalogue) -> str:
    if date.earliest is None or date.latest is None:
        return bounds_text(date, words)
    if date.precision is Precision.SET:
        return words("date.several", start=day_text(date.earliest, words), end=day_text(date.latest, words))
    first, last = from_day(date.earliest), from_day(date.latest)
    if date.precision in _SEASONS:
        return words(f"date.season-{_season_code(date.text)}", year=year_text(first.year, words))
    if date.precision is Precision.DECADE and first.year > 0:
        return words("date.decade", year=_digits(first.year))
    if date.precision is Precision.DAY and date.earliest == date.latest:
        return day_text(date.earliest, words)
    whole_month = first[:2] == last[:2] and (first.day, last.day) == (1, month_length(*first[:2]))
    if date.precision is Precision.MONTH and whole_month:
        return month_text(first.year, first.month, words)
    if date.precision is Precision.DAY and whole_month:
        return words("date.some-day", month=month_text(first.year, first.month, words))
    return _stretch(date, first, last, words)


def _stretch(date: EdtfDate, first: CivilDate, last: CivilDate, words: Catalogue) -> str:
    """Return a date of a year, of years, or somewhere within a stretch of time."""
    whole = (first[1:], last[1:]) == ((1, 1), (12, 31))
    vague = date.precision in {Precision.MONTH, Precision.DAY}
    if whole and not vague:
        years = year_text(first.year, words), year_text(last.year, words)
        return years[0] if years[0] == years[1] else words("date.range", start=years[0], end=years[1])
    if whole and first.year == last.year:
        key = "date.some-month" if date.precision is Precision.MONTH else "date.some-day"
        year = year_text(first.year, words)
        return words(key, year=year, month=year)
    if date.precision is Precision.MONTH:
        start, end = (month_text(bound.year, bound.month, words) for bound in (first, last))
    else:
        start, end = (day_text(to_day(*bound), words) for bound in (first, last))
    return words("date.some-time", start=start, end=end)


def _season_code(text: str) -> int:
    match = re.search(r"\d{4}[?~%]?-[?~%]?(\d\d)", text, re.ASCII)
    return int(match[1]) if match else 21


def _interval(date: EdtfDate, words: Catalogue) -> str:
    start, end = date.start, date.end
    if start is None:
        key = "date.until" if date.start_open else "date.to-unknown"
        return words(key, end=date_text(end, words) if end else words("date.unknown"))
    if end is None:
        key = "date.since" if date.end_open else "date.from-unknown"
        return words(key, start=date_text(start, words))
    short = _shortened(start, end, words)
    return short or words("date.range", start=date_text(start, words), end=date_text(end, words))


def _shortened(start: EdtfDate, end: EdtfDate, words: Catalogue) -> str | None:
    """Return an interval within a year without saying the year twice; None where that does not fit."""
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
    if first.month == last.month:
        return words("date.days-of-month", year=year, month=months[0], first=first.day, last=last.day)
    days = [
        words("date.day-month", month=month, day=one.day)
        for month, one in zip(months, (first, last), strict=True)
    ]
    return words("date.days-of-year", year=year, start=days[0], end=days[1])
