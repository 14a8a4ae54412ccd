"""Distances in words, and dates below the heading of their year."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.edtf import parse
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.relative_dates import date_in_year, distance_text

EN, HANT = load("en"), load("zh-Hant")


@pytest.mark.parametrize(
    ("least", "most", "english", "chinese"),
    [
        (531, 531, "+531 days", "+531天"),
        (1, 1, "+1 day", "+1天"),
        (-1, -1, "-1 day", "-1天"),
        (0, 0, "0 days", "0天"),
        (500, 531, "+500 to +531 days", "+500至+531天"),
        (-10, 20, "-10 to +20 days", "-10至+20天"),
        (1531, 1531, "+1,531 days", "+1,531天"),
        (500, None, "+500 days or later", "+500天或更晚"),
        (None, -3, "-3 days or earlier", "-3天或更早"),
        (None, -913_000, "-2,499 years or earlier", "-2,499年或更早"),
        (-730_485, -730_400, "-2,000 to -1,999 years", "-2,000至-1,999年"),
        (1827, 1827, "+5 years", "+5年"),
        (1826, 1826, "+1,826 days", "+1,826天"),
        (-7281, 388, "-19 to +1 years", "-19至+1年"),
        (-7281, -6940, "-19 years", "-19年"),
    ],
)
def test_distance(least, most, english, chinese):
    assert distance_text(least, most, EN) == english
    assert distance_text(least, most, HANT) == chinese


@pytest.mark.parametrize(
    ("date", "english", "chinese"),
    [
        ("2023-08-18", "18 Aug", "8月18日"),
        ("2021-12-08", "8 Dec 2021", "2021年12月8日"),
        ("2023-08", "Aug", "8月"),
        ("2022-12~", "about Dec 2022", "約2022年12月"),
        ("2023-12~", "about Dec", "約12月"),
        ("2023-12-08?", "8 Dec (uncertain)", "12月8日（存疑）"),
        ("2023", "2023", "2023年"),
        ("2023-40", "first half of 2023", "2023年上半年"),
        ("2023-08-18/2023-08-19", "18–19 Aug", "8月18日至19日"),
        ("2023-08-18/2023-09-19", "18 Aug to 19 Sep", "8月18日至9月19日"),
        ("2023-01/2023-06", "Jan to Jun", "1月至6月"),
        ("2023-12-08/2025-12-08", "8 Dec to 8 Dec 2025", "12月8日至2025年12月8日"),
        ("2023-09-03/2023-12~", "3 Sep to about Dec", "9月3日至約12月"),
        ("2023-12-08/..", "since 8 Dec", "12月8日起"),
        ("2023/2024", "2023 to 2024", "2023年至2024年"),
        ("2023-12-08/", "from 8 December 2023, end unknown", None),
        ("../2013", "2013 or earlier", "2013年或更早"),
        ("2023-XX-15", None, "2023年某月15日"),
    ],
)
def test_date_in_year(date, english, chinese):
    assert english is None or date_in_year(parse(date), 2023, EN) == english
    assert chinese is None or date_in_year(parse(date), 2023, HANT) == chinese
