"""Extended Date/Time Format: a string to the earliest and latest day that it may mean.

Reads ISO 8601-2:2019 (EDTF), levels 0 to 2, sets included. Where the standard is silent, the
code states the project's policy in place. Bounds are day numbers (`sufu_tui.dossier.days`); None stands
for a bound that is open or unknown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sufu_tui.dossier.days import month_length, to_day
from sufu_tui.dossier.edtf_bounds import SEASONS, extreme_day, qualified, season_days
from sufu_tui.dossier.edtf_date import EdtfDate, EdtfError, Precision
from sufu_tui.dossier.edtf_hints import suggestion

_MOST_DIGITS = 18
"""Limit for years: the universe is younger, and Python reads no integer of thousands of digits."""

_DAY = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DATE = r"([?~%]?)(-?[\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?"
_LONG_YEAR = r"(?:Y(-?[1-9]\d*)(?:E(\d{1,3}))?|(-?\d{4}))(?:S(\d{1,3}))?([?~%]?)"
_TIME = r"(-?\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?"


__all__ = ["EdtfDate", "EdtfError", "Precision", "parse"]


@lru_cache(maxsize=3)
def _pattern(expression: str) -> re.Pattern[str]:
    """Return a rarer pattern, compiled at its first use: not every start needs it."""
    return re.compile(expression, re.ASCII)


def parse(text: str) -> EdtfDate:
    """Parse an EDTF string (ISO 8601-2:2019, levels 0 to 2); raise EdtfError where it is none."""
    plain = _DAY.fullmatch(text)
    if plain is not None:
        return _plain(text, *plain.groups())
    if text[:1] in {"[", "{"}:
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _single(text)


def _plain(text: str, year_text: str, month_text: str | None, day_text: str | None) -> EdtfDate:
    """Parse a date without masks and qualifiers, by far the most common."""
    if year_text == "-0000":
        raise EdtfError("minus-zero", text, text[1:])
    year = int(year_text)
    if month_text is None:
        earliest, latest = to_day(year), to_day(year, 12, 31)
        return EdtfDate(text, earliest, latest, Precision.YEAR, earliest, latest)
    month = int(month_text)
    if month > 12 and day_text is not None and month in SEASONS:
        raise EdtfError("day-after-season", text, text[:-3])
    if month in SEASONS and day_text is None:
        return _season(text, year, month, "")
    if not 1 <= month <= 12:
        raise EdtfError("month", text)
    length = month_length(year, month)
    if day_text is None:
        first = to_day(year, month)
        return EdtfDate(text, first, first + length - 1, Precision.MONTH, first, first + length - 1)
    day = int(day_text)
    if not 1 <= day <= 31:
        raise EdtfError("day", text)
    if day > length:
        raise EdtfError("no-such-day", text)
    first = to_day(year, month, day)
    return EdtfDate(text, first, first, Precision.DAY, first, first)


def _season(text: str, year: int, code: int, qualifier: str) -> EdtfDate:
    first, last = season_days(year, code)
    return qualified(text, first, last, SEASONS[code][2], qualifier)


def _single(text: str) -> EdtfDate:
    match = _pattern(_DATE).fullmatch(text)
    if match is not None:
        return _masked(text, match)
    time = _pattern(_TIME).fullmatch(text)
    if time is not None:
        day = parse(time[1])
        return EdtfDate(text, day.earliest, day.latest, Precision.DAY, day.earliest, day.latest)
    long_year = _pattern(_LONG_YEAR).fullmatch(text)
    if long_year is not None:
        return _year(text, *long_year.groups())
    raise EdtfError("syntax", text, _hint(text))


def _masked(text: str, match: re.Match[str]) -> EdtfDate:
    before, year, after_year, before_month, month, after_month, before_day, day, after_day = match.groups()
    qualifier = "".join(
        mark for mark in (before, after_year, before_month, after_month, before_day, after_day) if mark
    )
    if year == "-0000":
        raise EdtfError("minus-zero", text)
    if month and "X" not in month and int(month) in SEASONS and "X" not in year:
        if day is not None:
            raise EdtfError("day-after-season", text)
        return _season(text, int(year), int(month), qualifier)
    if month and "X" not in month and not 1 <= int(month) <= 12:
        raise EdtfError("month", text)
    if day and "X" not in day and not 1 <= int(day) <= 31:
        raise EdtfError("day", text)
    earliest = extreme_day(year, month, day, last=False)
    latest = extreme_day(year, month, day, last=True)
    if earliest is None or latest is None:
        raise EdtfError("no-such-day", text)
    return qualified(text, earliest, latest, _precision_of(year, month, day), qualifier)


def _precision_of(year: str, month: str | None, day: str | None) -> Precision:
    if day is not None:
        return Precision.DAY
    if month is not None:
        return Precision.MONTH
    unknown = len(year) - len(year.rstrip("X"))
    coarse = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM, Precision.MILLENNIUM)
    return coarse[unknown]


def _year(
    text: str,
    long: str | None,
    exponent: str | None,
    short: str | None,
    significant: str | None,
    qualifier: str,
) -> EdtfDate:
    """Parse a year with `Y`, an exponent, or a number of significant digits."""
    if len(long or "") + int(exponent or 0) > _MOST_DIGITS:
        raise EdtfError("syntax", text)
    year = int(long or short or 0) * 10 ** int(exponent or 0)
    if long is not None and abs(year) <= 9999:
        raise EdtfError("long-year", text, f"{'-' if year < 0 else ''}{abs(year):04d}")
    if short == "-0000":
        raise EdtfError("minus-zero", text)
    low = high = year
    if significant is not None:
        step = 10 ** max(0, len(str(abs(year))) - int(significant))
        low = abs(year) // step * step
        low, high = (low, low + step - 1) if year >= 0 else (-low - step + 1, -low)
    return qualified(text, to_day(low), to_day(high, 12, 31), Precision.YEAR, qualifier)


def _interval(text: str) -> EdtfDate:
    ends = text.split("/")
    if len(ends) != 2:
        raise EdtfError("slashes", text, _hint(text))
    first, last = ends
    if first in {"", ".."} and last in {"", ".."}:
        raise EdtfError("both-ends-missing", text)
    try:
        start = _end(first)
        end = _end(last)
    except EdtfError as error:
        mended = text.replace(error.text, error.hint) if error.hint else text
        hint = _hint(text) or _if_date(mended, text)
        raise EdtfError(error.code, text, hint) from error
    if start is not None and end is not None and start.sort_key[0] > end.sort_key[1]:
        raise EdtfError("reversed", text, f"{last}/{first}")
    return EdtfDate(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        Precision.INTERVAL,
        start.fuzzy_earliest if start else None,
        end.fuzzy_latest if end else None,
        approximate=any(one.approximate for one in (start, end) if one),
        uncertain=any(one.uncertain for one in (start, end) if one),
        start_open=first == "..",
        end_open=last == "..",
        start_unknown=not first,
        end_unknown=not last,
        start=start,
        end=end,
    )


def _end(text: str) -> EdtfDate | None:
    if text in {"", ".."}:
        return None
    plain = _DAY.fullmatch(text)
    return _plain(text, *plain.groups()) if plain else _single(text)


def _set(text: str) -> EdtfDate:
    """Parse `[a,b,c..d]` (one of them) or `{...}` (all of them) to its outer bounds."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) < 3:
        raise EdtfError("syntax", text)
    lows: list[int | None] = []
    highs: list[int | None] = []
    starts_open = ends_open = approximate = uncertain = False
    for member in text[1:-1].split(","):
        first, dots, last = member.strip(" ").partition("..")
        low = _end(first) if first else None
        high = (_end(last) if last else None) if dots else low
        if low is None and high is None:
            raise EdtfError("syntax", text)
        if low and high and low.sort_key[0] > high.sort_key[1]:
            raise EdtfError("reversed", text)
        lows.append(low.earliest if low else None)
        highs.append(high.latest if high else None)
        starts_open |= low is None
        ends_open |= high is None
        approximate |= any(one.approximate for one in (low, high) if one)
        uncertain |= any(one.uncertain for one in (low, high) if one)
    earliest = None if starts_open else min(low for low in lows if low is not None)
    latest = None if ends_open else max(high for high in highs if high is not None)
    return EdtfDate(
        text,
        earliest,
        latest,
        Precision.SET,
        earliest,
        latest,
        approximate,
        uncertain,
        starts_open,
        ends_open,
    )


def _hint(text: str) -> str | None:
    """Return a correction of `text`; None unless it is a date, and another text."""
    return _if_date(suggestion(text), text)


def _if_date(candidate: str, text: str) -> str | None:
    """Return `candidate` if it is a date, and another text than `text`."""
    if candidate == text:
        return None
    try:
        parse(candidate)
    except EdtfError:
        return None
    return candidate
