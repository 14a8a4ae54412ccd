"""Canvas widget: axis, lanes and overview, drawn row by row from a layout in cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.theme.styles import StyleCache, StyleSpec
from sufu_tui.explorer.timeline.axis.ticks import Tick
from sufu_tui.explorer.timeline.canvas.dragging import CanvasDrag
from sufu_tui.explorer.timeline.canvas.linked_signs import axis_texts
from sufu_tui.explorer.timeline.canvas.row_painter import EDGE, ground, labels, pieces
from sufu_tui.explorer.timeline.frame import TimelineFrame
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import fit, width
from sufu_tui.typesetting.excerpts import marked_parts
from sufu_tui.typesetting.glyphs import LINKED

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

HEAD_ROWS = 3
"""Rows of the enclosing units, the ticks and the axis."""

_FOOT_ROWS = 1
"""Row of the overview: at the foot, like a scroll bar, where it touches neither the tabs nor the axis."""

_LEGEND_FROM = 16
"""Rows from which there is a legend even where the lanes have more than that."""

_APART = re.compile(f"([{EDGE}{LINKED}])")
"""Characters of the background that have styles of their own."""

_STYLES: Mapping[str, StyleSpec] = {
    "exact": StyleSpec("ink-event", bold=True),
    "within": StyleSpec("ink-event"),
    "span": StyleSpec("primary"),
    "era": StyleSpec("ink-faint"),
    "label": StyleSpec(),
    "chosen": StyleSpec("accent", bold=True),
    "selected": StyleSpec("ink-inverse", "accent"),
    "gutter": StyleSpec("ink-muted"),
    "tick": StyleSpec("ink-muted"),
    "major": StyleSpec(bold=True),
    "axis": StyleSpec("ink-faint"),
    "break": StyleSpec("accent"),
    "overview": StyleSpec("ink-faint"),
    "seen": StyleSpec("primary", "bar"),
    "band": StyleSpec(background="band"),
    "bars": StyleSpec("ink-muted"),
    "count": StyleSpec("accent", bold=True),
    "found": StyleSpec("accent", bold=True, underline=True),
    "found-selected": StyleSpec(bold=True, underline=True),
    "linked": StyleSpec("primary", bold=True),
}

_NAMES = {"label": "found", "selected": "found-selected"}
"""Styles of names, and what is added where something was found in one."""


class Canvas(Widget, can_focus=True):
    """Widget that draws a frame, and posts clicks, drags and turns of the wheel."""

    ALLOW_SELECT = False  # to drag is to move through time

    @dataclass
    class EventClicked(Message):
        """Click on a mark or its label."""

        event: int
        """Index of the event."""

    @dataclass
    class CellClicked(Message):
        """Click on a cell that shows several events: a count, or a bar of density."""

        lane: int
        """Number of the lane."""
        column: int
        """Cells from the window's left edge."""

    @dataclass
    class OverviewClicked(Message):
        """Click on the overview."""

        share: float
        """Share of its width, from 0 at the left edge to 1 at the right."""

    @dataclass
    class Dragged(Message):
        """Drag of the canvas sideways."""

        columns: int
        """Cells to the right; to the left, if negative."""

    @dataclass
    class Wheel(Message):
        """Turn of the wheel over the axis."""

        steps: int
        """Steps down; up, if negative."""
        column: int
        """Column of the axis at the pointer."""

    @dataclass
    class SidewaysWheel(Message):
        """Turn of a sideways wheel."""

        steps: int
        """Steps to the right; to the left, if negative."""

    class Resized(Message):
        """Change of the canvas's size: its frame was laid out for the old one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._frame: TimelineFrame | None = None
        self._selected: int | None = None
        self._empty = ""
        self._top = 0
        self._palette = StyleCache(self, _STYLES)
        self._strips: list[Strip] = []
        self._drag = CanvasDrag()

    @property
    def lane_rows(self) -> int:
        """Number of rows of the lanes; where there is room, the last row is the legend's in any case."""
        return self.rows - (self.rows >= _LEGEND_FROM)

    @property
    def rows(self) -> int:
        """Number of rows for lanes and legend."""
        return max(0, self.size.height - HEAD_ROWS - _FOOT_ROWS)

    @property
    def _overview_row(self) -> int:
        return self.size.height - _FOOT_ROWS

    def draw(self, frame: TimelineFrame, selected: int | None, empty: str = "") -> None:
        """Draw `frame` with the event `selected` in view; `empty` is the sentence without any events."""
        self._frame, self._selected, self._empty = frame, selected, empty
        rows = len(frame.layout.rows)
        row = frame.layout.row_of(selected) if selected is not None else None
        if self.lane_rows > 0:  # out of view it has none, and keeps its place
            if row is not None:
                self._top = self._viewport(rows).showing(row).top
            self._top = self._viewport(rows).at(self._top).top
        self._draw_changed()

    @property
    def top(self) -> int:
        """First row of the lanes in view."""
        return self._top

    def begin_at(self, top: int) -> None:
        """Begin with the row `top` of the lanes, once there is a frame; the selected event stays in view."""
        self._top = top
        if self._frame is not None:
            self.draw(self._frame, self._selected, self._empty)

    def scroll_rows(self, rows: int) -> None:
        """Scroll the lanes by `rows`."""
        if self._frame is not None:
            self._top = self._viewport(len(self._frame.layout.rows)).scrolled(rows).top
            self._draw_changed()

    def _viewport(self, rows: int) -> Viewport:
        return Viewport(self._top, max(1, self.lane_rows), rows)

    def on_resize(self) -> None:
        """Request a frame of the new size."""
        self._strips = []
        self.post_message(self.Resized())

    def _draw_changed(self) -> None:
        """Draw all rows, and refresh those that differ: from event to event these are few."""
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
        frame, columns = self._frame, self.size.width
        if frame is None:
            return Strip.blank(columns, self._style())
        match y:
            case 0:
                segments = self._labels(frame, frame.axis.enclosing, frame.gaps)
            case 1:
                segments = self._labels(frame, frame.axis.ticks)
            case 2:
                segments = self._axis(frame)
            case _ if y == self._overview_row:
                segments = self._overview(frame)
            case _:
                segments = self._row(frame, y - HEAD_ROWS + self._top)
        return Strip(segments).adjust_cell_length(columns, self._style())

    def notify_style_update(self) -> None:
        """Forget the styles, and the rows drawn with them: another theme has others."""
        super().notify_style_update()
        self._palette.forget()
        self._strips = []
        self.refresh()

    def _style(self, *names: str, band: bool = False) -> Style:
        """Return a style, or the canvas's own; on the background of every second lane if `band`."""
        return self._palette("band", *names) if band else self._palette(*names)

    def _gutter(self, frame: TimelineFrame, text: str = "", *, band: bool = False) -> Segment:
        return Segment(fit(f" {fit(text, frame.gutter - 2)}", frame.gutter), self._style("gutter", band=band))

    def _overview(self, frame: TimelineFrame) -> list[Segment]:
        first, after = frame.seen
        return [
            self._gutter(frame, frame.overview_name),
            Segment(frame.overview[:first], self._style("overview")),
            Segment(frame.overview[first:after], self._style("seen")),
            Segment(frame.overview[after:], self._style("overview")),
        ]

    def _labels(
        self, frame: TimelineFrame, ticks: Sequence[Tick], gaps: Sequence[Tick] = ()
    ) -> list[Segment]:
        segments = [self._gutter(frame)]
        used = 0
        for column, text, style in labels(ticks, gaps, frame.columns):
            segments.append(Segment(" " * (column - used), self._style()))
            segments.append(Segment(text, self._style(style)))
            used = column + width(text)
        return segments

    def _axis(self, frame: TimelineFrame) -> list[Segment]:
        texts = axis_texts(frame.axis, frame.columns, frame.time)
        line = (Segment(text, self._style(style)) for text, style in texts)
        return [self._gutter(frame, self._rows_out_of_sight(frame)), *line]

    def _rows_out_of_sight(self, frame: TimelineFrame) -> str:
        """Return the numbers of rows of lanes above and below those in view, as text.

        Where something in them is linked, they have the sign of that, if there is room.
        """
        bottom = self._top + self.lane_rows
        beyond = (
            ("▴", self._top, slice(0, self._top)),
            ("▾", len(frame.layout.rows) - bottom, slice(bottom, None)),
        )
        signed, plain = (
            " ".join(
                f"{arrow}{number}{LINKED if signs and frame.layout.has_linked(rows) else ''}"
                for arrow, number, rows in beyond
                if number > 0
            )
            for signs in (True, False)
        )
        return signed if width(signed) <= frame.gutter - 2 else plain

    def _row(self, frame: TimelineFrame, number: int) -> list[Segment]:
        if self._empty:
            lines = wrap(self._empty, max(2, frame.columns - 2))
            line = lines[number - 1] if 0 < number <= len(lines) else ""
            return [self._gutter(frame), Segment(line, self._style("gutter"))]
        rows = frame.layout.rows
        if number >= min(len(rows), self._top + self.lane_rows):
            return self._legend(frame) if number == self._top + self.rows - 1 else []
        row = rows[number]
        band = row.banded
        name = frame.lane_names[row.lane] if row.number == 0 or number == self._top else ""
        below = ground(frame.layout, row, frame.columns, frame.axis.breaks)
        segments = [self._gutter(frame, name, band=band)]
        used = 0
        grounds = [self._style(name, band=band) for name in ("bars", "axis", "linked")]
        placed = pieces(row, self._selected, frame.axis.breaks, frame.columns, frame.layout.linked)
        for column, text, style in placed:
            segments += self._below(below[used:column], *grounds)
            segments += self._named(text, style, frame, band=band)
            used = column + width(text)
        segments += self._below(below[used:], *grounds)
        return segments

    def _named(self, text: str, style: str, frame: TimelineFrame, *, band: bool) -> list[Segment]:
        """Return a mark, or a name in which what was found stands out: not as the selected one does."""
        marks = frame.finder(text) if frame.finder is not None and style in _NAMES else ()
        looks = self._style(style, band=band), self._style(style, _NAMES.get(style, style), band=band)
        return [Segment(part, looks[is_found]) for part, is_found in marked_parts(text, marks)]

    def _below(self, text: str, bars: Style, edges: Style, linked: Style) -> Iterator[Segment]:
        """Yield a part of the background; the edges of breaks are fainter, what is linked stands out."""
        for part in _APART.split(text):
            yield Segment(part, edges if part == EDGE else linked if part == LINKED else bars)

    def _legend(self, frame: TimelineFrame) -> list[Segment]:
        segments = [self._gutter(frame)]
        room = frame.columns
        for glyph, meaning in frame.legend:
            text = f"{glyph} {meaning}   "
            if width(text) > room:
                break
            room -= width(text)
            segments.append(Segment(glyph, self._style("within")))
            segments.append(Segment(f" {meaning}   ", self._style("gutter")))
        return segments

    # The mouse

    def on_click(self, event: Click) -> None:
        """Post the click by its target, unless it ends a drag."""
        frame = self._frame
        if frame is None or event.x < frame.gutter or self._drag.moved:
            return
        column = event.x - frame.gutter
        if event.y == self._overview_row:
            self.post_message(self.OverviewClicked(column / frame.columns))
        number = event.y - HEAD_ROWS + self._top
        if 0 <= event.y - HEAD_ROWS < self.lane_rows and number < len(frame.layout.rows):
            row = frame.layout.rows[number]
            placed = row.at(column)
            if placed is not None and not placed.sharing:
                self.post_message(self.EventClicked(placed.event))
            elif placed is not None or row.bars:
                self.post_message(self.CellClicked(row.lane, placed.mark.column if placed else column))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin a drag."""
        if event.button == 1:
            self._drag.press(event.screen_offset)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag the window over time, and the lanes up or down."""
        columns, rows = self._drag.move(event.screen_offset)
        if rows:
            self.scroll_rows(-rows)
        if columns:
            self.post_message(self.Dragged(columns))

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """End the drag."""
        if self._drag.release():
            self.release_mouse()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Post the turn of the wheel."""
        event.stop()
        self._wheel(1, event)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Post the turn of the wheel."""
        event.stop()
        self._wheel(-1, event)

    def _wheel(self, steps: int, event: MouseEvent) -> None:
        """Zoom over the axis, as on a map; scroll the lanes over their names."""
        column = event.x - (self._frame.gutter if self._frame else 0)
        if column >= 0:
            self.post_message(self.Wheel(steps, column))
        else:
            self.scroll_rows(steps)

    def on_mouse_scroll_left(self, event: MouseScrollLeft) -> None:
        """Post the turn of a sideways wheel."""
        event.stop()
        self.post_message(self.SidewaysWheel(-1))

    def on_mouse_scroll_right(self, event: MouseScrollRight) -> None:
        """Post the turn of a sideways wheel."""
        event.stop()
        self.post_message(self.SidewaysWheel(1))
