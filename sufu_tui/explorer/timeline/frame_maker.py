"""Maker of frames: all that the timeline shows at one moment, from its events, its lanes and its window."""

from __future__ import annotations

from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.timeline.axis.axis_view import AxisView
from sufu_tui.explorer.timeline.axis.overview import columns_seen
from sufu_tui.explorer.timeline.axis.tick_labels import gap_labels, tick_labels
from sufu_tui.explorer.timeline.axis.ticks import make_axis
from sufu_tui.explorer.timeline.frame import TimelineFrame, columns_of
from sufu_tui.explorer.timeline.lanes.lane_groups import LaneGroups, lane_names
from sufu_tui.explorer.timeline.legend import legend_of
from sufu_tui.explorer.timeline.listed_events import ListedEvents
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width_up_to
from sufu_tui.typesetting.flow import Finder

_GUTTER_SHARE = 5
"""Share of the canvas that the names of lanes may take: a fifth."""


class FrameMaker:
    """Maker of the frames of `axis`, with the signs of what is linked."""

    def __init__(self, dossier: Dossier, axis: AxisView, links: LinkedView) -> None:
        self._dossier = dossier
        self._axis = axis
        self._links = links

    def make(
        self,
        listed: ListedEvents,
        lanes: LaneGroups,
        selected: int | None,
        columns: int,
        words: Catalogue,
        rows: int,
        finder: Finder | None = None,
    ) -> TimelineFrame:
        """Return the frame of the events `listed` in `columns` cells and so many rows of lanes.

        The cells include the gutter of lane names. The event `selected` has a mark in any case; what
        `finder` finds in names is to stand out.
        """
        names = lane_names(lanes, self._dossier, words)
        overview_name = words("timeline.overview")
        most = columns // _GUTTER_SHARE
        gutter = max(width_up_to(name, most) for name in (*names, overview_name)) + 2
        window = self._axis.window_of(max(1, columns - gutter))
        axis = make_axis(window, tick_labels(words))
        whole = self._axis.whole()
        arrangement = listed.arranged(lanes.grouping, words.language)
        layout = arrangement.layout(window, selected, rows, listed.numbers_of(self._links.ids))
        time = columns_of(self._links.linked.time, window)
        return TimelineFrame(
            columns=window.columns,
            layout=layout,
            axis=axis,
            gaps=tuple(gap_labels(axis, window.columns, words)),
            overview=listed.overview.strip(whole),
            seen=columns_seen(window, whole),
            gutter=gutter,
            lane_names=names,
            overview_name=overview_name,
            legend=legend_of(
                layout, axis, words, has_more_rows=len(layout.rows) >= rows, has_time=time is not None
            ),
            time=time,
            finder=finder,
        )
