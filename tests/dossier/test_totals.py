"""What figures come to together: nothing twice, nothing that cannot be said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier import edtf, formula
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Metric, Observation, SourceRef
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.dossier.tally import Tally
from sufu_tui.dossier.totals import Totals, added

_TEXT = Localized({"en": "text"})


def quantity(value: object, qualifier: str = "exact") -> Quantity:
    return Quantity(Decimal(str(value)), "visit", Qualifier(qualifier))


def metric(
    name: str,
    value: int = 1,
    *,
    tally: str | None = "visits",
    part_of: str = "",
    overlaps: str = "",
    sum_of: str = "",
) -> Metric:
    return Metric(
        name,
        _TEXT,
        "area",
        "section",
        Observation(quantity(value), SourceRef("release", "01")),
        formula=formula.parse(sum_of) if sum_of else None,
        tally=tally,
        part_of=tuple(part_of.split()),
        overlaps=tuple(overlaps.split()),
    )


def sums(*metrics: Metric) -> Totals:
    return Totals(
        Dossier(
            "some", "1", edtf.parse("2023"), ("en",), _TEXT, _TEXT, (), (), (), (), metrics, (), (),
            tuple(Tally(name, _TEXT, "visit") for name in ("visits", "calls")),
        )
    )  # fmt: skip


def counted(*metrics: Metric, listed: str = "") -> str | None:
    """Return the ids of what is added up of `listed`, or of all; None where there is no total."""
    names = listed.split() or [one.id for one in metrics]
    totals = sums(*metrics).totals([one for one in metrics if one.id in names])
    assert len(totals) < 2
    return " ".join(one.id for one in totals[0].addends) if totals else None


def test_figures_of_a_tally_are_added_and_others_are_not():
    a, b, c, d = metric("a", 5), metric("b", 13), metric("c", 7, tally=None), metric("d", 2, tally="calls")
    (total,) = sums(a, b, c, d).totals([a, b, c, d])
    assert total.quantity == quantity(18)
    assert (total.tally.id, total.addends) == ("visits", (a, b))


def test_one_figure_is_no_total():
    assert counted(metric("a"), metric("b", tally="calls")) is None


def test_tallies_are_never_mixed_though_their_unit_is_the_same():
    metrics = [metric("a", 1), metric("b", 2), metric("c", 10, tally="calls"), metric("d", 20, tally="calls")]
    assert [total.quantity.value for total in sums(*metrics).totals(metrics)] == [3, 30]


def test_a_part_is_counted_only_without_its_whole():
    metrics = [
        metric("all"),
        metric("half", part_of="all"),
        metric("quarter", part_of="half"),
        metric("else"),
    ]
    assert counted(*metrics) == "all else"
    assert counted(*metrics, listed="quarter else") == "quarter else"
    assert counted(*metrics, listed="all quarter else") == "all else"  # across what is not listed
    assert counted(*metrics, listed="all half quarter") is None


def test_a_part_of_what_is_not_added_is_counted():
    assert counted(metric("rate", tally=None), metric("a", part_of="rate"), metric("b")) == "a b"


def test_a_derived_sum_and_what_it_adds_up_are_not_both_counted():
    metrics = [metric("a"), metric("b"), metric("both", sum_of="a + b"), metric("c")]
    assert counted(*metrics) == "both c"
    assert counted(*metrics, listed="a b c") == "a b c"
    assert counted(metric("part", part_of="a"), *metrics, listed="part both c") == "both c"


@pytest.mark.parametrize("made", ["a - b", "a * 2", "a / b"])
def test_any_other_derived_figure_is_not_added_to_what_it_is_made_of(made):
    metrics = [metric("a"), metric("b"), metric("made", sum_of=made), metric("c")]
    assert counted(*metrics) is None
    assert counted(*metrics, listed="made c") == "made c"


def test_figures_that_may_overlap_have_no_total_whoever_says_so():
    assert counted(metric("a", overlaps="b"), metric("b"), metric("c")) is None
    assert counted(metric("a"), metric("b", overlaps="a"), metric("c")) is None
    metrics = [metric("a", overlaps="b"), metric("b"), metric("c")]
    assert counted(*metrics, listed="a c") == "a c"


def test_an_overlap_reaches_parts_and_wholes():
    metrics = [
        metric("a", overlaps="b"), metric("b"),
        metric("in-a", part_of="a"), metric("in-b", part_of="b"), metric("round-b"), metric("c"),
    ]  # fmt: skip
    assert counted(*metrics, listed="in-a in-b c") is None
    assert counted(*metrics, listed="a in-b c") is None
    wider = [one._replace(part_of=("round-b",)) if one.id == "b" else one for one in metrics]
    assert counted(*wider, listed="a round-b c") is None
    assert counted(*wider, listed="in-b c") == "in-b c"


def test_siblings_are_added_although_their_whole_overlaps_something():
    metrics = [metric("a", overlaps="x"), metric("x"), metric("one", part_of="a"), metric("two", part_of="a")]
    assert counted(*metrics, listed="one two") == "one two"


def test_wholes_with_a_part_in_common_have_no_total():
    metrics = [metric("a"), metric("b"), metric("shared", part_of="a b")]
    assert counted(*metrics, listed="a b") is None


def test_a_circle_of_parts_ends():
    metrics = [metric("a", part_of="b"), metric("b", part_of="a"), metric("c"), metric("d")]
    assert counted(*metrics) == "c d"


def test_parts_and_overlaps_are_told_from_both_sides():
    a, b, c = metric("a"), metric("b", part_of="a", overlaps="c"), metric("c", part_of="a")
    found = sums(a, b, c)
    assert found.inclusion.parts(a) == ("b", "c")
    assert found.inclusion.overlapping(b) == ("c",)
    assert found.inclusion.overlapping(c) == ("b",)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((5, "exact"), (13, "exact"), (18, "exact")),
        ((5, "over"), (13, "exact"), (18, "over")),
        ((5, "over"), (13, "at-least"), (18, "over")),
        ((5, "at-least"), (13, "at-least"), (18, "at-least")),
        ((5, "nearly"), (13, "exact"), (18, "nearly")),
        ((5, "nearly"), (13, "under"), (18, "under")),
        ((90, "over"), (50, "nearly"), (140, "about")),
        ((200_000, "about"), (59, "exact"), (200_000, "about")),
        ((35_000, "about"), (1_700, "exact"), (37_000, "about")),
        ((200_000, "about"), (10_000_000, "about"), (10_000_000, "about")),
        ((7_400_000_000, "over"), (59, "exact"), (7_400_000_059, "over")),
        (("0.5", "about"), ("0.25", "exact"), ("0.8", "about")),
    ],
)
def test_a_sum_is_no_more_certain_than_its_parts(one, other, together):
    assert added([quantity(*one), quantity(*other)]) == quantity(*together)
    assert added([quantity(*other), quantity(*one)]) == quantity(*together)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_has_no_sum(value):
    assert added([quantity(1), quantity(value)]) is None


def test_what_is_lost_in_rounding_is_not_said():
    assert added([quantity(1_000, "about"), quantity(-900)]) is None


_ENDS = {
    "exact": lambda value: (value, value),
    "over": lambda value: (value, None),
    "at-least": lambda value: (value, None),
    "nearly": lambda value: (None, value),
    "under": lambda value: (None, value),
}


@given(st.lists(st.tuples(st.integers(-(10**30), 10**30), st.sampled_from(sorted(_ENDS))), min_size=1))
def test_a_bound_that_is_said_holds(figures):
    """`over` is said only where no part may be less than stated, `under` only where none may be more."""
    found = added([quantity(*figure) for figure in figures])
    if found is None or found.qualifier is Qualifier.ABOUT:
        assert len({end is None for value, name in figures for end in _ENDS[name](value)[:1]}) > 1
        return
    low, high = _ENDS[found.qualifier.value](found.value)
    assert found.value == sum(value for value, _ in figures)
    assert low is None or all(_ENDS[name](value)[0] is not None for value, name in figures)
    assert high is None or all(_ENDS[name](value)[1] is not None for value, name in figures)
