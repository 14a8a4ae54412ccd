"""Signs of what belongs to the item that the reader looked at before: beside marks, and on the axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sufu_tui.explorer.timeline.axis.ticks import TimeAxis
from sufu_tui.explorer.timeline.frame import ColumnStretch
from sufu_tui.explorer.timeline.lanes.lane_rows import PlacedEvent
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.glyphs import LINKED

LEFT_OUT = "⋯"
"""Glyph of a break: on the axis, and in a mark that goes on through it."""

_THICK = {"─": "━", "┬": "┯", LEFT_OUT: "┅"}
"""Glyphs of the axis where the time of that item is."""


class PaintedText(NamedTuple):
    """Text of a row from a column on, and the name of its style."""

    column: int
    text: str
    style: str


def sign_column(one: PlacedEvent, begin: int, end: int) -> int:
    """Return the column for the sign of an event, which has the cells from `begin` to before `end`.

    It is between mark and name, over a bar before the name inside it; of a bare mark the cell after it, or
    the one before. A mark that fills all of its cells has the sign on itself.
    """
    mark = one.mark
    if one.label:
        inside = mark.column < one.label_column < mark.end
        return one.label_column if inside else mark.end if one.label_column > mark.column else mark.column - 1
    if mark.end < end:
        return mark.end
    return mark.column - 1 if mark.column > begin else min(mark.column + 1, mark.end - 1)


def with_sign(parts: Iterable[PaintedText], column: int) -> Iterator[PaintedText]:
    """Yield the texts of a row, from left to right, with the sign in a column, over a narrow character."""
    sign = PaintedText(column, LINKED, "linked")
    is_waiting = True
    for part in parts:
        before = max(0, column - part.column)
        if is_waiting and column < part.column + width(part.text):
            is_waiting = False
            if before:
                yield part._replace(text=part.text[:before])
            yield sign
            if column < part.column:
                yield part
            elif rest := part.text[before + 1 :]:
                yield PaintedText(column + 1, rest, part.style)
        else:
            yield part
    if is_waiting:
        yield sign


def axis_texts(axis: TimeAxis, columns: int, time: ColumnStretch | None) -> Iterator[tuple[str, str]]:
    """Yield the line of the axis in texts with their styles, thick where the `time` of that item is.

    The sign stands before that; where it lies outside the window, at the edge that it lies beyond.
    """
    glyphs, styles = ["─"] * columns, ["axis"] * columns
    for tick in axis.ticks:
        glyphs[tick.place] = "┬"
    for first, after, _ in axis.breaks:
        glyphs[first:after] = [LEFT_OUT] * (after - first)
        styles[first:after] = ["break"] * (after - first)
    if time is not None:
        for column, glyph in _signed(glyphs, *time):
            glyphs[column], styles[column] = glyph, "linked"
    for style, run in groupby(range(columns), key=styles.__getitem__):
        yield "".join(glyphs[column] for column in run), style


def _signed(glyphs: Sequence[str], first: int, after: int) -> Iterator[tuple[int, str]]:
    """Yield the glyphs of the stretch from `first` to before `after`, with the sign, and their columns."""
    last = len(glyphs) - 1
    if first < after:
        yield from ((column, _THICK[glyphs[column]]) for column in range(first, after))
        yield max(0, first - 1), LINKED
    elif not after:
        yield from zip(range(last + 1), f"‹{LINKED}", strict=False)
    else:
        yield from zip(range(max(0, last - 1), last + 1), f"{LINKED}›", strict=False)
