"""Row painter of the canvas: texts of a row with the names of their styles; knows no screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import product

from sufu_tui.explorer.timeline.axis.ticks import SHIFT, Break, Tick
from sufu_tui.explorer.timeline.canvas.linked_signs import LEFT_OUT, PaintedText, sign_column, with_sign
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout, LaneRow, PlacedEvent
from sufu_tui.explorer.timeline.lanes.marks import UNICODE, Mark, MarkShape
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.glyphs import LINKED

EDGE = "╎"
"""Glyph of both edges of a break, in every lane."""

_STYLES = {MarkShape.EXACT: "exact", MarkShape.WITHIN: "within", MarkShape.SPAN: "span", MarkShape.ERA: "era"}
_FILLS = frozenset((UNICODE.span, UNICODE.within, UNICODE.era))


def pieces(
    row: LaneRow,
    selected: int | None,
    breaks: Sequence[Break] = (),
    columns: int = 0,
    linked: Set[int] = frozenset(),
) -> Iterator[PaintedText]:
    """Yield the marks and labels of a row of so many columns, from left to right.

    Of the events `linked` each has the sign of that between its mark and its name, or beside a bare mark.
    """
    begin = 0
    for number, one in enumerate(row.placed):
        parts = _parts(one, selected, breaks)
        if linked and not linked.isdisjoint(one.events):
            following = row.placed[number + 1 : number + 2]
            end = following[0].stretches[0][0] if following else columns
            parts = with_sign(parts, sign_column(one, begin, end))
        yield from parts
        begin = one.stretches[-1][1]


def _parts(one: PlacedEvent, selected: int | None, breaks: Sequence[Break]) -> Iterator[PaintedText]:
    """Yield the mark and the label of an event, from left to right."""
    chosen = selected is not None and selected in one.events
    style = "chosen" if chosen else _STYLES[one.mark.shape]
    if chosen and not one.label:
        style = "selected"
    elif one.sharing:
        style = "count"
    label = PaintedText(one.label_column, one.label, "selected" if chosen else "label")
    column, text = one.mark.column, _broken(one.mark, breaks)
    if not one.label:
        yield PaintedText(column, text, style)
    elif one.label_column < column:
        yield label
        yield PaintedText(column, text, style)
    else:
        before = text[: one.label_column - column]
        yield PaintedText(column, before, style)
        yield label
        after = one.label_column + width(one.label)
        if after < one.mark.end:
            yield PaintedText(after, text[after - column :], style)


def labels(ticks: Sequence[Tick], gaps: Sequence[Tick], columns: int) -> Iterator[PaintedText]:
    """Yield the labels of ticks and of gaps that do not touch each other.

    The name at a stretch's beginning gives way to the gap before it: it is shifted.
    """
    styled = [(tick, "major" if tick.major else "tick") for tick in ticks] + [(gap, "break") for gap in gaps]
    used = 0
    # At one place the gap comes first: the name after it can be shifted.
    for tick, style in sorted(styled, key=lambda one: (one[0].column, one[1] != "break")):
        column = tick.column
        if column < used and style == "tick" and used - column <= SHIFT:
            column = used
        if used <= column <= columns - width(tick.label):
            yield PaintedText(column, tick.label, style)
            used = column + width(tick.label) + 1


def _broken(mark: Mark, breaks: Sequence[Break]) -> str:
    """Return the text of a mark; where it runs through a break, no length is drawn."""
    text = mark.text
    for first, after, _ in breaks:
        begin, end = max(0, first - mark.column), min(len(text), after - mark.column)
        if begin < end:
            through = (LEFT_OUT if glyph in _FILLS else glyph for glyph in text[begin:end])
            text = f"{text[:begin]}{''.join(through)}{text[end:]}"
    return text


def ground(layout: LaneLayout, row: LaneRow, columns: int, breaks: Sequence[Break] = ()) -> str:
    """Return the background of a row: bars or blanks, with both edges of every break.

    The number of events out of sight stands at both ends of a lane's first row, if nothing is placed there,
    with the sign of what is linked if one of them is. Among bars that stands where such an event begins.
    """
    below = _edged(row.bars or " " * columns, breaks)
    for column in row.linked:
        below = below[:column] + LINKED + below[column + 1 :]
    if row.number:
        return below
    taken = [stretch for one in row.placed for stretch in one.stretches]
    taken += [(column, column + 1) for column in row.linked]
    before, after = ((count, count.replace(LINKED, "")) for count in layout.counts_beyond(row.lane))
    at_ends = _have_room(before[1], after[1], taken, columns)
    # No number gives way to a sign; the last pair has none.
    pairs = product(before, after)
    left, right = next(pair for pair in pairs if _have_room(*pair, taken, columns) == at_ends)
    if at_ends[0]:
        below = left + below[len(left) :]
    return below[: columns - len(right)] + right if at_ends[1] else below


def _have_room(left: str, right: str, taken: Sequence[tuple[int, int]], columns: int) -> tuple[bool, bool]:
    """Return for the numbers at both ends of a row whether they can stand there, beside what is `taken`."""
    before = 0 < len(left) < columns and all(first > len(left) for first, _ in taken)
    start = columns - len(right)
    after = right != "" and start > len(left) * before and all(end < start for _, end in taken)
    return before, after


def _edged(below: str, breaks: Sequence[Break]) -> str:
    """Return the background with the edges of breaks; a break cut by the window has one."""
    cells = list(below) if breaks else []
    for first, after, _ in breaks:
        if first > 0:
            cells[first] = EDGE
        if after < len(cells):
            cells[after - 1] = EDGE
    return "".join(cells) or below
