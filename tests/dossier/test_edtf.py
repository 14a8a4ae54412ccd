"""EDTF strings and their bounds, against a table of 181 and against another implementation."""

import csv
from pathlib import Path

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.days import iso, to_day
from sufu_tui.dossier.edtf import EdtfError, Precision, parse

TABLE = Path(__file__).parents[1] / "data" / "edtf_cases.tsv"
with TABLE.open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
VALID = [case for case in CASES if case["valid"] == "yes"]
INVALID = [case for case in CASES if case["valid"] == "no"]


def names(cases):
    return [case["edtf"] for case in cases]


def test_the_table_is_whole():
    assert (len(CASES), len(VALID), len(INVALID)) == (181, 136, 45)


@pytest.mark.parametrize("case", VALID, ids=names(VALID))
def test_valid(case):
    found = parse(case["edtf"])
    days = [str(day) if day is not None else "" for day in (found.earliest, found.latest)]
    dates = [iso(day) if day is not None else "" for day in (found.earliest, found.latest)]
    assert days == [case["earliest_rd"], case["latest_rd"]]
    assert dates == [case["earliest"], case["latest"]]
    assert found.precision.value == case["precision"]
    assert found.approximate == any(mark in case["qualifier"] for mark in "~%")
    assert found.uncertain == any(mark in case["qualifier"] for mark in "?%")
    assert (found.start_open, found.end_open, found.start_unknown, found.end_unknown) == {
        "": (False, False, False, False),
        "open-start": (True, False, False, False),
        "open-end": (False, True, False, False),
        "unknown-start": (False, False, True, False),
        "unknown-end": (False, False, False, True),
        "open": (found.earliest is None, found.latest is None, False, False),
    }[case["open"]]
    assert found.text == case["edtf"]


@pytest.mark.parametrize("case", INVALID, ids=names(INVALID))
def test_invalid(case):
    with pytest.raises(EdtfError):
        parse(case["edtf"])


def oracle_days(strict):
    """The first three fields of a time tuple of the oracle as a day number; None where it is infinite."""
    return None if isinstance(strict, float) else to_day(*strict[:3])


# The rows on which the other implementation is right (and which it reads: level 3 is beyond the standard).
AGREED = [case for case in VALID if case["py_agrees"] == "yes" and case["level"] != "3"]


@pytest.mark.parametrize("case", AGREED, ids=names(AGREED))
def test_agrees_with_the_oracle(case):
    found, theirs = parse(case["edtf"]), oracle.parse_edtf(case["edtf"])
    earliest, latest = oracle_days(theirs.lower_strict()), oracle_days(theirs.upper_strict())
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("2023-H1", "syntax", "2023-40"),
        ("2023Q1", "syntax", "2023-33"),
        ("2023Q4", "syntax", "2023-36"),
        ("2021-1-1", "syntax", "2021-01-01"),
        ("2021/12/08", "slashes", "2021-12-08"),
        ("20211208", "syntax", "2021-12-08"),
        ("2023年12月", "syntax", "2023-12"),
        ("circa 2022", "syntax", "2022~"),
        ("end of 2022", "syntax", "2022-12~"),
        ("open/2021", "syntax", "../2021"),
        ("2022-12~?", "syntax", "2022-12%"),
        (" 2021", "syntax", "2021"),
        ("2023/2021", "reversed", "2021/2023"),
        ("2021-13", "month", None),
        ("2003-02-29", "no-such-day", None),
        ("2021-2-30", "syntax", None),  # what it would become is no day either
        ("2023-40-01", "day-after-season", "2023-40"),
        ("Y2023", "long-year", "2023"),
        ("-0000", "minus-zero", "0000"),
        ("../..", "both-ends-missing", None),
        ("[2023..2021]", "reversed", None),
        ("[]", "syntax", None),
        ("[..]", "syntax", None),
        ("Y1/0", "long-year", None),
        ("Y" + "9" * 5000, "syntax", None),
        ("Y1E999", "syntax", None),
    ],
)
def test_errors_say_what_is_wrong_and_what_was_meant(text, code, hint):
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.hint) == (code, hint)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2022-12~", "2022-11-01", "2023-01-31"),
        ("2022-12%", "2022-10-01", "2023-02-28"),
        ("2004-06?", "2004-05-01", "2004-07-31"),
        ("2023-08-18~", "2023-08-17", "2023-08-19"),
        ("2022~", "2021-01-01", "2023-12-31"),
        ("202X~", "2010-01-01", "2039-12-31"),
        ("2022-12~/2023-06", "2022-11-01", "2023-06-30"),
        ("2022-36~", "2022-07-01", "2023-03-31"),
    ],
)
def test_a_qualifier_allows_a_unit_more_on_each_side(text, earliest, latest):
    found = parse(text)
    assert (iso(found.fuzzy_earliest), iso(found.fuzzy_latest)) == (earliest, latest)


def test_far_years_are_no_trouble():
    assert iso(parse("Y-999999999").earliest) == "Y-999999999-01-01"
    assert iso(parse("Y9999999").latest) == "Y9999999-12-31"


def test_exact_is_one_day_without_doubt():
    exact = [text for text in ("2021-12-08", "2021-12-08~", "2021-12", "2021-12-08/..") if parse(text).exact]
    assert exact == ["2021-12-08"]


YEARS = st.integers(-9999, 9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
MONTHS = st.integers(1, 12).map("{:02d}".format)
DATES = st.one_of(
    YEARS,
    st.tuples(YEARS, MONTHS).map("-".join),
    st.tuples(YEARS, MONTHS, st.integers(1, 28).map("{:02d}".format)).map("-".join),
)


@given(DATES)
def test_bounds_are_ordered_and_the_text_is_kept(text):
    found = parse(text)
    assert found.earliest <= found.latest
    assert found.text == text
    assert parse(found.text) == found


@given(DATES, st.sampled_from("~?%"))
def test_a_qualifier_never_moves_the_strict_bounds_and_never_narrows_the_fuzzy_ones(text, mark):
    plain, doubted = parse(text), parse(text + mark)
    assert (plain.earliest, plain.latest) == (doubted.earliest, doubted.latest)
    assert doubted.fuzzy_earliest < plain.earliest
    assert doubted.fuzzy_latest > plain.latest


@given(DATES.filter(lambda text: text.count("-") - text.startswith("-") > 0))
def test_dropping_a_component_never_narrows(text):
    fine, coarse = parse(text), parse(text.rpartition("-")[0])
    assert coarse.earliest <= fine.earliest
    assert coarse.latest >= fine.latest


@given(DATES, DATES)
def test_an_interval_reaches_from_its_first_day_to_its_last(first, last):
    start, end = parse(first), parse(last)
    if start.earliest > end.latest:
        with pytest.raises(EdtfError):
            parse(f"{first}/{last}")
    else:
        whole = parse(f"{first}/{last}")
        assert (whole.earliest, whole.latest) == (start.earliest, end.latest)
        assert whole.precision is Precision.INTERVAL


@given(st.text(alphabet="0123456789-/.X~?%YES[]{},TZ:年uopen ", max_size=24) | st.text(max_size=12))
def test_any_text_is_a_date_or_an_edtf_error(text):
    try:
        found = parse(text)
    except EdtfError as error:
        assert error.hint is None or parse(error.hint)
    else:
        assert found.sort_key[0] <= found.sort_key[1]
