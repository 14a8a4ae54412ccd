"""Agenda: events as lines under the year in which each begins, and the month where a year has many."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sufu_tui.dossier.days import from_day
from sufu_tui.dossier.model import Event

_MANY = 30
"""Events above which a year has a heading for each month."""


class AgendaHeading(NamedTuple):
    """Heading: the year, and perhaps the month, in which its events begin; without a year it is unknown.

    With `until` it is the year of the last day instead: the first is open.
    """

    year: int | None
    month: int | None = None
    until: bool = False


class Agenda:
    """Lines of headings and events, as numbers only; the text of a line is made when it is shown."""

    __slots__ = ("_at", "_headings", "_line_of", "lines")

    def __init__(self, beginnings: Sequence[AgendaHeading], order: Sequence[int]) -> None:
        """List the events with the indexes `order`, sorted by time.

        `beginnings` has the finest heading of every event of the dossier (see `beginning`).
        """
        self.lines = array("l")
        """Indexes of events, or -1, -2 … for the first heading, the second …"""
        self._headings: list[AgendaHeading] = []
        self._at: list[int] = []  # the line of each heading
        self._line_of: dict[int, int] = {}
        begun = [beginnings[event] for event in order]
        years = Counter(heading.year for heading in begun)
        here: AgendaHeading | None = None
        for event, heading in zip(order, begun, strict=True):
            if heading.month is not None and years[heading.year] <= _MANY:
                heading = AgendaHeading(heading.year)  # noqa: PLW2901  a month is too fine here
            if heading != here:
                self._at.append(len(self.lines))
                self._headings.append(heading)
                self.lines.append(-len(self._headings))
                here = heading
            self._line_of[event] = len(self.lines)
            self.lines.append(event)

    def __len__(self) -> int:
        return len(self.lines)

    def line_of(self, event: int | None) -> int | None:
        """Return the line of an event, or None where it is not listed."""
        return None if event is None else self._line_of.get(event)

    def event_at(self, line: int) -> int | None:
        """Return the event in a line; None for a heading or a missing line."""
        return self.lines[line] if 0 <= line < len(self.lines) and self.lines[line] >= 0 else None

    def event_near(self, line: int, direction: int) -> int | None:
        """Return the event in a line, else the next in `direction`, else the next in the other."""
        line = max(0, min(len(self.lines) - 1, line))
        for step in (direction, -direction):
            place = line
            while 0 <= place < len(self.lines):
                if self.lines[place] >= 0:
                    return self.lines[place]
                place += step
        return None

    def heading_at(self, line: int) -> AgendaHeading | None:
        """Return the heading in a line, or None where it is an event."""
        return self._headings[-1 - self.lines[line]] if self.lines[line] < 0 else None

    def heading_over(self, line: int) -> AgendaHeading | None:
        """Return the heading above a line, by bisection; None where nothing is listed."""
        place = bisect_right(self._at, line) - 1
        return self._headings[max(place, 0)] if self._headings else None


def beginning(event: Event) -> AgendaHeading:
    """Return the month in which an event begins; the year, where the month is unknown."""
    date = event.date
    if date.earliest is None:
        year = None if date.latest is None else from_day(date.latest).year
        return AgendaHeading(year, until=True)
    first = from_day(date.earliest)
    # The month is known where the whole of the beginning lies in it: `2022` need not be January.
    latest = date.start.latest if date.start is not None else date.latest
    last = first if latest is None else from_day(latest)
    return AgendaHeading(first.year, first.month if first[:2] == last[:2] else None)
