"""Dates as the words of a text say them: as far as they go, with what stretch of time they mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

DateParts = tuple[int | None, int | None, int | None]
"""Year, month and day, as far as they are said."""

Edge = Literal["first", "middle", "last"]
"""Vague part of a stretch of time: 年初 and "early", 年中 and "mid", 年底 and "late"."""

_HALVES = {40: ("01", "06"), 41: ("07", "12")}


class TextDate(NamedTuple):
    """Date from `start` to `end` of a text; `first` and `last` are year, month and day of its ends.

    What the words do not say of an end is None. `part` is the code that EDTF (ISO 8601-2) has for a season,
    quarter, third or half of the year, 21 to 41; `mask` its mask of a decade or century: `199X`, `19XX`, or
    `XX9X` where the century is not said. `edge` is the vague part of all this that is meant, `within` what a
    word like 今年 or "this month" names without saying which.
    """

    start: int
    end: int
    first: DateParts = (None, None, None)
    last: DateParts | None = None
    part: int | None = None
    mask: str = ""
    edge: Edge | None = None
    within: Literal["year", "month"] | None = None

    @property
    def edtf(self) -> str | None:
        """Date in EDTF; a half year is an interval of months. None where there is no such month."""
        if self.mask:
            return None if self.mask.startswith("X") else self.mask
        year = self.first[0]
        if year is not None and self.part is not None:
            months = _HALVES.get(self.part)
            text = f"{year:04d}-"
            return text + (f"{months[0]}/{text}{months[1]}" if months else str(self.part))
        said = [parts[1] for parts in (self.first, self.last) if parts and parts[1] is not None]
        if year is None or not all(1 <= month <= 12 for month in said):
            return None
        first = _edtf(self.first)
        return f"{first}/{_edtf(self.last)}" if self.last else first


def _edtf(parts: DateParts) -> str:
    year, month, day = parts
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])


def beside(found: Iterable[re.Match[str]], taken: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield what was `found` that touches none of the spans `taken`, which are sorted and apart."""
    for one in found:
        before = bisect_left(taken, (one.end(), 0)) - 1
        if before < 0 or taken[before][1] <= one.start():
            yield one
