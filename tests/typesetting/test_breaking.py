"""Line breaking by the rules for Chinese punctuation."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.typesetting.breaking import break_lines, wrap

HANT = (
    "《滬蘇浙方案》發布之後，阜陽（超過7,500個崗位）……「兩顆心」越貼越近：總投資66.4億元，"
    "吸引23個項目落地——約20萬人。2023年8月18日至19日，（見表1）同比增長12.5％！"
)
HANS = "“两颗心”越贴越近，“十年之约”已走过两年；据统计，约20万人（不完全统计）在苏州：真的吗？是的！"
EN = "In 2023 the CNY 7.4 billion programme (well-known as a compact) brought 23 projects, over 7,500 jobs."
WIDTHS = range(40, 121)

NO_START = "，。、；：？！）」』》”％…"
NO_END = "（「『《“"


@pytest.mark.parametrize("text", [HANT, HANS, EN])
@pytest.mark.parametrize("cells", WIDTHS)
def test_lines_obey_the_rules(text, cells):
    lines = wrap(text, cells)
    assert max(map(cell_len, lines)) <= cells
    for line in lines:
        assert line[0] not in NO_START
        assert line[-1] not in NO_END
    for whole in (
        "7,500個",
        "66.4億元",
        "23個",
        "20萬人",
        "——",
        "……",
        "12.5％",
        "CNY 7.4 billion",
        "programme",
    ):
        assert any(whole in line for line in lines) == (whole in text), whole


@pytest.mark.parametrize("text", [HANT, HANS, EN])
@pytest.mark.parametrize("cells", range(2, 121))
def test_nothing_is_lost_at_any_width(text, cells):
    lines = wrap(text, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cell_len, lines)) <= cells


@given(
    st.text(alphabet="蘇州，。「」（）…—1234.5,億元% abcXYZ-\u3000é\u0301[]", max_size=80), st.integers(2, 60)
)
def test_laws_for_any_text(text, cells):
    places = list(break_lines(text, cells))
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    shown = "".join(text[start:end] for start, end in places)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", text)
    assert all(cell_len(text[start:end]) <= cells for start, end in places)


def test_a_line_is_filled_before_the_next_begins():
    assert wrap("In 2023 蘇州與阜陽攜手", 14) == ["In 2023 蘇州與", "阜陽攜手"]


def test_a_word_wider_than_the_line_is_cut():
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_empty_and_blank_text_have_no_lines():
    assert wrap("", 10) == wrap("   ", 10) == []


def test_too_narrow_for_a_chinese_character():
    with pytest.raises(ValueError, match="two cells"):
        list(break_lines("蘇", 1))
