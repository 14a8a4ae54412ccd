"""What the canvas draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.explorer.timeline.axis.ticks import Axis, Tick
from sufu_tui.explorer.timeline.lanes.lane_rows import Layout


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the canvas draws, in `columns` cells beside the gutter.

    `seen` are the columns of the overview that the window shows; `gaps` name the breaks of the axis.
    """

    columns: int
    layout: Layout
    axis: Axis
    gaps: tuple[Tick, ...]
    overview: str
    seen: tuple[int, int]
    gutter: int
    lane_names: Sequence[str]
    overview_name: str
    legend: Sequence[tuple[str, str]]
