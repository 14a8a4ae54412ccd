"""Timeline frame: the input of a drawing of the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.explorer.timeline.axis.ticks import Tick, TimeAxis
from sufu_tui.explorer.timeline.axis.time_grid import Window
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout
from sufu_tui.typesetting.flow import Finder

ColumnStretch = tuple[int, int]
"""First column of a stretch of time in a window, and the one after its last.

One that lies before the window is (0, 0), one after it has the number of columns twice.
"""


@dataclass(frozen=True, slots=True)
class TimelineFrame:
    """Frame of the canvas, with `columns` cells beside the gutter.

    `seen` are the columns of the overview that the window shows; `gaps` name the breaks of the axis.
    What `finder` finds in names stands out.
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
    time: ColumnStretch | None = None
    """Columns of the time of what the reader looked at before, if it has one."""
    finder: Finder | None = None


def columns_of(date: EdtfDate | None, window: Window) -> ColumnStretch | None:
    """Return the columns of a date in a window, as those of a mark; None without a date."""
    if date is None:
        return None
    if date.exact and date.earliest is not None:
        first = window.column(date.earliest + 0.5)
        after = first + 1
    else:
        first = 0 if date.earliest is None else window.column(date.earliest)
        after = window.columns if date.latest is None else window.column(date.latest + 1)
        after = after if date.earliest is None else max(after, first + 1)
    first = min(max(first, 0), window.columns)
    return first, min(max(after, first), window.columns)
