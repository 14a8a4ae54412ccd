"""Row slots on the endless grid of a zoom, and their part in a window.

An event gets its row and its cells once for a zoom; a window only cuts. So rows and marks stay put while
the reader pans. Only a label gives way at the window's edges: it turns to the other side of its mark
where there is room, or is clipped, and comes along inside a bar that begins further left.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import Window
from sufu_tui.explorer.timeline.lanes.lane_rows import PlacedEvent
from sufu_tui.explorer.timeline.lanes.marks import Extent, Glyphs, Mark, mark_of
from sufu_tui.typesetting.cells import clip, width

LEAST_LABEL = 6
"""Least cells of a clipped label; one of fewer is left out."""

FRAME = 6
"""Cells of a bar around a label inside it: the end, a piece of bar and a blank, on both sides."""


class Side(Enum):
    """Side of a label: beside its mark, or over it."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"
    NONE = "none"


class Title(NamedTuple):
    """Name of an event on the axis, and its width in cells."""

    text: str
    cells: int


class LabelSlot(NamedTuple):
    """Slot of an event in a row of the grid; `low` to `high` (without it) are its cells."""

    low: int
    high: int
    event: int
    extent: Extent
    title: Title
    side: Side


class RowSlots:
    """Row of the grid in which no two slots touch each other."""

    __slots__ = ("_highs", "_lows", "slots")

    def __init__(self) -> None:
        self.slots: list[LabelSlot] = []
        self._lows: list[int] = []
        self._highs: list[int] = []

    def room(self, extent: Extent) -> tuple[int, int] | None:
        """Return the free cells around a mark, from one up to and without the other.

        None where the mark would touch another slot: a blank stays on both sides.
        """
        place = bisect_right(self._lows, extent.first)
        left = self._highs[place - 1] + 1 if place else -_BEYOND
        right = self._lows[place] - 1 if place < len(self._lows) else _BEYOND
        if extent.first < left or extent.after > right:
            return None
        return left, right

    def add(self, slot: LabelSlot) -> None:
        """Add a slot where `room` has found room."""
        place = bisect_left(self._lows, slot.low)
        self._lows.insert(place, slot.low)
        self._highs.insert(place, slot.high)
        self.slots.insert(place, slot)

    def shown(self, events: Sequence[Event], window: Window, glyphs: Glyphs) -> Iterator[PlacedEvent]:
        """Yield the placed events of the row in a window, from left to right."""
        first, after = window.first, window.first + window.columns
        begin, end = bisect_right(self._highs, first), bisect_left(self._lows, after)
        used = first
        for place in range(begin, end):
            slot = self.slots[place]
            left = slot.low if slot.side is Side.LEFT else self._highs[place - 1] + 1 if place else first
            right = self._lows[place + 1] - 1 if place + 1 < len(self._lows) else after
            if slot.side is Side.RIGHT:
                right = slot.high
            one = clipped(slot, (max(left, used), min(right, after)), events, window, glyphs)
            if one is not None:
                used = one.stretches[-1][1] + window.first + 1
                yield one


_BEYOND = 10**21


def slot_for(event: int, extent: Extent, title: Title, room: tuple[int, int]) -> LabelSlot | None:
    """Return the slot of an event whose mark has `room` around it; None where its label finds no place.

    The label goes over a long mark, else to its right, else to its left, else it is clipped.
    """
    first, after = extent
    left, right = room
    cells = title.cells
    if not cells:
        return LabelSlot(first, after, event, extent, title, Side.NONE)
    if after - first >= cells + FRAME:
        return LabelSlot(first, after, event, extent, title, Side.INSIDE)
    if after + 1 + cells <= right:
        return LabelSlot(first, after + 1 + cells, event, extent, title, Side.RIGHT)
    if first - 1 - cells >= left:
        return LabelSlot(first - 1 - cells, after, event, extent, title, Side.LEFT)
    if after - first >= LEAST_LABEL + FRAME:
        return LabelSlot(first, after, event, extent, title, Side.INSIDE)
    if right - after - 1 >= min(cells, LEAST_LABEL):
        return LabelSlot(first, right, event, extent, title, Side.RIGHT)
    return None


def clipped(
    slot: LabelSlot, room: tuple[int, int], events: Sequence[Event], window: Window, glyphs: Glyphs
) -> PlacedEvent | None:
    """Return the part of a slot in a window, its label within `room` (cells of the grid), or None."""
    mark = mark_of(events[slot.event], window, glyphs, slot.extent)
    if mark is None:
        return None
    label = label_in(slot.title, mark, (room[0] - window.first, room[1] - window.first), slot.side)
    return PlacedEvent(slot.event, mark, *label) if label else PlacedEvent(slot.event, mark)


def label_in(title: Title, mark: Mark, room: tuple[int, int], side: Side) -> tuple[str, int] | None:
    """Return a label and its column, within the cells `room` of a window; None where there is no room.

    It stands on `side` if it can, else where it is longest; one of fewer than `LEAST_LABEL` cells is none.
    """
    text, cells = title
    if side is Side.NONE:
        return None
    inside = mark.end - mark.column - FRAME
    right, left = room[1] - mark.end - 1, mark.column - 1 - room[0]
    if side is Side.INSIDE and inside >= cells:
        return f" {text} ", mark.column + 2
    if cells <= max(left, right):
        on_left = cells <= left and (side is Side.LEFT or cells > right)
        return (text, mark.column - 1 - cells) if on_left else (text, mark.end + 1)
    widest = max(inside if side is Side.INSIDE else 0, left, right)
    if widest < LEAST_LABEL:
        return None
    shown = clip(text, widest)
    if side is Side.INSIDE and widest == inside:
        return f" {shown} ", mark.column + 2
    # A wide character may not fit by one cell: the label stands at its mark nevertheless.
    return (shown, mark.end + 1) if widest == right else (shown, mark.column - 1 - width(shown))
