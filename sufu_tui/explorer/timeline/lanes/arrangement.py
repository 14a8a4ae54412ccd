"""Lane arrangement: made once for a filter, a grouping and a language, laid out for each window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import TimeGrid, Window
from sufu_tui.explorer.timeline.lanes.dense_lane import CellEdges, DenseLane
from sufu_tui.explorer.timeline.lanes.interval_index import EventDays, IntervalIndex
from sufu_tui.explorer.timeline.lanes.lane_groups import LaneGroups
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout, LaneRow, PlacedEvent
from sufu_tui.explorer.timeline.lanes.linked_in_lane import LinkedInLane
from sufu_tui.explorer.timeline.lanes.marks import Glyphs
from sufu_tui.explorer.timeline.lanes.row_slots import Title
from sufu_tui.explorer.timeline.lanes.sparse_lane import SparseLane
from sufu_tui.typesetting.cells import clip, width

_ROWS_A_LANE = 6
_MOST_APART = 1000
"""Limit of events with places of their own, all lanes together: so many are placed within a frame.

Every lane has an equal share of it; one with more events shows a density at each cell.
"""
_LONGEST_TITLE = 500
"""Cells of a name on the axis, more than a screen has."""


class LaneArrangement:
    """Arrangement of events in lanes. A lane keeps its rows as long as the zoom is the same."""

    def __init__(
        self,
        events: Sequence[Event],
        days: EventDays,
        shown: Sequence[int],
        lanes: LaneGroups,
        title: Callable[[Event], str],
        glyphs: Glyphs,
    ) -> None:
        """Put the events with the indexes `shown`, sorted by time, into their lanes.

        Args:
            events: All events of the dossier.
            days: Their days.
            shown: Indexes of those that the filter leaves.
            lanes: The lanes of all events.
            title: Name of an event on the axis.
            glyphs: The characters of marks.

        """
        self._events = events
        self._days = days
        self._lanes = lanes
        self._title = title
        self._glyphs = glyphs
        self._members: list[list[int]] = [[] for _ in range(lanes.number)]
        for event in shown:
            self._members[lanes.of_events[event]].append(event)
        share = _MOST_APART // max(1, lanes.number)
        self._titles: dict[int, list[tuple[int, Title]]] = {}
        self._dense: dict[int, DenseLane] = {}
        for number, members in enumerate(self._members):
            if not members:  # a lane without an event, by a filter, has no row
                continue
            if len(members) > share:
                index = IntervalIndex(days, members)
                self._dense[number] = DenseLane(events, index, self._titled, glyphs)
            else:
                self._titles[number] = [(event, self._titled(event)) for event in members]
        self._ruler: CellEdges | None = None
        self._height = self._rows_taken = 0
        self._apart: dict[int, SparseLane] = {}
        self._linked: frozenset[int] = frozenset()
        self._linked_dense: dict[int, LinkedInLane] = {}

    def retitle(self, title: Callable[[Event], str]) -> None:
        """Give the events other names."""
        self._title = title
        for lane, titles in self._titles.items():
            self._titles[lane] = [(event, self._titled(event)) for event, _ in titles]
        self._ruler = None  # what is placed on it has the names of before

    def _titled(self, event: int) -> Title:
        text = clip(self._title(self._events[event]), _LONGEST_TITLE)
        return Title(text, width(text))

    def layout(
        self,
        window: Window,
        selected: int | None = None,
        height: int | None = 0,
        linked: frozenset[int] = frozenset(),
    ) -> LaneLayout:
        """Return the part of the lanes in `window`; the event `selected` has a mark in any case.

        Spare rows of `height` go to lanes that are short of them; None: as the last time. The events `linked`
        are counted apart, and found among bars.
        """
        self._look_for(linked)
        height = self._height if height is None else height
        if self._ruler is None or self._ruler.grid != window.grid or self._height != height:
            self._ruler, self._height = CellEdges(window.grid), height
            self._apart = self._placed(window.grid, height)
        rows: list[LaneRow] = []
        sight = [(0, 0)] * len(self._members)
        linked_sight = [(0, 0)] * len(self._members)
        lanes = sorted({*self._dense, *self._apart})
        spare = height - 1 - self._rows_taken
        for place, lane in enumerate(lanes):
            dense = self._dense.get(lane)
            if dense is not None:
                made = self._dense_rows(lane, dense, window, self._ruler, selected)
                sight[lane] = dense.out_of_sight(window)
                if lane in self._linked_dense:
                    there = self._linked_dense[lane]
                    made[0] = replace(made[0], linked=there.columns(window))
                    linked_sight[lane] = there.out_of_sight(window)
            else:
                apart = self._apart[lane]
                most = max(_ROWS_A_LANE, apart.own_rows + max(0, spare))
                placed = apart.rows(window, self._glyphs, most)
                spare -= len(placed) - apart.height
                made = [LaneRow(lane, number, row) for number, row in enumerate(placed)]
                sight[lane] = apart.out_of_sight(window)
                linked_sight[lane] = apart.out_of_sight(window, linked) if linked else (0, 0)
            rows += (replace(row, banded=bool(place % 2)) for row in made)
        labelled = sum(1 for row in rows for one in row.placed if one.label)
        before, after = zip(*sight, strict=True) if sight else ((), ())
        linked_before, linked_after = zip(*linked_sight, strict=True) if linked else ((), ())
        return LaneLayout(
            tuple(rows), self._lanes.ids, before, after, labelled, linked, linked_before, linked_after
        )

    def _look_for(self, linked: frozenset[int]) -> None:
        """Find the events `linked` in the lanes that show a density."""
        if linked is self._linked:
            return
        self._linked, members = linked, defaultdict[int, list[int]](list)
        for event in linked:
            if self._lanes.of_events[event] in self._dense:
                members[self._lanes.of_events[event]].append(event)
        self._linked_dense = {
            lane: LinkedInLane(self._events, IntervalIndex(self._days, own)) for lane, own in members.items()
        }

    def _placed(self, grid: TimeGrid, height: int) -> dict[int, SparseLane]:
        """Return the sparse lanes on a grid; the last of the rows is the legend's."""
        lanes = {
            lane: SparseLane(self._events, titles, grid, _ROWS_A_LANE)
            for lane, titles in self._titles.items()
        }
        dense_rows = sum(lane.height for lane in self._dense.values())
        spare = height - 1 - dense_rows - sum(lane.height for lane in lanes.values())
        short = [lane for lane in lanes.values() if lane.is_short]
        for place, lane in enumerate(short):
            before = lane.height
            lane.grow(_ROWS_A_LANE + max(0, spare // (len(short) - place)))
            spare -= lane.height - before
        self._rows_taken = dense_rows + sum(lane.height for lane in lanes.values())
        return lanes

    def _dense_rows(
        self, lane: int, dense: DenseLane, window: Window, ruler: CellEdges, selected: int | None
    ) -> list[LaneRow]:
        bars = dense.bars(window, ruler)
        below = [LaneRow(lane, number, placed) for number, placed in enumerate(dense.rows(window), start=1)]
        over: tuple[PlacedEvent, ...] = ()
        if (
            selected is not None
            and self._lanes.of_events[selected] == lane
            and not any(selected in one.events for row in below for one in row.placed)
        ):
            mark = dense.mark(selected, window)
            over = (mark,) if mark else ()
        return [LaneRow(lane, 0, over, bars), *below]

    def events_at(self, lane: int, column: int, window: Window) -> tuple[int, ...]:
        """Return the events of a count or a bar in a cell of the window, sorted by time.

        Where there is neither, those that have marks of their own in the cell.
        """
        dense = self._dense.get(lane)
        if dense is not None:
            return tuple(dense.events_at(column, window))
        here: list[int] = []
        for row in self.layout(window, height=None).rows:
            if row.lane == lane:
                there = [one for one in row.placed if one.mark.covers(column)]
                if there and there[0].sharing:
                    here = list(there[0].events)
                else:
                    here += (one.event for one in there)
        places = {event: place for place, event in enumerate(self._members[lane])}
        return tuple(sorted(here, key=places.__getitem__))
