"""Parsed EDTF dates: bounds, precision, doubts."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Precision(str, Enum):
    """Finest unit of a date."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    INTERVAL = "interval"
    SET = "set"


class EdtfError(ValueError):
    """Error of a text that is no EDTF date.

    `code` is a short slug (`syntax`, `month`, `day`, `no-such-day`, `reversed`, `both-ends-missing`,
    `slashes`, `day-after-season`, `long-year`, `minus-zero`); `hint` is a corrected text, or None.
    """

    def __init__(self, code: str, text: str, hint: str | None = None) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text
        self.hint = hint


class EdtfDate(NamedTuple):
    """Date as precise as its text and no more.

    `earliest` and `latest` are the first and last day that it may mean, without its qualifiers;
    `fuzzy_earliest` and `fuzzy_latest` allow one unit of the written precision more for `~` or `?`
    and two for `%` (the project's policy: the standard gives no number).
    """

    text: str
    earliest: int | None
    latest: int | None
    precision: Precision
    fuzzy_earliest: int | None = None
    fuzzy_latest: int | None = None
    approximate: bool = False
    uncertain: bool = False
    start_open: bool = False
    end_open: bool = False
    start_unknown: bool = False
    end_unknown: bool = False
    start: EdtfDate | None = None
    end: EdtfDate | None = None

    @property
    def sort_key(self) -> tuple[float, float]:
        """Sort key: earliest, then latest day number; an open end lies before or after everything."""
        return (
            float("-inf") if self.earliest is None else self.earliest,
            float("inf") if self.latest is None else self.latest,
        )

    @property
    def exact(self) -> bool:
        """True if the date is one known day without a doubt."""
        return self.earliest == self.latest is not None and not (self.approximate or self.uncertain)

    @property
    def in_doubt(self) -> bool:
        """True if the date is approximate or uncertain, or one of its ends is."""
        return self.approximate or self.uncertain

    @property
    def firm_bounds(self) -> tuple[int | None, int | None]:
        """First and last day number beyond which it cannot lie; None for an end that is open or in doubt."""
        if self.start is None and self.end is None:
            return (None, None) if self.in_doubt else (self.earliest, self.latest)
        first = None if self.start is None or self.start.in_doubt else self.earliest
        return first, None if self.end is None or self.end.in_doubt else self.latest

    @property
    def names_its_days(self) -> bool:
        """True if the bounds are the days that the text names."""
        ends = [self] if self.start is None and self.end is None else [self.start, self.end]
        return all(end is None or end.earliest == end.latest for end in ends)
