"""Events in lanes: places that hold still, labels, counts, density."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.arrangement import Arrangement
from sufu_tui.explorer.timeline.grouping import lanes_in
from sufu_tui.explorer.timeline.marks import UNICODE, mark_of
from sufu_tui.explorer.timeline.scale import fitted
from sufu_tui.explorer.timeline.stepping import in_time
from sufu_tui.explorer.timeline.warp import proportional

DAYS = st.integers(to_day(-3000), to_day(3000))


def event(date, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(date, parse(date), kind, text, text, area, "s", SourceRef("x", "1"), date, weight=weight)


def arranged(events, shown=None):
    order = in_time(events, range(len(events)) if shown is None else shown)
    lanes = lanes_in("area", ("a", "b"), events)
    return Arrangement(events, order, lanes, lambda one: one.short.in_("zh-Hant"), UNICODE)


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


@settings(deadline=None)
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
        for one in row.placed:
            assert row.at(one.mark.column).event == one.event
    for index in visible:
        row = layout.rows[layout.row_of(index)]
        assert layout.lanes[row.lane] == events[index].area


def test_many_events_on_one_day_become_a_count():
    events = [event("2023-06-15", title=f"第{number}") for number in range(30)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    layout = arranged(events).layout(view)
    assert len(layout.rows) == 6
    (counted,) = layout.rows[-1].placed
    assert counted.mark.text == "+"
    assert len(counted.events) == 25


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
    arrangement = arranged(events)
    for moved in (view, view.panned(0.05, limits), view.panned(-0.05, limits)):
        layout = arrangement.layout(moved)
        found.append([layout.row_of(number) for number in range(4)])
    assert found[0] == found[1] == found[2]
