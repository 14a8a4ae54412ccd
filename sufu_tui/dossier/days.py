"""Days as numbers: the proleptic Gregorian calendar for any year, astronomical (year 0 exists).

A day number is the rata die: 0001-01-01 is 1, as in `datetime.date.toordinal`, but also defined
before year 1 and after year 9999.
"""

from __future__ import annotations

from typing import NamedTuple

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_IN_400_YEARS = 146_097

REPUBLIC_BEGINS = 1911
"""Year before the first of the Republic of China (1912), from which Taiwan counts: its year 112 is 2023."""


class CivilDate(NamedTuple):
    """Day of the calendar."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    """Return whether `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def to_day(year: int, month: int = 1, day: int = 1) -> int:
    """Return the day number of a date. The day is not checked against the month.

    Counts from 1 March, so that the leap day is the last of its year (Howard Hinnant, `days_from_civil`).
    """
    shifted = year - (month < 3)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return shifted * 365 + shifted // 4 - shifted // 100 + shifted // 400 + of_year - 305


def from_day(number: int) -> CivilDate:
    """Return the date of a day number; the inverse of `to_day`."""
    era, of_era = divmod(number + 305, _DAYS_IN_400_YEARS)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    day = of_year - (153 * shifted_month + 2) // 5 + 1
    return CivilDate(year_of_era + era * 400 + (month < 3), month, day)


def weekday(number: int) -> int:
    """Return the day of the week, Monday is 0."""
    return (number - 1) % 7


def year_text(year: int) -> str:
    """Write a year as EDTF does: four digits, a minus, or a `Y` beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def iso(number: int) -> str:
    """Write a day as ISO 8601: `2021-12-08`, `-0500-01-01`, `Y12023-01-01`."""
    year, month, day = from_day(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"
