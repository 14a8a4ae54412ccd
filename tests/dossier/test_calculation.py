"""Calculations of figures: their parts, what they can be, and the verdicts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier import edtf, formula
from sufu_tui.dossier.calculation import Agreement, Calculation, Calculator, Comparison, Likeness
from sufu_tui.dossier.inclusion import Inclusion
from sufu_tui.dossier.interval import EVERYTHING, Interval
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Metric, Observation, SourceRef, Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.dossier.totals import Totals

_TEXT = Localized({"en": "text"})
_UNIT = Unit("visit", _TEXT, "count", Localized({"en": "{} visits"}))
_MONEY = Unit("CNY", _TEXT, "money", Localized({"en": "CNY {}"}))
_QUALIFIERS = ("exact", "over", "at-least", "about", "nearly", "under")


def observed(text: str, period: str | None = None, *, unit: str = "visit") -> Observation:
    """Return the observation written as `over 90`; a bare number is exact."""
    *words, number = text.split()
    quantity = Quantity(Decimal(number), unit, Qualifier(words[0] if words else "exact"))
    return Observation(
        quantity, SourceRef("release", "01"), number, None if period is None else edtf.parse(period)
    )


def metric(name: str, text: str, *earlier: Observation, unit: str = "visit", **more: str) -> Metric:
    period = more.pop("period", None)
    return Metric(
        name,
        _TEXT,
        "area",
        "section",
        observed(text, period, unit=unit),
        earlier,
        formula=formula.parse(more["formula"]) if "formula" in more else None,
        reckoning=formula.parse(more["reckoning"]) if "reckoning" in more else None,
        part_of=tuple(more.get("part_of", "").split()),
        overlaps=tuple(more.get("overlaps", "").split()),
    )


def calculator(*metrics: Metric) -> Calculator:
    by_id = {one.id: one for one in metrics}
    return Calculator(by_id.__getitem__, {"visit": _UNIT, "CNY": _MONEY}.__getitem__, Inclusion(metrics))


def calculated(*metrics: Metric) -> Calculation:
    """Return the only calculation of the first of `metrics`."""
    (found,) = calculator(*metrics).calculations(metrics[0])
    return found


def test_a_derived_figure_has_its_parts_with_sign_value_and_bounds_and_nothing_to_hold_it_against():
    found = calculated(
        metric("rate", "over 45", formula="contacts / (years - 2)"),
        metric("contacts", "over 90"),
        metric("years", "4"),
    )
    parts = [
        (part.before, part.metric.id if part.metric else part.number, part.after) for part in found.parts
    ]
    assert parts == [((), "contacts", ()), (("/", "("), "years", ()), (("-",), 2, (")",))]
    assert found.parts[0].interval == Interval(Fraction(90), None, holds_least=False)
    assert found.interval == Interval(Fraction(45), None, holds_least=False)
    assert found.verdict is Agreement.UNHELD


@pytest.mark.parametrize(
    ("stated", "one", "other", "expected"),
    [
        ("12", "5", "7", Agreement.AGREE),
        ("13", "5", "7", Agreement.CONTRADICT),
        ("12", "over 5", "7", Agreement.CONTRADICT),  # over 5 and 7 are over 12
        ("over 12", "over 5", "7", Agreement.AGREE),
        ("over 12", "5", "7", Agreement.CONTRADICT),
        ("at-least 12", "5", "7", Agreement.AGREE),
        ("about 10", "5", "7", Agreement.AGREE),
        ("about 20", "5", "7", Agreement.CONTRADICT),
        ("nearly 20", "8", "7", Agreement.AGREE),
        ("nearly 20", "13", "7", Agreement.CONTRADICT),
        ("under 12", "under 5", "7", Agreement.AGREE),
        ("90.4", "45.2", "45.3", Agreement.AGREE),  # each rounded
        ("90.9", "45.2", "45.3", Agreement.CONTRADICT),
    ],
)
def test_a_stated_sum_is_held_against_its_addends(stated: str, one: str, other: str, expected: Agreement):
    found = calculated(metric("sum", stated, reckoning="a + b"), metric("a", one), metric("b", other))
    assert found.verdict is expected
    assert found.stated is not None


def test_only_what_is_held_against_another_may_be_rounded():
    parts = metric("a", "45.2"), metric("b", "45.3")
    derived = calculated(metric("sum", "90.5", formula="a + b"), *parts)
    assert derived.interval == Interval(Fraction("90.5"), Fraction("90.5"))
    held = calculated(metric("sum", "90.5", reckoning="a + b"), *parts)
    assert held.interval == Interval(Fraction("90.4"), Fraction("90.6"))


def test_what_a_formula_is_said_to_be_over_its_interval_is_over_as_well(shipped: Dossier):
    """The qualifier of a derived figure and its interval say the same."""
    made = Calculator(shipped.metric, shipped.unit, Inclusion(shipped.metrics))
    over = [one for one in shipped.metrics if one.derived and one.qualifier is Qualifier.OVER]
    assert len(over) >= 4
    for one in over:
        interval = made.interval(one)
        assert interval.least is not None
        assert abs(interval.least - Fraction(one.value)) <= Fraction(one.value) / 10**20, one.id


def test_a_printed_quotient_may_be_rounded_to_its_last_digit():
    parts = metric("jobs", "100"), metric("fairs", "6")
    for stated, expected in (
        ("17", Agreement.AGREE),
        ("16", Agreement.CONTRADICT),
        ("16.7", Agreement.AGREE),
    ):
        found = calculated(metric("each", stated, reckoning="jobs / fairs"), *parts)
        assert found.verdict is expected, stated


def test_what_a_divisor_that_may_be_zero_leaves_is_held_against_nothing():
    found = calculated(
        metric("x", "5", reckoning="a / (b - c)"),
        metric("a", "10"),
        metric("b", "about 10"),
        metric("c", "9"),
    )
    assert found.interval == EVERYTHING
    assert found.verdict is Agreement.UNHELD


def test_a_derived_part_is_as_uncertain_as_its_own_parts():
    found = calculated(
        metric("twice", "180", reckoning="sum * 2"),
        metric("sum", "90", formula="a + b"),
        metric("a", "about 40"),
        metric("b", "50"),
    )
    assert found.interval == Interval(Fraction(170), Fraction(190))
    assert found.verdict is Agreement.AGREE


@pytest.mark.parametrize(
    ("whole", "one", "other", "kind", "expected"),
    [
        ("10", "2", "8", "parts", Agreement.AGREE),
        ("10", "2", "5", "parts", Agreement.AGREE),  # nothing says that there are no other parts
        ("10", "5", "over 5", "parts", Agreement.CONTRADICT),
        ("over 10", "500", "5", "parts", Agreement.AGREE),
        ("nearly 10", "5", "5", "parts", Agreement.CONTRADICT),
        ("10", "11", "0", "parts", Agreement.CONTRADICT),
    ],
)
def test_parts_together_are_no_more_than_the_whole(whole, one, other, kind, expected):
    found = calculated(
        metric("whole", whole), metric("a", one, part_of="whole"), metric("b", other, part_of="whole")
    )
    assert (found.kind, found.verdict) == (kind, expected)


def test_parts_that_may_overlap_are_not_added_up():
    parts = metric("a", "6", part_of="whole"), metric("b", "over 6", part_of="whole", overlaps="a")
    found = calculated(metric("whole", "10"), *parts)
    assert (found.kind, found.verdict) == ("largest-part", Agreement.AGREE)
    assert found.interval == Interval(Fraction(6), None, holds_least=False)
    assert calculated(metric("whole", "6"), *parts).verdict is Agreement.CONTRADICT


def test_parts_say_nothing_of_a_whole_where_some_are_below_zero():
    found = calculated(
        metric("profit", "10", unit="CNY"),
        metric("gain", "15", unit="CNY", part_of="profit"),
        metric("loss", "-5", unit="CNY", part_of="profit"),
    )
    assert found.verdict is Agreement.UNHELD


def stated_figures() -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(_QUALIFIERS), st.integers(0, 60)).map(
        lambda pair: f"{pair[0]} {pair[1]}"
    )


@given(whole=stated_figures(), one=stated_figures(), other=stated_figures(), sign=st.sampled_from("+-*/"))
def test_both_cannot_be_true_just_where_the_intervals_do_not_meet(whole, one, other, sign):
    found = calculated(
        metric("whole", whole, reckoning=f"a {sign} b"),
        metric("a", one),
        metric("b", other if sign != "/" or not other.endswith(" 0") else "1"),
    )
    assert found.stated_interval is not None
    meet = found.interval.meets(found.stated_interval)
    assert (found.verdict is Agreement.CONTRADICT) == (not meet)


@given(st.lists(stated_figures(), min_size=1, max_size=6))
def test_the_sum_of_any_numbers_that_the_addends_can_be_is_not_contradicted(figures):
    """Whoever knew the true numbers, each as its source words it, would print a sum that is let through."""
    addends = [metric(f"m{number}", text) for number, text in enumerate(figures)]
    made = calculator(*addends)
    chosen = [made.interval(addend) for addend in addends]
    numbers = [
        one.least + Fraction(1, 7) if one.least is not None else (one.most or 0) - Fraction(1, 7)
        for one in chosen
    ]
    truth = sum(
        (n if n in i else i.least or Fraction(0) for n, i in zip(numbers, chosen, strict=True)), Fraction(0)
    )
    found = calculated(metric("sum", "0", reckoning=" + ".join(addend.id for addend in addends)), *addends)
    assert truth in found.interval


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("90", "2023"), ("90", "2023"), Likeness.SAME),
        (("over 90", "2023"), ("95", "2023"), Likeness.CONSISTENT),
        (("over 90", "2023"), ("90", "2023"), Likeness.CONTRADICTING),
        (("about 90", "2023"), ("94", "2023-01/2023-12"), Likeness.CONSISTENT),
        (("90", "2023-01-01/2023-12-31"), ("91", "2023"), Likeness.CONTRADICTING),
        (("90.4", "2023"), ("90.38", "2023"), Likeness.CONSISTENT),
        (("90", "2022"), ("91", "2023"), None),
        (("90", "2023~"), ("91", "2023~"), None),
        (("90", "[2022,2023]"), ("91", "[2022,2023]"), None),
        (("90", "2023/"), ("91", "2023/2024"), None),
        (("90", None), ("91", "2023"), None),
    ],
)
def test_observations_of_one_period_are_compared_and_no_others(one, other, expected):
    for first, second in ((one, other), (other, one)):
        if second[1] is None:
            continue
        found = metric("a", first[0], observed(second[0], second[1]), period=first[1] or None)
        likenesses = [each.likeness for each in calculator(found).comparisons(found)]
        assert likenesses == ([] if expected is None else [expected])


@given(one=stated_figures(), other=stated_figures())
def test_which_observation_comes_first_makes_no_difference(one, other):
    found = metric("a", one, observed(other, "2023"), period="2023")
    (comparison,) = calculator(found).comparisons(found)
    first, second, first_interval, second_interval = comparison
    assert comparison.likeness is Comparison(second, first, second_interval, first_interval).likeness
    assert (comparison.likeness is Likeness.CONTRADICTING) == (not first_interval.meets(second_interval))


def test_a_long_chain_of_derived_figures_is_no_deeper_than_memory():
    chain = [metric("m0", "over 1")]
    chain += [metric(f"m{n}", "over 1", formula=f"m{n - 1} + 1") for n in range(1, 3000)]
    assert calculator(*chain).interval(chain[-1]) == Interval(Fraction(3000), None, holds_least=False)


def test_no_figure_of_the_shipped_dossier_contradicts_another(shipped: Dossier):
    sums = Totals(shipped)
    made = Calculator(shipped.metric, shipped.unit, sums.inclusion)
    found = {one.id: list(made.calculations(one)) for one in shipped.metrics}
    verdicts = {each.verdict for calculations in found.values() for each in calculations}
    assert verdicts == {Agreement.AGREE, Agreement.UNHELD}
    assert [
        one.id for one in shipped.metrics if one.derived and one.formula.inputs and not found[one.id]
    ] == []


def test_the_nominal_result_lies_at_or_within_the_bounds_of_every_shipped_figure(shipped: Dossier):
    made = Calculator(shipped.metric, shipped.unit, Inclusion(shipped.metrics))
    for one in shipped.metrics:
        interval, tiny = made.interval(one), abs(Fraction(one.value)) / 10**20
        assert interval.least is None or interval.least <= Fraction(one.value) + tiny, one.id
        assert interval.most is None or interval.most >= Fraction(one.value) - tiny, one.id
