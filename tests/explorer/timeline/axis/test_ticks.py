"""Ticks that suit every zoom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.explorer.timeline.axis.tick_labels import gap_labels, tick_labels
from sufu_tui.explorer.timeline.axis.ticks import make_axis
from sufu_tui.explorer.timeline.axis.time_grid import between, fitted
from sufu_tui.explorer.timeline.axis.time_warp import broken, proportional
from sufu_tui.explorer.timeline.canvas.row_painter import labels
from sufu_tui.languages.catalogue import load

LANGUAGES = ("zh-Hant", "zh-Hans", "en")
LABELS = {language: tick_labels(load(language)) for language in LANGUAGES}


def window(first, last, columns=100):
    return fitted(proportional(), parse(first).earliest, parse(last).latest, columns)


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
    axis = make_axis(window(*ends, columns=columns), LABELS["zh-Hant"])
    assert 2 <= len(axis.ticks) <= columns / 4
    for row in (axis.ticks, axis.enclosing):
        for one, other in pairwise(row):
            assert one.column + cell_len(one.label) < other.column
    assert all(0 <= tick.column < columns for tick in axis.ticks)


def test_round_years_before_the_common_era_are_the_historians():
    years = [tick.label for tick in make_axis(window("-0503", "2023", 100), LABELS["zh-Hant"]).ticks]
    assert years == ["前500年", "西元1年", "西元500年", "1000", "1500", "2000"]


def test_months_have_their_year_above_them():
    axis = make_axis(window("2021-11", "2023-12", 110), LABELS["zh-Hant"])
    assert {"2022", "2023"} <= {tick.label for tick in axis.enclosing}
    assert {tick.label for tick in axis.ticks} <= {f"{month}月" for month in range(1, 13)}


def test_a_deep_zoom_keeps_its_month_at_the_left():
    axis = make_axis(window("2023-08-15", "2023-08-19", 100), LABELS["zh-Hant"])
    assert axis.enclosing[0].label == "2023年8月"
    assert axis.ticks[0].label.endswith("日")


def holds(axis, columns):
    """Fail where ticks do not rise, touch each other or leave the window."""
    for row in (axis.ticks, axis.enclosing):
        for one, other in pairwise(row):
            assert one.column + cell_len(one.label) < other.column
        assert all(0 <= tick.column < columns for tick in row)


@example(730295, 1.0, 8, "zh-Hant")
@given(
    st.integers(to_day(-4000), to_day(4000)),
    st.floats(0.25, 20_000),
    st.integers(8, 200),
    st.sampled_from(LANGUAGES),
)
def test_ticks_rise_and_never_touch_at_any_zoom(start, days_a_cell, columns, language):
    axis = make_axis(between(proportional(), start, days_a_cell * columns, columns), LABELS[language])
    holds(axis, columns)
    if columns >= 60:
        assert len([tick for tick in axis.ticks if tick.column + cell_len(tick.label) <= columns]) >= 2
    # A year stands at the left edge, or begins so near it that there is no room for another.
    named = [tick for row in (axis.enclosing, axis.ticks) for tick in row]
    assert not columns >= 30 or min(tick.column for tick in named) <= 16


@example(9339, 0.25, 20, "zh-Hant")
@given(
    st.integers(to_day(-4000), to_day(4000)),
    st.floats(0.25, 20_000),
    st.integers(20, 200),
    st.sampled_from(LANGUAGES),
)
def test_the_ticks_of_a_step_are_all_there(start, days_a_cell, columns, language):
    view = between(proportional(), start, days_a_cell * columns, columns)
    axis = make_axis(view, LABELS[language])
    drawn = [text for _, text, _ in labels(axis.ticks, (), columns)]
    assert drawn == [tick.label for tick in axis.ticks]
    # At even steps, the next one before the first or behind the last would lie outside the window.
    steps = [other.place - one.place for one, other in pairwise(axis.ticks)]
    if steps:
        assert max(steps) <= 1.5 * min(steps) + 2.5
        longest = 1.5 * min(steps) + 2.5  # the last days of a month give way to the first of the next
        assert axis.ticks[0].place <= longest
        assert columns - axis.ticks[-1].place <= longest


@given(st.integers(-(10**17), 10**17), st.integers(1, 10**17), st.integers(20, 200))
def test_ticks_of_years_beyond_all_measure_come_at_once(first, years, columns):
    view = fitted(proportional(), to_day(first), to_day(first + years), columns)
    axis = make_axis(view, LABELS["en"])
    holds(axis, columns)
    assert len(axis.ticks) <= columns


@given(st.lists(st.integers(to_day(-3000), to_day(3000)), min_size=2, max_size=8, unique=True))
def test_breaks_say_what_they_leave_out_and_ticks_keep_out_of_them(anchors):
    view = fitted(broken(anchors), min(anchors), max(anchors), 120)
    axis = make_axis(view, LABELS["zh-Hant"])
    holds(axis, 120)
    assert [days for _, _, days in axis.breaks] == [end - start for start, end in view.warp.breaks]
    for first, after, _ in axis.breaks:
        assert not any(first < tick.column < after - 1 for tick in axis.ticks)


@example([0, 1, -1, 30, -34, 295, -299, -365547], 40, "zh-Hant")
@given(
    st.lists(st.integers(to_day(-3000), to_day(3000)), min_size=2, max_size=8, unique=True),
    st.integers(40, 200),
    st.sampled_from(LANGUAGES),
)
def test_no_gap_takes_the_place_of_a_year(anchors, columns, language):
    axis = make_axis(fitted(broken(anchors), min(anchors), max(anchors), columns), LABELS[language])
    gaps = gap_labels(axis, columns, load(language))
    row = list(labels(axis.enclosing, gaps, columns))
    assert [text for _, text, ink in row if ink == "break"] == [gap.label for gap in gaps]
    names = [text for _, text, _ in labels(axis.enclosing, (), columns)]
    assert [text for _, text, ink in row if ink != "break"] == names
    for (column, text, _), (following, _, _) in pairwise(row):
        assert column + cell_len(text) < following


def test_a_stretch_between_two_breaks_has_its_year_in_the_middle():
    dates = [parse(date) for date in ("Y-999999999", "2023-06", "2023-09", "Y9999999")]
    anchors = sorted(bound for date in dates for bound in (date.earliest, date.latest))
    axis = make_axis(fitted(broken(anchors), anchors[0], anchors[-1], 80), LABELS["en"])
    (_, before, _), (after, _, _) = axis.breaks
    year = next(tick for tick in axis.ticks if tick.label == "2023")
    assert before <= year.place < after
    assert year.column <= year.place < year.column + len(year.label)


def test_there_is_no_year_zero():
    years = [tick.label for tick in make_axis(window("-0009", "0009", 240), LABELS["en"]).ticks]
    assert years.index("1 CE") == years.index("1 BCE") + 1


def test_years_have_the_year_of_the_left_edge_above_them():
    axis = make_axis(window("1923-05", "2023", 100), LABELS["en"])
    assert axis.enclosing[0].column == 0
    assert axis.enclosing[0].label.isdigit()


@pytest.mark.parametrize("days", [0.2, 3.7, 9.9])
def test_a_year_that_begins_in_the_first_cell_is_the_one_named(days):
    axis = make_axis(between(proportional(), to_day(2022) - days, 10 * 80, 80), LABELS["en"])
    assert (axis.ticks[0].column, axis.ticks[0].label) == (0, "Jan")
    assert axis.enclosing[0].label == "2022"
