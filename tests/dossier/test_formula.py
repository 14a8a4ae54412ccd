"""Formulas: exact arithmetic, qualifiers carried along, errors with their place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.formula import FormulaError, parse
from sufu_tui.dossier.quantity import Qualifier, Quantity


def quantity(value, qualifier="exact", unit="hour"):
    return Quantity(Decimal(value), unit, Qualifier(qualifier))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("8 - 2 - 1", "5"),
        ("8 / 2 / 2", "2"),
        ("-2 * -3", "6"),
        ("0.1 + 0.2", "0.3"),
        ("1 / 3 * 3", "1"),
    ],
)
def test_arithmetic_is_exact(text, value):
    assert parse(text).evaluate({}, "").value == Decimal(value)


def test_ids_keep_their_hyphens_and_stand_once_among_the_inputs():
    formula = parse("train-old - train-new + train-old")
    assert formula.inputs == ("train-old", "train-new")
    assert [token for token in formula.tokens() if token[1] is None] == [("-", None), ("+", None)]
    found = formula.evaluate({"train-old": quantity(10), "train-new": quantity(3)}, "hour")
    assert found == quantity(17)


@pytest.mark.parametrize(
    ("text", "a", "b", "qualifier"),
    [
        ("a + b", "over", "exact", "over"),
        ("a - b", "over", "exact", "over"),
        ("b - a", "over", "exact", "under"),
        ("a / b", "over", "exact", "over"),
        ("b / a", "over", "exact", "under"),
        ("a - b", "over", "under", "over"),
        ("a + b", "over", "under", "about"),
        ("a + b", "over", "at-least", "over"),
        ("a + b", "nearly", "exact", "nearly"),
        ("a - b", "exact", "nearly", "over"),
        ("a * b", "about", "over", "about"),
        ("-a", "over", "exact", "under"),
        ("-a / b", "over", "over", "about"),
        ("-a * b", "over", "over", "under"),
        ("a + b", "exact", "exact", "exact"),
    ],
)
def test_qualifiers_are_carried_along(text, a, b, qualifier):
    found = parse(text).evaluate({"a": quantity(7, a), "b": quantity(3, b)}, "hour")
    assert found.qualifier.value == qualifier


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "syntax", 0),
        ("a +", "syntax", 3),
        ("a b", "syntax", 2),
        ("a $ b", "not-arithmetic", 2),
        ("(a + b", "syntax", 6),
        (") a", "syntax", 0),
        ("__import__('os')", "not-arithmetic", 0),
        ("1e9", "syntax", 1),
        ("(" * 80 + "1" + ")" * 80, "too-deep", 51),
        ("1" + " + 1" * 400, "too-deep", 600),
    ],
)
def test_errors_say_where(text, code, offset):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.offset) == (code, offset)


def test_division_by_zero_is_an_error_of_the_formula():
    with pytest.raises(FormulaError) as caught:
        parse("1 / (a - a)").evaluate({"a": quantity(3)}, "")
    assert (caught.value.code, caught.value.offset) == ("division-by-zero", 2)


@given(st.text(alphabet="ab-+*/() 0123456789.$", max_size=30))
def test_any_text_is_a_formula_or_a_formula_error(text):
    values = {name: quantity(2) for name in ("a", "b", "ab", "ba", "aa", "bb")}
    try:
        formula = parse(text)
        formula.evaluate(dict.fromkeys(formula.inputs, values["a"]), "")
    except FormulaError as error:
        assert 0 <= error.offset <= len(text)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=6), st.data())
def test_agrees_with_python_on_sums_and_products(numbers, data):
    signs = data.draw(st.lists(st.sampled_from("+-*"), min_size=len(numbers) - 1, max_size=len(numbers) - 1))
    text = f"{numbers[0]}" + "".join(
        f" {sign} {number}" for sign, number in zip(signs, numbers[1:], strict=True)
    )
    assert parse(text).evaluate({}, "").value == eval(text)
