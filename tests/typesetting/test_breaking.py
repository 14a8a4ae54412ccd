"""Line breaking by the rules for Chinese punctuation."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.typesetting.breaking import break_lines, wrap
from sufu_tui.typesetting.names import NameFinder
from sufu_tui.typesetting.no_break import BLANKS

HANT = (
    "《滬蘇浙方案》發布之後，阜陽（超過7,500個崗位）……「兩顆心」越貼越近：總投資66.4億元，"
    "吸引23個項目落地——約20萬人。2023年8月18日至19日，（見表1）同比增長12.5％！"
)
HANS = "“两颗心”越贴越近，“十年之约”已走过两年；据统计，约20万人（不完全统计）在苏州：真的吗？是的！"
EN = "In 2023 the CNY 7.4 billion programme (known as a compact) brought 23 projects, over 7,500 jobs."
WIDTHS = range(40, 121)

NO_START = "，。、；：？！）」』》〉】〕”’％%·…—,.;:?!)]}々"
NOT_FIRST = "-／/\u0301\U000e0100" + BLANKS
NO_END = "（「『《〈【〔“‘([{￥"
WHOLE = (
    "7,500個", "66.4億元", "23個", "20萬人", "——", "……", "12.5％", "CNY 7.4 billion", "programme",
    "8月18日", "2023年", "20万人",
)  # fmt: skip


@pytest.mark.parametrize("text", [HANT, HANS, EN])
def test_lines_obey_the_rules(text):
    for cells in WIDTHS:
        lines = wrap(text, cells)
        assert max(map(cell_len, lines)) <= cells
        for line in lines:
            assert line[0] not in NO_START
            assert line[-1] not in NO_END
        for whole in WHOLE:
            assert any(whole in line for line in lines) == (whole in text), whole


@pytest.mark.parametrize(
    "whole",
    [
        "1,234.5億元", "66.4 億元", "CNY 6.64 billion", "6.64 billion yuan", "90%", "−3.5%", "+0.8個百分點",
        "￥500萬", "US$350", "２０２３年", "5月23日", "8 December", "18–19 August", "2022–2023年", "5%～10%",
        "2至3年", "2,500多年", "20多萬人", "20萬多人", "1,000餘名", "第5天", "約4個", "1,100人次",
        "20 km", "7+N", "Suzhou’s",
        "AT&T", "“cat(s)”", "ＧＤＰ", "（蘇）", "「『蘇』」，", "蘇……」", "10\u00a0cm", "a\u2060b", "(see",
        "蘇…」。", "葛\U000e0100", "cafe\u0301", "GDP2023", "e.g.", "3/4", "\"yes\"", "GB 15834",
    ],
)  # fmt: skip
def test_what_stays_whole(whole):
    room = cell_len(whole)
    for cells in range(room, room + 12):
        assert any(whole in line for line in wrap(f"蘇州阜陽 {whole} 阜陽蘇州", cells)), cells


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("說「蘇」「州」", 8, ["說「蘇」", "「州」"]),  # between a closing and an opening mark
        ("说“苏”“州”", 6, ["说“苏”", "“州”"]),
        ("two-year term", 6, ["two-", "year", "term"]),  # after a hyphen between words
        ("https://example.org/ab/cd", 20, ["https://example.org/", "ab/cd"]),
        ("蘇州(Suzhou)與", 12, ["蘇州", "(Suzhou)與"]),  # before a bracket beside Chinese
        ("於2023年5月23日", 8, ["於2023年", "5月23日"]),  # a date, only after its year
        ("一——二", 3, ["一", "——", "二"]),  # too narrow to keep the dash with its word
        ("，，，，", 4, ["，，", "，，"]),  # nothing but marks: no place is lawful
        ("abcdef，", 6, ["abcde", "f，"]),  # too wide for a line: a letter goes with the mark
        ("CNY 7.4 billion", 10, ["CNY 7.4", "billion"]),  # too wide: cut at a blank
        ("蘇\u3000州", 4, ["蘇", "州"]),
    ],
)
def test_where_a_line_ends(text, cells, lines):
    assert wrap(text, cells) == lines


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("蘇州與阜陽結對。", 14, ["蘇州與阜陽", "結對。"]),
        ("蘇州與阜陽", 8, ["蘇州與", "阜陽"]),
        ("蘇州1,234,567,890萬人。阜", 23, ["蘇州1,234,567,890萬人。", "阜"]),  # nowhere to take it from
        ("蘇州", 2, ["蘇", "州"]),  # no room to do better
        ("蘇州的文創IP。", 12, ["蘇州的文", "創IP。"]),  # nor a few letters within Chinese
        ("蘇州的文創GDP", 12, ["蘇州的文", "創GDP"]),
        ("蘇州的文創 GDP。", 12, ["蘇州的文創", "GDP。"]),  # after a blank they are a word
        ("蘇州的文創 IP。", 12, ["蘇州的文", "創 IP。"]),  # of two letters all the same
        ("it is a", 5, ["it is", "a"]),  # a short English word may be alone
    ],
)
def test_one_character_is_not_left_alone_on_the_last_line(text, cells, lines):
    assert wrap(text, cells) == lines


@given(
    st.text("蘇州與阜陽結對合作，「」、", min_size=1, max_size=90),
    st.sampled_from(["", "。", "」。", "IP。", "23。", "at", "of."]),
    st.integers(20, 100),
)
def test_no_one_or_two_characters_are_a_last_line(han, tail, cells):
    lines = wrap(han + tail, cells)
    words = "".join(character for character in lines[-1] if character.isalnum())
    # Where marks stick together, the line before may have nothing short enough to give.
    gives = [1 for character in lines[-2][-3:] if character.isalnum()] if len(lines) > 1 else []
    assert len(words) > 2 or len(gives) < 3


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_no_paragraph_of_the_report_ends_in_one_or_two_characters(shipped, language):
    for section in shipped.sections:
        for paragraph in section.paragraphs:
            prose = paragraph.text.in_language(language)
            text, names = "".join(span.text for span in prose), NameFinder(shipped, language).names_in(prose)
            for cells in range(30, 103, 3):
                *before, last = wrap(text, cells, names)
                assert not before or sum(map(str.isalnum, last)) > 2, (cells, last)


@pytest.mark.parametrize("text", [HANT, HANS, EN])
def test_nothing_is_lost_at_any_width(text):
    for cells in range(2, 121):
        lines = wrap(text, cells)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert max(map(cell_len, lines)) <= cells


ANY = st.lists(
    st.sampled_from(
        [
            *"蘇州，。「」（）…—1234.5,億元% abcXYZ-\u3000é[]“”‘’\"'·\u00a0／/￥$第々",
            "e\u0301",
            "葛\U000e0100",
        ]
    ),
    max_size=80,
).map("".join)


@given(ANY, st.integers(2, 60))
def test_laws_for_any_text(text, cells):
    places = list(break_lines(text, cells))
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    shown = "".join(text[start:end] for start, end in places)
    assert re.sub(f"[{BLANKS}]", "", shown) == re.sub(f"[{BLANKS}]", "", text)
    assert all(cell_len(text[start:end]) <= cells for start, end in places)
    for start, end in places:
        assert text[start] not in BLANKS
        assert text[end - 1] not in BLANKS
        assert start == 0 or text[start] not in "\u0301\U000e0100"


@given(ANY, st.integers(2, 60))
@example("1[ 蘇", 2)
@example("1[ 蘇", 4)
def test_a_mark_is_on_the_wrong_line_only_where_no_place_is_right(text, cells):
    for (start, end), (following, _) in pairwise(break_lines(text, cells)):
        if text[following] in NO_START or text[end - 1] in NO_END:
            for place in range(start + 1, following):
                if cell_len(text[place : following + 1]) > cells:
                    continue  # the two would be parted all the same
                before, after = text[place - 1], text[place]
                assert after in NO_START + NOT_FIRST or before in NO_END or before in BLANKS, (text, cells)


def test_a_line_is_filled_before_the_next_begins():
    assert wrap("In 2023 蘇州與阜陽攜手", 14) == ["In 2023 蘇州與", "阜陽攜手"]


def test_a_word_wider_than_the_line_is_cut():
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_empty_and_blank_text_have_no_lines():
    assert wrap("", 10) == wrap("   ", 10) == []


def test_too_narrow_for_a_chinese_character():
    with pytest.raises(ValueError, match="two cells"):
        list(break_lines("蘇", 1))
