"""Brief periods: the time of the long form in a few cells, by the year, or by the month within one.

A column has no room for `8 December 2021 to 8 December 2023`; `2021–2023` is coarser and still true.
"""

from __future__ import annotations

from sufu_tui.dossier.days import from_day
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import month_tick, year_text, year_tick


def brief_period(date: EdtfDate, words: Catalogue) -> str:
    """Return `date` by month or year: `2021–2023`, `2023年8月`, `since 2021`, `c. Dec 2022`."""
    text = _bounds(date, words)
    if date.approximate:
        text = words("metrics.period-about", date=text)
    if date.uncertain:
        text = words("metrics.period-uncertain", date=text)
    return text


def _bounds(date: EdtfDate, words: Catalogue) -> str:
    first = None if date.earliest is None else from_day(date.earliest)
    last = None if date.latest is None else from_day(date.latest)
    if first is None:
        return "" if last is None else words("metrics.period-until", end=year_text(last.year, words))
    if last is None:
        return words("metrics.period-since", start=year_text(first.year, words))
    if first.year != last.year:
        return words(
            "metrics.period-years", start=year_tick(first.year, words), end=year_tick(last.year, words)
        )
    if first.month == last.month:
        year, month = year_tick(first.year, words), month_tick(first.month, words)
        return words("metrics.period-month", year=year, month=month)
    return year_text(first.year, words)
