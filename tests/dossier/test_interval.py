"""What follows from what numbers can be: never too little, and no more than what the ends let through."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sufu_tui.dossier import formula
from sufu_tui.dossier.interval import EVERYTHING, Interval

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=12)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    least, most = sorted((draw(numbers), draw(numbers)))
    holds = least == most
    return Interval(
        draw(st.sampled_from((least, None))),
        draw(st.sampled_from((most, None))),
        holds or draw(st.booleans()),
        holds or draw(st.booleans()),
    )


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> Fraction:
    """Draw a number that an interval holds, its ends and what is near them too."""
    least, most = interval.least, interval.most
    if least is None and most is None:
        return draw(numbers)
    if least is not None and most is not None:
        share = draw(st.fractions(min_value=0, max_value=1, max_denominator=50))
        found = least + share * (most - least)
    else:
        step = abs(draw(numbers))
        found = least + step if least is not None else (most or 0) - step
    assume(found in interval)
    return found


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    interval = draw(intervals())
    return interval, draw(members(interval))


@pytest.mark.parametrize(
    "operation",
    [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b],
    ids=["sum", "difference", "product", "quotient"],
)
@given(one=held(), other=held())
def test_the_result_of_any_numbers_lies_in_the_result_of_their_intervals(
    operation: Callable, one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
):
    assume(other[1] != 0)
    assert operation(one[1], other[1]) in operation(one[0], other[0])


@pytest.mark.parametrize("sign", ["+", "-", "*"])
@given(one=intervals(), other=intervals(), data=st.data())
def test_no_interval_reaches_further_than_numbers_do(sign: str, one: Interval, other: Interval, data):
    """Near each finite end of a result there is the result of numbers near ends of the operands."""
    result = {"+": one + other, "-": one - other, "*": one * other}[sign]
    near = [
        Fraction(end) + towards * Fraction(1, 10**9)
        for interval in (one, other)
        for end, towards in ((interval.least, 1), (interval.most, -1))
        if end is not None
    ]
    pool = [*near, *(e for i in (one, other) for e in (i.least, i.most) if e is not None), Fraction(0)]
    pool += [Fraction(10) ** 9, -(Fraction(10) ** 9), Fraction(1, 10**9), -Fraction(1, 10**9)]
    made = [{"+": a + b, "-": a - b, "*": a * b}[sign] for a in pool if a in one for b in pool if b in other]
    assume(made)
    for end, outermost in ((result.least, min(made)), (result.most, max(made))):
        if end is not None:
            assert abs(outermost - end) < Fraction(1, 10**5)
        else:
            assert abs(outermost) > 10**6


@given(one=intervals(), other=intervals())
def test_intervals_meet_just_where_a_number_is_in_both(one: Interval, other: Interval):
    ends = [end for each in (one, other) for end in (each.least, each.most) if end is not None]
    places = [Fraction(0), *ends, *(a + (b - a) / 2 for a in ends for b in ends)]
    places += [end + step for end in ends for step in (-1, 1)]
    assert one.meets(other) == other.meets(one) == any(at in one and at in other for at in places)


@given(held())
def test_a_shortened_interval_holds_what_the_long_one_does(pair: tuple[Interval, Fraction]):
    interval, number = pair
    long = interval * Interval(*[Fraction(10**400 + 1, 10**400)] * 2) if interval.least != 0 else interval
    assert number * Fraction(10**400 + 1, 10**400) in long.shortened() or interval.least == 0
    assert interval.shortened() == interval


@pytest.mark.parametrize(("least", "most"), [("1.0000000000001", "1.1"), ("0.5", "2"), ("-3", "-0.3")])
def test_a_long_chain_of_products_stays_short_and_right(least: str, most: str):
    one = Interval(Fraction(least), Fraction(most))
    inner, power = Fraction(least), 1
    for _ in range(40):
        one = (one * one).shortened()
        if power < 2**8:
            inner, power = inner * inner, power * 2
            assert inner in one
    ends = [end for end in (one.least, one.most) if end is not None]
    assert all(max(end.numerator.bit_length(), end.denominator.bit_length()) < 5000 for end in ends)


def test_over_90_by_two_is_over_45():
    over_90 = Interval(Fraction(90), None, holds_least=False)
    two = Interval(Fraction(2), Fraction(2))
    assert over_90 / two == Interval(Fraction(45), None, holds_least=False)
    assert two / over_90 == Interval(Fraction(0), Fraction(1, 45), holds_least=False, holds_most=False)


def test_a_divisor_on_both_sides_of_zero_leaves_everything_open():
    one = Interval(Fraction(1), Fraction(1))
    assert one / Interval(Fraction(-1), Fraction(1)) == EVERYTHING
    assert one / Interval(Fraction(0), Fraction(0)) == EVERYTHING
    assert one / Interval(Fraction(0), Fraction(2)) == Interval(Fraction(1, 2), None)


def test_an_empty_interval_cannot_be_made():
    for least, most, holds in ((2, 1, True), (1, 1, False)):
        with pytest.raises(ValueError, match="empty"):
            Interval(Fraction(least), Fraction(most), holds_most=holds)


def trees() -> st.SearchStrategy[str]:
    """Strategy of formulas over a, b, c and d, and numbers."""
    leaves = st.sampled_from(("a", "b", "c", "d", "2", "0.5", "100"))
    return st.recursive(
        leaves,
        lambda each: st.tuples(each, st.sampled_from("+-*/"), each).map(lambda p: f"({p[0]} {p[1]} {p[2]})"),
        max_leaves=9,
    )


def exact(tree: object, values: dict[str, Fraction]) -> Fraction:
    """Return the value of a formula's tree by plain arithmetic, apart from the code under test."""
    if isinstance(tree, Fraction):
        return tree
    if isinstance(tree, str):
        return values[tree]
    sign, left, right, _ = tree  # type: ignore[misc]
    one, other = exact(left, values), exact(right, values)
    return {"+": one + other, "-": one - other, "*": one * other}.get(sign) or (
        one / other if sign == "/" else Fraction(0)
    )


@given(text=trees(), pairs=st.tuples(held(), held(), held(), held()))
def test_the_interval_of_a_formula_holds_its_result_for_any_values_of_the_parts(text, pairs):
    parsed = formula.parse(text)
    bounds = {name: pair[0] for name, pair in zip("abcd", pairs, strict=True)}
    values = {name: pair[1] for name, pair in zip("abcd", pairs, strict=True)}
    try:
        value = exact(parsed.tree, values)
    except ZeroDivisionError:
        assume(False)
        return
    assert value in parsed.interval(bounds)


@given(text=trees())
def test_the_operands_of_a_formula_put_together_are_the_formula(text: str):
    parsed = formula.parse(text)
    pieces = [
        "".join((*one.before, one.id or str(float(one.number or 0)), *one.after)) for one in parsed.operands()
    ]
    assert formula.parse("".join(f" {piece} " for piece in pieces)).tree is not None
    names = [one.id for one in parsed.operands() if one.id]
    assert names == [name for _, name in parsed.tokens() if name]
