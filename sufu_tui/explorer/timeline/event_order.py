"""Event order: steps from one event to the next in time, within a lane and across lanes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

from sufu_tui.dossier.beginning import is_undated
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.timeline.axis.time_grid import Window
from sufu_tui.explorer.timeline.lanes.lane_groups import LaneGroups


def in_time(events: Sequence[Event], shown: Sequence[int]) -> list[int]:
    """Return the indexes `shown` sorted by time: by earliest, then latest day; the undated come last."""
    return sorted(shown, key=lambda index: (is_undated(events[index]), events[index].date.sort_key, index))


class EventOrder:
    """Order of the events shown in time, with the place of each."""

    __slots__ = ("_middles", "_places", "events")

    def __init__(self, events: Iterable[int]) -> None:
        """Take the indexes of the events shown, sorted by time (see `in_time`)."""
        self.events = tuple(events)
        """Indexes of the events."""
        self._places = {event: place for place, event in enumerate(self.events)}
        self._middles: dict[tuple[str, int], list[tuple[float, int]]] = {}

    def __len__(self) -> int:
        return len(self.events)

    def __contains__(self, event: int | None) -> bool:
        return event in self._places

    def place(self, event: int) -> int:
        """Return the place of an event, from 0; raise KeyError where it is not shown."""
        return self._places[event]

    def step(self, current: int | None, distance: int) -> int | None:
        """Return the event `distance` places after `current`, stopping at the ends.

        Without a current event the first or the last; None where there are none.
        """
        if not self.events:
            return None
        place = None if current is None else self._places.get(current)
        if place is None:
            return self.events[0 if distance > 0 else -1]
        return self.events[max(0, min(len(self.events) - 1, place + distance))]

    def step_in_lane(self, lanes: LaneGroups, current: int | None, direction: int) -> int | None:
        """Return the next event of the lane of `current` (the one before, if `direction` is -1).

        Return `current` itself where its lane has no further one.
        """
        if current is None or current not in self:
            return self.step(None, direction)
        lane = lanes.of_events[current]
        place = self._places[current] + direction
        while 0 <= place < len(self.events):
            if lanes.of_events[self.events[place]] == lane:
                return self.events[place]
            place += direction
        return current

    def in_lane(self, events: Sequence[Event], lanes: LaneGroups, lane: int) -> list[tuple[float, int]]:
        """Return the events of a lane sorted by their middles (day numbers), with these; cached."""
        key = (lanes.grouping, lane)
        if key not in self._middles:
            members = (index for index in self.events if lanes.of_events[index] == lane)
            self._middles[key] = sorted((_middle(events[index]), index) for index in members)
        return self._middles[key]


def nearest(events: Sequence[Event], order: EventOrder, date: EdtfDate) -> int | None:
    """Return the first dated event that may begin with `date` or later, by bisection, else the last, or None.

    Where none is dated, the undated ones are taken.
    """
    dated = bisect_left(order.events, True, key=lambda event: is_undated(events[event])) or len(order)
    sought = date.sort_key[:1]
    place = bisect_left(order.events, sought, 0, dated, key=lambda event: events[event].date.sort_key[:1])
    return order.events[min(place, dated - 1)] if dated else None


def across(
    events: Sequence[Event], order: EventOrder, lanes: LaneGroups, current: int | None, distance: int
) -> int | None:
    """Return the event nearest in time to `current` in the next lane with events, else `current`."""
    if current is None or current not in order:
        return order.step(None, 1)
    place = _middle(events[current])
    lane = lanes.of_events[current] + distance
    while 0 <= lane < lanes.number:
        found = order.in_lane(events, lanes, lane)
        if found:
            at = bisect_left(found, (place, 0))
            middle, _ = min(found[max(0, at - 1) : at + 1], key=lambda one: abs(one[0] - place))
            return found[bisect_left(found, (middle, 0))][1]  # the first of equals
        lane += distance
    return current


def _middle(event: Event) -> float:
    """Return the middle day of an event's bounds; of an open one, its known bound."""
    earliest, latest = event.date.earliest, event.date.latest
    if earliest is None or latest is None:
        return float(earliest if latest is None and earliest is not None else latest or 0)
    return (earliest + latest) / 2


def next_linked(
    events: Sequence[Event], order: EventOrder, selected: int | None, ids: Container[str]
) -> int | None:
    """Return the first event after the selected one with one of `ids`; after the last, the first of all."""
    listed = order.events
    here = 0 if selected is None or selected not in order else order.place(selected) + 1
    turn = (*listed[here:], *listed[:here])
    return next((event for event in turn if events[event].id in ids), None)


def known_days(date: EdtfDate) -> tuple[int, int] | None:
    """Return the first and the last day of a date; an open end equals the other."""
    first = date.earliest if date.earliest is not None else date.latest
    last = date.latest if date.latest is not None else date.earliest
    return None if first is None or last is None else (first, last)


def first_within(events: Sequence[Event], order: EventOrder, window: Window | None) -> int | None:
    """Return the first event that begins within the window, else the first of all."""
    for index in order.events:
        earliest = events[index].date.earliest
        if window is not None and earliest is not None and window.column(earliest) >= 0:
            return index
    return next(iter(order.events), None)
