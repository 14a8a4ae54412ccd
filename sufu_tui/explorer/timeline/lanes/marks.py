"""Marks of events on the axis: the shape shows the precision of the date, the colour only repeats it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import TimeGrid, Window


class MarkShape(Enum):
    """Shape of an event's mark; the legend explains each."""

    EXACT = "exact"
    """Known day."""
    WITHIN = "within"
    """Somewhere within its bounds."""
    SPAN = "span"
    """Lasting from the first day to the last."""
    ERA = "era"


class Glyphs(NamedTuple):
    """Characters of marks, each one cell wide."""

    exact: str
    vague: str
    short: str
    left: str
    right: str
    within: str
    span: str
    era: str
    about: str
    open_left: str
    open_right: str
    unknown: str
    many: str


_ROOM_FOR_BOTH = 4
"""Cells up to which a mark has no room for a sign at each of its ends."""

ENDLESS = 10**20
"""Cell beyond every window, where an open event ends."""

UNICODE = Glyphs("◆", "◇", "■", "├", "┤", "╌", "━", "░", "~", "◄", "►", "?", "+")


class Extent(NamedTuple):
    """Cells of a mark on a grid: the first, and the one after the last."""

    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark of an event in a window: its text from `column` on; clipped at the window's edges."""

    shape: MarkShape
    column: int
    text: str

    @property
    def end(self) -> int:
        """Column after the last."""
        return self.column + len(self.text)  # every glyph is one cell

    def covers(self, column: int) -> bool:
        """Return whether the mark takes a cell."""
        return self.column <= column < self.end


def shape_of(event: Event) -> MarkShape:
    """Return the shape of an event's mark."""
    if event.kind == "era":
        return MarkShape.ERA
    if event.kind == "span":
        return MarkShape.SPAN
    return MarkShape.EXACT if event.date.exact else MarkShape.WITHIN


def extent_of(event: Event, grid: TimeGrid) -> Extent:
    """Return the cells of an event's mark on a grid.

    It is drawn by its bounds, at any precision of its date: `2023-10-XX` is a month long.
    An exact day is one cell, however wide a day is: a mark as long as its day would look like a vague date.
    An open span or era runs on for ever; an open moment has an arrow of three cells.
    """
    date = event.date
    if date.earliest is None:
        if date.latest is None:  # a set may be open on both sides
            return Extent(-ENDLESS, ENDLESS)
        after = grid.column(date.latest + 1)
        if event.kind != "point":
            return Extent(-ENDLESS, after)
        after = max(after, grid.column(date.latest) + 1)
        return Extent(after - 3, after)
    if shape_of(event) is MarkShape.EXACT:
        middle = grid.column(date.earliest + 0.5)
        return Extent(middle, middle + 1)
    first = grid.column(date.earliest)
    if date.latest is None:
        return Extent(first, first + 3 if event.kind == "point" else ENDLESS)
    return Extent(first, max(grid.column(date.latest + 1), first + 1))


def mark_of(event: Event, window: Window, glyphs: Glyphs, extent: Extent | None = None) -> Mark | None:
    """Return the mark of `event`, or None where it lies outside the window.

    Only the part within the window is made, so a bar of a thousand years costs no more than a day.
    `extent` is the event's on the window's grid, if known already.
    """
    first, after = extent or extent_of(event, window.grid)
    first, after = first - window.first, after - window.first
    if after <= 0 or first >= window.columns:
        return None
    shape = shape_of(event)
    if after - first == 1:
        return Mark(shape, first, one_cell(event, glyphs))
    date = event.date
    fill = {MarkShape.SPAN: glyphs.span, MarkShape.ERA: glyphs.era}.get(shape, glyphs.within)
    if date.start_unknown or date.end_unknown:
        fill = glyphs.within  # it is not known to have lasted so long
    column = max(first, 0)
    begins, ends = first >= 0, after <= window.columns
    cells = [fill] * (min(after, window.columns) - column)
    edge = glyphs.era if shape is MarkShape.ERA else ""
    if date.earliest is None:
        # An open beginning has its arrow at the window's edge as well: it goes on beyond.
        cells[0] = glyphs.unknown if date.start_unknown else glyphs.open_left
    elif begins:
        cells[0] = edge or glyphs.left
    if date.latest is None:
        cells[-1] = glyphs.unknown if date.end_unknown else glyphs.open_right
    elif ends:
        cells[-1] = edge or glyphs.right
    _put_doubts(cells, date, glyphs, begins=begins, ends=ends)
    return Mark(shape, column, "".join(cells))


def _put_doubts(cells: list[str], date: EdtfDate, glyphs: Glyphs, *, begins: bool, ends: bool) -> None:
    """Put the sign of an approximate or uncertain end beside that end: a date may have two."""
    start, end = date.start, date.end
    if start is None or end is None or len(cells) <= _ROOM_FOR_BOTH:
        if doubt := _doubt(date, glyphs):
            cells[1 if len(cells) > 2 else 0] = doubt
        return
    if begins and (doubt := _doubt(start, glyphs)):
        cells[1] = doubt
    if ends and (doubt := _doubt(end, glyphs)):
        cells[-2] = doubt


def _doubt(date: EdtfDate, glyphs: Glyphs) -> str:
    """Return the sign of a date that is approximate or uncertain, or nothing."""
    return glyphs.about if date.approximate else glyphs.unknown if date.uncertain else ""


def one_cell(event: Event, glyphs: Glyphs) -> str:
    """Return the mark of an event of one cell, still with the sign of an approximate or uncertain date."""
    shape = shape_of(event)
    mark = {MarkShape.EXACT: glyphs.exact, MarkShape.SPAN: glyphs.short, MarkShape.ERA: glyphs.era}.get(
        shape, glyphs.vague
    )
    return mark if shape is MarkShape.ERA else _doubt(event.date, glyphs) or mark
