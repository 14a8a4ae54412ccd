"""What the words of a source leave open of a figure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.interval import Interval
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dimension, Observation, SourceRef, Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.dossier.stated import stated_interval


def unit(dimension: Dimension = "count", pattern: str = "{}") -> Unit:
    return Unit("it", Localized({"en": "it"}), dimension, Localized({"en": pattern}))


def stated(
    value: object, qualifier: str, printed: str | None = None, of: Unit | None = None, *, held: bool = False
) -> str:
    """Return the interval of a figure as text: `[1, 2)`, with `..` for no bound."""
    quantity = Quantity(Decimal(str(value)), "it", Qualifier(qualifier))
    found = stated_interval(Observation(quantity, SourceRef("a", "b"), printed), of or unit(), held=held)
    least, most = ("..", "..") if found.is_point else (found.least, found.most)
    if found.is_point:
        return f"{float(found.least or 0):g}"
    ends = [".." if end is None else f"{float(end):g}" for end in (least, most)]  # type: ignore[arg-type]
    opening, closing = "[" if found.holds_least else "(", "]" if found.holds_most else ")"
    return f"{opening}{ends[0]}, {ends[1]}{closing}"


@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        (90, "over", "(90, ..)"),
        (90, "at-least", "[90, ..)"),
        (90, "under", "[0, 90)"),
        (-5, "under", "(.., -5)"),
        (90, "about", "[85, 95]"),
        (200_000, "about", "[150000, 250000]"),
        (1100, "about", "[1050, 1150]"),
        ("2.5", "about", "[2.45, 2.55]"),
        (0, "about", "[-0.5, 0.5]"),
        (-90, "about", "[-95, -85]"),
        (90, "nearly", "[85, 90)"),
        (50_000_000, "nearly", "[4.5e+07, 5e+07)"),
        (90, "exact", "90"),
    ],
)
def test_each_qualifier_leaves_open_what_it_says(value: object, qualifier: str, expected: str):
    assert stated(value, qualifier) == expected


@pytest.mark.parametrize(
    ("value", "printed", "expected"),
    [
        (6_640_000_000, "66.4億元", "[6.635e+09, 6.645e+09]"),
        (3_500_000_000, "35億元", "[3.45e+09, 3.55e+09]"),
        (6_640_000_000, "６６．４億元", "[6.635e+09, 6.645e+09]"),
        (6_640_000_000, "6,640,000,000元", "6.64e+09"),
        (2_300_000, "2.30 million", "[2.295e+06, 2.305e+06]"),
        (23, "23個項目", "23"),
        (10, "十年", "10"),
        ("33.3", "33.3%", "[33.25, 33.35]"),
        ("33.3", None, "[33.25, 33.35]"),
        (5, "第5天", "5"),
        (0, "0", "0"),
    ],
)
def test_an_exact_figure_held_against_another_is_right_to_the_last_digit_printed(value, printed, expected):
    assert stated(value, "exact", printed, held=True) == expected
    assert stated(value, "exact", printed) == f"{float(value):g}"  # by itself it is what it says


def test_what_may_be_negative_is_not_cut_off_at_zero():
    assert stated(5, "under", of=unit("duration")) == "[0, 5)"
    assert stated(5, "under", of=unit("money")) == "(.., 5)"
    assert stated(5, "under", of=unit("count", "{}%")) == "(.., 5)"
    assert stated(5, "under", of=unit("count", "{}％")) == "(.., 5)"


@given(
    value=st.decimals(min_value=-(10**12), max_value=10**12, places=3),
    qualifier=st.sampled_from(Qualifier),
    printed=st.none() | st.text(max_size=12),
)
def test_a_figure_is_never_far_from_its_own_interval(
    value: Decimal, qualifier: Qualifier, printed: str | None
):
    observation = Observation(Quantity(value, "it", qualifier), SourceRef("a", "b"), printed)
    found = stated_interval(observation, unit())
    number = Fraction(value)
    strict = qualifier in (Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY)
    assert (number in found) != strict
    assert number in Interval(found.least, found.most)  # as one of its ends, or between
