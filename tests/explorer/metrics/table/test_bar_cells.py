from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.quantity import Quantity
from sufu_tui.explorer.metrics.table.bar_cells import bar, scales


def quantities(unit, *values):
    return [Quantity(Decimal(value), unit) for value in values]


def test_each_unit_has_a_scale_of_its_own():
    found = scales(quantities("CNY", 10, 1000) + quantities("hour", 1, 10))
    assert found["CNY"].share(Decimal(1000)) == found["hour"].share(Decimal(10)) == 1.0


def test_a_unit_with_nothing_to_compare_has_no_scale():
    assert scales(quantities("CNY", 5) + quantities("hour", 3, 3) + quantities("day", 0, -4)) == {}


def test_what_is_not_above_zero_has_no_bar():
    found = scales(quantities("CNY", 1, 100))
    nothing, owed, endless = quantities("CNY", 0, -5, "Infinity")
    assert [bar(quantity, found, 10) for quantity in (nothing, owed, endless)] == ["", "", ""]


def test_bars_go_by_halves():
    found = scales(quantities("CNY", 10, 100, 1000))
    assert [bar(quantity, found, 5) for quantity in quantities("CNY", 10, 100, 1000)] == [
        "━╸",
        "━━━╸",
        "━━━━━",
    ]


# Positive figures of all sizes; Hypothesis takes its time over decimals of this range.
POSITIVE = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(1, 10**20), st.integers(-300, 280)
)


@given(st.lists(POSITIVE, min_size=2, max_size=20))
def test_a_greater_value_never_has_a_shorter_bar(values):
    all_of_them = quantities("CNY", *sorted(values))
    found = scales(all_of_them)
    lengths = [len(bar(quantity, found, 10)) for quantity in all_of_them]
    assert lengths == sorted(lengths)
    assert all(0 < length <= 10 for length in lengths) or not found
