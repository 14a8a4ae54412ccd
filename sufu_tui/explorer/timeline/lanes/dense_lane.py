"""Dense lane, with more events than rows could hold: a density at each cell, and the weightiest by name.

Nothing here visits all the events of the lane once it is made. Bars are counted by bisection, long spans have
a track of their own from the beginning, and labels go to the weightiest events of each tile of the grid:
tiles are independent of each other and of the window, so a tile looks the same on every way to it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import TimeGrid, Window
from sufu_tui.explorer.timeline.lanes.interval_index import IntervalIndex, MaxTree
from sufu_tui.explorer.timeline.lanes.lane_rows import PlacedEvent
from sufu_tui.explorer.timeline.lanes.marks import Glyphs, extent_of, mark_of
from sufu_tui.explorer.timeline.lanes.naming import BareMark, NamedRows
from sufu_tui.explorer.timeline.lanes.row_slots import LabelSlot, RowSlots, Side, Title, clipped, slot_for

_HEIGHTS = "▁▂▃▄▅▆▇█"
_TILE = 64
_LABEL_ROWS = 2
_CANDIDATES = 8 * _LABEL_ROWS
"""Limit of labels to try for a tile: a label takes eight cells and more."""

_TRACKS = 2
_LONG = 24
"""Cells from which on a span is drawn in its track, with its label inside."""

_LEAST_LONG = 6
"""Days from which on a span may be so many cells long at the deepest zoom."""

_MOST_TILES = 64


class CellEdges:
    """Days at the edges of a grid's cells, a tile at a time, shared by all lanes."""

    def __init__(self, grid: TimeGrid) -> None:
        self.grid = grid
        self._tiles: dict[int, list[float]] = {}

    def edges(self, tile: int) -> list[float]:
        """Return the days at the left edges of a tile's cells, and at the right edge of the last."""
        known = self._tiles.get(tile)
        if known is None:
            if len(self._tiles) > _MOST_TILES:
                self._tiles = {}
            cells = range(tile * _TILE, (tile + 1) * _TILE + 1)
            known = self._tiles[tile] = [self.grid.day(cell) for cell in cells]
        return known


class DenseLane:
    """Lane of events counted at each cell. The grid may change, the tracks do not."""

    def __init__(
        self, events: Sequence[Event], index: IntervalIndex, title: Callable[[int], Title], glyphs: Glyphs
    ) -> None:
        self._events = events
        self._index = index
        self._title = title
        self._glyphs = glyphs
        # Eight heights for one to all: the scale depends neither on the window nor on the zoom.
        base = max(2.0, len(index) ** (1 / len(_HEIGHTS)))
        self._steps = [base**height for height in range(len(_HEIGHTS))]
        self._tracks = [_Track(index, positions) for positions in _tracks(events, index) if positions]
        self._ruler: CellEdges | None = None
        self._labels: list[RowSlots] = []
        self._tiles: dict[int, str] = {}

    @property
    def height(self) -> int:
        """Number of rows of the lane."""
        return 1 + len(self._tracks) + _LABEL_ROWS

    def out_of_sight(self, window: Window) -> tuple[int, int]:
        """Return the numbers of events before and after the window."""
        return self._index.before(window.day(0)), self._index.after(window.day(window.columns))

    def events_at(self, column: int, window: Window) -> Iterator[int]:
        """Yield the events that touch a cell of the window."""
        for position in self._index.touching(window.day(column), window.day(column + 1)):
            yield self._index.events[position]

    def bars(self, window: Window, ruler: CellEdges) -> str:
        """Return a bar for each cell: the number of events that touch it, as a block of eight heights."""
        first, after = window.first // _TILE, (window.first + window.columns - 1) // _TILE + 1
        self._look_at(ruler, first, after)
        begin = window.first - first * _TILE
        return "".join(self._tiles[tile] for tile in range(first, after))[begin : begin + window.columns]

    def rows(self, window: Window) -> Iterator[tuple[PlacedEvent, ...]]:
        """Yield the rows below the bars (which come first): tracks of long spans, then marks with labels."""
        tracks = [[*self._long(track, window)] for track in self._tracks]
        labels = [[*row.shown(self._events, window, self._glyphs)] for row in self._labels]
        rows = NamedRows([*tracks, *labels], window.columns)
        bare = [
            BareMark(one.event, one.mark, self._title(one.event), number)
            for number, row in enumerate(rows.rows)
            for one in row
            if not one.label
        ]
        rows.name(bare, len(rows.rows))
        yield from map(tuple, rows.rows)

    def _look_at(self, ruler: CellEdges, first: int, after: int) -> None:
        if self._ruler is not ruler or len(self._tiles) > _MOST_TILES:
            self._ruler, self._tiles = ruler, {}
            self._labels = [RowSlots() for _ in range(_LABEL_ROWS)]
        for tile in range(first, after):
            if tile not in self._tiles:
                counts = self._index.counts(ruler.edges(tile))
                self._tiles[tile] = "".join(self._bar(count) for count in counts)
                self._label(tile, ruler)

    def _bar(self, count: int) -> str:
        return _HEIGHTS[bisect_right(self._steps, count) - 1] if count else " "

    def _label(self, tile: int, ruler: CellEdges) -> None:
        low, high = tile * _TILE, (tile + 1) * _TILE - 1  # the last cell stays blank
        edges, grid = ruler.edges(tile), ruler.grid
        for position in self._index.heaviest(edges[0], edges[-2], _CANDIDATES):
            event = self._index.events[position]
            extent = extent_of(self._events[event], grid)
            if extent.first < low or extent.after > high or extent.after - extent.first >= _LONG:
                continue
            for row in self._labels:
                room = row.room(extent)
                if room is None:
                    continue
                slot = slot_for(event, extent, self._title(event), (max(room[0], low), min(room[1], high)))
                if slot is not None:
                    row.add(slot)
                    break

    def _long(self, track: _Track, window: Window) -> Iterator[PlacedEvent]:
        room = (window.first, window.first + window.columns)
        for position in track.long(window.day(0), window.day(window.columns), _LONG * window.grid.cell):
            event = self._index.events[position]
            extent = extent_of(self._events[event], window.grid)
            if extent.after - extent.first < _LONG:
                continue
            inside = (max(extent.first, room[0]), min(extent.after, room[1]))
            slot = LabelSlot(*extent, event, extent, self._title(event), Side.INSIDE)
            placed = clipped(slot, inside, self._events, window, self._glyphs)
            if placed is not None:
                yield placed

    def mark(self, event: int, window: Window) -> PlacedEvent | None:
        """Return the mark of an event that has to be visible, with its name if there is room at all.

        None where it lies outside the window.
        """
        mark = mark_of(self._events[event], window, self._glyphs)
        if mark is None:
            return None
        named = BareMark(event, mark, self._title(event)).named_in((0, window.columns))
        return named or PlacedEvent(event, mark)


class _Track:
    """Track: spans of which no two share a day, sorted by time."""

    def __init__(self, index: IntervalIndex, positions: Sequence[int]) -> None:
        days = [index.days(position) for position in positions]
        self._positions = array("l", positions)
        self._firsts = array("q", (first for first, _ in days))
        self._lasts = array("q", (last for _, last in days))
        self._lengths = MaxTree([min(last // 2 - first // 2, 2**61) for first, last in days])

    def long(self, start: float, end: float, days: float) -> Iterator[int]:
        """Yield the positions (in the index) of spans in a stretch of time that last about `days` or more."""
        low, high = bisect_right(self._lasts, start - 1), bisect_left(self._firsts, end)
        return (self._positions[place] for place in self._lengths.above(days / 2 - 2, low, high))


def _tracks(events: Sequence[Event], index: IntervalIndex) -> Iterator[list[int]]:
    """Yield the positions of the spans of each track.

    Greedy interval scheduling in one pass by time: a span that finds every track taken replaces the
    weakest, if that is weaker than itself. A replaced span is among the bars only.
    """
    tracks: list[list[int]] = [[] for _ in range(_TRACKS)]
    ranks: list[tuple[int, int]] = [(-1, 0)] * _TRACKS
    for position in index.lasting(_LEAST_LONG):
        first, last = index.days(position)
        rank = (events[index.events[position]].weight, last - first)
        free = next(
            (n for n, track in enumerate(tracks) if not track or index.days(track[-1]).last < first), None
        )
        if free is None:
            free = min(range(_TRACKS), key=ranks.__getitem__)
            if ranks[free] >= rank:
                continue
            tracks[free].pop()
        tracks[free].append(position)
        ranks[free] = rank
    yield from tracks
