"""Timeline frame: the input of a drawing of the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.explorer.timeline.axis.ticks import Tick, TimeAxis
from sufu_tui.explorer.timeline.axis.time_grid import Window
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout
from sufu_tui.typesetting.flow import Finder


@dataclass(frozen=True, slots=True)
class TimelineFrame:
    """Frame of the canvas, with `columns` cells beside the gutter.

    `seen` are the columns of the overview that the window shows; `gaps` name the breaks of the axis,
    `linked` are the columns of the time that belongs to what the reader looked at before; what `finder` finds
    in names stands out.
    """

    columns: int
    layout: LaneLayout
    axis: TimeAxis
    gaps: tuple[Tick, ...]
    overview: str
    seen: tuple[int, int]
    gutter: int
    lane_names: Sequence[str]
    overview_name: str
    legend: Sequence[tuple[str, str]]
    linked: tuple[int, int] | None = None
    finder: Finder | None = None


def columns_of(date: EdtfDate | None, window: Window) -> tuple[int, int] | None:
    """Return the first column of a date in a window and the one after its last; None where it is outside."""
    if date is None:
        return None
    first = 0 if date.earliest is None else max(0, window.column(date.earliest))
    after = window.columns if date.latest is None else min(window.columns, window.column(date.latest) + 1)
    return (first, after) if first < after else None
