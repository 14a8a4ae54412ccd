"""How an event looks on the axis: its shape says how exact its date is, its colour only repeats it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.scale import Window


class Shape(Enum):
    """What kind of mark an event has; the legend explains each."""

    EXACT = "exact"
    """One known day."""
    WITHIN = "within"
    """Somewhere within its bounds."""
    SPAN = "span"
    """From the first day to the last."""
    ERA = "era"


class Glyphs(NamedTuple):
    """The characters of marks, each one cell wide."""

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


UNICODE = Glyphs("◆", "◇", "■", "├", "┤", "╌", "━", "░", "~", "◄", "►", "?")


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's mark in a window: its text from `column` on; clipped at the window's edges."""

    shape: Shape
    column: int
    text: str

    @property
    def end(self) -> int:
        """The column after the last."""
        return self.column + len(self.text)  # every glyph is one cell


def shape_of(event: Event) -> Shape:
    """Return the shape of an event's mark."""
    if event.kind == "era":
        return Shape.ERA
    if event.kind == "span":
        return Shape.SPAN
    return Shape.EXACT if event.date.exact else Shape.WITHIN


def mark_of(event: Event, window: Window, glyphs: Glyphs) -> Mark | None:
    """Return the mark of `event`, or None where it lies outside the window.

    It is drawn by its bounds, whatever precision its date is written in: `2023-10-XX` is a month long.
    Only the part within the window is made, so a bar of a thousand years costs no more than a day.
    """
    first, after = _extent(event, window)
    if after <= 0 or first >= window.columns:
        return None
    shape = shape_of(event)
    if after - first == 1:
        return Mark(shape, first, glyphs.exact if shape is Shape.EXACT else _one_cell(shape, glyphs))
    date = event.date
    fill = {Shape.SPAN: glyphs.span, Shape.ERA: glyphs.era}.get(shape, glyphs.within)
    column = max(first, 0)
    cells = [fill] * (min(after, window.columns) - column)
    if date.approximate and len(cells) > 2:
        cells[1] = glyphs.about
    if first >= 0:
        closed = glyphs.era if shape is Shape.ERA else glyphs.left
        cells[0] = (
            glyphs.unknown if date.start_unknown else glyphs.open_left if date.earliest is None else closed
        )
    if after <= window.columns:
        closed = glyphs.era if shape is Shape.ERA else glyphs.right
        cells[-1] = (
            glyphs.unknown if date.end_unknown else glyphs.open_right if date.latest is None else closed
        )
    return Mark(shape, column, "".join(cells))


def _extent(event: Event, window: Window) -> tuple[int, int]:
    """Return the first column of an event and the one after its last.

    What lasted and is open runs to the window's edge; a moment that is open has an arrow of three cells.
    """
    date = event.date
    after = window.columns if date.latest is None else window.column(date.latest + 1)
    if date.earliest is not None:
        first = window.column(date.earliest)
        if date.latest is None and event.kind == "point":
            after = first + 3
        return first, max(after, first + 1)
    if event.kind == "point":
        return after - 3, after
    return min(0, after - 2), after


def _one_cell(shape: Shape, glyphs: Glyphs) -> str:
    return {Shape.SPAN: glyphs.short, Shape.ERA: glyphs.era}.get(shape, glyphs.vague)
