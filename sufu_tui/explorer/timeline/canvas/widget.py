"""The canvas: overview, axis and lanes, drawn row by row from a layout in cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.theme.styles import Ink, Palette
from sufu_tui.explorer.timeline.axis.ticks import Tick
from sufu_tui.explorer.timeline.canvas.dragging import CanvasDrag
from sufu_tui.explorer.timeline.canvas.row_painter import EDGE, LEFT_OUT, ground, labels, pieces
from sufu_tui.explorer.timeline.frame import Picture
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import fit, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.events import (
        Click,
        MouseDown,
        MouseEvent,
        MouseMove,
        MouseScrollDown,
        MouseScrollLeft,
        MouseScrollRight,
        MouseScrollUp,
        MouseUp,
    )

HEAD_ROWS = 4
"""The overview, the enclosing units, the ticks, the axis."""

_LEGEND_FROM = 16
"""Rows that are enough for a legend even where the lanes have more than that."""

_INKS: Mapping[str, Ink] = {
    "exact": Ink("ink-event", bold=True),
    "within": Ink("ink-event"),
    "span": Ink("primary"),
    "era": Ink("ink-faint"),
    "label": Ink(),
    "chosen": Ink("accent", bold=True),
    "selected": Ink("background", "accent"),
    "gutter": Ink("ink-muted"),
    "tick": Ink("ink-muted"),
    "major": Ink(bold=True),
    "axis": Ink("ink-faint"),
    "break": Ink("accent"),
    "overview": Ink("ink-faint"),
    "seen": Ink("primary", "bar"),
    "band": Ink(ground="band"),
    "bars": Ink("ink-muted"),
    "count": Ink("accent", bold=True),
}


class Canvas(Widget, can_focus=True):
    """Draws a picture; tells of clicks, drags and the wheel."""

    ALLOW_SELECT = False  # to drag is to move through time

    @dataclass
    class EventClicked(Message):
        """A mark or its label was clicked."""

        event: int
        """The event's index."""

    @dataclass
    class CellClicked(Message):
        """A cell that shows several events was clicked: a count, or a bar of density."""

        lane: int
        """The lane's number."""
        column: int
        """Cells from the window's left edge."""

    @dataclass
    class OverviewClicked(Message):
        """The overview was clicked."""

        share: float
        """The place in its width, from 0 at the left edge to 1 at the right."""

    @dataclass
    class Dragged(Message):
        """The canvas was pulled sideways."""

        columns: int
        """How many cells to the right; to the left, if negative."""

    @dataclass
    class Wheel(Message):
        """The wheel was turned over the axis."""

        steps: int
        """How far down; up is negative."""
        column: int
        """The column of the axis at the pointer."""

    @dataclass
    class SidewaysWheel(Message):
        """A wheel that turns sideways was turned."""

        steps: int
        """How far to the right; to the left is negative."""

    class Resized(Message):
        """The canvas has another size: its frame was laid out for the old one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._selected: int | None = None
        self._empty = ""
        self._top = 0
        self._palette = Palette(self, _INKS)
        self._strips: list[Strip] = []
        self._drag = CanvasDrag()

    @property
    def lane_rows(self) -> int:
        """How many rows the lanes have; where there is room, the last row is the legend's in any case."""
        return self.rows - (self.rows >= _LEGEND_FROM)

    @property
    def rows(self) -> int:
        """How many rows there are for lanes and legend."""
        return max(0, self.size.height - HEAD_ROWS)

    def draw(self, picture: Picture, selected: int | None, empty: str = "") -> None:
        """Draw `picture` with the event `selected` in view; `empty` says why there is none."""
        self._picture, self._selected, self._empty = picture, selected, empty
        rows = len(picture.layout.rows)
        row = picture.layout.row_of(selected) if selected is not None else None
        if row is not None:
            self._top = self._viewport(rows).showing(row).top
        self._top = self._viewport(rows).at(self._top).top
        self._draw_changed()

    def scroll_rows(self, rows: int) -> None:
        """Scroll the lanes by `rows`."""
        if self._picture is not None:
            self._top = self._viewport(len(self._picture.layout.rows)).scrolled(rows).top
            self._draw_changed()

    def _viewport(self, rows: int) -> Viewport:
        return Viewport(self._top, max(1, self.lane_rows), rows)

    def on_resize(self) -> None:
        """Ask for a picture of the new size."""
        self._strips = []
        self.post_message(self.Resized())

    def _draw_changed(self) -> None:
        """Draw all rows, and have the screen show those that differ: from event to event these are few."""
        columns, before = self.size.width, self._strips
        self._strips = [self._draw(y) for y in range(self.size.height)]
        if len(before) != len(self._strips):
            self.refresh()
            return
        changed = [y for y, strip in enumerate(self._strips) if strip != before[y]]
        if changed:
            self.refresh(*(Region(0, y, columns, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        if y >= len(self._strips) or self._strips[y].cell_length != self.size.width:
            return self._draw(y)
        return self._strips[y]

    def _draw(self, y: int) -> Strip:
        picture, columns = self._picture, self.size.width
        if picture is None:
            return Strip.blank(columns, self._ink())
        match y:
            case 0:
                segments = self._overview(picture)
            case 1:
                segments = self._labels(picture, picture.axis.enclosing, picture.gaps)
            case 2:
                segments = self._labels(picture, picture.axis.ticks)
            case 3:
                segments = self._axis(picture)
            case _:
                segments = self._row(picture, y - HEAD_ROWS + self._top)
        return Strip(segments).adjust_cell_length(columns, self._ink())

    def notify_style_update(self) -> None:
        """Forget the inks, and what was drawn with them: another theme has others."""
        super().notify_style_update()
        self._palette.forget()
        self._strips = []
        self.refresh()

    def _ink(self, *names: str, band: bool = False) -> Style:
        """Return a style, or the canvas's own; on the ground of every second lane if `band`."""
        return self._palette("band", *names) if band else self._palette(*names)

    def _gutter(self, picture: Picture, text: str = "", *, band: bool = False) -> Segment:
        return Segment(
            fit(f" {fit(text, picture.gutter - 2)}", picture.gutter), self._ink("gutter", band=band)
        )

    def _overview(self, picture: Picture) -> list[Segment]:
        first, after = picture.seen
        return [
            self._gutter(picture, picture.overview_name),
            Segment(picture.overview[:first], self._ink("overview")),
            Segment(picture.overview[first:after], self._ink("seen")),
            Segment(picture.overview[after:], self._ink("overview")),
        ]

    def _labels(self, picture: Picture, ticks: Sequence[Tick], gaps: Sequence[Tick] = ()) -> list[Segment]:
        segments = [self._gutter(picture)]
        used = 0
        for column, text, ink in labels(ticks, gaps, picture.columns):
            segments.append(Segment(" " * (column - used), self._ink()))
            segments.append(Segment(text, self._ink(ink)))
            used = column + width(text)
        return segments

    def _axis(self, picture: Picture) -> list[Segment]:
        line = ["─"] * picture.columns
        for tick in picture.axis.ticks:
            line[tick.place] = "┬"
        segments = [self._gutter(picture, self._rows_out_of_sight(picture))]
        used = 0
        for first, after, _ in picture.axis.breaks:
            segments.append(Segment("".join(line[used:first]), self._ink("axis")))
            segments.append(Segment(LEFT_OUT * (after - first), self._ink("break")))
            used = after
        segments.append(Segment("".join(line[used:]), self._ink("axis")))
        return segments

    def _rows_out_of_sight(self, picture: Picture) -> str:
        """Say how many rows of lanes lie above and below those in sight."""
        above, below = self._top, len(picture.layout.rows) - self._top - self.lane_rows
        return " ".join(f"{sign}{rows}" for sign, rows in (("▴", above), ("▾", below)) if rows > 0)

    def _row(self, picture: Picture, number: int) -> list[Segment]:
        if self._empty:
            lines = wrap(self._empty, max(2, picture.columns - 2))
            line = lines[number - 1] if 0 < number <= len(lines) else ""
            return [self._gutter(picture), Segment(line, self._ink("gutter"))]
        rows = picture.layout.rows
        if number >= min(len(rows), self._top + self.lane_rows):
            return self._legend(picture) if number == self._top + self.rows - 1 else []
        row = rows[number]
        band = bool(row.lane % 2)
        name = picture.lane_names[row.lane] if row.number == 0 or number == self._top else ""
        below = ground(picture.layout, row, picture.columns, picture.axis.breaks)
        segments = [self._gutter(picture, name, band=band)]
        used = 0
        bars, edges = self._ink("bars", band=band), self._ink("axis", band=band)
        for column, text, ink in pieces(row, self._selected, picture.axis.breaks):
            segments += self._below(below[used:column], bars, edges)
            segments.append(Segment(text, self._ink(ink, band=band)))
            used = column + width(text)
        segments += self._below(below[used:], bars, edges)
        return segments

    def _below(self, text: str, bars: Style, edges: Style) -> Iterator[Segment]:
        """Yield a part of the ground; the edges of breaks are fainter."""
        while EDGE in text:
            before, edge, text = text.partition(EDGE)
            yield Segment(before, bars)
            yield Segment(edge, edges)
        yield Segment(text, bars)

    def _legend(self, picture: Picture) -> list[Segment]:
        segments = [self._gutter(picture)]
        room = picture.columns
        for glyph, meaning in picture.legend:
            text = f"{glyph} {meaning}   "
            if width(text) > room:
                break
            room -= width(text)
            segments.append(Segment(glyph, self._ink("within")))
            segments.append(Segment(f" {meaning}   ", self._ink("gutter")))
        return segments

    # The mouse

    def on_click(self, event: Click) -> None:
        """Tell of what was clicked, unless the click ends a drag."""
        picture = self._picture
        if picture is None or event.x < picture.gutter or self._drag.moved:
            return
        column = event.x - picture.gutter
        if event.y == 0:
            self.post_message(self.OverviewClicked(column / picture.columns))
        number = event.y - HEAD_ROWS + self._top
        if 0 <= event.y - HEAD_ROWS < self.lane_rows and number < len(picture.layout.rows):
            row = picture.layout.rows[number]
            placed = row.at(column)
            if placed is not None and not placed.sharing:
                self.post_message(self.EventClicked(placed.event))
            elif placed is not None or row.bars:
                self.post_message(self.CellClicked(row.lane, placed.mark.column if placed else column))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the canvas."""
        if event.button == 1:
            self._drag.press(event.screen_offset)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Pull the window over time, and the lanes up or down."""
        columns, rows = self._drag.move(event.screen_offset)
        if rows:
            self.scroll_rows(-rows)
        if columns:
            self.post_message(self.Dragged(columns))

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Let the canvas go."""
        if self._drag.release():
            self.release_mouse()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Tell of the wheel."""
        event.stop()
        self._wheel(1, event)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Tell of the wheel."""
        event.stop()
        self._wheel(-1, event)

    def _wheel(self, steps: int, event: MouseEvent) -> None:
        """Over the axis the wheel zooms, as on a map; over the names of the lanes it scrolls them."""
        column = event.x - (self._picture.gutter if self._picture else 0)
        if column >= 0:
            self.post_message(self.Wheel(steps, column))
        else:
            self.scroll_rows(steps)

    def on_mouse_scroll_left(self, event: MouseScrollLeft) -> None:
        """Tell of a wheel that turns sideways."""
        event.stop()
        self.post_message(self.SidewaysWheel(-1))

    def on_mouse_scroll_right(self, event: MouseScrollRight) -> None:
        """Tell of a wheel that turns sideways."""
        event.stop()
        self.post_message(self.SidewaysWheel(1))
