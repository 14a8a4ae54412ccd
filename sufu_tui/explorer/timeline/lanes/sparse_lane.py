"""Sparse lane, with few events: each has a mark of its own, in a row where it touches no other.

First-fit packing in order of weight. Events that find no place in a window either stand together in a
further row: where several begin within two cells, their number is shown, and opens.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import chain

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import TimeGrid, Window
from sufu_tui.explorer.timeline.lanes.lane_rows import PlacedEvent
from sufu_tui.explorer.timeline.lanes.marks import (
    Extent,
    Glyphs,
    Mark,
    MarkShape,
    extent_of,
    mark_of,
    one_cell,
    shape_of,
)
from sufu_tui.explorer.timeline.lanes.naming import BareMark, NamedRows
from sufu_tui.explorer.timeline.lanes.row_slots import LEAST_LABEL, RowSlots, Title, slot_for

_MOST_COUNTED = 9
_LEAST_CUT = 3
"""Least cells by which a cut long mark is still recognised."""

_BIN = 2
"""Cells of the grid whose events are counted together, so that two numbers never read as one."""


class SparseLane:
    """Lane of events on a grid, each with a place of its own as far as `most_rows` allow."""

    def __init__(
        self, events: Sequence[Event], members: Sequence[tuple[int, Title]], grid: TimeGrid, most_rows: int
    ) -> None:
        self._events = events
        self._rows: list[RowSlots] = [RowSlots()]
        self._titles = dict(members)
        self._least = min((min(title.cells, LEAST_LABEL) for _, title in members), default=0)
        self._extents = {index: extent_of(events[index], grid) for index, _ in members}
        # Eras lie behind everything, then the weighty first; the sort is stable, so equals keep time's order.
        self._unplaced = sorted(members, key=lambda one: _rank(events[one[0]]))
        self.grow(most_rows)

    def grow(self, most_rows: int) -> None:
        """Place as many more events as there is room for in `most_rows` (first-fit packing)."""
        self._unplaced = [
            (index, title)
            for index, title in self._unplaced
            if not self._place(index, self._extents[index], title, most_rows)
        ]
        self._counted = sorted(
            (index for index, _ in self._unplaced),
            key=lambda index: (self._extents[index].first, _rank(self._events[index])),
        )

    @property
    def own_rows(self) -> int:
        """Number of rows on the grid, without that of the counts."""
        return len(self._rows)

    @property
    def height(self) -> int:
        """Number of rows of the lane, that of the counts included."""
        return len(self._rows) + bool(self._counted)

    @property
    def is_short(self) -> bool:
        """True if there are events without a place of their own."""
        return bool(self._counted)

    def _place(self, index: int, extent: Extent, title: Title, most_rows: int) -> bool:
        for row in self._rows:
            room = row.room(extent)
            slot = slot_for(index, extent, title, room) if room else None
            if slot is not None:
                row.add(slot)
                return True
        if len(self._rows) < most_rows:
            self._rows.append(RowSlots())
            return self._place(index, extent, title, most_rows)
        return False

    def rows(self, window: Window, glyphs: Glyphs, most_rows: int) -> list[tuple[PlacedEvent, ...]]:
        """Return the rows of the lane in a window; bare marks may take further ones, up to `most_rows`."""
        rows = NamedRows([[*row.shown(self._events, window, glyphs)] for row in self._rows], window.columns)
        bare = [
            BareMark(one.event, one.mark, title, number)
            for number, row in enumerate(rows.rows)
            for one in row
            if not one.label and (title := self._titles[one.event]).cells
        ]
        waiting = [index for index in self._counted if self._is_in(index, window)]
        counted: list[int] = []
        if len(rows.rows) >= most_rows and waiting:
            places = rows.places(bare, self._least)
            counted = [index for index in waiting if not places >> self._column(index, window) & 1]
            waiting = [index for index in waiting if places >> self._column(index, window) & 1]
        for index in waiting:
            mark = mark_of(self._events[index], window, glyphs, self._extents[index])
            if mark is not None:
                bare.append(BareMark(index, mark, self._titles[index]))
        bare.sort(key=lambda one: _rank(self._events[one.event]))
        left = rows.name(bare, most_rows)
        counted += (one.event for one in left if one.row is None)
        if self._counted and not counted:  # the row of the counts is free in this window
            rows.name(left, len(rows.rows) + 1)
        there = [tuple(row) for row in rows.rows]
        if counted:
            there.append(tuple(self._counts(counted, window, glyphs)))
        return there + [()] * (self.height - len(there))

    def _is_in(self, index: int, window: Window) -> bool:
        first, after = self._extents[index]
        return after > window.first and first < window.first + window.columns

    def _column(self, index: int, window: Window) -> int:
        """Return the column in which a mark begins; the window's first, where that is further left."""
        return max(0, self._extents[index].first - window.first)

    def out_of_sight(self, window: Window, among: Container[int] | None = None) -> tuple[int, int]:
        """Return the numbers of events before and after the window, of all or of those `among` some."""
        every = self._extents.items()
        extents = [extent for index, extent in every if among is None or index in among]
        before = sum(1 for extent in extents if extent.after <= window.first)
        return before, sum(1 for extent in extents if extent.first >= window.first + window.columns)

    def _counts(self, events: Sequence[int], window: Window, glyphs: Glyphs) -> Iterator[PlacedEvent]:
        bins: dict[int, list[int]] = {}
        for index in events:
            cell = max(self._extents[index].first, window.first)
            bins.setdefault(-(-cell // _BIN), []).append(index)
        following = [number * _BIN - window.first - _BIN for number in sorted(bins)][1:]
        ends = chain(following, (window.columns,))
        for (number, here), after in zip(sorted(bins.items()), ends, strict=False):
            column = min(number * _BIN - window.first, window.columns - 1)
            if len(here) == 1:
                yield self._lone(here[0], column, after, window, glyphs)
            else:
                yield counted(self._events, here, column, glyphs)

    def _lone(self, event: int, column: int, after: int, window: Window, glyphs: Glyphs) -> PlacedEvent:
        """Return the mark of an event that begins alone, cut before the next mark."""
        mark = mark_of(self._events[event], window, glyphs, self._extents[event])
        room = after - (mark.column if mark else column)
        if mark is None or (mark.end > after and room < _LEAST_CUT):
            return counted(self._events, [event], column, glyphs)
        return PlacedEvent(event, Mark(mark.shape, mark.column, mark.text[:room]))


def counted(events: Sequence[Event], here: Sequence[int], column: int, glyphs: Glyphs) -> PlacedEvent:
    """Return the mark of events that share a cell: their number, or a lone one's own mark."""
    first, *others = sorted(here, key=lambda index: _rank(events[index]))
    shape = shape_of(events[first])
    if not others:
        return PlacedEvent(first, Mark(shape, column, one_cell(events[first], glyphs)))
    text = str(len(here)) if len(here) <= _MOST_COUNTED else glyphs.many
    return PlacedEvent(first, Mark(shape, column, text), sharing=tuple(others))


def _rank(event: Event) -> tuple[bool, int]:
    return shape_of(event) is not MarkShape.ERA, -event.weight
