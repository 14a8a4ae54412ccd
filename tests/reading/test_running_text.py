"""Figures of running text: each number, date and quantity, and nothing else."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.reading.prints.running_text import figures


def read(text: str) -> list[tuple[str, object]]:
    """The figures of a text with what they mean."""
    return [
        (text[one.start : one.end], one.date or (one.values[0] if one.values else None))
        for one in figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("互訪5次，帶隊13次", [("5", Decimal(5)), ("13", Decimal(13))]),
        ("近5000萬元", [("5000萬", Decimal(50_000_000))]),
        ("二十三名學員", [("二十三", Decimal(23))]),
        ("增加了12.5%", [("12.5%", Decimal("12.5"))]),
        ("第5天、十多個小時", [("5", Decimal(5)), ("十", Decimal(10))]),
        ("2023年8月18日至19日", [("2023年8月18日至19日", "2023-08-18/2023-08-19")]),
        ("2023年12月30日至2024年1月2日", [("2023年12月30日至2024年1月2日", "2023-12-30/2024-01-02")]),
        ("二〇二三年八月十八日", [("二〇二三年八月十八日", "2023-08-18")]),
        ("2023年上半年", [("2023年上半年", "2023-01/2023-06")]),
        ("2021年至2023年", [("2021年至2023年", "2021/2023")]),
        ("2024年夏天，2023年第三季度", [("2024年夏天", "2024-22"), ("2023年第三季度", "2023-35")]),
        ("1990年代，90年代末", [("1990年代", "199X"), ("90年代末", None)]),
        ("二十世紀九十年代，21世紀", [("二十世紀九十年代", "199X"), ("21世紀", "20XX")]),
        ("民國112年8月18日，民国元年", [("民國112年8月18日", "2023-08-18"), ("民国元年", "1912")]),
        ("2024年春節", [("2024年", "2024")]),
        ("in the summer of 2024, Q3 2023", [("the summer of 2024", "2024-22"), ("Q3 2023", "2023-35")]),
        ("the first half of 2023", [("the first half of 2023", "2023-01/2023-06")]),
        ("the 1990s, May 2024 Q1", [("the 1990s", "199X"), ("2024 Q1", "2024-33")]),
        ("a 30s break, H1 tags, in spring", [("30", Decimal(30)), ("1", Decimal(1))]),
        ("2023年21月", [("2023年21月", None)]),
        ("今年9月3日", [("今年9月3日", None)]),
        ("同日，去年", [("同日", None), ("去年", None)]),
        ("2500年後", [("2500", Decimal(2500))]),
        ("2024-03-05發布", [("2024-03-05", "2024-03-05")]),
        ("on 3 September 2023, the same day", [("3 September 2023", "2023-09-03"), ("the same day", None)]),
        ("twenty-three visits", [("twenty-three", Decimal(23))]),
        ("數十家，五六個", [("數十", None), ("五六", None)]),
        ("半年內5次", [("半", Decimal("0.5")), ("5", Decimal(5))]),
        ("https://example.org/2024/03?id=77", []),
        ("一體化、統一、百姓", []),
        ("雙方，首批", []),
        ("9" * 100_000, []),
    ],
)
def test_every_figure_is_read_and_nothing_else(text, expected):
    assert read(text) == expected


def test_figures_are_in_order_and_none_overlaps_another():
    found = figures("2023年上半年5次，半年後的9月3日又3次，dozens of 12.5%。")
    assert all(one.end <= after.start for one, after in itertools.pairwise(found))


PIECES = (
    *("2024", "1990", "112", "年", "代", "年代", "夏", "季", "世紀", "民國", "初"),
    *("s", "Q1", "q2", "May", "of", "the", "summer", "-", " "),
)


@given(
    st.one_of(
        st.text("0123456789年月日至第十百萬億半數幾多.,%-/ \na一二兩", max_size=60),
        st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
    )
)
def test_no_text_breaks_the_reading_and_no_figures_overlap(text):
    found = figures(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in itertools.pairwise(found))
