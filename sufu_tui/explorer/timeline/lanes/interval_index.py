"""Interval index of events by their days, sorted once: the cost of a query depends on its answer.

Counting the events that touch a stretch takes two bisections (#begun before its end - #ended before its
start), finding them a walk down a max segment tree, and the weightiest of them one bisection a weight.
All of it are arrays of machine integers: some sixty bytes an event.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sufu_tui.dossier.model import Event

_FAR = 2**62
"""Day number beyond every other; years may have eighteen digits, machine integers have not."""

_WEIGHTS = range(9, -1, -1)


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


def _days_and_index(events: Sequence[Event], index: int) -> tuple[int, int, int]:
    event = events[index]
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None or not -_FAR < first <= last < _FAR:
        first, last = days_of(event)
    return first, last, index


class MaxTree:
    """Max segment tree: yields the positions with a value above another, O(k log n) for k of n."""

    __slots__ = ("_leaves", "_tree")

    def __init__(self, values: Sequence[int]) -> None:
        self._leaves = leaves = 1 << max(0, len(values) - 1).bit_length()
        # A binary tree in an array: each node is the greatest number below it.
        self._tree = tree = array("q", [-_FAR - 1]) * (2 * leaves)
        tree[leaves : leaves + len(values)] = array("q", values)
        while leaves > 1:
            below = tree[leaves : 2 * leaves]
            leaves //= 2
            tree[leaves : 2 * leaves] = array("q", map(max, below[::2], below[1::2]))

    def above(self, value: float, low: int, high: int) -> Iterator[int]:
        """Yield the positions from `low` up to and without `high` with a value above `value`, ascending."""
        waiting = [(1, 0, self._leaves)]
        while waiting:
            node, begin, size = waiting.pop()
            if begin >= high or begin + size <= low or self._tree[node] <= value:
                continue
            if size == 1:
                yield begin
            else:
                half = size // 2
                waiting += ((2 * node + 1, begin + half, half), (2 * node, begin, half))


class IntervalIndex:
    """Interval index of some events. Positions in it count from the event that begins first."""

    __slots__ = ("_by_weight", "_ends", "_firsts", "_lasts", "_peaks", "events")

    def __init__(self, events: Sequence[Event], members: Sequence[int]) -> None:
        found = sorted([_days_and_index(events, index) for index in members])
        self.events = array("l", [index for _, _, index in found])
        """Indexes of the events, by first and last day."""
        self._firsts = array("q", [first for first, _, _ in found])
        self._lasts = array("q", [last for _, last, _ in found])
        self._ends = array("q", sorted(self._lasts))
        self._peaks = MaxTree(self._lasts)
        self._by_weight = {weight: array("l") for weight in _WEIGHTS}
        for position, index in enumerate(self.events):
            self._by_weight[events[index].weight].append(position)

    def __len__(self) -> int:
        return len(self.events)

    def days(self, position: int) -> Days:
        """Return the days of the event at a position."""
        return Days(self._firsts[position], self._lasts[position])

    def lasting(self, days: int) -> list[int]:
        """Return the positions of the events that last so many days or more."""
        stretches = enumerate(zip(self._firsts, self._lasts, strict=True))
        return [position for position, (first, last) in stretches if last - first >= days]

    def before(self, day: float) -> int:
        """Return the number of events that end before the beginning of `day`."""
        return bisect_right(self._ends, day - 1)

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
        return self._peaks.above(start - 1, 0, bisect_left(self._firsts, end))

    def heaviest(self, start: float, end: float, most: int) -> list[int]:
        """Return at most `most` positions of events that begin from `start` up to and without `end`.

        The weightiest come first; too many of equal weight are sampled evenly.
        """
        low, high = bisect_left(self._firsts, start), bisect_left(self._firsts, end)
        found: list[int] = []
        for weight in _WEIGHTS:
            positions = self._by_weight[weight]
            begin = bisect_left(positions, low)
            there = bisect_left(positions, high) - begin
            wanted = min(there, most - len(found))
            found += (positions[begin + number * there // wanted] for number in range(wanted))
        return found
