"""Texts of distances from day zero, and short dates below the heading of their year."""

from __future__ import annotations

from sufu_tui.dossier.days import CivilDate, from_day
from sufu_tui.dossier.edtf import EdtfDate, Precision
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text, phrase_text, range_text, year_text

_DAYS_IN_400_YEARS = 146_097
_IN_YEARS_FROM = 5
"""Years from which on a distance is written in years, not in days."""


def distance_text(least: int | None, most: int | None, words: Catalogue) -> str:
    """Return the days from day zero: `+531 days`, `+500 to +531 days`, `+500 days or later`, `-2,534 years`.

    At least one of the two has to be known. Years are whole ones, as of ages.
    """
    known = [days for days in (least, most) if days is not None]
    in_years = max(abs(days) for days in known) * 400 >= _IN_YEARS_FROM * _DAYS_IN_400_YEARS
    numbers = [_whole_years(days) if in_years else days for days in known]
    signed = [f"{number:+,}" if number else "0" for number in dict.fromkeys(numbers)]
    number = signed[0] if len(signed) == 1 else words("date.range", start=signed[0], end=signed[1])
    unit = "date.years-away" if in_years else "date.days-away"
    text = words.plural(unit, abs(numbers[0]) if len(signed) == 1 else 2, number=number)
    if least is None:
        return words("date.until", end=text)
    return words("date.or-later", start=text) if most is None else text


def _whole_years(days: int) -> int:
    years = abs(days) * 400 // _DAYS_IN_400_YEARS
    return years if days > 0 else -years


def date_in_year(date: EdtfDate, year: int | None, words: Catalogue) -> str:
    """Return `date` in few cells, below the heading of a `year` (if any) that it then need not repeat."""
    if date.precision is Precision.INTERVAL:
        return _interval(date, year, words)
    return _short(date, year, words) or date_text(date, words)


def _short(date: EdtfDate, year: int | None, words: Catalogue) -> str | None:
    text = _in_year(date, year, words)
    if text is None:
        return None
    if date.approximate:
        text = words("date.about", date=text)
    return words("date.uncertain", date=text) if date.uncertain else text


def _interval(date: EdtfDate, year: int | None, words: Catalogue) -> str:
    start, end = date.start, date.end
    if start is None or (end is None and not date.end_open):
        return date_text(date, words)
    since = _short(start, year, words) or phrase_text(start, words)
    if end is None:
        return words("date.since", start=since)
    first, last = _day(start), _day(end)
    if first is not None and last is not None and first[:2] == last[:2] and first.year == year:
        month = words(f"date.month-short-{first.month}")
        # The heading shows the year; its place in the pattern leaves only a blank to strip.
        return words("date.days-of-month", year="", month=month, first=first.day, last=last.day).strip()
    return range_text(date, since, _short(end, year, words) or phrase_text(end, words), words)


def _in_year(date: EdtfDate, year: int | None, words: Catalogue) -> str | None:
    """Return a day or a month in few cells, without its year if that is `year`; None for all else."""
    if date.earliest is None or "X" in date.text or date.precision not in {Precision.DAY, Precision.MONTH}:
        return None
    first = from_day(date.earliest)
    month = words(f"date.month-short-{first.month}")
    here = first.year == year
    if date.precision is Precision.MONTH:
        return month if here else words("date.year-month", year=year_text(first.year, words), month=month)
    if here:
        return words("date.day-month", month=month, day=first.day)
    return words("date.full", year=year_text(first.year, words), month=month, day=first.day)


def _day(date: EdtfDate) -> CivilDate | None:
    exact = date.exact and date.precision is Precision.DAY
    return from_day(date.earliest) if exact and date.earliest is not None else None
