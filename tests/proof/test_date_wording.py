"""Wording of dates: of all coarse dates words bear out the one that they mean, and no finer one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import date_text
from sufu_tui.proof.claims import Verdict
from sufu_tui.proof.date_wording import date_fault

TABLE = """
2024-21: 2024年春 | 2024年春季 | 2024年春天 | 二〇二四年春 | 民國113年春季 | spring 2024 | 2024年早春
2024-22: 2024年夏 | 2024年夏天 | 2024年的夏天 | 民国113年夏天 | Summer of 2024 | the summer of 2024
2024-23: 2024年秋 | 2024年秋季 | autumn 2024 | fall 2024 | the fall of 2024
2024-24: 2024年冬 | 2024年冬天 | winter 2024 | winter 2024-25 | the winter of 2024/2025
2023-22: 2023年夏 | 民國112年夏 | summer 2023
2023-33: 2023年第一季度 | 2023年第一季 | 2023年一季度 | 2023年首季 | 2023年Q1 | Q1 2023 | 2023 Q1
2023-33: 1Q 2023 | first quarter of 2023 | the first quarter of 2023 | first-quarter 2023
2023-34: 2023年第二季度 | 民國112年第二季 | 2023年第2季度 | Q2 2023 | 2023Q2 | second quarter of 2023
2023-35: 2023年第三季度 | 民国112年第三季度 | Q3 of 2023 | the third quarter of 2023
2023-35: 3rd quarter of 2023
2023-36: 2023年第四季度 | 2023年四季度 | Q4 2023 | the fourth quarter of 2023 | last quarter of 2023
2023-37: 2023年前四個月 | 2023年头四个月 | the first four months of 2023
2023-38: 2023年中间四个月 | the middle four months of 2023
2023-39: 2023年後四個月 | the last four months of 2023
2023-40: 2023年上半年 | 民國112年上半年 | 2023年的上半年 | the first half of 2023 | H1 2023
2023-41: 2023年下半年 | 2023年后半年 | second half of 2023 | 2023 H2 | the last half of 2023
2023: 2023年 | 二〇二三年 | 民國112年 | 民国112年 | 中華民國一百一十二年 | 民國一百十二年 | 2023
2023: in 2023
2024: 2024年 | 民國113年 | the year 2024
1912: 1912年 | 民國元年 | 民国元年 | 民國1年
199X: 1990年代 | 90年代 | 九十年代 | 二十世紀九十年代 | 20世纪90年代 | 一九九〇年代 | 1990s | the 1990s
199X: the 1990’s | the 90s | the ’90s | the nineties | the nineteen-nineties
198X: 1980年代 | 80年代 | 八十年代 | 20世紀80年代 | the 1980s | the eighties
202X: 2020年代 | 二〇二〇年代 | 21世紀20年代 | 2020s
1991/2000: 民國80年代 | 民国80年代
18XX: 19世紀 | 十九世纪 | the 19th century | the nineteenth century | 1800年至1899年間
20XX: 21世紀 | 二十一世紀 | 21st century | between 2000 and 2099
"""
WAYS: dict[str, list[str]] = {}
for line in TABLE.split("\n")[1:-1]:
    coarse, _, ways = line.partition(": ")
    WAYS.setdefault(coarse, []).extend(ways.split(" | "))


@pytest.mark.parametrize("text", WAYS)
def test_of_all_coarse_dates_the_one_is_found_that_the_words_mean(bench, text):
    told = [date_text(parse(text), load(language)) for language in ("zh-Hant", "zh-Hans", "en")]
    for printed in (*WAYS[text], *told):
        found = [
            other
            for other in WAYS
            if bench.claim(f"在 {printed} ，", bench.event(printed, other)).verdict is Verdict.FOUND
        ]
        assert found == [text], printed


@pytest.mark.parametrize(
    ("printed", "date", "code"),
    [
        ("2024年夏", "2024-07", "vaguer"),
        ("summer 2024", "2024-07-14", "vaguer"),
        ("2024年", "2024-22", "vaguer"),
        ("in 2024", "2024-07", "vaguer"),
        ("今年", "2023-12-08", "vaguer"),
        ("今年", "2023", None),
        ("本月", "2023-12-08", "vaguer"),
        ("this year", "2023-06", "vaguer"),
        ("2024年6月", "2024-06-05", "vaguer"),
        ("2024年6月以來", "2024-06-05/..", "vaguer"),
        ("2024年6月5日", "2024-06", None),
        ("2024年6月5日", "2024", None),
        ("2024年6月5日", "2024-22", "finer"),
        ("2024年夏", "2024", "finer"),
        ("1995年", "199X", "finer"),
        ("2024年夏", "2024-06/2024-08", None),
        ("2024年夏", "2024-06-01/2024-08-31", None),
        ("2024年夏", "2024-26", None),
        ("2024年夏", "2024-30", None),
        ("2024年夏", "2024-22~", None),
        ("2024年夏以來", "2024-22/..", None),
        ("今年夏天", "2023-22", None),
        ("今年夏天", "2023-23", "date"),
        ("去年第三季度", "2022-35", None),
        ("上半年", "2023-40", None),
        ("下半年", "2023-40", "date"),
        ("民國112年8月18日", "2023-08-18", None),
        ("民國112年8月18日", "2024-08-18", "date"),
        ("民國112年8月至113年2月", "2023-08/2024-02", None),
        ("民國112年至113年", "2023/2024", None),
        ("2024年春節", "2024-21", "vaguer"),
        ("20世紀", "1901/2000", None),
        ("20世紀", "19XX", None),
        ("1995年代", "199X", None),
        ("2022年年底", "2022-12-15", "vaguer"),
        ("2022年年底", "2022-36", None),
        ("2022年年底", "2022-03", "date"),
        ("2022年年底", "2022", None),
        ("2022年初", "2022-01~", None),
        ("2022年8月下旬", "2022-08-25", "vaguer"),
        ("2022年8月下旬", "2022-08-21/2022-08-31", None),
        ("2022年8月下旬", "2022-08-01/2022-08-10", "date"),
        ("late 2022", "2022-12", None),
        ("late 2022", "2022-03", "date"),
        ("mid-2022", "2022-06~", None),
        ("at the end of 2022", "2022-12-31", "vaguer"),
        ("early 1990s", "1990/1993", None),
        ("1990年代末", "1990/1992", "date"),
        ("年底", "2022-12~", None),
        ("between 1900 and 1999", "19XX", None),
        ("2021–2023", "2021/2023", None),
        ("2021 to 2023", "2021/2024", "date"),
        ("同日", "2022-06-14", None),
        ("5 of 12", "2022-06-14", None),
        ("the third half of 2024", "2024-40", "vaguer"),
    ],
)
def test_words_agree_with_a_date_that_is_as_coarse(printed, date, code):
    fault = date_fault(printed, parse(date))
    assert (fault.code if fault else None) == code


@given(st.integers(to_day(1900), to_day(2100) - 1))
def test_words_that_say_less_never_bear_a_day_out_and_all_that_say_it_do(number):
    year, month, day = from_day(number)
    date = parse(f"{year:04d}-{month:02d}-{day:02d}")
    of_winter = year - (month < 3)
    season, quarter = month % 12 // 3, (month + 2) // 3
    less = [
        f"{year}年",
        f"{year}年{month}月",
        f"{of_winter}年{'冬春夏秋'[season]}",
        f"{year}年第{quarter}季度",
    ]
    less += [f"{year // 10}0年代", f"Q{quarter} {year}", f"{year}"]
    less.append(f"{('winter', 'spring', 'summer', 'autumn')[season]} {of_winter}")
    less += [f"民國{year - 1911}年", f"民國{year - 1911}年{month}月"] if year > 1911 else []
    assert {getattr(date_fault(printed, date), "code", None) for printed in less} == {"vaguer"}
    said = [f"{year}年{month}月{day}日", f"{month}月{day}日", f"今年{month}月{day}日"]
    said += [f"民國{year - 1911}年{month}月{day}日"] if year > 1911 else []
    assert [date_fault(printed, date) for printed in said] == [None] * len(said)


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
@given(
    st.sampled_from([*range(21, 25), *range(33, 42)]),
    st.sampled_from([*range(21, 25), *range(33, 42)]),
    st.integers(1912, 2099),
    st.integers(-1, 1),
)
def test_a_part_of_a_year_in_the_words_of_any_language_is_no_other(language, code, other, year, later):
    printed = date_text(parse(f"{year}-{code}"), load(language))
    fault = date_fault(printed, parse(f"{year + later}-{other}"))
    assert (fault is None) == (code == other and not later)
