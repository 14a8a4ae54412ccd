"""Events in lanes: places that hold still, labels, counts, density."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.days import iso, to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.axis.axis_view import AxisView
from sufu_tui.explorer.timeline.axis.time_grid import Window, fitted
from sufu_tui.explorer.timeline.axis.time_warp import proportional
from sufu_tui.explorer.timeline.event_order import in_time
from sufu_tui.explorer.timeline.lanes import arrangement
from sufu_tui.explorer.timeline.lanes.arrangement import LaneArrangement
from sufu_tui.explorer.timeline.lanes.interval_index import EventDays, IntervalIndex
from sufu_tui.explorer.timeline.lanes.lane_groups import lanes_in
from sufu_tui.explorer.timeline.lanes.marks import UNICODE, extent_of, mark_of

DAYS = st.integers(to_day(-3000), to_day(3000))


def event(day, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(day, parse(day), kind, text, text, area, "s", SourceRef("x", "1"), day, weight=weight)


def arranged(events, shown=None):
    order = in_time(events, range(len(events)) if shown is None else shown)
    lanes = lanes_in("area", ("a", "b"), events)
    days = EventDays(events)
    return LaneArrangement(events, days, order, lanes, lambda one: one.short.in_language("zh-Hant"), UNICODE)


def drawn(row, columns):
    """A row as text; fails where two things stand in one cell, or something outside the row."""
    cells = [" "] * columns
    taken = [False] * columns

    def put(column, text, over):
        for character in text:
            for cell in range(column, column + cell_len(character)):
                assert 0 <= cell < columns
                assert over or not taken[cell]
                taken[cell] = True
            cells[column] = character
            if cell_len(character) == 2:
                cells[column + 1] = ""
            column += cell_len(character)

    for one in row.placed:
        put(one.mark.column, one.mark.text, over=False)
        if one.label:
            put(one.label_column, one.label, over=one.mark.column < one.label_column < one.mark.end)
    text = "".join(cells)
    assert cell_len(text) == columns
    return text


def apart(row):
    """Fail where two things in a row touch each other."""
    for one, other in pairwise(row.placed):
        assert max(after for _, after in one.stretches) < min(first for first, _ in other.stretches)


EVENTS = st.lists(
    st.builds(
        event,
        st.one_of(
            st.dates().map(str),
            st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(map(str, sorted(pair)))),
            st.dates().map(lambda day: f"{day}/.."),
            st.dates().map(lambda day: f"../{day}"),
            st.integers(1, 9999).map("{:04d}~".format),
        ),
        st.sampled_from(["point", "span", "era"]),
        st.sampled_from(["事", "框架協議簽署", "A long English title", ""]),
        st.sampled_from(["a", "b"]),
        st.integers(0, 9),
    ),
    max_size=25,
)


@settings(max_examples=60)
@given(EVENTS, st.integers(8, 120), DAYS, st.integers(1, 400_000))
def test_every_event_in_the_window_is_there_and_nothing_overlaps(events, columns, first, length):
    view = fitted(proportional(), first, first + length, columns)
    shown = in_time(events, range(len(events)))
    layout = arranged(events).layout(view)
    placed = [index for row in layout.rows for one in row.placed for index in (one.event, *one.sharing)]
    visible = [index for index in shown if mark_of(events[index], view, UNICODE) is not None]
    assert sorted(placed) == sorted(visible)
    assert sum(layout.before) + sum(layout.after) == len(events) - len(visible)
    for row in layout.rows:
        drawn(row, columns)
        apart(row)
        for one in row.placed:
            assert row.at(one.mark.column).event == one.event
    for index in visible:
        row = layout.rows[layout.row_of(index)]
        assert layout.lanes[row.lane] == events[index].area


def test_many_events_on_one_day_become_a_count():
    events = [event("2023-06-15", title=f"第{number}") for number in range(30)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    layout = arranged(events).layout(view)
    assert len(layout.rows) == 7
    (counted,) = layout.rows[-1].placed
    assert counted.mark.text == "+"
    assert len(counted.events) == 24


def test_a_long_mark_alone_among_counts_is_as_long_as_it_is():
    days = [event("2023-06-15", title=f"第{number}", weight=9) for number in range(8)]
    long = [event("2023-06-02/2023-06-28", "span", "長", weight=1) for _ in range(7)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    alone, count = arranged([*days, *long[:1]]).layout(view).rows[-1].placed
    assert alone.mark.text == "├" + "━" * (count.mark.column - alone.mark.column - 3)
    assert count.mark.text == "2"
    counted = arranged([*days, *long]).layout(view).rows[-1].placed
    assert [one.mark.text for one in counted] == ["7", "2"]


def test_weight_decides_who_keeps_a_row():
    events = [event("2023-06-15", title="輕", weight=1), event("2023-06-15", title="重", weight=9)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    layout = arranged(events).layout(view)
    assert [row.placed[0].event for row in layout.rows] == [1, 0]


def test_positions_stay_while_panning():
    events = [event(f"2023-06-{day:02d}", title=f"事件{day}") for day in (10, 11, 12, 20)]
    limits = (to_day(2023), to_day(2024))
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 120)
    found = []
    made = arranged(events)
    for moved in (view, view.panned(0.05, limits), view.panned(-0.05, limits)):
        layout = made.layout(moved)
        found.append([layout.row_of(number) for number in range(4)])
    assert found[0] == found[1] == found[2]


# Many events in a lane

MANY = st.lists(
    st.builds(
        event,
        st.one_of(
            st.dates().map(str),
            st.tuples(st.dates(max_value=date(9900, 1, 1)), st.integers(0, 20_000)).map(
                lambda pair: f"{pair[0]}/{iso(pair[0].toordinal() + pair[1])}"
            ),
            st.dates().map(lambda day: f"{day}/.."),
            st.dates().map(lambda day: f"../{day}"),
            st.integers(1, 9999).map("{:04d}~".format),
        ),
        st.sampled_from(["point", "span", "era"]),
        st.sampled_from(["事", "框架協議簽署", "A long English title", ""]),
        st.just("a"),
        st.integers(0, 9),
    ),
    min_size=5,
    max_size=40,
)


def dense(events):
    """Return the events laid out as a lane of many is, however few they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrangement, "_MOST_APART", 4)
        return arranged(events)


@settings(max_examples=40)
@given(MANY, st.integers(8, 150), st.integers(1, 3_000_000), st.integers(1, 400_000), st.data())
def test_every_event_of_many_is_counted_where_it_is_and_nothing_overlaps(
    events, columns, first, length, data
):
    view = fitted(proportional(), first, first + length, columns)
    selected = data.draw(st.sampled_from(range(len(events))))
    made = dense(events)
    layout = made.layout(view, selected)
    bars = layout.rows[0].bars
    assert len(bars) == columns
    for number, one in enumerate(events):
        low, after = extent_of(one, view.grid)
        if one.kind == "point" and None in (one.date.earliest, one.date.latest):
            continue  # an arrow points beyond the one day that is counted
        cells = range(max(0, low - view.first), min(columns, after - view.first))
        assert all(bars[cell] != " " for cell in cells)
        for cell in {*cells[:1], *cells[-1:]}:
            assert number in made.events_at(0, cell, view)
    for row in layout.rows:
        drawn(row, columns)
    for row in layout.rows[-2:]:
        apart(row)
    there = {index for row in layout.rows for one in row.placed for index in one.events}
    assert (selected in there) == (mark_of(events[selected], view, UNICODE) is not None)


@settings(max_examples=40)
@given(MANY, st.integers(20, 150), st.integers(1, 3_000_000), st.integers(1, 400_000), st.integers(-400, 400))
def test_many_stay_where_they_are_while_panning(events, columns, first, length, cells):
    view = fitted(proportional(), first, first + length, columns)
    moved = Window(view.grid, cells, columns)
    # One has come from the first window, the other has never seen it.
    panned, fresh = dense(events), dense(events)
    panned.layout(view)
    assert panned.layout(moved) == fresh.layout(moved)
    before, after = fresh.layout(view).rows[0].bars, fresh.layout(moved).rows[0].bars
    for cell in range(max(0, cells), min(columns, columns + cells)):
        assert before[cell] == after[cell - cells]


@settings(max_examples=40)
@given(EVENTS, st.integers(20, 120), DAYS, st.integers(1, 400_000), st.integers(-150, 150))
def test_marks_stay_where_they_are_while_panning(events, columns, first, length, cells):
    view = fitted(proportional(), first, first + length, columns)
    made = arranged(events)
    found = []
    for begin in (0, cells):
        layout = made.layout(Window(view.grid, begin, columns))
        found.append(
            {
                (one.event, number, one.mark.column + begin)
                for number, row in enumerate(layout.rows)
                for one in row.placed
                if one.mark.column > 0 and one.mark.end < columns and not one.sharing
            }
        )
    # What lies in both windows, with room for its name on both sides, has the same row and cells in both.
    low, high = max(0, cells) + 2, min(0, cells) + columns - 2
    ends = {n: extent_of(one, view.grid) for n, one in enumerate(events)}
    named = {n: 1 + cell_len(one.short.in_language("zh-Hant")) for n, one in enumerate(events)}
    kept = [
        {
            one
            for one in some
            if low < ends[one[0]].first - named[one[0]] and ends[one[0]].after + named[one[0]] < high
        }
        for some in found
    ]
    assert kept[0] == kept[1]


# Names


def holds(others, mark, cells, columns):
    """Return whether a row with the placed events `others` could hold a mark and some of its name."""
    taken = {cell for one in others for first, after in one.stretches for cell in range(first, after)}
    if not taken.isdisjoint(range(mark.column - 1, mark.end + 1)):
        return False
    least = min(cells, 6)
    if mark.end - mark.column >= least + 6:
        return True
    right, left = range(mark.end, mark.end + 2 + least), range(mark.column - 2 - least, mark.column)
    return (mark.end + 1 + least <= columns and taken.isdisjoint(right)) or (
        mark.column - 1 - least >= 0 and taken.isdisjoint(left)
    )


def could_be_named(layout, events, view, height):
    """Yield the events in view without their names that a row of their lane could hold with these."""
    for lane in {row.lane for row in layout.rows}:
        rows = [row.placed for row in layout.rows if row.lane == lane and not row.bars]
        counts = [row for row in rows if any(one.sharing for one in row)]
        free = [row for row in rows if row not in counts]
        more = len(free) < 6 or len(layout.rows) < height - 1
        for row in rows:
            for one in row:
                if one.label:
                    continue
                for index in one.events:
                    cells = cell_len(events[index].short.in_language("zh-Hant"))
                    mark = mark_of(events[index], view, UNICODE)
                    tried = [[other for other in some if other is not one] for some in free]
                    if cells and any(
                        holds(some, mark, cells, view.columns) for some in [*tried, *[()] * more]
                    ):
                        yield index


@settings(max_examples=150)
@given(EVENTS, st.integers(8, 150), DAYS, st.integers(1, 400_000), st.integers(0, 40))
def test_a_mark_in_view_has_its_name_or_no_row_of_its_lane_could_hold_it(
    events, columns, first, length, height
):
    view = fitted(proportional(), first, first + length, columns)
    layout = arranged(events).layout(view, None, height)
    assert list(could_be_named(layout, events, view, height)) == []
    for row in layout.rows:
        drawn(row, columns)
        apart(row)


@settings(max_examples=40)
@given(MANY, st.integers(8, 150), st.integers(1, 3_000_000), st.integers(1, 400_000), st.data())
def test_a_mark_beside_many_has_its_name_or_no_row_could_hold_it(events, columns, first, length, data):
    view = fitted(proportional(), first, first + length, columns)
    selected = data.draw(st.sampled_from(range(len(events))))
    layout = dense(events).layout(view, selected)
    for row in layout.rows[1:]:
        for one in row.placed:
            cells = cell_len(events[one.event].short.in_language("zh-Hant"))
            others = [[other for other in some.placed if other is not one] for some in layout.rows[1:]]
            assert one.label or not cells or not any(holds(some, one.mark, cells, columns) for some in others)
    for one in layout.rows[0].placed:
        assert one.event == selected
        cells = cell_len(events[selected].short.in_language("zh-Hant"))
        assert one.label or not cells or not holds((), one.mark, cells, columns)


@pytest.mark.parametrize("columns", range(90, 121))
@pytest.mark.parametrize("cells", [10, 14, 16, 50])
def test_four_years_of_a_lane_have_their_names_at_every_width(cells, columns):
    events = [event(year, title="x" * cells) for year in ("1900", "1950", "2000", "2023")]
    layout = arranged(events).layout(AxisView(events, (1, 2)).window_of(columns))
    assert sorted(one.event for row in layout.rows for one in row.placed if one.label) == [0, 1, 2, 3]


def test_a_lane_that_the_filter_leaves_empty_takes_no_row():
    events = [event("2023-06-15", area=area) for area in ("a", "b", "a")]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    both, one = (arranged(events, shown).layout(view) for shown in ([0, 1, 2], [1]))
    assert {row.lane for row in both.rows} == {0, 1}
    assert [row.lane for row in one.rows] == [1]
    assert (len(one.before), len(one.after)) == (2, 2)
    assert [row.banded for row in both.rows] == [row.lane == 1 for row in both.rows]
    assert not one.rows[0].banded
    assert arranged(events, []).layout(view).rows == ()


def test_events_at_a_cell_are_those_of_its_count():
    events = [event("2023-06-15", title=f"第{number}") for number in range(30)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    made = arranged(events)
    (counted,) = made.layout(view).rows[-1].placed
    assert set(made.events_at(0, counted.mark.column, view)) >= set(counted.events)
    assert made.events_at(0, 0, view) == ()


def test_ten_thousand_events_on_one_day_are_one_high_bar():
    events = [event("2023-06-15", title=f"第{number}", weight=number % 10) for number in range(10_000)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    made = arranged(events)
    layout = made.layout(view)
    assert set(layout.rows[0].bars) == {" ", "█"}
    named = [events[one.event].weight for row in layout.rows[1:] for one in row.placed if one.label]
    assert set(named) == {9}
    assert len(layout.rows) <= 6
    column = layout.rows[0].bars.index("█")
    assert len(made.events_at(0, column, view)) == 10_000


def test_long_spans_of_many_keep_a_track_and_the_weightiest_are_named():
    spans = [event(f"{1900 + n}/{1905 + n}", "span", f"第{n}", weight=3) for n in range(0, 100, 2)]
    heavy = event("1950/1970", "span", "重", weight=9)
    view = fitted(proportional(), to_day(1955), to_day(1965), 100)
    layout = dense([*spans, heavy]).layout(view)
    labels = [one.label.strip() for row in layout.rows for one in row.placed]
    assert "重" in labels


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 60), st.integers(0, 9)), max_size=40), st.data()
)
def test_the_index_answers_as_looking_at_every_event_does(made, data):
    events = [
        event(f"{iso(to_day(2000) + first)}/{iso(to_day(2000) + first + length)}", "span", weight=weight)
        for first, length, weight in made
    ]
    index = IntervalIndex(EventDays(events), range(len(events)))
    start = to_day(2000) + data.draw(st.integers(-80, 80))
    end = start + data.draw(st.integers(1, 90))
    there = [n for n, one in enumerate(events) if one.date.earliest < end and one.date.latest >= start]
    assert sorted(index.events[position] for position in index.touching(start, end)) == there
    assert index.counts([start, end]) == [len(there)]
    assert index.before(start) == sum(1 for one in events if one.date.latest < start)
    assert index.after(end) == sum(1 for one in events if one.date.earliest >= end)
    begun = sorted((one.weight for one in events if start <= one.date.earliest < end), reverse=True)
    found = index.heaviest(start, end, 5)
    assert len(set(found)) == len(found)
    assert [events[index.events[position]].weight for position in found] == begun[:5]
