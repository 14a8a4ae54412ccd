"""Dates as people type them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.date_parsing import parse_human_date
from sufu_tui.languages.dates import date_text

NEAR = to_day(2023, 1, 15)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023-05", "2023-05"), ("2022-12~", "2022-12~"),
        ("2023年", "2023"), ("2023年5月", "2023-05"), ("2023/5/23", "2023-05-23"), ("2023-H1", "2023-40"),
        ("西元前478年", "-0477"), ("前478年", "-0477"), ("478 BCE", "-0477"), ("1 bc", "0000"),
        ("end of 2022", "2022-12~"), ("2022年底", "2022-12~"), ("2023年上半年", "2023-40"),
        ("5月", "2023-05"), ("五月", "2023-05"), ("十二月", "2022-12"),
        ("May", "2023-05"), ("dec", "2022-12"), ("Sept.", "2022-09"), ("May 2021", "2021-05"),
        ("8 December 2021", "2021-12-08"), ("December 8, 2021", "2021-12-08"), ("Dec 8th", "2022-12-08"),
        ("12月8日", "2022-12-08"), ("2021年12月8號", "2021-12-08"), ("十二月二十一日", "2022-12-21"),
        ("民國112年", "2023"), ("民国元年", "1912"), ("民國112年5月3日", "2023-05-03"),
        ("公元100年", "0100"), ("西元2023年", "2023"), ("AD 100", "0100"), ("90 CE", "0090"),
        ("90年", "0090"),
        ("二〇二三年五月", "2023-05"), ("二零二三年", "2023"),
        ("上半年", "2023-40"), ("年底", "2023-12~"), ("late 2022", "2022-12~"), ("H1 2023", "2023-40"),
        ("2023 Q3", "2023-35"), ("2023年第三季度", "2023-35"), ("first half of 2023", "2023-40"),
        ("1990s", "199X"), ("1990年代", "199X"), ("20世紀", "19XX"), ("19th century", "18XX"),
        ("2023年8月18日至19日", "2023-08-18/2023-08-19"), ("18–19 August 2023", "2023-08-18/2023-08-19"),
        ("8月18日至9月3日", "2022-08-18/2022-09-03"), ("500 BCE to 2023", "-0499/2023"),
        ("約2002年", "2002~"), ("about May 2022", "2022-05~"), ("2013 or earlier", "../2013"),
        ("since 8 December 2021", "2021-12-08/.."), ("2021年12月8日起", "2021-12-08/.."),
        ("until 2013, beginning unknown", "/2013"), ("至2013年止,開始日期不詳", "/2013"),
        ("from 2021, end unknown", "2021/"), ("2021年12月8日起,结束日期不详", "2021-12-08/"),
        ("between 2021 and May 2023", "[2021..2023-05]"), ("約2002年至2022年間", "[2002~..2022]"),
        ("4 or 5 December 2023", "[2023-12-04,2023-12-05]"), ("12月4日或5日", "[2022-12-04,2022-12-05]"),
        ("2013 or 2015", "[2013,2015]"),
        ("14th of June 2022", "2022-06-14"), ("the 14th of June", "2023-06-14"),
        ("June the 14th", "2023-06-14"), ("June of 2022", "2022-06"), ("8/12/2021", "2021-12-08"),
        ("12/30/2021", "2021-12-30"), ("08.12.2021", "2021-12-08"), ("9/2023", "2023-09"),
        ("early December 2023", "[2023-12-01..2023-12-10]"), ("mid-June 2022", "[2022-06-11..2022-06-20]"),
        ("end of February 2023", "[2023-02-21..2023-02-28]"),
        ("2023年12月上旬", "[2023-12-01..2023-12-10]"), ("12月中旬", "[2022-12-11..2022-12-20]"),
        ("2022年11月底", "[2022-11-21..2022-11-30]"), ("mid-2023", "2023-06~"), ("2023年中", "2023-06~"),
        ("middle of 2023", "2023-06~"), ("December 4-5, 2023", "2023-12-04/2023-12-05"),
        ("Dec 4-5", "2022-12-04/2022-12-05"), ("18-19 August 2023", "2023-08-18/2023-08-19"),
        ("4 and 5 December 2023", "2023-12-04/2023-12-05"), ("2023年8月18-19日", "2023-08-18/2023-08-19"),
        ("8月18日~9月3日", "2022-08-18/2022-09-03"), ("2023年5-9月", "2023-05/2023-09"),
        ("May-September 2023", "2023-05/2023-09"), ("May - Sep 2023", "2023-05/2023-09"),
        ("2021-2023", "2021/2023"), ("2021年-2023年", "2021/2023"),
        ("8 Dec 2021 - 8 Dec 2023", "2021-12-08/2023-12-08"), ("from 2021 to 2023", "2021/2023"),
        ("before 2013", "../2012-12-31"), ("2013年之前", "../2012-12-31"),
        ("after August 2023", "2023-09-01/.."), ("2022年以後", "2023-01-01/.."), ("until 2013", "../2013"),
        ("至西元前478年", "../-0477"), ("summer 2022", "2022-22"), ("spring of 2023", "2023-21"),
        ("2022年夏天", "2022-22"), ("2023年秋季", "2023-23"), ("5th century BCE", "-04XX"),
        ("西元前5世紀", "-04XX"), ("4/5 December 2023", "2023-12-04/2023-12-05"),
        ("2023-12-04..2023-12-05", "2023-12-04/2023-12-05"),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(text, date):
    assert parse_human_date(text, NEAR) == parse(date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "mayor",
        "13月",
        "0月",
        "十十月",
        "2023-13",
        "30 February 2023",
        "前0年",
        "十月三十二日",
        "2023 to 2021",
        "between 2023 and 2021",
        "to",
        "31至2月2023年",
        "民國0年",
        "first",
        "31/2/2023",
        "before",
        "13/2023",
        "before the mayor",
        "early spring of the people",
        "30-31 February 2023",
    ],
)
def test_nonsense_is_no_date(text):
    assert parse_human_date(text, NEAR) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_is_shown_can_be_typed(language, shipped):
    words = load(language)
    for one in shipped.events:
        found = parse_human_date(normalize("NFKC", date_text(one.date, words)), NEAR)
        assert found is not None, date_text(one.date, words)
        assert (found.earliest, found.latest) == (one.date.earliest, one.date.latest)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("between May and September 2023", "[2023-05..2023-09]"),
        ("May to September 2023", "2023-05/2023-09"),
        ("December to January 2024", "2023-12/2024-01"),
        ("5月至2023年9月", "2023-05/2023-09"),
    ],
)
def test_the_beginning_of_a_range_is_of_the_year_before_its_end(typed, meant):
    near = to_day(2023, 12, 8)  # nearer to the next May than to the last
    assert parse_human_date(typed, near).text == meant
