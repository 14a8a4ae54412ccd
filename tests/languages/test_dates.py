"""Dates in words: three languages, and never finer than the date is."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import EdtfError, Precision, parse
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import (
    bounds_text,
    date_text,
    day_text,
    day_tick,
    duration_text,
    month_text,
    month_tick,
    stretch_text,
    year_text,
    year_tick,
)
from sufu_tui.languages.relative_dates import date_in_year

CATALOGUES = {language: load(language) for language in LANGUAGES}
TABLE = Path(__file__).parents[1] / "data" / "edtf_cases.tsv"
with TABLE.open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
VALID = [case["edtf"] for case in CASES if case["valid"] == "yes"]


def in_all(write, *arguments):
    return [write(*arguments, CATALOGUES[language]) for language in LANGUAGES]


@pytest.mark.parametrize(
    ("edtf", "hant", "hans", "en"),
    [
        ("2021-12-08", "2021年12月8日", "2021年12月8日", "8 December 2021"),
        ("2021-12", "2021年12月", "2021年12月", "December 2021"),
        ("2021", "2021年", "2021年", "2021"),
        ("2022-12~", "約2022年12月", "约2022年12月", "about December 2022"),
        ("2022-12?", "2022年12月（存疑）", "2022年12月（存疑）", "December 2022 (uncertain)"),
        ("2022%", "約2022年（存疑）", "约2022年（存疑）", "about 2022 (uncertain)"),
        ("-0477", "西元前478年", "公元前478年", "478 BCE"),
        ("-0477~", "約西元前478年", "约公元前478年", "about 478 BCE"),
        ("0000", "西元前1年", "公元前1年", "1 BCE"),
        ("-0044-03-15", "西元前45年3月15日", "公元前45年3月15日", "15 March 45 BCE"),
        ("../-0477", "西元前478年或更早", "公元前478年或更早", "478 BCE or earlier"),
        ("2021-12-08/..", "2021年12月8日起", "2021年12月8日起", "since 8 December 2021"),
        (
            "2021-12-08/",
            "2021年12月8日起，結束日期不詳",
            "2021年12月8日起，结束日期不详",
            "from 8 December 2021, end unknown",
        ),
        ("/2021", "至2021年止，開始日期不詳", "至2021年止，开始日期不详", "until 2021, beginning unknown"),
        ("2023-08-18/2023-08-19", "2023年8月18日至19日", "2023年8月18日至19日", "18–19 August 2023"),
        (
            "2023-08-18/2023-09-01",
            "2023年8月18日至9月1日",
            "2023年8月18日至9月1日",
            "18 August – 1 September 2023",
        ),
        ("2023-01/2023-06", "2023年1月至6月", "2023年1月至6月", "January–June 2023"),
        ("2021/2023", "2021年至2023年", "2021年至2023年", "2021 to 2023"),
        ("2023-06-30/2023-06-30", "2023年6月30日", "2023年6月30日", "30 June 2023"),
        (
            "2021-12-08/2023-12",
            "2021年12月8日至2023年12月",
            "2021年12月8日至2023年12月",
            "8 December 2021 to December 2023",
        ),
        (
            "2022-12~/2023-06",
            "約2022年12月至2023年6月",
            "约2022年12月至2023年6月",
            "about December 2022 to June 2023",
        ),
        ("2023-40", "2023年上半年", "2023年上半年", "first half of 2023"),
        ("2023-36", "2023年第四季", "2023年第四季度", "fourth quarter of 2023"),
        ("2023-22", "2023年夏季", "2023年夏季", "summer of 2023"),
        ("202X", "2020年代", "2020年代", "the 2020s"),
        ("-050X", "西元前510年至西元前501年間", "公元前510年至公元前501年间", "between 510 BCE and 501 BCE"),
        ("20XX", "2000年至2099年間", "2000年至2099年间", "between 2000 and 2099"),
        ("XXXX", "某年", "某年", "some year"),
        ("1950S2", "1900年至1999年間", "1900年至1999年间", "between 1900 and 1999"),
        ("2023-XX", "2023年某月", "2023年某月", "some month of 2023"),
        ("2023-12-XX", "2023年12月某日", "2023年12月某日", "some day in December 2023"),
        ("2023-XX-XX", "2023年某日", "2023年某日", "some day in 2023"),
        (
            "1984-1X",
            "1984年10月至12月間某月",
            "1984年10月至12月间某月",
            "some month from October to December of 1984",
        ),
        ("1984-X9", "1984年9月", "1984年9月", "September 1984"),
        ("2023-XX-15", "2023年某月15日", "2023年某月15日", "day 15 of some month of 2023"),
        (
            "2023-02-2X",
            "2023年2月20日至28日間某日",
            "2023年2月20日至28日间某日",
            "one of the days 20 to 28 of February 2023",
        ),
        (
            "202X-02-2X",
            "2020年至2029年間某年2月20日至29日間某日",
            "2020年至2029年间某年2月20日至29日间某日",
            "one of the days 20 to 29 of February of some year between 2020 and 2029",
        ),
        ("2023-04-3X", "2023年4月30日", "2023年4月30日", "30 April 2023"),
        ("2023-X9-XX", "2023年9月某日", "2023年9月某日", "some day in September 2023"),
        (
            "2023-XX-1X",
            "2023年某月10日至19日間某日",
            "2023年某月10日至19日间某日",
            "one of the days 10 to 19 of some month of 2023",
        ),
        ("2023-XX-~15", "約2023年某月15日", "约2023年某月15日", "about day 15 of some month of 2023"),
        (
            "1XXX-12",
            "1000年至1999年間某年12月",
            "1000年至1999年间某年12月",
            "December of some year between 1000 and 1999",
        ),
        (
            "1XXX-XX",
            "1000年至1999年間某年某月",
            "1000年至1999年间某年某月",
            "some month of some year between 1000 and 1999",
        ),
        (
            "156X-12-25",
            "1560年至1569年間某年12月25日",
            "1560年至1569年间某年12月25日",
            "25 December of some year between 1560 and 1569",
        ),
        ("XXXX-12-XX", "某年12月某日", "某年12月某日", "some day in December of some year"),
        ("XXXX-XX-XX", "某年某日", "某年某日", "some day in some year"),
        (
            "-05XX-02",
            "西元前600年至西元前501年間某年2月",
            "公元前600年至公元前501年间某年2月",
            "February of some year between 600 BCE and 501 BCE",
        ),
        (
            "[1667,1668,1670..1672]",
            "1667年、1668年或1670年至1672年",
            "1667年、1668年或1670年至1672年",
            "1667, 1668 or 1670 to 1672",
        ),
        ("{1960, 1961-12}", "1960年及1961年12月", "1960年及1961年12月", "1960 and December 1961"),
        (
            "[1667~,1668?]",
            "約1667年或1668年（存疑）",
            "约1667年或1668年（存疑）",
            "about 1667 or 1668 (uncertain)",
        ),
        ("[2021]", "2021年", "2021年", "2021"),
        (
            "[2023-12-04,2023-12-05]",
            "2023年12月4日或5日",
            "2023年12月4日或5日",
            "4 or 5 December 2023",
        ),
        (
            "[2023-11-30,2023-12-01]",
            "2023年11月30日或2023年12月1日",
            "2023年11月30日或2023年12月1日",
            "30 November 2023 or 1 December 2023",
        ),
        (
            "[2021-12-08..2023-12-08]",
            "2021年12月8日至2023年12月8日間",
            "2021年12月8日至2023年12月8日间",
            "between 8 December 2021 and 8 December 2023",
        ),
        ("{..1984}", "1984年或更早", "1984年或更早", "1984 or earlier"),
        ("[1760-12..]", "1760年12月或更晚", "1760年12月或更晚", "December 1760 or later"),
        ("{1760-12..}", "1760年12月起", "1760年12月起", "since December 1760"),
        ("0001", "西元1年", "公元1年", "1 CE"),
        ("0999-12", "西元999年12月", "公元999年12月", "December 999 CE"),
        ("1000", "1000年", "1000年", "1000"),
        ("-0477/0100", "西元前478年至西元100年", "公元前478年至公元100年", "478 BCE to 100 CE"),
        ("Y170000002", "170,000,002年", "170,000,002年", "170,000,002"),
    ],
)
def test_date(edtf, hant, hans, en):
    assert in_all(date_text, parse(edtf)) == [hant, hans, en]


def days_named(text):
    """Whether a day of the month stands in a text."""
    text = text.replace("某日", "")
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    return bool(re.search(rf"\d日|\b\d{{1,2}} (?:{months})\b", text))


def test_the_test_knows_a_day_when_it_sees_one():
    assert days_named("2023年8月18日")
    assert days_named("18–19 August 2023")
    assert not days_named("August 2023")
    assert not days_named("2023年12月某日")


COARSE = set(Precision) - {Precision.DAY, Precision.SET, Precision.INTERVAL}


def coarse(date):
    """Whether a date, or every date that it is made of, is coarser than a day."""
    if date.precision is Precision.INTERVAL:
        return all(end is None or coarse(end) for end in (date.start, date.end))
    if date.precision is Precision.SET:
        members = re.split(r",|\.\.", date.text[1:-1])
        return all(coarse(parse(member.strip())) for member in members if member)
    return date.precision in COARSE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edtf", VALID)
def test_every_date_of_the_table_can_be_said(edtf, language):
    date, words = parse(edtf), CATALOGUES[language]
    text = date_text(date, words)
    assert text.strip() == text != ""
    assert not {"{", "}"} & set(text)
    if coarse(date):
        assert not days_named(text)
    bounds = bounds_text(date, words)
    assert bounds is None or days_named(bounds.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edtf", VALID)
def test_doubt_is_always_said(edtf, language):
    date, words = parse(edtf), CATALOGUES[language]
    ends = [date, *(end for end in (date.start, date.end) if end is not None)]
    text = date_text(date, words)
    about, uncertain = words("date.about", date=""), words("date.uncertain", date="")
    assert (about.strip() in text) == any(end.approximate for end in ends)
    assert (uncertain.strip() in text) == any(end.uncertain for end in ends)


@pytest.mark.parametrize(
    ("edtf", "kind", "hant", "en"),
    [
        ("2021-12", "between", "2021年12月1日至2021年12月31日", "1 December 2021 to 31 December 2021"),
        ("2021/..", "not-before", "2021年1月1日", "1 January 2021"),
        ("2021/", "not-before", "2021年1月1日", "1 January 2021"),
        ("../2021", "not-after", "2021年12月31日", "31 December 2021"),
        (
            "-0500",
            "between",
            "西元前501年1月1日至西元前501年12月31日",
            "1 January 501 BCE to 31 December 501 BCE",
        ),
        ("2002~/2022", "not-after", "2022年12月31日", "31 December 2022"),
        ("2002/2022?", "not-before", "2002年1月1日", "1 January 2002"),
        ("[1667,1668]", "between", "1667年1月1日至1668年12月31日", "1 January 1667 to 31 December 1668"),
    ],
)
def test_bounds(edtf, kind, hant, en):
    assert bounds_text(parse(edtf), CATALOGUES["zh-Hant"]) == (kind, hant)
    assert bounds_text(parse(edtf), CATALOGUES["en"]) == (kind, en)


@pytest.mark.parametrize(
    "edtf",
    [
        "2002~",
        "2022-12~",
        "2022?",
        "2022%",
        "2022-12-08",
        "2021-12-08/2023-12-08",
        "2021-12-08/..",
        "[1667~,1668]",
    ],
)
def test_a_date_in_doubt_has_no_bounds_and_a_day_needs_none(edtf):
    assert in_all(bounds_text, parse(edtf)) == [None, None, None]


@pytest.mark.parametrize(
    ("days", "hant", "hans", "en"),
    [
        (0, "0天", "0天", "0 days"),
        (1, "1天", "1天", "1 day"),
        (730, "730天", "730天", "730 days"),
        (731, "2年", "2年", "2 years"),
        (1095, "2年", "2年", "2 years"),
        (1096, "3年", "3年", "3 years"),
        (400_000, "1,095年", "1,095年", "1,095 years"),
        (
            146_097 * 10**20,
            "40,000,000,000,000,000,000,000年",
            "40,000,000,000,000,000,000,000年",
            "40,000,000,000,000,000,000,000 years",
        ),
    ],
)
def test_duration(days, hant, hans, en):
    assert in_all(duration_text, days) == [hant, hans, en]


@pytest.mark.parametrize(
    ("first", "last", "hant", "en"),
    [
        ("2021-12-08", "2021-12-26", "2021年12月8日至26日", "8–26 December 2021"),
        ("2021-12-08", "2022-01-25", "2021年12月8日至2022年1月25日", "8 December 2021 to 25 January 2022"),
        ("2021-12-08", "2024-01-24", "2021年12月至2024年1月", "December 2021 to January 2024"),
        ("-0477-11-16", "2024-02-13", "西元前478年至2024年", "478 BCE to 2024"),
        ("2023-08-18", "2023-08-18", "2023年8月18日", "18 August 2023"),
    ],
)
def test_a_stretch_is_said_no_finer_than_its_length_is_worth(first, last, hant, en):
    days = parse(first).earliest, parse(last).earliest
    assert stretch_text(*days, load("zh-Hant")) == hant
    assert stretch_text(*days, load("en")) == en


def test_parts_and_ticks():
    assert in_all(year_text, 2023) == ["2023年", "2023年", "2023"]
    assert in_all(year_text, 0) == ["西元前1年", "公元前1年", "1 BCE"]
    assert in_all(month_text, -43, 3) == ["西元前44年3月", "公元前44年3月", "March 44 BCE"]
    assert in_all(day_text, 1) == ["西元1年1月1日", "公元1年1月1日", "1 January 1 CE"]
    assert in_all(year_tick, 2023) == ["2023", "2023", "2023"]
    assert in_all(year_tick, -499) == ["前500年", "前500年", "500 BCE"]
    assert in_all(year_tick, 1) == ["西元1年", "公元1年", "1 CE"]
    assert in_all(month_tick, 4) == ["4月", "4月", "Apr"]
    assert in_all(day_tick, 18) == ["18日", "18日", "18"]


YEARS = st.integers(-9999, 9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04d}")
MONTHS = st.integers(1, 12).map("{:02d}".format)
DAYS = st.integers(1, 28).map("{:02d}".format)
MARKED = st.sampled_from(["", "~", "?", "%"])
SINGLE = st.one_of(
    st.tuples(YEARS, MARKED).map("".join),
    st.tuples(YEARS, st.just("-"), MONTHS | st.integers(21, 41).map(str), MARKED).map("".join),
    st.tuples(YEARS, st.just("-"), MONTHS, st.just("-"), DAYS, MARKED).map("".join),
    st.sampled_from(["202X", "20XX", "2XXX", "202X-05", "202X-XX", "2023-XX-XX", "2023-1X", "-01XX-02"]),
)
OPEN = st.sampled_from(["", ".."])
MEMBERS = st.lists(
    st.one_of(SINGLE, st.tuples(SINGLE, st.just(".."), SINGLE | st.just("")).map("".join)), min_size=1
)
SETS = st.builds("{0[0]}{1}{0[1]}".format, st.sampled_from(["[]", "{}"]), MEMBERS.map(",".join))
DIGITS = st.sampled_from("012389X")
MASKS = st.tuples(YEARS | st.sampled_from(["19XX", "XXXX", "-00XX"]), DIGITS, DIGITS, DIGITS, DIGITS).map(
    lambda parts: "{}-{}{}-{}{}".format(*parts)
)
DATES = st.one_of(SINGLE, MASKS, SETS, st.tuples(SINGLE | OPEN, st.just("/"), SINGLE | OPEN).map("".join))


def parsed(text):
    try:
        return parse(text)
    except EdtfError:
        return None


@given(DATES.map(parsed).filter(lambda date: date is not None), st.sampled_from(LANGUAGES))
def test_no_date_is_said_finer_than_it_is(date, language):
    text = date_text(date, CATALOGUES[language])
    assert text
    assert not {"{", "}"} & set(text)
    if coarse(date):
        assert not days_named(text)


@given(DATES.map(parsed).filter(lambda date: date is not None), st.sampled_from(LANGUAGES))
def test_a_date_in_doubt_has_no_hard_bounds(date, language):
    words = CATALOGUES[language]
    bounds = bounds_text(date, words)
    if date.start is None and date.end is None:
        assert bounds is None or not (date.approximate or date.uncertain)
        return
    named = {
        "between": (date.start, date.end), "not-before": (date.start,), "not-after": (date.end,), None: ()
    }[bounds and bounds.kind]  # fmt: skip
    assert not any(end.approximate or end.uncertain for end in named)


WRONG = {
    "en": re.compile(
        r"\b(?:since|about|from|until|to|or|between) (?:since|between|about about|until|from)\b"
        r"|\b(?:since|about|from|until|to) (?:first|second|third|fourth|middle|last)\b"
        r"|^between .* (?:or earlier|or later|to)\b"
        r"|or earlier or|the the|  "
    ),
    "zh-Hant": re.compile("間起|間或更|間至|間止|起起|起或|約約|約自|起至|  "),
    "zh-Hans": re.compile("间起|间或更|间至|间止|起起|起或|约约|约自|起至|  "),
}


@given(
    DATES.map(parsed).filter(lambda date: date is not None and date.precision is not Precision.SET),
    st.sampled_from(LANGUAGES),
    st.integers(-10, 10) | st.integers(1990, 2030) | st.none(),
)
def test_what_is_put_together_is_grammatical(date, language, year):
    words = CATALOGUES[language]
    for text in (date_text(date, words), date_in_year(date, year, words)):
        assert not WRONG[language].search(text), text
        assert text.count("(") == text.count(")")


@pytest.mark.parametrize(
    ("edtf", "hant", "en"),
    [
        ("20XX/..", "2000年至2099年間某年起", "since some year between 2000 and 2099"),
        ("../20XX", "2000年至2099年間某年或更早", "some year between 2000 and 2099 or earlier"),
        ("20XX/2150", "自2000年至2099年間某年至2150年", "from some year between 2000 and 2099 to 2150"),
        ("-050X~", "約西元前510年至西元前501年間某年", "about some year between 510 BCE and 501 BCE"),
        ("2023-40/..", "2023年上半年起", "since the first half of 2023"),
        ("2022-36~", "約2022年第四季", "about the fourth quarter of 2022"),
        (
            "2022-41/2023-40",
            "2022年下半年至2023年上半年",
            "the second half of 2022 to the first half of 2023",
        ),
        ("2023-33/", "2023年第一季起，結束日期不詳", "from the first quarter of 2023, end unknown"),
    ],
)
def test_parts_of_what_is_put_together_are_nouns(edtf, hant, en):
    assert date_text(parse(edtf), CATALOGUES["zh-Hant"]) == hant
    assert date_text(parse(edtf), CATALOGUES["en"]) == en


@given(st.integers(-4_000_000, 4_000_000), st.sampled_from(LANGUAGES))
def test_two_days_are_never_said_alike(day, language):
    assert day_text(day, CATALOGUES[language]) != day_text(day + 1, CATALOGUES[language])
