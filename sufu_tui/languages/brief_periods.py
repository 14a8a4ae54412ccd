"""Brief periods: the time of the long form in a few cells, by the year, or by the month within one.

A column has no room for `8 December 2021 to 8 December 2023`; `2021–2023` is coarser and still true. Within a
year the months are said, or the half or quarter that they are.
"""

from __future__ import annotations

from sufu_tui.dossier.days import CivilDate, from_day, month_length
from sufu_tui.dossier.edtf import EdtfDate, Precision
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text, month_tick, year_text, year_tick

_PARTS = {(1, 6): "half-1", (7, 12): "half-2"} | {(3 * n - 2, 3 * n): f"quarter-{n}" for n in range(1, 5)}
"""Halves and quarters of a year by their first and last month."""


def brief_period(date: EdtfDate, words: Catalogue) -> str:
    """Return `date` by month or year: `2021–2023`, `Aug 2023`, `since 2021`, `2023 H1`, `Sep–c. Dec 2023`."""
    if date.precision is Precision.SEASON:
        return date_text(date, words)
    first = None if date.earliest is None else from_day(date.earliest)
    last = None if date.latest is None else from_day(date.latest)
    start, end = (date, date) if date.start is None and date.end is None else (date.start, date.end)
    if first is None:
        until = "" if last is None else _doubtful(end, year_text(last.year, words), words)
        return until and words("metrics.period-until", end=until)
    if last is None:
        return words("metrics.period-since", start=_doubtful(start, year_text(first.year, words), words))
    text = _of_year(first, last, words) if first.year == last.year else None
    if text is not None and (start is end or not date.in_doubt or first.month == last.month):
        return _doubtful(date, text, words)
    return _range(start, end, (first, last), words)


def _of_year(first: CivilDate, last: CivilDate, words: Catalogue) -> str:
    """Return the time between two days of a year: a month, a part of the year, months, or all of it."""
    year = year_text(first.year, words)
    if first.month == last.month:
        return words("metrics.period-month", year=year, month=month_tick(first.month, words))
    if (first.month, last.month) == (1, 12):
        return year
    part = _PARTS.get((first.month, last.month))
    whole = first.day == 1 and last.day == month_length(last.year, last.month)
    if part is not None and whole:
        return words(f"metrics.period-{part}", year=year)
    start, end = month_tick(first.month, words), month_tick(last.month, words)
    return words("metrics.period-months", year=year, start=start, end=end)


def _range(
    start: EdtfDate | None, end: EdtfDate | None, days: tuple[CivilDate, CivilDate], words: Catalogue
) -> str:
    """Return a range, with the sign of a doubt at the end that is in doubt."""
    first, last = days
    same_year = first.year == last.year
    texts = [month_tick(day.month, words) if same_year else year_tick(day.year, words) for day in days]
    if start is not end:
        texts = [_doubtful(one, text, words) for one, text in zip((start, end), texts, strict=True)]
    if same_year:
        year = year_text(first.year, words)
        return words("metrics.period-months", year=year, start=texts[0], end=texts[1])
    text = words("metrics.period-years", start=texts[0], end=texts[1])
    return _doubtful(start, text, words) if start is end else text


def _doubtful(date: EdtfDate | None, text: str, words: Catalogue) -> str:
    if date is None:
        return text
    if date.approximate:
        text = words("metrics.period-about", date=text)
    return words("metrics.period-uncertain", date=text) if date.uncertain else text
