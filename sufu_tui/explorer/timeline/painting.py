"""What stands in the cells of a row, as texts with the names of their inks; knows no screen."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.explorer.timeline.marks import Shape
from sufu_tui.explorer.timeline.rows import Layout, Row
from sufu_tui.typesetting.cells import width

_INKS = {Shape.EXACT: "exact", Shape.WITHIN: "within", Shape.SPAN: "span", Shape.ERA: "era"}


def pieces(row: Row, selected: int | None) -> Iterator[tuple[int, str, str]]:
    """Yield what stands over the ground of a row, from left to right: column, text and ink."""
    for one in row.placed:
        chosen = selected is not None and selected in one.events
        ink = "chosen" if chosen else _INKS[one.mark.shape]
        if chosen and not one.label:
            ink = "selected"
        elif one.sharing:
            ink = "count"
        label = (one.label_column, one.label, "selected" if chosen else "label")
        column, text = one.mark.column, one.mark.text
        if not one.label:
            yield column, text, ink
        elif one.label_column < column:
            yield label
            yield column, text, ink
        else:
            before = text[: one.label_column - column]
            yield column, before, ink
            yield label
            after = one.label_column + width(one.label)
            if after < one.mark.end:
                yield after, text[after - column :], ink


def ground(layout: Layout, row: Row, columns: int) -> str:
    """Return what a row is drawn over: bars or blanks; at both edges the number of events out of sight.

    The numbers stand in a lane's first row, and give way to what is placed there.
    """
    below = row.bars or " " * columns
    if row.number:
        return below
    left = f"‹{layout.before[row.lane]}" if layout.before[row.lane] else ""
    right = f"{layout.after[row.lane]}›" if layout.after[row.lane] else ""
    taken = [stretch for one in row.placed for stretch in one.stretches]
    if left and len(left) < columns and all(first > len(left) for first, _ in taken):
        below = left + below[len(left) :]
    start = columns - len(right)
    if right and start > len(left) and all(after < start for _, after in taken):
        below = below[:start] + right
    return below
