"""Interval index of events by their days, sorted once: the cost of a query depends on its answer.

Counting the events that touch a stretch takes two bisections (#begun before its end - #ended before its
start), finding them a walk down a tree of maxima, and the weightiest of them one bisection a weight.
All of it are arrays of machine integers: some sixty bytes an event.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from sufu_tui.dossier.model import Event

_FAR = 2**62
"""Day number beyond every other; years may have eighteen digits, machine integers have not."""

_WEIGHTS = range(9, -1, -1)

_FAN = 16
"""Numbers below a node of a tree of maxima: of few large nodes it is made quickly."""


class Days(NamedTuple):
    """First and last day number of a stretch."""

    first: int
    last: int


def days_of(event: Event) -> Days:
    """Return the days that an event is drawn on; an open span or era never ends.

    An open moment has its place at the known bound.
    """
    earliest, latest = event.date.earliest, event.date.latest
    if earliest is None:
        last = latest if latest is not None else _FAR
        first = last if event.kind == "point" and latest is not None else -_FAR
    else:
        first = earliest
        last = latest if latest is not None else earliest if event.kind == "point" else _FAR
    return Days(max(-_FAR, min(_FAR, first)), max(-_FAR, min(_FAR, last)))


class EventDays:
    """Days that each event of a dossier is drawn on, and its weight, read once for every index of some."""

    __slots__ = ("firsts", "lasts", "weights")

    def __init__(self, events: Sequence[Event]) -> None:
        dates = [event.date for event in events]
        self.firsts = array("q", bytes(8 * len(events)))
        """First day number of each event."""
        self.lasts = array("q", bytes(8 * len(events)))
        """Last day number of each event."""
        for index, date in enumerate(dates):
            first, last = date.earliest, date.latest
            if first is None or last is None or not -_FAR < first <= last < _FAR:
                first, last = days_of(events[index])
            self.firsts[index] = first
            self.lasts[index] = last
        self.weights = bytes([event.weight for event in events])
        """Weight of each event."""


class MaxTree:
    """Tree of maxima: yields the positions with a value above another, O(k log n) for k of n."""

    __slots__ = ("_levels",)

    def __init__(self, values: Iterable[int]) -> None:
        # Each number of a level is the greatest of sixteen of the level before.
        below = array("q", values)
        self._levels = [below]
        while len(below) > 1:
            below = array("q", [max(below[at : at + _FAN]) for at in range(0, len(below), _FAN)])
            self._levels.append(below)

    def above(self, value: float, low: int, high: int) -> Iterator[int]:
        """Yield the positions from `low` up to and without `high` with a value above `value`, ascending."""
        levels = self._levels
        waiting = [(len(levels) - 1, 0)] if levels[0] else []
        while waiting:
            level, node = waiting.pop()
            size = _FAN**level
            if node * size >= high or (node + 1) * size <= low or levels[level][node] <= value:
                continue
            if not level:
                yield node
            else:
                last = min((node + 1) * _FAN, len(levels[level - 1])) - 1
                waiting += ((level - 1, below) for below in range(last, node * _FAN - 1, -1))


class IntervalIndex:
    """Interval index of some events. Positions in it count from the event that begins first."""

    __slots__ = ("_ends", "_firsts", "_lasts", "_peaks", "_weights", "events")

    def __init__(self, days: EventDays, members: Sequence[int]) -> None:
        """Index the events `members`, sorted by time, of those with the days `days`."""
        firsts = [days.firsts[event] for event in members]
        in_order = sorted(firsts)
        if in_order != firsts:  # the undated stand last
            members, firsts = sorted(members, key=days.firsts.__getitem__), in_order
        lasts = [days.lasts[event] for event in members]
        self.events = array("l", members)
        """Indexes of the events, by first day."""
        self._firsts = array("q", firsts)
        self._lasts = array("q", lasts)
        self._ends = array("q", sorted(lasts))
        self._weights = bytes([days.weights[event] for event in members])
        self._peaks: MaxTree | None = None  # made when a count is first opened

    def __len__(self) -> int:
        return len(self.events)

    def days(self, position: int) -> Days:
        """Return the days of the event at a position."""
        return Days(self._firsts[position], self._lasts[position])

    def lasting(self, days: int) -> list[int]:
        """Return the positions of the events that last so many days or more."""
        lengths = map(sub, self._lasts, self._firsts)
        return [position for position, length in enumerate(lengths) if length >= days]

    def before(self, day: float) -> int:
        """Return the number of events that end before the beginning of `day`."""
        return bisect_right(self._ends, day - 1)

    def begun_before(self, day: float) -> int:
        """Return the number of events that begin before `day`, which is the position of the next one."""
        return bisect_left(self._firsts, day)

    def after(self, day: float) -> int:
        """Return the number of events that begin with `day` or later."""
        return len(self) - bisect_left(self._firsts, day)

    def counts(self, edges: Sequence[float]) -> list[int]:
        """Return the number of events that touch the time between each edge (a day) and the next."""
        firsts, ends = self._firsts, self._ends
        # Only events that begin or end between the outer edges are bisected: deep in the zoom these are few.
        begun, most = bisect_left(firsts, edges[1]), bisect_left(firsts, edges[-1])
        over, all_over = bisect_right(ends, edges[0] - 1), bisect_right(ends, edges[-2] - 1)
        if begun == most and over == all_over:
            return [begun - over] * (len(edges) - 1)
        counts = []
        for start, end in pairwise(edges):
            begun = bisect_left(firsts, end, begun, most)
            over = bisect_right(ends, start - 1, over, all_over)
            counts.append(begun - over)
        return counts

    def touching(self, start: float, end: float) -> Iterator[int]:
        """Return the positions of the events that touch the time from `start` up to and without `end`."""
        if self._peaks is None:
            self._peaks = MaxTree(self._lasts)
        return self._peaks.above(start - 1, 0, bisect_left(self._firsts, end))

    def heaviest(self, start: float, end: float, most: int) -> list[int]:
        """Return at most `most` positions of events that begin from `start` up to and without `end`.

        The weightiest come first; too many of equal weight are sampled evenly.
        """
        low, high = bisect_left(self._firsts, start), bisect_left(self._firsts, end)
        found: list[int] = []
        for weight in _WEIGHTS:
            there = self._weights.count(weight, low, high)
            wanted = min(there, most - len(found))
            if wanted:
                positions = range(low, high) if there == high - low else [*self._weighing(weight, low, high)]
                found += (positions[number * there // wanted] for number in range(wanted))
        return found

    def _weighing(self, weight: int, low: int, high: int) -> Iterator[int]:
        """Yield the positions from `low` up to and without `high` of the events of a weight."""
        position = self._weights.find(weight, low, high)
        while position >= 0:
            yield position
            position = self._weights.find(weight, position + 1, high)
