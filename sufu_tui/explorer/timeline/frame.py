"""Timeline frame: the input of a drawing of the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.explorer.timeline.axis.ticks import Tick, TimeAxis
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout


@dataclass(frozen=True, slots=True)
class TimelineFrame:
    """Frame of the canvas, with `columns` cells beside the gutter.

    `seen` are the columns of the overview that the window shows; `gaps` name the breaks of the axis.
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
