"""Framing: the frame of the timeline, made of the listed events and the axis."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.explorer.timeline.axis.axis_view import AxisView
from sufu_tui.explorer.timeline.axis.overview import columns_seen
from sufu_tui.explorer.timeline.axis.tick_labels import gap_labels, tick_labels
from sufu_tui.explorer.timeline.axis.ticks import make_axis
from sufu_tui.explorer.timeline.frame import TimelineFrame, columns_of
from sufu_tui.explorer.timeline.lanes.lane_groups import Grouping, lane_names
from sufu_tui.explorer.timeline.legend import legend_of
from sufu_tui.explorer.timeline.listed_events import ListedEvents
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width_up_to
from sufu_tui.typesetting.flow import Finder

_GUTTER_SHARE = 5
"""Share of the canvas that the names of lanes may take: a fifth."""


class FrameLook(NamedTuple):
    """Look of a frame: the selected event, the time that is linked, and what is to stand out in names."""

    selected: int | None
    linked: EdtfDate | None
    finder: Finder | None


def make_frame(
    listed: ListedEvents,
    grouping: Grouping,
    axis_view: AxisView,
    look: FrameLook,
    *,
    columns: int,
    rows: int,
    words: Catalogue,
) -> TimelineFrame:
    """Return the frame in `columns` cells, the gutter of lane names included.

    Lanes with more events than rows share the spare ones of `rows`.
    """
    names = lane_names(listed.lanes(grouping), listed.dossier, words)
    overview_name = words("timeline.overview")
    most = columns // _GUTTER_SHARE
    gutter = max(width_up_to(name, most) for name in (*names, overview_name)) + 2
    window = axis_view.window_of(max(1, columns - gutter))
    axis = make_axis(window, tick_labels(words))
    whole = axis_view.whole()
    layout = listed.arranged(grouping, words.language).layout(window, look.selected, rows)
    return TimelineFrame(
        columns=window.columns,
        layout=layout,
        axis=axis,
        gaps=tuple(gap_labels(axis, window.columns, words)),
        overview=listed.overview.strip(whole),
        seen=columns_seen(window, whole),
        linked=columns_of(look.linked, window),
        finder=look.finder,
        gutter=gutter,
        lane_names=names,
        overview_name=overview_name,
        legend=legend_of(layout, axis, words, has_more_rows=len(layout.rows) >= rows),
    )
