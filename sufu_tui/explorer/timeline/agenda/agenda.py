"""Agenda: events as lines under the year in which each begins, and the month where a year has many.

The undated, of which not even the year is known, stand last, under headings of their own.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from sufu_tui.dossier.beginning import Beginning

_MANY = 30
"""Events above which a year has a heading for each month."""


class Agenda:
    """Lines of headings and events, as numbers only; the text of a line is made when it is shown."""

    __slots__ = ("_at", "_headings", "_line_of", "lines")

    def __init__(self, beginnings: Sequence[Beginning], order: Sequence[int]) -> None:
        """List the events with the indexes `order`, sorted by time.

        `beginnings` has the beginning of every event of the dossier.
        """
        self.lines = array("l")
        """Indexes of events, or -1, -2 … for the first heading, the second …"""
        self._headings: list[Beginning] = []
        self._at: list[int] = []  # the line of each heading
        begun = [beginnings[event] for event in order]
        # Events in a row that have one object are of the same days.
        runs = [(begun[first], first, after) for first, after in _runs(begun)]
        years: Counter[int | None] = Counter()
        for begins, first, after in runs:
            if begins.has_year:
                years[begins.first_year] += after - first
        here: Beginning | None = None
        for begins, first, after in runs:
            is_too_fine = begins.month is not None and years[begins.first_year] <= _MANY
            heading = begins._replace(month=None) if is_too_fine else begins
            if heading != here:
                self._at.append(len(self.lines))
                self._headings.append(heading)
                self.lines.append(-len(self._headings))
                here = heading
            self.lines.extend(order[first:after])
        self._line_of = {event: line for line, event in enumerate(self.lines) if event >= 0}

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

    def heading_at(self, line: int) -> Beginning | None:
        """Return the heading in a line, or None where it is an event."""
        return self._headings[-1 - self.lines[line]] if self.lines[line] < 0 else None

    def heading_over(self, line: int) -> Beginning | None:
        """Return the heading above a line, by bisection; None where nothing is listed."""
        place = bisect_right(self._at, line) - 1
        return self._headings[max(place, 0)] if self._headings else None


def _runs(begun: Sequence[Beginning]) -> Iterator[tuple[int, int]]:
    """Yield the first place, and the one after the last, of each run of one object."""
    first = 0
    for _, run in groupby(begun, key=id):
        after = first + sum(1 for _ in run)
        yield first, after
        first = after
