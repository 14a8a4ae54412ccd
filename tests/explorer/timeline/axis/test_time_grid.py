"""Time to cells: the warp with its breaks, the grid of a zoom, the window on it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.explorer.timeline.axis.time_grid import ZOOM, fitted, limits_of
from sufu_tui.explorer.timeline.axis.time_warp import broken, proportional

DAYS = st.integers(to_day(-3000), to_day(3000))
FAR = st.integers(to_day(-(10**18)), to_day(10**18))


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


@given(st.lists(DAYS, min_size=2, max_size=8, unique=True), st.lists(DAYS, min_size=2, max_size=20))
def test_columns_rise_with_the_days(anchors, days):
    whole = fitted(broken(anchors), min(anchors), max(anchors), 80)
    columns = [whole.column(day) for day in sorted(days)]
    assert columns == sorted(columns)


@given(st.lists(DAYS, min_size=2, max_size=8, unique=True), DAYS, st.lists(st.floats(-2, 2), max_size=6))
def test_panning_moves_everything_by_the_same_whole_cells(anchors, day, shares):
    warp = broken(anchors)
    limits = limits_of(warp, min(anchors), max(anchors))
    middle = warp.day((limits[0] + limits[1]) / 2)
    view = fitted(warp, middle, middle + 10, 60)
    days = [day, *anchors]
    for share in shares:
        moved = view.panned(share, limits)
        shifts = {view.column(one) - moved.column(one) for one in days}
        assert shifts == {moved.first - view.first}
        assert moved.grid is view.grid
        view = moved


def test_panning_by_less_than_a_cell_moves_by_one():
    view = fitted(proportional(), 0, 100, 50)
    assert view.panned(0.001, (-1000, 1000)).first == view.first + 1
    assert view.panned(-0.001, (-1000, 1000)).first == view.first - 1
    assert view.panned(0, (-1000, 1000)) == view


@given(FAR, st.integers(0, 1000), st.integers(1, 200))
def test_a_window_anywhere_has_cells_that_differ(first, length, columns):
    view = fitted(proportional(), first, first + length, columns)
    for _ in range(3):
        view = view.zoomed(ZOOM, view.start + view.span / 2, limits_of(view.warp, first, first + length))
        edges = [view.day(column) for column in range(columns + 1)]
        assert all(a < b for a, b in pairwise(edges))
