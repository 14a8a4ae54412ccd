"""Wording of dates: whether printed words mean the very stretch of time that the dossier takes them for.

EDTF (ISO 8601-2) has a date for a day as for a season, a quarter or a decade, so words are held to theirs:
"summer 2024" is 2024-22. A dossier may leave out the day or the month, as ISO 8601-1 does in dates of reduced
precision; it may not be more precise than its source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from sufu_tui.dossier.days import from_day, month_length, to_day
from sufu_tui.dossier.edtf_bounds import season_days
from sufu_tui.dossier.edtf_date import Precision
from sufu_tui.proof.claims import Hint
from sufu_tui.reading.prints.dates_in_text import dates
from sufu_tui.reading.prints.text_date import DateParts, Edge, TextDate

if TYPE_CHECKING:
    from sufu_tui.dossier.edtf_date import EdtfDate

_YEAR = re.compile(
    r"(?<![0-9.,/A-Za-z])(?<![0-9]-)(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9A-Za-z\u4e00-\u9fff]|[.,/][0-9])"
)
_EDGE = re.compile(
    r"\b(?:(early|mid|late)[ -](?:in )?|(beginning|start|middle|end) of )(?:the )?$", re.IGNORECASE
)
_EDGES: dict[str, Edge] = {
    **dict.fromkeys(("early", "beginning", "start"), "first"),
    **dict.fromkeys(("mid", "middle"), "middle"),
    **dict.fromkeys(("late", "end"), "last"),
}
_SHARES: dict[Edge, tuple[float, float]] = {"first": (0, 0.4), "middle": (0.3, 0.7), "last": (0.6, 1)}
"""Shares of a stretch of time in which a vague part can lie (the project's policy): 年底 begins in August."""
_REDUCED = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.SET})
"""Precisions of dates that can stand for one of which the day or the month is left out."""

_Relation = Literal["same", "finer", "vaguer", "other"]
"""Relation of words to a date: the same, a part of it, more than all of it, or another."""


class _Days(NamedTuple):
    """Stretch of days by number, the first and the last."""

    first: int
    last: int

    def relation(self, other: _Days) -> _Relation:
        """Return what words of these days are beside a date of the `other`."""
        if self == other:
            return "same"
        if other.first <= self.first and self.last <= other.last:
            return "finer"
        return "vaguer" if self.first <= other.first and other.last <= self.last else "other"

    def part(self, edge: Edge) -> _Days:
        """Return the days that a vague part can take in."""
        length = self.last - self.first + 1
        begins, ends = _SHARES[edge]
        return _Days(self.first + int(length * begins), self.first + round(length * ends) - 1)


def date_fault(printed: str, date: EdtfDate) -> Hint | None:
    """Return that `printed` means another time than `date`, or more or less of it; None if neither."""
    said = _said(printed)
    if said is None:
        return None
    is_possible = _is_possible(said.first) and _is_possible(said.last)
    relation = _relation(said, date) if is_possible else "other"
    if relation == "same":
        return None
    return Hint("date" if relation == "other" else relation, printed, date.text)


def _said(printed: str) -> TextDate | None:
    """Return the first date of the words, a year alone or two years included."""
    found = next(iter(sorted(dates(printed), key=lambda date: date[:2])), None)
    if found is None:
        years = list(_YEAR.finditer(printed))
        if not 1 <= len(years) <= 2:
            return None
        first, last = (int(years[0][0]), None, None), (int(years[-1][0]), None, None)
        found = TextDate(years[0].start(), years[-1].end(), first, last if len(years) > 1 else None)
    before = _EDGE.search(printed[: found.start])
    return found._replace(edge=_EDGES[(before[1] or before[2]).lower()]) if before else found


def _is_possible(parts: DateParts | None) -> bool:
    """Return whether there is such a month and day; 29 February of a year that is not said is."""
    year, month, day = parts or (None, None, None)
    if month is None:
        return True
    return 1 <= month <= 12 and (day is None or 1 <= day <= month_length(year or 2000, month))


def _relation(said: TextDate, date: EdtfDate) -> _Relation:
    """Return what the words are beside `date`; the same where they agree as far as they go."""
    if date.start is None and date.end is None:
        return _beside(said, date)
    if said.last is not None:
        first = _beside(said._replace(last=None), date.start)
        return first if first != "same" else _beside(said._replace(first=said.last, last=None), date.end)
    if date.start is None:
        return _beside(said, date.end)
    if date.earliest is not None and date.latest is not None:
        whole = _Days(date.earliest, date.latest)
        if any(_of_days(said, days, whole, date) == "same" for days in _days(said, date.earliest)):
            return "same"
    return _beside(said, date.start)


def _beside(said: TextDate, date: EdtfDate | None) -> _Relation:
    """Return what the words are beside a date that is no interval; an open end agrees with all."""
    if date is None or date.earliest is None or date.latest is None:
        return "same"
    if date.precision is Precision.SEASON and said.part is not None and said.part <= 24:
        return _of_season(said, said.part, date)
    own = _Days(date.earliest, date.latest)
    relations = [_of_days(said, days, own, date) for days in _days(said, date.earliest)]
    if not relations or "same" in relations:
        return "same"
    is_plain = said.part is None and not said.mask and date.precision in _REDUCED
    return "same" if relations[0] == "finer" and is_plain else relations[0]


def _of_season(said: TextDate, part: int, date: EdtfDate) -> _Relation:
    """Return what a season is beside another: each has codes of its own in either hemisphere, 25 to 32."""
    year, code = re.sub("[?~%]", "", date.text).rsplit("-", 1)
    is_of_year = said.first[0] is None or said.first[0] == int(year)
    return "same" if is_of_year and (int(code) - part) % 4 == 0 else "other"


def _of_days(said: TextDate, days: _Days, own: _Days, date: EdtfDate) -> _Relation:
    """Return what words of `days` are beside a date of its `own`; a vague part may be any that it can be."""
    relation = days.relation(own)
    if said.edge is None or relation != "vaguer":
        return relation
    if days.part(said.edge).relation(own) not in ("same", "vaguer"):
        return "other"
    least = 2 if said.first[1] or said.within == "month" else 28  # days of a month, months of more
    return "same" if date.in_doubt or own.last - own.first + 1 >= least else "vaguer"


def _days(said: TextDate, near: int) -> list[_Days]:
    """Return the days that the words can mean, near the day `near` if they do not say; none for no limits."""
    if said.mask:
        return _of_mask(said.mask, near)
    first = _of_parts(said.first, near)
    last = _of_parts(said.last, near) if said.last else first
    if said.part is not None:
        return [_Days(*season_days(from_day(first.first if first else near).year, said.part))]
    if first and last:
        return [_Days(first.first, last.last)]
    if said.within is None:
        return []
    this = from_day(near)
    around = _of_parts((this.year, this.month if said.within == "month" else None, None), near)
    return [around] if around else []


def _of_mask(mask: str, near: int) -> list[_Days]:
    """Return the days of a decade, or of a century as it is reckoned either way: from 1900, and from 1901."""
    filled = f"{from_day(near).year // 100:02d}{mask[2:]}" if mask.startswith("XX") else mask
    first = int(filled.replace("X", "0"))
    years = 10 ** filled.count("X")
    begins = (first, first + 1) if years == 100 else (first,)
    return [_Days(to_day(year), to_day(year + years) - 1) for year in begins]


def _of_parts(parts: DateParts | None, near: int) -> _Days | None:
    """Return the days of `parts`, in the year of the day `near` if they name none."""
    year, month, day = parts or (None, None, None)
    if year is None and month is None:
        return None
    year = from_day(near).year if year is None else year
    if month is None:
        return _Days(to_day(year), to_day(year, 12, 31))
    if day is None:
        return _Days(to_day(year, month), to_day(year, month, month_length(year, month)))
    return _Days(to_day(year, month, day), to_day(year, month, day))
