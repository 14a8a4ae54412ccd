"""Naming of bare marks: whichever row of a lane can hold a mark with its name takes it over.

On the endless grid every mark has its row, with room for its name. At the edges of a window a name may have
no room left on either side: then the mark goes to another row of the lane, in this window alone, and all
others stay where they are. So a mark in view is bare only where no row of its lane could hold its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from sufu_tui.explorer.timeline.lanes.lane_rows import PlacedEvent
from sufu_tui.explorer.timeline.lanes.marks import Mark
from sufu_tui.explorer.timeline.lanes.row_slots import FRAME, LEAST_LABEL, Side, Title, label_in


class BareMark(NamedTuple):
    """Mark without a name, and the name; `row` is the row that it stands in, if any."""

    event: int
    mark: Mark
    title: Title
    row: int | None = None

    def named_in(self, room: tuple[int, int]) -> PlacedEvent | None:
        """Return the mark with its name, within the cells `room` of a window; None where it has no room."""
        inside = self.mark.end - self.mark.column >= min(self.title.cells, LEAST_LABEL) + FRAME
        label = label_in(self.title, self.mark, room, Side.INSIDE if inside else Side.RIGHT)
        return None if label is None else PlacedEvent(self.event, self.mark, *label)


class NamedRows:
    """Rows of a lane in a window of so many columns, to which bare marks are added with their names.

    The cells of a row are the bits of an integer, so that many rows are tried quickly.
    """

    def __init__(self, rows: Sequence[Sequence[PlacedEvent]], columns: int) -> None:
        self.rows = [list(row) for row in rows]
        """Placed events of each row, from left to right once all are named."""
        self._columns = columns
        self._taken = [reduce(or_, map(_cells, row), 0) for row in rows]

    def places(self, bare: Iterable[BareMark], cells: int) -> int:
        """Return, as bits, the columns of marks for which a row has room, with `cells` of a name beside them.

        What the `bare` marks take counts as free: they may leave their rows. A column that is not among these
        need not be tried.
        """
        taken = list(self._taken)
        for one in bare:
            if one.row is not None:
                taken[one.row] &= ~_cells(PlacedEvent(one.event, one.mark))
        length = cells + 4  # the name, the mark, and the blanks around and between them
        everywhere = (1 << (self._columns + 2)) - 1
        runs = 0
        for row in taken:
            free, known = everywhere & ~row, 1
            while known < length:  # a bit stays where as many bits follow
                step = min(known, length - known)
                free, known = free & free >> step, known + step
            runs |= free
        return runs | runs << (cells + 1)

    def name(self, bare: Iterable[BareMark], most_rows: int) -> list[BareMark]:
        """Add marks with their names, the first before the others, in `most_rows` rows; return what is left.

        A mark that leaves its row may make room for another, so those left are tried again.
        """
        left, waiting = [*bare], 0
        while len(left) != waiting:
            waiting = len(left)
            left = [one for one in left if not self._place(one, most_rows)]
        for row in self.rows:
            row.sort(key=lambda one: one.mark.column)
        return left

    def _place(self, bare: BareMark, most_rows: int) -> bool:
        own = _cells(PlacedEvent(bare.event, bare.mark))
        for number, taken in enumerate(self._taken):
            named = self._named(bare, taken & ~own if number == bare.row else taken)
            if named is not None:
                self._move(bare, named, number)
                return True
        named = self._named(bare, 0) if len(self.rows) < most_rows else None
        if named is not None:
            self.rows.append([])
            self._taken.append(0)
            self._move(bare, named, len(self.rows) - 1)
        return named is not None

    def _move(self, bare: BareMark, named: PlacedEvent, to: int) -> None:
        if bare.row is not None:
            row = self.rows[bare.row]
            own = next(one for one in row if one.event == bare.event)
            row.remove(own)
            self._taken[bare.row] &= ~_cells(own)
        self.rows[to].append(named)
        self._taken[to] |= _cells(named)

    def _named(self, bare: BareMark, taken: int) -> PlacedEvent | None:
        """Return the mark with its name among the cells taken, or None where there is no room for both."""
        mark = bare.mark
        # A blank stays on both sides; bit 0 is the cell before the window.
        around = (1 << (mark.end - mark.column + 2)) - 1 << mark.column
        if taken & around:
            return None
        before = taken & ((1 << mark.column) - 1)
        after = taken >> (mark.end + 1)
        following = (after & -after).bit_length()
        room = (before.bit_length(), mark.end + following - 2 if following else self._columns)
        return bare.named_in(room)


def _cells(placed: PlacedEvent) -> int:
    """Return the cells of mark and label as bits; bit 0 is the cell before the window."""
    taken = 0
    for first, after in placed.stretches:
        taken |= (1 << (after - first)) - 1 << (first + 1)
    return taken
