"""Powers of ten have points, never bars, and say what has no place among them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords
from sufu_tui.explorer.metrics.bars.value_scale import drawn, value_scale

WORDS = BarWords("zero", "negative", "no number", "only one")
NUMBERS = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power),
    st.integers(-(10**20), 10**20),
    st.integers(-300, 288),
)


@given(st.lists(NUMBERS, min_size=2, max_size=12), st.integers(4, 120))
def test_a_greater_value_has_its_point_further_right_or_in_the_same_cell(values, cells):
    scale = value_scale(values, linear=False)
    assume(scale is not None)
    places = [drawn(value, scale, cells, WORDS).indent for value in sorted(values) if value > 0]
    assert places == sorted(places)
    assert all(0 <= place < cells for place in places)
    for value in values:
        (run,) = drawn(value, scale, cells, WORDS).runs
        expected = ("●", "bar") if value > 0 else ("negative" if value else "zero", "word")
        assert run[:2] == expected


@given(st.lists(NUMBERS, min_size=2, max_size=12), st.integers(2, 20))
def test_ticks_are_round_figures_on_the_scale(values, most):
    scale = value_scale(values, linear=False)
    assume(scale is not None)
    ticks = scale.ticks(most)
    assert len(ticks) <= most
    assert list(ticks) == sorted(set(ticks))
    assert all(scale.low <= tick <= scale.high for tick in ticks)
    assert {tick.as_tuple().digits for tick in ticks} <= {(1,), (2,), (5,)}


def test_powers_of_ten_are_equally_far_apart():
    scale = value_scale(map(Decimal, (1, 1000)), linear=False)
    assert [scale.place(Decimal(value), 31) for value in (1, 10, 100, 1000)] == [0, 10, 20, 30]


@pytest.mark.parametrize("values", [["10", "10"], ["1e-400", "1e-400"], ["7", "7"]])
def test_equal_values_have_a_scale_as_well(values):
    scale = value_scale(map(Decimal, values), linear=False)
    assert scale.low < scale.high
    assert scale.low <= Decimal(values[0]) <= scale.high


@pytest.mark.parametrize("linear", [True, False])
@pytest.mark.parametrize(
    ("value", "word"), [("NaN", "no number"), ("-Infinity", "no number"), ("0", "zero"), ("5", "only one")]
)
def test_without_a_scale_a_word_says_why(linear, value, word):
    assert value_scale([Decimal(value)], linear=linear) is None
    (run,) = drawn(Decimal(value), None, 10, WORDS).runs
    assert run[:2] == (word, "word")
