"""Signs of what is linked: every such event has one or is counted, and nothing else looks otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef, parse_ref
from sufu_tui.explorer.timeline.axis.ticks import Break, Tick, TimeAxis
from sufu_tui.explorer.timeline.axis.time_grid import fitted
from sufu_tui.explorer.timeline.axis.time_warp import proportional
from sufu_tui.explorer.timeline.canvas.linked_signs import PaintedText, axis_texts, with_sign
from sufu_tui.explorer.timeline.canvas.row_painter import ground, pieces
from sufu_tui.explorer.timeline.event_order import in_time
from sufu_tui.explorer.timeline.frame import columns_of
from sufu_tui.explorer.timeline.lanes import arrangement
from sufu_tui.explorer.timeline.lanes.arrangement import LaneArrangement
from sufu_tui.explorer.timeline.lanes.interval_index import EventDays
from sufu_tui.explorer.timeline.lanes.lane_groups import lanes_in
from sufu_tui.explorer.timeline.lanes.marks import UNICODE, extent_of, mark_of
from sufu_tui.explorer.timeline.status import status_parts
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.glyphs import GLYPH_SETS, LINKED
from sufu_tui.typesetting.substitutes import Substitutes
from tests.explorer.observing import timeline_model

TITLES = ("事", "框架協議簽署", "A long English title", "")


def event(date, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(date, parse(date), kind, text, text, area, "s", SourceRef("x", "1"), date, weight=weight)


DATES = st.one_of(
    st.dates().map(str),
    st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(map(str, sorted(pair)))),
    st.dates().map(lambda day: f"{day}/.."),
    st.dates().map(lambda day: f"../{day}"),
    st.integers(1, 9999).map("{:04d}~".format),
)
EVENTS = st.lists(
    st.builds(
        event,
        DATES,
        st.sampled_from(["point", "span", "era"]),
        st.sampled_from(TITLES),
        st.sampled_from(["a", "b"]),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=30,
)
WINDOWS = st.tuples(st.integers(to_day(-3000), to_day(3000)), st.integers(1, 400_000), st.integers(8, 120))


def arranged(events, most_apart=1000):
    lanes = lanes_in("area", ("a", "b"), events)
    order = in_time(events, range(len(events)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrangement, "_MOST_APART", most_apart)
        return LaneArrangement(
            events, EventDays(events), order, lanes, lambda one: one.short.in_language("zh-Hant"), UNICODE
        )


def cells(layout, row, columns):
    """A row as it is drawn, by its cells; the second of a wide character is empty."""
    below, text, used = ground(layout, row, columns), "", 0
    for column, part, _ in pieces(row, None, (), columns, layout.linked):
        assert column >= used, "two things stand in one cell"
        text += below[used:column] + part
        used = column + cell_len(part)
    text += below[used:]
    assert cell_len(text) == columns
    return [cell for character in text for cell in (character, "")[: cell_len(character)]]


def looked_at(made, view):
    """Lay out with and without the linked events; return the layout, and for each row both drawings."""
    layout, plain = made
    assert [replace(row, linked=()) for row in layout.rows] == list(plain.rows)  # nothing has moved
    return [
        (row, cells(layout, row, view.columns), cells(plain, before, view.columns))
        for row, before in zip(layout.rows, plain.rows, strict=True)
    ]


@example([event(date, title="事") for date in ("0002~", "0088~", "../0001-01-01")], (2, 1, 8), {0})
@given(EVENTS, WINDOWS, st.sets(st.integers(0, 29), min_size=1))
def test_every_linked_event_has_a_sign_or_is_counted_and_nothing_moves(events, window, chosen):
    first, length, columns = window
    linked = frozenset(number % len(events) for number in chosen)
    view = fitted(proportional(), first, first + length, columns)
    made = arranged(events)
    layout = made.layout(view, linked=linked)
    in_view = {number for number in linked if mark_of(events[number], view, UNICODE) is not None}
    beyond = sum(layout.linked_before) + sum(layout.linked_after)
    assert len(in_view) + beyond == len(linked)
    for row, drawn, before in looked_at((layout, made.layout(view)), view):
        signed = [one for one in row.placed if not linked.isdisjoint(one.events)]
        in_marks = [part for part in pieces(row, None, (), columns, linked) if part.style == "linked"]
        assert len(in_marks) == len(signed)
        for one, sign in zip(signed, in_marks, strict=True):
            reach = min(start for start, _ in one.stretches) - 1, max(end for _, end in one.stretches) + 1
            assert reach[0] <= sign.column < reach[1]
        others = {column for column, (now, was) in enumerate(zip(drawn, before, strict=True)) if now != was}
        for column in others - {sign.column for sign in in_marks}:  # those beside a number of events beyond
            assert not row.number
            assert drawn[column] == LINKED or "‹" in drawn or "›" in drawn
        for sign in in_marks:
            assert drawn[sign.column] == LINKED
            mark = next((one.mark for one in row.placed if one.mark.covers(sign.column)), None)
            assert (
                before[sign.column] == " "
                or (mark is not None and before[sign.column] in mark.text)
                or (before[sign.column] in "‹›0123456789")
            )  # never over a name


@given(EVENTS, WINDOWS, st.sets(st.integers(0, 29), min_size=1))
def test_among_bars_the_sign_stands_where_such_an_event_begins(events, window, chosen):
    first, length, columns = window
    events = [one._replace(area="a") for one in events]
    linked = frozenset(number % len(events) for number in chosen)
    view = fitted(proportional(), first, first + length, columns)
    made = arranged(events, most_apart=0)
    layout = made.layout(view, linked=linked)
    bars = layout.rows[0]
    assert bars.bars
    for row, drawn, _ in looked_at((layout, made.layout(view)), view):
        assert all(drawn[column] == LINKED for column in row.linked)
    days = EventDays(events)
    signed = set(bars.linked)
    for number in linked:
        same_day = [other for other in linked if days.firsts[other] == days.firsts[number]]
        begin = [extent_of(events[other], view.grid) for other in same_day]
        places = {max(0, low - view.first) for low, after in begin if after > view.first}
        if days.firsts[number] < view.day(columns) and days.lasts[number] >= view.day(0) and places:
            assert signed & {min(place, columns - 1) for place in places}
    beyond = layout.linked_before[0] + layout.linked_after[0]
    assert beyond <= len(linked)


def test_the_sign_goes_over_a_narrow_character_or_into_a_gap():
    parts = [PaintedText(2, "├━", "span"), PaintedText(4, " 事 ", "label"), PaintedText(8, "━┤", "span")]
    assert list(with_sign(parts, 4))[1:3] == [
        PaintedText(4, LINKED, "linked"),
        PaintedText(5, "事 ", "label"),
    ]
    assert next(iter(with_sign(parts, 0))) == PaintedText(0, LINKED, "linked")
    assert list(with_sign(parts, 10))[-1] == PaintedText(10, LINKED, "linked")
    assert [text for _, text, _ in with_sign(parts, 9)][-2:] == ["━", LINKED]


# The time of a figure on the axis


AXIS = TimeAxis((Tick(4, "2022", 4, True), Tick(12, "2023", 12, True)), (), (Break(7, 10, 4000),))


@pytest.mark.parametrize("glyphs", GLYPH_SETS)
@pytest.mark.parametrize("time", [(3, 9), (4, 5), (0, 20), (0, 1), (19, 20), (0, 0), (20, 20), (7, 10)])
def test_the_axis_says_without_colour_where_the_time_is_in_every_set_of_glyphs(glyphs, time):
    def line(of):
        return Substitutes(glyphs).replaced("".join(text for text, _ in axis_texts(AXIS, 20, of)))

    plain, marked = line(None), line(time)
    assert cell_len(marked) == 20
    sign = Substitutes(glyphs).replaced(LINKED)
    assert sign in marked
    assert sign not in plain
    first, after = time
    if first < after:
        others = {column for column in range(20) if plain[column] != marked[column]}
        assert set(range(first, after)) <= others
        assert others <= set(range(max(0, first - 1), after))
    else:
        assert (marked.index(sign) < 10) == (first == 0)


@pytest.mark.parametrize(
    ("date", "columns"),
    [
        ("2023-06", (40, 70)), ("2023-06-10", (49, 50)), ("2023-05/2023-06-05", (9, 45)), ("2022", (0, 0)),
        ("2024", (100, 100)), ("../2022", (0, 0)), ("../2023-05-05", (0, 14)), ("2023-07-05/..", (74, 100)),
        ("2024/..", (100, 100)), ("2000/2030", (0, 100)),
    ],
)  # fmt: skip
def test_the_columns_of_a_time_are_those_of_a_mark(date, columns):
    view = fitted(proportional(), to_day(2023, 4, 24), to_day(2023, 7, 28), 100)
    view = replace(view, grid=replace(view.grid, origin=to_day(2023, 4, 22), cell=1.0))
    assert columns_of(parse(date), view) == columns
    one = event(date, "span")
    mark = mark_of(one, view, UNICODE)
    assert (mark is None) == (columns[0] == columns[1])
    if mark is not None:
        assert (mark.column, mark.end) == columns


def test_a_figure_of_the_table_shows_its_time_and_its_event_wherever_the_window_is(shipped):
    view = timeline_model(shipped, "en", 120)
    state, words = view.state, load("en")
    assert view.frame(120, words, 20).time is None
    state.set_current(parse_ref("metric:half-year-projects"))
    number = view.number_of(parse_ref("event:half-year"))
    view.select(0)
    view.make_current()
    frame = view.frame(120, words, 20)
    assert frame.layout.linked == {number}
    assert frame.legend[0] == (LINKED, words("timeline.legend-linked"))
    assert frame.legend[1] == (f"{LINKED}━", words("timeline.legend-time"))
    seen = set()
    for _ in range(30):
        frame = view.frame(120, words, 20)
        layout, (first, after) = frame.layout, frame.time
        beyond = sum(layout.linked_before) - sum(layout.linked_after)
        seen.add((beyond, first < after))
        row = layout.row_of(number)
        assert (row is None) == (beyond != 0) == (first == after)
        status = " ".join(part.text for part in status_parts(view, layout))
        assert ("earlier or later" in status) == (beyond != 0)
        assert "; goes there" in status
        view.pan(0.3)
        if len(seen) < 2:
            view.zoom(1)
    assert len(seen) >= 2
    view.everything()
    before = view.frame(120, words, 20)
    state.look_again(state.current, None)
    after = view.frame(120, words, 20)
    assert not after.layout.linked
    assert after.time is None
    assert [replace(row, linked=()) for row in before.layout.rows] == list(after.layout.rows)
