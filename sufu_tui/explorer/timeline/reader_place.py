"""Reader's place on the timeline, to return to."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.explorer.beside.companion import CompanionPlace
from sufu_tui.explorer.timeline.axis.axis_view import AxisState


class AxisPlace(NamedTuple):
    """Place on the axis: the index of the selected event, and the state of the axis."""

    selected: int | None
    axis: AxisState


class TimelinePlace(NamedTuple):
    """Place on the timeline: on the axis, the first row of lanes and line of the list, the place beside."""

    axis: AxisPlace
    lanes_top: int
    agenda_top: int
    beside: CompanionPlace
