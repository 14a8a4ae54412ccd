"""The timeline's pure layout: scale, ticks, marks, lanes, overview, stepping."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.grouping import lanes_in
from sufu_tui.explorer.timeline.lanes import lay_out
from sufu_tui.explorer.timeline.marks import UNICODE, Shape, mark_of
from sufu_tui.explorer.timeline.overview import bars, histogram
from sufu_tui.explorer.timeline.scale import ZOOM, broken, fitted, limits_of, proportional
from sufu_tui.explorer.timeline.stepping import in_time
from sufu_tui.explorer.timeline.ticks import Labels, make_axis
from sufu_tui.explorer.timeline.view import TimeView
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import day_tick, month_text, month_tick, year_tick

WORDS = load("zh-Hant")
LABELS = Labels(
    lambda year: year_tick(year, WORDS),
    lambda month: month_tick(month, WORDS),
    lambda day: day_tick(day, WORDS),
    lambda year, month: month_text(year, month, WORDS),
)
DAYS = st.integers(to_day(-3000), to_day(3000))


def event(date, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(date, parse(date), kind, text, text, area, "s", SourceRef("x", "1"), date, weight=weight)


def window(first, last, columns=100):
    return fitted(proportional(), parse(first).earliest, parse(last).latest, columns)


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


# Scale


@given(st.lists(DAYS, min_size=2, max_size=12, unique=True), st.integers(10, 200))
def test_the_scale_is_monotone_and_leads_back(anchors, columns):
    warp = broken(anchors)
    marks = [warp.mark(day) for day in sorted(anchors)]
    assert all(a < b for a, b in pairwise(marks))
    for day in anchors:
        assert warp.day(warp.mark(day)) == pytest.approx(day, abs=1)
    whole = fitted(warp, min(anchors), max(anchors), columns)
    assert all(0 <= whole.column(day) < columns for day in anchors)


def test_a_long_gap_is_cut_and_stated():
    warp = broken([to_day(-477, 12, 31), to_day(2021, 12, 8), to_day(2022, 6, 14), to_day(2023, 12, 8)])
    ((start, end),) = warp.breaks
    assert from_day(start).year in {-477, -476}
    assert from_day(end).year == 2021
    assert warp.leaves_out(to_day(1000))
    assert not warp.leaves_out(to_day(2022))


def test_without_a_long_gap_nothing_is_cut():
    assert broken([1, 2, 3, 4, 5]).breaks == ()
    assert broken([7]).breaks == broken([]).breaks == ()


@given(DAYS, st.integers(1, 5000), st.integers(20, 200), st.floats(0, 1))
def test_zooming_keeps_the_place_and_stays_within_limits(first, length, columns, share):
    warp = proportional()
    limits = limits_of(warp, first, first + length)
    view = fitted(warp, first, first + length, columns)
    around = view.start + share * view.span
    near = view.zoomed(ZOOM, around, limits)
    assert near.span <= view.span + 1e-6
    assert near.span >= columns * 0.25 - 1e-6 or near.span == pytest.approx(limits[1] - limits[0])
    far = view.zoomed(1e-9, around, limits)
    assert (far.start, far.end) == pytest.approx(limits)
    for moved in (near.panned(-1e6, limits), near.panned(1e6, limits)):
        assert limits[0] - 1e-6 <= moved.start
        assert moved.end <= limits[1] + 1e-6 or moved.span > limits[1] - limits[0]


# Ticks


@pytest.mark.parametrize("columns", [48, 74, 110, 194])
@pytest.mark.parametrize(
    "ends",
    [
        ("2023-08-14", "2023-08-20"), ("2023-08", "2023-08"), ("2023-07", "2023-09"), ("2022", "2022"),
        ("2021-10", "2023-12"), ("2014", "2023"), ("1923", "2023"), ("1000", "2000"), ("-0503", "2023"),
        ("-7999", "2023"),
    ],
)  # fmt: skip
def test_ticks_suit_the_zoom_and_never_touch(ends, columns):
    axis = make_axis(window(*ends, columns=columns), LABELS)
    assert 2 <= len(axis.ticks) <= columns / 4
    for row in (axis.ticks, axis.enclosing):
        for one, other in pairwise(row):
            assert one.column + cell_len(one.label) < other.column
    assert all(0 <= tick.column < columns for tick in axis.ticks)


def test_round_years_before_the_common_era_are_the_historians():
    labels = [tick.label for tick in make_axis(window("-0503", "2023", 100), LABELS).ticks]
    assert labels == ["前500年", "西元1年", "西元500年", "1000", "1500", "2000"]


def test_months_have_their_year_above_them():
    axis = make_axis(window("2021-11", "2023-12", 110), LABELS)
    assert {"2022", "2023"} <= {tick.label for tick in axis.enclosing}
    assert {tick.label for tick in axis.ticks} <= {f"{month}月" for month in range(1, 13)}


def test_a_deep_zoom_keeps_its_month_at_the_left():
    axis = make_axis(window("2023-08-15", "2023-08-19", 100), LABELS)
    assert axis.enclosing[0].label == "2023年8月"
    assert axis.ticks[0].label.endswith("日")


# Marks


@pytest.mark.parametrize(
    ("date", "kind", "shape", "text"),
    [
        ("2023-06-15", "point", Shape.EXACT, "◆"),
        ("2023-06", "point", Shape.WITHIN, "├╌╌╌┤"),
        ("2023-06", "span", Shape.SPAN, "├━━━┤"),
        ("2023-06~", "point", Shape.WITHIN, "├~╌╌┤"),
        ("2023-06-15~", "point", Shape.WITHIN, "◇"),
        ("2023-06-15/2023-06-16", "span", Shape.SPAN, "■"),
        ("2023-06-01/..", "span", Shape.SPAN, "├━━━━━►"),
        ("../2023-06-30", "span", Shape.SPAN, "◄━━━━━┤"),
        ("../2023-06-30", "point", Shape.WITHIN, "◄╌┤"),
        ("2023-06-01/", "span", Shape.SPAN, "├━━━━━?"),
        ("2023-06", "era", Shape.ERA, "░░░░░"),
    ],
)
def test_a_mark_says_how_exact_its_date_is(date, kind, shape, text):
    # A week a cell, June in the middle, the window from 18 May to 13 July or so.
    view = fitted(proportional(), to_day(2023, 5, 23), to_day(2023, 7, 8), 8)
    mark = mark_of(event(date, kind), view, UNICODE)
    assert mark.shape is shape
    assert mark.text.replace("━", "").replace("╌", "") == text.replace("━", "").replace("╌", "")
    assert 0 <= mark.column < mark.end <= 8


def test_every_kind_of_mark_has_a_shape_of_its_own():
    assert len(set(UNICODE)) == len(UNICODE)
    assert all(cell_len(glyph) == 1 for glyph in UNICODE)


@pytest.mark.parametrize("date", ["Y-999999999", "Y9999999", "Y-999999999/Y9999999"])
def test_dates_beyond_all_measure_cost_nothing(date):
    view = window("2023-01", "2023-12")
    mark = mark_of(event(date, "span"), view, UNICODE)
    assert mark is None or len(mark.text) == 100


# Lanes

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
    layout = lay_out(
        events,
        shown,
        lanes_in("area", ("a", "b"), events),
        view,
        lambda one: one.short.in_("zh-Hant"),
        UNICODE,
    )
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
    layout = lay_out(
        events,
        range(30),
        lanes_in("area", ("a",), events),
        view,
        lambda one: one.short.in_("zh-Hant"),
        UNICODE,
    )
    assert len(layout.rows) == 6
    assert layout.rows[-1].placed[0].mark.text == "+"
    assert len(layout.rows[-1].placed[0].sharing) == 24


def test_weight_decides_who_keeps_a_row():
    events = [event("2023-06-15", title="輕", weight=1), event("2023-06-15", title="重", weight=9)]
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 60)
    layout = lay_out(
        events, (0, 1), lanes_in("area", ("a",), events), view, lambda one: one.short.in_("zh-Hant"), UNICODE
    )
    assert [row.placed[0].event for row in layout.rows] == [1, 0]


def test_positions_stay_while_panning():
    events = [event(f"2023-06-{day:02d}", title=f"事件{day}") for day in (10, 11, 12, 20)]
    limits = (to_day(2023), to_day(2024))
    view = fitted(proportional(), to_day(2023, 6, 1), to_day(2023, 6, 30), 120)
    found = []
    for moved in (view, view.panned(0.05, limits), view.panned(-0.05, limits)):
        layout = lay_out(
            events,
            range(4),
            lanes_in("area", ("a",), events),
            moved,
            lambda one: one.short.in_("zh-Hant"),
            UNICODE,
        )
        found.append([layout.row_of(number) for number in range(4)])
    assert found[0] == found[1] == found[2]


# The overview


@given(EVENTS, st.integers(5, 80))
def test_the_overview_counts_every_event_where_it_is(events, columns):
    view = fitted(proportional(), to_day(1), to_day(9999), columns)
    counts = histogram(events, view)
    assert len(bars(counts)) == columns
    timely = [one for one in events if one.kind != "era"]
    assert max(counts, default=0) <= len(timely)
    if timely:
        assert sum(counts) > 0


def test_the_overview_is_logarithmic():
    assert bars([0, 1, 3, 7]) == " ▃▅█"


# The view


def test_the_view_opens_where_things_happen_and_shows_everything_on_demand(shipped):
    view = TimeView(shipped)
    view.picture(120, WORDS)
    first, last = view.days_in_view()
    assert from_day(first).year >= 2021
    view.everything()
    view.picture(120, WORDS)
    assert from_day(view.days_in_view()[0]).year < 0
    assert last >= parse("2023-12-08").latest


@pytest.mark.parametrize("events", [(), ("../2013",), ("2023-06-15",), ("2023-06-15/..", "../2023-06-15")])
def test_few_or_undated_events_make_a_sensible_picture(events, minimal):
    area = minimal.areas[0].id
    made = tuple(event(date, area=area) for date in events)
    dossier = type(minimal)(**{
        name: getattr(minimal, name) for name in minimal.__dataclass_fields__ if not name.startswith("_")
    } | {"events": made})  # fmt: skip
    view = TimeView(dossier)
    for columns in (1, 12, 80):
        picture = view.picture(columns, WORDS)
        assert picture.columns >= 1
        assert sum(len(row.placed) for row in picture.layout.rows) <= len(events)
    for number in range(len(events)):
        view.select(number)
        view.zoom(ZOOM)
        view.pan(0.5)
        view.toggle_breaks()
        view.scroll_to(0.5)
        view.picture(80, WORDS)
