"""Bounds of EDTF dates: first and last day of masks, seasons and qualifiers (ISO 8601-2).

Where the standard is silent, the code states the project's policy in place.
"""

from __future__ import annotations

import re

from sufu_tui.dossier.days import from_day, month_length, to_day
from sufu_tui.dossier.edtf_date import EdtfDate, Precision

SEASONS = {  # first month (from January of the year), number of months, precision
    # Seasons are meteorological; the standard gives them no bounds, and other implementations differ.
    21: (3, 3, Precision.SEASON),
    22: (6, 3, Precision.SEASON),
    23: (9, 3, Precision.SEASON),
    24: (12, 3, Precision.SEASON),
    25: (3, 3, Precision.SEASON),
    26: (6, 3, Precision.SEASON),
    27: (9, 3, Precision.SEASON),
    28: (12, 3, Precision.SEASON),
    29: (9, 3, Precision.SEASON),
    30: (12, 3, Precision.SEASON),
    31: (3, 3, Precision.SEASON),
    32: (6, 3, Precision.SEASON),
    33: (1, 3, Precision.QUARTER),
    34: (4, 3, Precision.QUARTER),
    35: (7, 3, Precision.QUARTER),
    36: (10, 3, Precision.QUARTER),
    37: (1, 4, Precision.QUADRIMESTER),
    38: (5, 4, Precision.QUADRIMESTER),
    39: (9, 4, Precision.QUADRIMESTER),
    40: (1, 6, Precision.HALF),
    41: (7, 6, Precision.HALF),
}

_MONTHS_IN = {
    Precision.MONTH: 1,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.QUADRIMESTER: 4,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
    Precision.MILLENNIUM: 12_000,
}


def season_days(year: int, code: int) -> tuple[int, int]:
    """Return the first and the last day of a season, quarter, third or half of `year`, by its code."""
    month, months, _ = SEASONS[code]
    first = to_day(year, month)
    return first, shifted(first, months) - 1


def _matching(mask: str, low: int, high: int) -> list[int]:
    digits = [range(10) if character == "X" else (int(character),) for character in mask]
    numbers = [10 * tens + ones for tens in digits[0] for ones in digits[1]]
    return [number for number in numbers if low <= number <= high]


def _years(mask: str, *, last: bool) -> list[int]:
    """Return the years that fit a mask (`19X2`), ascending, or descending if `last`."""
    sign, digits = (-1, mask[1:]) if mask[0] == "-" else (1, mask)
    ends = sorted({int(digits.replace("X", "0")), int(digits.replace("X", "9"))})
    years = [ends[0]]
    if "X" in digits:
        pattern = re.compile(digits.replace("X", r"\d"))
        years = [number for number in range(ends[0], ends[1] + 1) if pattern.fullmatch(f"{number:04d}")]
    return sorted((sign * year for year in years), reverse=last)


def extreme_day(year: str, month: str | None, day: str | None, *, last: bool) -> int | None:
    """Return the first or last day number that fits the masks; None where no such day exists.

    A mask stands for valid days only: `202X-02-29` is a day of 2020, 2024 or 2028.
    """
    months = _matching(month, 1, 12) if month else [12 if last else 1]
    days = _matching(day, 1, 31) if day else []
    for candidate in _years(year, last=last):
        for number in sorted(months, reverse=last):
            length = month_length(candidate, number)
            if day is None:
                return to_day(candidate, number, length if last else 1)
            valid = [one for one in days if one <= length]
            if valid:
                return to_day(candidate, number, valid[-1] if last else valid[0])
    return None


def qualified(text: str, earliest: int, latest: int, precision: Precision, qualifier: str) -> EdtfDate:
    """Return a date of these bounds (day numbers); `qualifier` (`?`, `~`, `%`) widens its fuzzy bounds."""
    approximate = "~" in qualifier or "%" in qualifier
    uncertain = "?" in qualifier or "%" in qualifier
    units = 2 if "%" in qualifier else 1 if qualifier else 0
    fuzzy_earliest, fuzzy_latest = earliest, latest
    if units and precision is Precision.DAY:
        fuzzy_earliest, fuzzy_latest = earliest - units, latest + units
    elif units:
        months = units * _MONTHS_IN[precision]
        fuzzy_earliest = shifted(earliest, -months)
        fuzzy_latest = shifted(latest + 1, months) - 1
    return EdtfDate(text, earliest, latest, precision, fuzzy_earliest, fuzzy_latest, approximate, uncertain)


def shifted(number: int, months: int) -> int:
    """Return the first of the month that is `months` months after the first of a month."""
    year, month, _ = from_day(number)
    years, month0 = divmod(month - 1 + months, 12)
    return to_day(year + years, month0 + 1)
