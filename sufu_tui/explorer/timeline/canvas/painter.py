"""Painter of the canvas: its rows as segments, from a frame in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from sufu_tui.explorer.theme.styles import StyleCache, StyleSpec
from sufu_tui.explorer.timeline.canvas.linked_signs import axis_texts
from sufu_tui.explorer.timeline.canvas.row_painter import EDGE, ground, labels, pieces
from sufu_tui.explorer.timeline.frame import TimelineFrame
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import fit, width
from sufu_tui.typesetting.excerpts import marked_parts
from sufu_tui.typesetting.glyphs import LINKED

if TYPE_CHECKING:
    from rich.style import Style

    from sufu_tui.explorer.timeline.axis.ticks import Tick

HEAD_ROWS = 3
"""Rows of the enclosing units, the ticks and the axis."""

FOOT_ROWS = 1
"""Row of the overview: at the foot, like a scroll bar, where it touches neither the tabs nor the axis."""

LEGEND_FROM = 16
"""Rows from which there is a legend even where the lanes have more than that."""

_APART = re.compile(f"([{EDGE}{LINKED}])")
"""Characters of the background that have styles of their own."""

CANVAS_STYLES: Mapping[str, StyleSpec] = {
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


class CanvasLook(NamedTuple):
    """Look of the canvas: a frame with a selected event; `empty` is the sentence without any events."""

    frame: TimelineFrame
    selected: int | None = None
    empty: str = ""


def rows_below_head(height: int) -> int:
    """Return the rows for lanes and legend on a canvas of so many rows."""
    return max(0, height - HEAD_ROWS - FOOT_ROWS)


def lane_rows(height: int) -> int:
    """Return the rows of the lanes; where there is room, the last row is the legend's in any case."""
    rows = rows_below_head(height)
    return rows - (rows >= LEGEND_FROM)


class CanvasPainter:
    """Painter of the rows of a canvas in the styles of `palette`, those of `CANVAS_STYLES`."""

    def __init__(self, palette: StyleCache) -> None:
        self._palette = palette

    def row(self, shown: CanvasLook, y: int, top: int, height: int) -> list[Segment]:
        """Return the row `y` of a canvas of `height` rows, whose lanes are shown from their row `top` on."""
        frame = shown.frame
        match y:
            case 0:
                return self._labels(frame, frame.axis.enclosing, frame.gaps)
            case 1:
                return self._labels(frame, frame.axis.ticks)
            case 2:
                return self._axis(frame, top, height)
            case _ if y == height - FOOT_ROWS:
                return self._overview(frame)
            case _:
                return self._lane_row(shown, y - HEAD_ROWS + top, top, height)

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

    def _axis(self, frame: TimelineFrame, top: int, height: int) -> list[Segment]:
        texts = axis_texts(frame.axis, frame.columns, frame.time)
        line = (Segment(text, self._style(style)) for text, style in texts)
        return [self._gutter(frame, self._rows_out_of_sight(frame, top, height)), *line]

    def _rows_out_of_sight(self, frame: TimelineFrame, top: int, height: int) -> str:
        """Return the numbers of rows of lanes above and below those in view, as text.

        Where something in them is linked, they have the sign of that, if there is room.
        """
        bottom = top + lane_rows(height)
        beyond = (
            ("▴", top, slice(0, top)),
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

    def _lane_row(self, shown: CanvasLook, number: int, top: int, height: int) -> list[Segment]:
        frame = shown.frame
        if shown.empty:
            lines = wrap(shown.empty, max(2, frame.columns - 2))
            line = lines[number - 1] if 0 < number <= len(lines) else ""
            return [self._gutter(frame), Segment(line, self._style("gutter"))]
        rows = frame.layout.rows
        if number >= min(len(rows), top + lane_rows(height)):
            return self._legend(frame) if number == top + rows_below_head(height) - 1 else []
        row = rows[number]
        band = row.banded
        name = frame.lane_names[row.lane] if row.number == 0 or number == top else ""
        below = ground(frame.layout, row, frame.columns, frame.axis.breaks)
        segments = [self._gutter(frame, name, band=band)]
        used = 0
        grounds = [self._style(name, band=band) for name in ("bars", "axis", "linked")]
        placed = pieces(row, shown.selected, frame.axis.breaks, frame.columns, frame.layout.linked)
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
