"""Bars are as long as their values are large, to an eighth of a cell."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sufu_tui.explorer.metrics.bars.bar_scale import BarScale
from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords
from sufu_tui.explorer.metrics.bars.value_scale import drawn, value_scale
from sufu_tui.typesetting.cells import width

WORDS = BarWords("zero", "negative", "no number", "only one")
EIGHTHS = dict(zip(" ▏▎▍▌▋▊▉█", range(9), strict=True))
# Twenty digits at any power of ten: beyond 28 the usual context of decimals would round.
NUMBERS = st.one_of(
    st.decimals(-100, 100, places=2),
    st.builds(
        lambda digits, power: Decimal(digits).scaleb(power),
        st.integers(-(10**20), 10**20),
        st.integers(-300, 288),
    ),
)
VALUES = st.lists(NUMBERS, min_size=2, max_size=12)
CELLS = st.integers(4, 120)


def measured(value, scale, cells):
    """The length of a drawn bar in eighths, read from its characters; negative to the left of zero."""
    total = 0
    line = None
    column, runs = drawn(value, scale, cells, WORDS)
    for run in runs:
        assert run.style in {"bar", "bar-turned", "axis"}
        if run.style == "axis":
            line = column
        else:
            found = sum(EIGHTHS[character] for character in run.text)
            total += 8 - found if run.style == "bar-turned" else found
        column += width(run.text)
    assert column <= cells
    return -total if line == column - 1 else total


def scale_of(values):
    scale = value_scale(values, linear=True)
    assume(scale is not None)
    return scale


@given(VALUES, CELLS)
def test_a_longer_bar_is_of_a_greater_value_and_a_shorter_one_of_a_lesser(values, cells):
    scale = scale_of(values)
    values = sorted(value for value in values if value)
    lengths = [measured(value, scale, cells) for value in values]
    assert lengths == sorted(lengths)
    assert all((length > 0) == (value > 0) for length, value in zip(lengths, values, strict=True))


@given(VALUES, CELLS)
def test_a_length_is_proportional_to_its_value_within_an_eighth_of_a_cell(values, cells):
    scale = scale_of(values)
    lengths = {value: measured(value, scale, cells) for value in values if value}
    longest = max(lengths, key=lambda value: abs(lengths[value]))
    # The longest bar may be rounded by half an eighth itself.
    measure = Fraction(lengths[longest]) / Fraction(longest)
    slack = Fraction(1, 2) / abs(Fraction(longest))
    for value, length in lengths.items():
        exact = Fraction(value) * measure
        assert abs(length - exact) <= 1 + slack * abs(Fraction(value))


@given(VALUES, CELLS)
def test_there_is_never_a_bar_for_nothing(values, cells):
    indent, runs = drawn(Decimal("0E-7"), scale_of(values), cells, WORDS)
    assert "zero" in "".join(run.text for run in runs)
    assert all(run.style in {"word", "axis"} for run in runs)
    assert indent + sum(width(run.text) for run in runs) <= max(cells, width("zero"))


@given(VALUES, CELLS)
def test_negative_bars_end_where_positive_ones_begin(values, cells):
    scale = scale_of([*values, Decimal(-1), Decimal(1)])
    lines = set()
    for value in filter(None, (*values, Decimal(-1), Decimal(1))):
        column, runs = drawn(value, scale, cells, WORDS)
        for run in runs:
            if run.style == "axis":
                lines.add(column)
            column += width(run.text)
    assert len(lines) == 1


@given(VALUES, CELLS, st.integers(2, 12))
def test_the_ticks_stand_where_bars_of_their_values_end(values, cells, most):
    scale = scale_of(values)
    ticks = scale.ticks(most)
    assert len(ticks) <= most + 1
    assert list(ticks) == sorted(set(ticks))
    assert all(scale.low <= tick <= scale.high for tick in ticks)
    places = [scale.place(tick, cells) for tick in ticks]
    assert places == sorted(places)
    for tick, place in zip(ticks, places, strict=True):
        assert 0 <= place < cells
        if tick > 0:
            indent, runs = drawn(tick, scale, cells, WORDS)
            assert place == indent + sum(width(run.text) for run in runs) - 1
        elif tick < 0:
            assert place == drawn(tick, scale, cells, WORDS).indent


@pytest.mark.parametrize("cells", [10, 20, 40, 100])
def test_6_64_billion_is_visibly_shorter_than_7_4_billion(cells):
    scale = value_scale([Decimal("7.4e9"), Decimal("6.64e9"), Decimal("5e7")], linear=True)
    longest, second = (measured(Decimal(value), scale, cells) for value in ("7.4e9", "6.64e9"))
    assert longest == 8 * cells
    assert longest - second >= 8 * cells // 10
    assert measured(Decimal("5e7"), scale, cells) >= 1


def test_1_2_beside_1_45_are_lengths_from_zero():
    scale = value_scale([Decimal("1.2"), Decimal("1.45")], linear=True)
    assert [measured(Decimal(value), scale, 10) for value in ("1.2", "1.45")] == [66, 80]


def test_a_bar_to_the_left_is_drawn_with_a_turned_block():
    scale = BarScale(Decimal(-8), Decimal(8))
    assert "".join(run.text for run in drawn(Decimal(-8), scale, 9, WORDS).runs) == "████│"
    indent, runs = drawn(Decimal(-3), scale, 9, WORDS)
    assert (indent, [tuple(run[:2]) for run in runs]) == (
        2,
        [("▌", "bar-turned"), ("█", "bar"), ("│", "axis")],
    )
    assert "".join(run.text for run in drawn(Decimal(3), scale, 9, WORDS).runs) == "│█▌"


def test_all_negative_bars_go_to_the_left_of_the_zero_line():
    scale = value_scale([Decimal(-4), Decimal(-2)], linear=True)
    assert [drawn(Decimal(value), scale, 5, WORDS).indent for value in (-4, -2)] == [0, 2]


def test_the_last_digit_of_a_long_value_may_decide():
    low, high = Decimal("5." + "0" * 40), Decimal("5." + "0" * 39 + "1")
    scale = value_scale([low * 2, high], linear=True)
    assert measured(high, scale, 4) >= measured(low, scale, 4)
