"""How quantities of one unit compare."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.quantity import Qualifier, Quantity

QUANTITIES = st.builds(
    Quantity, st.decimals(allow_nan=False, allow_infinity=False), st.just("CNY"), st.sampled_from(Qualifier)
)


def test_over_sorts_just_after_and_nearly_just_before():
    words = ["exact", "over", "nearly", "under", "at-least"]
    ninety = [Quantity(Decimal(90), "visit", Qualifier(word)) for word in words]
    others = [
        Quantity(Decimal("89.9"), "visit", Qualifier.OVER),
        Quantity(Decimal("90.1"), "visit", Qualifier.UNDER),
    ]
    ranked = sorted(ninety + others, key=lambda one: one.magnitude)
    assert [f"{one.qualifier.value} {one.value}" for one in ranked] == [
        "over 89.9",
        "under 90",
        "nearly 90",
        "exact 90",
        "at-least 90",
        "over 90",
        "under 90.1",
    ]


@given(QUANTITIES, QUANTITIES)
def test_a_larger_value_is_larger_whatever_its_qualifier(one, other):
    if one.value < other.value:
        assert one.magnitude < other.magnitude
