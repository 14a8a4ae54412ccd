"""Events in lanes: every mark in a row where it touches no other, with its label where there is room.

Lanes are the dossier's areas in their order. Within a lane rows are filled first-fit in order of weight,
which keeps an event's row the same while the reader pans. Rows are sets of cells held as the bits of one
integer, so that testing a stretch is one operation. A mark is never dropped: where a lane may have no
further row, marks share a cell and their number is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.grouping import Lanes
from sufu_tui.explorer.timeline.marks import Glyphs, Mark, Shape, mark_of
from sufu_tui.explorer.timeline.scale import Window
from sufu_tui.typesetting.cells import clip, width

_ROWS_A_LANE = 6
_LEAST_LABEL = 6
_MOST_COUNTED = 9


@dataclass(frozen=True, slots=True)
class Placed:
    """An event in a row: its mark, and its label from `label_column` on (over the mark, or beside it).

    `sharing` are the events whose marks lie below this one; then the mark is their number.
    """

    event: int
    mark: Mark
    label: str = ""
    label_column: int = 0
    sharing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells of a lane."""

    lane: int
    number: int
    placed: tuple[Placed, ...]

    def at(self, column: int) -> Placed | None:
        """Return what stands in a cell, mark or label."""
        for one in self.placed:
            if one.mark.column <= column < one.mark.end:
                return one
            if one.label and one.label_column <= column < one.label_column + width(one.label):
                return one
        return None


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of all lanes from the top; `before` and `after` count the events out of sight, by lane."""

    rows: tuple[Row, ...]
    lanes: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]

    def row_of(self, event: int) -> int | None:
        """Return the number of the row that holds an event (an index), or None where none does."""
        for number, row in enumerate(self.rows):
            if any(event == one.event or event in one.sharing for one in row.placed):
                return number
        return None


@dataclass(slots=True)
class _OpenRow:
    taken: int = 0
    placed: list[Placed] = field(default_factory=list)

    def free(self, column: int, cells: int) -> bool:
        return not self.taken >> max(column, 0) & ((1 << cells) - 1)

    def take(self, column: int, cells: int) -> None:
        self.taken |= ((1 << cells) - 1) << max(column, 0)


def lay_out(
    events: Sequence[Event],
    shown: Sequence[int],
    lanes: Lanes,
    window: Window,
    title: Callable[[Event], str],
    glyphs: Glyphs,
) -> Layout:
    """Lay the events with the indexes `shown` into rows.

    Args:
        events: All events of the dossier.
        shown: Indexes of those that the filter leaves.
        lanes: The lanes of all events.
        window: The stretch of time and the number of cells.
        title: What an event is called on the axis.
        glyphs: The characters of marks.

    """
    rows: list[Row] = []
    before: list[int] = []
    after: list[int] = []
    for number in range(len(lanes.ids)):
        mine = [index for index in shown if lanes.of_events[index] == number]
        marks = {index: mark_of(events[index], window, glyphs) for index in mine}
        hidden = [index for index in mine if marks[index] is None]
        earlier = sum(1 for index in hidden if _lies_before(events[index], window))
        before.append(earlier)
        after.append(len(hidden) - earlier)
        for row_number, row in enumerate(_lane(events, marks, window.columns, title)):
            rows.append(Row(number, row_number, tuple(row.placed)))
    return Layout(tuple(rows), lanes.ids, tuple(before), tuple(after))


def _lies_before(event: Event, window: Window) -> bool:
    return event.date.latest is not None and window.column(event.date.latest + 1) <= 0


def _lane(
    events: Sequence[Event], marks: dict[int, Mark | None], columns: int, title: Callable[[Event], str]
) -> list[_OpenRow]:
    rows = [_OpenRow()]
    found = [(index, mark) for index, mark in marks.items() if mark is not None]
    # Eras lie behind everything, then the weighty first; the sort is stable, so equals keep time's order.
    found.sort(key=lambda pair: (pair[1].shape is not Shape.ERA, -events[pair[0]].weight))
    for index, mark in found:
        label = title(events[index])
        row = next((row for row in rows if _place(row, index, mark, label, columns)), None)
        if row is None and len(rows) < _ROWS_A_LANE:
            rows.append(_OpenRow())
            row = rows[-1] if _place(rows[-1], index, mark, label, columns) else None
        if row is None and not any(_place(row, index, mark, "", columns) for row in rows):
            _share(rows[-1], index, mark)
    for row in rows:
        row.placed.sort(key=lambda one: one.mark.column)
    return rows


def _place(row: _OpenRow, index: int, mark: Mark, label: str, columns: int) -> bool:
    """Put an event into a row if its mark has room there, and a blank on each side; say whether it had.

    The label goes over a long mark, else to its right, else to its left, else clipped to its right.
    With a label that finds no place at all the row is refused: another may have one.
    """
    cells = mark.end - mark.column
    if not row.free(mark.column - 1, cells + (2 if mark.column else 1)):
        return False
    if not label:
        row.take(mark.column, cells)
        row.placed.append(Placed(index, mark))
        return True
    needed = width(label)
    if cells >= needed + 6:
        row.take(mark.column, cells)
        row.placed.append(Placed(index, mark, f" {label} ", mark.column + 2))
        return True
    room = _room_right(row, mark.end, columns)
    if needed + 1 > room and mark.column > needed and row.free(mark.column - needed - 2, needed + 2):
        row.take(mark.column - needed - 1, needed + 1 + cells)
        row.placed.append(Placed(index, mark, label, mark.column - needed - 1))
        return True
    if cells >= _LEAST_LABEL + 6 and cells > room:
        row.take(mark.column, cells)
        row.placed.append(Placed(index, mark, f" {clip(label, cells - 6)} ", mark.column + 2))
        return True
    if room < min(needed, _LEAST_LABEL) + 1:
        return False
    shown = clip(label, room - 1)
    row.take(mark.column, cells + 1 + width(shown))
    row.placed.append(Placed(index, mark, shown, mark.end + 1))
    return True


def _room_right(row: _OpenRow, column: int, columns: int) -> int:
    """Return how many cells are free from `column` on, one before the next thing left out."""
    if column >= columns:
        return 0
    rest = row.taken >> column
    if not rest:
        return columns - column
    return max(0, (rest & -rest).bit_length() - 2)


def _share(row: _OpenRow, index: int, mark: Mark) -> None:
    """Let an event share the cell of one that is in its way; the two show their number."""
    for position, one in enumerate(row.placed):
        if one.mark.column < mark.end + 1 and mark.column < one.mark.end + 1:
            sharing = (*one.sharing, index)
            number = len(sharing) + 1
            text = str(number) if number <= _MOST_COUNTED else "+"
            shared = Mark(one.mark.shape, one.mark.column, text + one.mark.text[1:])
            row.placed[position] = Placed(one.event, shared, one.label, one.label_column, sharing)
            return
