"""Beginnings of events: the years in which one may begin, of which a list makes its headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sufu_tui.dossier.days import from_day
from sufu_tui.dossier.model import Event


class Beginning(NamedTuple):
    """First and last astronomical year in which an event may begin; None where there is no such limit.

    `month` is the month (1 to 12), where that is known as well.
    """

    first_year: int | None
    last_year: int | None
    month: int | None = None

    @property
    def has_year(self) -> bool:
        """True if the year is known: one year, and no other."""
        return self.first_year is not None and self.first_year == self.last_year


def beginning(event: Event) -> Beginning:
    """Return when an event begins: a moment some time within its date, all else with the date's beginning.

    An approximate date is taken as it is written.
    """
    return _between(*_bounds(event))


def beginnings(events: Iterable[Event]) -> list[Beginning]:
    """Return when each event begins; those of the same days have one object."""
    known: dict[tuple[int | None, int | None], Beginning] = {}
    found = []
    for event in events:
        bounds = _bounds(event)
        if bounds not in known:
            known[bounds] = _between(*bounds)
        found.append(known[bounds])
    return found


def _between(earliest: int | None, latest: int | None) -> Beginning:
    if earliest is None or latest is None:
        return Beginning(*(None if day is None else from_day(day).year for day in (earliest, latest)))
    first, last = from_day(earliest), from_day(latest)
    # The month is known where the whole of the beginning lies in it: `2022` need not be January.
    return Beginning(first.year, last.year, first.month if first[:2] == last[:2] else None)


def is_undated(event: Event) -> bool:
    """Return whether an event begins in any of several years, or in any from one on."""
    earliest, latest = _bounds(event)
    if earliest is None or earliest == latest:
        return False
    return latest is None or from_day(earliest).year != from_day(latest).year


def _bounds(event: Event) -> tuple[int | None, int | None]:
    """Return the first and last day number on which an event may begin."""
    date = event.date
    if event.kind == "point" or date.earliest is None:
        return date.earliest, date.latest
    # `2022` of what lasted is all of it; a beginning that is known less well says so in the start.
    return date.earliest, date.earliest if date.start is None else date.start.latest
