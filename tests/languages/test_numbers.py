"""Numbers and quantities in three languages: every digit kept, roundings true."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.dossier.model import Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.numbers import (
    bare_quantity_text,
    number_text,
    qualified,
    qualifier_text,
    quantity_text,
)
from sufu_tui.query.grammar import ValueTerm, parse

CATALOGUES = {language: load(language) for language in LANGUAGES}
YUAN = Unit(
    "CNY",
    Localized({"en": "yuan"}),
    "money",
    Localized({"zh-Hant": "{}元", "zh-Hans": "{}元", "en": "CNY {}"}),
)
VISIT = Unit(
    "visit",
    Localized({"en": "visit"}),
    "count",
    Localized({"zh-Hant": "{}次", "en": "{} visits"}),
    Localized({"en": "{} visit"}),
)


@pytest.mark.parametrize(
    ("value", "hant", "hans", "en"),
    [
        ("0", "0", "0", "0"),
        ("1", "1", "1", "1"),
        ("7500", "7,500", "7,500", "7,500"),
        ("9999", "9,999", "9,999", "9,999"),
        ("10000", "1萬", "1万", "10,000"),
        ("200000", "20萬", "20万", "200,000"),
        ("1E+4", "1萬", "1万", "10,000"),
        ("1000000", "100萬", "100万", "1 million"),
        ("12345678", "12,345,678", "12,345,678", "12,345,678"),
        ("50000000", "5,000萬", "5,000万", "50 million"),
        ("6640000000", "66.4億", "66.4亿", "6.64 billion"),
        ("7400000000", "74億", "74亿", "7.4 billion"),
        ("1500000000000", "1.5萬億", "1.5万亿", "1.5 trillion"),
        ("1234500000000000", "1,234.5萬億", "1,234.5万亿", "1,234.5 trillion"),
        ("12345", "12,345", "12,345", "12,345"),
        ("1234560000", "12.3456億", "12.3456亿", "1,234,560,000"),
        ("1234567000", "1,234,567,000", "1,234,567,000", "1,234,567,000"),
        ("123456700000000", "123.4567萬億", "123.4567万亿", "123,456,700,000,000"),
        ("100000001", "100,000,001", "100,000,001", "100,000,001"),
        ("-200000", "-20萬", "-20万", "-200,000"),
        ("2.50", "2.5", "2.5", "2.5"),
        ("10.0", "10", "10", "10"),
        ("0.125", "0.125", "0.125", "0.125"),
        ("0.0004", "0.0004", "0.0004", "0.0004"),
        ("-0", "0", "0", "0"),
        ("0E+5", "0", "0", "0"),
        ("1" + "0" * 29 + "1", *["1," + "000," * 9 + "001"] * 3),
        ("-0.5", "-0.5", "-0.5", "-0.5"),
    ],
)
def test_number(value, hant, hans, en):
    found = [number_text(Decimal(value), CATALOGUES[language]) for language in LANGUAGES]
    assert found == [hant, hans, en]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_is_not_hidden(value, language):
    assert number_text(Decimal(value), CATALOGUES[language]) == value


@pytest.mark.parametrize(
    ("qualifier", "hant", "hans", "en"),
    [
        ("exact", "74億元", "74亿元", "CNY 7.4 billion"),
        ("over", "超過74億元", "超过74亿元", "over CNY 7.4 billion"),
        ("at-least", "至少74億元", "至少74亿元", "at least CNY 7.4 billion"),
        ("about", "約74億元", "约74亿元", "about CNY 7.4 billion"),
        ("nearly", "近74億元", "近74亿元", "nearly CNY 7.4 billion"),
        ("under", "不到74億元", "不到74亿元", "under CNY 7.4 billion"),
    ],
)
def test_quantity(qualifier, hant, hans, en):
    quantity = Quantity(Decimal("7.4E9"), "CNY", Qualifier(qualifier))
    assert [quantity_text(quantity, YUAN, CATALOGUES[language]) for language in LANGUAGES] == [hant, hans, en]
    bare = [bare_quantity_text(quantity, YUAN, CATALOGUES[language]) for language in LANGUAGES]
    assert bare == ["74億元", "74亿元", "CNY 7.4 billion"]


@pytest.mark.parametrize(
    ("value", "hant", "hans", "en"),
    [
        ("1", "1次", "1次", "1 visit"),
        ("1.0", "1次", "1次", "1 visit"),
        ("2", "2次", "2次", "2 visits"),
        ("0", "0次", "0次", "0 visits"),
        ("-1", "-1次", "-1次", "-1 visits"),
    ],
)
def test_one_of_a_unit(value, hant, hans, en):
    quantity = Quantity(Decimal(value), "visit")
    found = [quantity_text(quantity, VISIT, CATALOGUES[language]) for language in LANGUAGES]
    assert found == [hant, hans, en]


@pytest.mark.parametrize(
    ("value", "qualifier", "text"),
    [
        (Decimal(2500) / 13, "over", "over CNY 192.3"),
        (Decimal(2500) / 13, "at-least", "at least CNY 192.3"),
        (Decimal(13850) / 72, "over", "over CNY 192.3"),
        (Decimal(2500) / 13, "under", "under CNY 192.4"),
        (Decimal(2500) / 13, "nearly", "nearly CNY 192.4"),
        (Decimal(2500) / 13, "exact", "about CNY 192.3"),
        (Decimal(2500) / 13, "about", "about CNY 192.3"),
        (Decimal(1) / 3, "exact", "about CNY 0.3333"),
        (Decimal(2) / 7000, "exact", "about CNY 0.0002857"),
        (Decimal(6_640_000_000) / 23, "over", "over CNY 288.6 million"),
        (Decimal(6_640_000_000) / 23, "exact", "about CNY 288.7 million"),
        (1_000_000 - Decimal(1) / 3, "under", "under CNY 1 million"),
        (Decimal(-19) / 7, "over", "over CNY -2.715"),
    ],
)
def test_rounding(value, qualifier, text):
    quantity = Quantity(value, "CNY", Qualifier(qualifier))
    assert quantity_text(quantity, YUAN, CATALOGUES["en"]) == text


@pytest.mark.parametrize(
    ("value", "qualifier", "text"),
    [
        (Decimal(23) / 6, "exact", "about 3.83 visits"),
        (Decimal(23) / 6, "over", "over 3.83 visits"),
        (Decimal(23) / 6, "under", "under 3.84 visits"),
        (Decimal(7500) / 39, "over", "over 192.3 visits"),
        (Decimal(1) / 3, "exact", "about 0.3333 visits"),
        (Decimal("3.8333"), "exact", "3.8333 visits"),
    ],
)
def test_what_is_counted_has_no_thousandth_parts_unless_a_source_prints_them(value, qualifier, text):
    quantity = Quantity(value, "visit", Qualifier(qualifier))
    assert quantity_text(quantity, VISIT, CATALOGUES["en"]) == text


@pytest.mark.parametrize("value", ["2.125", "0.0625", "3.14159265", "0.0004", "9876543.2101"])
@pytest.mark.parametrize("qualifier", ["exact", "over", "under"])
def test_what_a_source_can_print_is_never_rounded(value, qualifier):
    quantity = Quantity(Decimal(value), "CNY", Qualifier(qualifier))
    word = qualifier_text(quantity.qualifier, CATALOGUES["zh-Hant"])
    assert quantity_text(quantity, YUAN, CATALOGUES["zh-Hant"]) == f"{word}{Decimal(value):,f}元"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exact_value_has_no_word(language):
    words = CATALOGUES[language]
    assert qualifier_text(Qualifier.EXACT, words) == ""
    assert qualified("7", Qualifier.EXACT, words) == "7"
    assert all(
        qualifier_text(qualifier, words) for qualifier in Qualifier if qualifier is not Qualifier.EXACT
    )


SCALES = {
    "萬億": 12, "万亿": 12, "trillion": 12, "billion": 9, "億": 8, "亿": 8, "million": 6,
    "萬": 4, "万": 4, "": 0,
}  # fmt: skip


def read_back(text):
    """Return the number that a text stands for, as a person reads it."""
    match = re.fullmatch(r"(-?[\d,]+(?:\.\d+)?) ?(\D*)", text)
    assert match, text
    return Decimal(match[1].replace(",", "")).scaleb(SCALES[match[2]])


FINITE = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3)
ROUND = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(-99999, 99999), st.integers(-3, 12)
)


@given(FINITE | ROUND, st.sampled_from(LANGUAGES))
def test_a_number_reads_back_as_itself(value, language):
    assert read_back(number_text(value, CATALOGUES[language])) == value


@given(ROUND, st.sampled_from(LANGUAGES))
def test_what_is_shown_may_be_typed_in_a_filter(value, language):
    shown = number_text(value, CATALOGUES[language]).replace(" ", "")
    assert parse(f"value={shown}") == ((ValueTerm("=", value),),)


QUOTIENTS = st.builds(
    lambda over, under, power: (Decimal(over) / under).scaleb(power),
    st.integers(-(10**9), 10**9),
    st.integers(1, 9999),
    st.integers(-2, 6),
)


@given(QUOTIENTS, st.sampled_from(list(Qualifier)), st.sampled_from(LANGUAGES))
def test_rounding_stays_true(value, qualifier, language):
    words = CATALOGUES[language]
    quantity = Quantity(value, "CNY", qualifier)
    text = quantity_text(quantity, YUAN, words)
    shown = read_back(re.sub(r"^.*?(-?\d)", r"\1", text).removesuffix("元"))
    word = text[: re.search(r"-?\d", text).start()].removesuffix("CNY ").strip()
    if qualifier in {Qualifier.OVER, Qualifier.AT_LEAST}:
        assert shown <= value
    elif qualifier in {Qualifier.UNDER, Qualifier.NEARLY}:
        assert shown >= value
    elif qualifier is Qualifier.EXACT and shown != value:
        qualifier = Qualifier.ABOUT
    assert word == qualifier_text(qualifier, words)
    assert abs(shown - value) <= Decimal(1).scaleb(value.adjusted() - 3)


@given(QUOTIENTS, st.sampled_from(LANGUAGES))
def test_rounding_twice_is_rounding_once(value, language):
    words = CATALOGUES[language]
    once = read_back(
        bare_quantity_text(Quantity(value, "CNY"), YUAN, words).removeprefix("CNY ").removesuffix("元")
    )
    assert bare_quantity_text(Quantity(once, "CNY"), YUAN, words) == bare_quantity_text(
        Quantity(value, "CNY"), YUAN, words
    )
