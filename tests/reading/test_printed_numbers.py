"""Printed figures are read as a reader reads them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.reading.prints.printed_numbers import numbers


@pytest.mark.parametrize(
    ("printed", "value", "qualifiers"),
    [
        ("超過74億元", "7400000000", "over"),
        ("66.4億元", "6640000000", ""),
        ("近5000萬元", "50000000", "nearly"),
        ("约20万", "200000", "about"),
        ("超過7500個", "7500", "over"),
        ("十多個小時", "10", "over"),
        ("3個小時", "3", ""),
        ("2500多年", "2500", "over"),
        ("兩年", "2", ""),
        ("第5天", "5", ""),
        ("首批", "1", ""),
        ("二十三", "23", ""),
        ("十年", "10", "exact about"),
        ("一百零五", "105", ""),
        ("一萬二千", "12000", ""),
        ("三萬五", "35000", ""),
        ("三萬零五", "30005", ""),
        ("1億2000萬", "120000000", ""),
        ("2.47萬億元", "2470000000000", ""),
        ("千萬", "10000000", "exact about"),
        ("百億", "10000000000", "exact about"),
        ("二十多萬", "200000", "over"),
        ("60餘家", "60", "over"),
        ("1,100人次", "1100", ""),
        ("７５００個", "7500", ""),
        ("二〇二三年", "2023", ""),
        ("20億元左右", "2000000000", "about"),
        ("超20億元", "2000000000", "over"),
        ("逾人民幣20億元", "2000000000", "over"),
        ("超過新臺幣150萬元", "1500000", "over"),
        ("近新台幣6600萬元", "66000000", "nearly"),
        ("over NT$1.5 million", "1500000", "over"),
        ("over A$45,000", "45000", "over"),
        ("超過歐元45,000", "45000", "over"),
        ("nearly CHF 45,000", "45000", "nearly"),
        ("c. 45,000", "45000", "about"),
        ("ca. 45,000", "45000", "about"),
        ("approx. 45,000", "45000", "about"),
        ("Acme Inc. 45,000", "45000", ""),
        ("upwards of 45,000", "45000", "over"),
        ("未達45,000", "45000", "under"),
        ("不超過30人", "30", "under"),
        ("不少于30人", "30", "at-least"),
        ("10個以上", "10", "at-least over"),
        ("不到兩年", "2", "under"),
        ("3年多", "3", "over"),
        ("7+N", "7", "at-least over"),
        ("兩年半", "2.5", ""),
        ("半年", "0.5", ""),
        ("百分之十二", "12", ""),
        ("四分之一", "0.25", ""),
        ("74 億元", "7400000000", ""),
        ("over 7.4 billion", "7400000000", "over"),
        ("over CNY 7.4 billion", "7400000000", "over"),
        ("nearly 50 million yuan", "50000000", "nearly"),
        ("1,234.5 million", "1234500000", ""),
        ("7,500-odd jobs", "7500", "over"),
        ("twenty-one", "21", ""),
        ("two hundred and five", "205", ""),
        ("twelve thousand five hundred", "12500", ""),
        ("at least three visits", "3", "at-least"),
        ("more than a dozen", "12", "over"),
        ("five visits and three talks", "3", ""),
    ],
)
def test_printed_figures(printed: str, value: str, qualifiers: str) -> None:
    read = [
        (number.values[0], " ".join(qualifier.value for qualifier in number.qualifiers))
        for number in numbers(printed)
    ]
    assert (Decimal(value), qualifiers) in read


@pytest.mark.parametrize("printed", ["多場", "若干", "dozens of visits", "三四十", "", "……"])
def test_what_is_no_number(printed: str) -> None:
    assert numbers(printed) == ()


def test_every_number_of_a_phrase_counts() -> None:
    assert [number.values[0] for number in numbers("31家重點企業的135個優質單品")] == [31, 135]


def _han(number: int) -> str:
    """Write a number as Chinese does, by groups of four digits."""
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")
    if not number:
        return "零"
    parts: list[str] = []
    for big, scale in (("億", 10**8), ("萬", 10**4), ("", 1)):
        group = number // scale % 10**4
        text = ""
        for place in (3, 2, 1, 0):
            digit = group // 10**place % 10
            if digit:
                text += digits[digit] + units[place]
            elif (text or parts) and group % 10**place:
                text += "" if text.endswith("零") else "零"
        if text:
            parts.append(text + big)
    return "".join(parts)


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_are_read_back(number: int) -> None:
    assert numbers(_han(number))[0].values[0] == number


@given(
    st.decimals(0, 10**6, places=2),
    st.sampled_from([("萬", 10**4), ("億", 10**8), ("萬億", 10**12), ("", 1)]),
)
def test_digits_with_units_are_read_exactly(number: Decimal, unit: tuple[str, int]) -> None:
    assert numbers(f"超過{number}{unit[0]}元")[0].values[0] == number * unit[1]


@given(st.integers(0, 10**15))
def test_grouped_digits_are_read(number: int) -> None:
    assert [read.values[0] for read in numbers(f"{number:,} people")] == [number]


@given(st.text(alphabet="0123456789,. 十百千萬億兆一二兩零〇多餘半分之超過近abmillion-+%", max_size=30))
def test_nothing_makes_it_fail(text: str) -> None:
    assert all(number.values[0].is_finite() for number in numbers(text))
