"""Lane rows of a window: cells with marks, labels, counts and bars of density."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.explorer.timeline.lanes.marks import Mark
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.glyphs import LINKED


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """Event placed in a row: its mark, and its label from `label_column` on (over the mark, or beside it).

    `sharing` are the events that have no mark of their own in this cell; then the mark is their number.
    """

    event: int
    mark: Mark
    label: str = ""
    label_column: int = 0
    sharing: tuple[int, ...] = ()

    @property
    def events(self) -> tuple[int, ...]:
        """Events of the mark."""
        return (self.event, *self.sharing)

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Cells of mark and label, each from one up to and without the other, by their ends."""
        mark = (self.mark.column, self.mark.end)
        if not self.label:
            return (mark,)
        label = (self.label_column, self.label_column + width(self.label))
        return (mark, label) if label[1] > mark[1] else (label, mark)

    def stands_in(self, column: int) -> bool:
        """Return whether mark or label takes the cell `column`."""
        return any(first <= column < after for first, after in self.stretches)


@dataclass(frozen=True, slots=True)
class LaneRow:
    """Row of cells of a lane; `bars` are the density at each cell, if it is a row of density.

    Placed events stand over the bars, from left to right. `banded` are the rows of every second lane.
    """

    lane: int
    number: int
    placed: tuple[PlacedEvent, ...]
    bars: str = ""
    banded: bool = False
    linked: tuple[int, ...] = ()
    """Columns of bars in which events begin that belong to what the reader looked at before."""

    def at(self, column: int) -> PlacedEvent | None:
        """Return the placed event with mark or label in a cell, or None."""
        return next((one for one in self.placed if one.stands_in(column)), None)


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """Rows of all lanes from the top; `before` and `after` count the events out of sight, by lane."""

    rows: tuple[LaneRow, ...]
    lanes: tuple[str, ...]
    before: Sequence[int]
    after: Sequence[int]
    labelled: int = 0
    """Number of events with a label in view."""
    linked: frozenset[int] = frozenset()
    """Events (indexes) that belong to what the reader looked at before, in view or not."""
    linked_before: Sequence[int] = ()
    """Numbers of these before the window, by lane, as `before` has them of all; empty without any."""
    linked_after: Sequence[int] = ()
    """Numbers of these after the window, by lane."""

    def counts_beyond(self, lane: int) -> tuple[str, str]:
        """Return the numbers of events of a lane before and after the window, as they are written there.

        Those with a linked one among them have the sign of that; of none the text is empty.
        """
        signs = [
            LINKED if linked and linked[lane] else "" for linked in (self.linked_before, self.linked_after)
        ]
        before, after = self.before[lane], self.after[lane]
        return f"‹{before}{signs[0]}" if before else "", f"{signs[1]}{after}›" if after else ""

    def has_linked(self, rows: slice) -> bool:
        """Return whether one of these has a mark in some of the rows."""
        return bool(self.linked) and any(
            row.linked or any(not self.linked.isdisjoint(one.events) for one in row.placed)
            for row in self.rows[rows]
        )

    def row_of(self, event: int) -> int | None:
        """Return the number of the row that holds an event (an index), or None."""
        for number, row in enumerate(self.rows):
            if any(event == one.event or event in one.sharing for one in row.placed):
                return number
        return None
