"""From event to event: in time, within a lane, across lanes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.event_order import EventOrder, across, in_time, nearest
from sufu_tui.explorer.timeline.lanes.lane_groups import GROUPINGS, lanes_by, lanes_in


def event(date, area="a"):
    text = Localized({"zh-Hant": "事件"})
    return Event(date, parse(date), "point", text, text, area, "s", SourceRef("x", "1"), date)


def order(*dates):
    events = [event(date) for date in dates]
    return EventOrder(in_time(events, range(len(events))))


def test_stepping_stops_at_the_ends_and_begins_somewhere():
    in_order = order("2023", "2021", "2022")
    assert in_order.events == (1, 2, 0)
    assert [in_order.step(current, 1) for current in (None, 1, 0, 7)] == [1, 2, 0, 1]
    assert [in_order.step(current, -1) for current in (None, 1, 0)] == [0, 1, 2]
    assert order().step(None, 1) is None


def test_crossing_lanes_takes_the_nearest_in_time_and_skips_empty_ones():
    events = [event("2023-06-15", "a"), event("2020-01-01", "c"), event("2023-01-01", "c")]
    lanes = lanes_in("area", ("a", "b", "c"), events)
    in_order = EventOrder(in_time(events, range(3)))
    assert across(events, in_order, lanes, 0, 1) == 2
    assert across(events, in_order, lanes, 2, -1) == 0
    assert across(events, in_order, lanes, 0, -1) == 0


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=12), st.sampled_from([1, -1]))
def test_stepping_within_a_lane_visits_all_of_it_in_order(areas, direction):
    events = [event(f"2023-01-{day:02d}", area) for day, area in enumerate(areas, 1)]
    lanes = lanes_in("area", "abc", events)
    in_order = EventOrder(in_time(events, range(len(events))))
    mine = [number for number, area in enumerate(areas) if area == areas[0]][::direction]
    visited = [mine[0]]
    while (following := in_order.step_in_lane(lanes, visited[-1], direction)) != visited[-1]:
        visited.append(following)
    assert visited == mine


@pytest.mark.parametrize(
    ("date", "found"),
    [("2022", 0), ("2021", 2), ("2022-06-14", 0), ("2022-06-15", 1), ("2030", 1), ("../2000", 2)],
)
def test_the_nearest_to_a_date_is_the_first_that_begins_with_it_or_after(date, found):
    events = [event("2022-06-14"), event("2023"), event("2021-12")]
    assert nearest(events, EventOrder(in_time(events, range(3))), parse(date)) == found
    assert nearest(events, EventOrder(()), parse(date)) is None


def test_every_event_has_a_lane_however_they_are_put(shipped):
    for grouping in GROUPINGS:
        lanes = lanes_by(grouping, shipped)
        for number, one in enumerate(shipped.events):
            assert lanes.ids[lanes.of_events[number]] == getattr(one, grouping)
        assert set(lanes.of_events) == set(range(len(lanes.ids)))
