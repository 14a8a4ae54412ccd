"""Normal text: what a copy may change is gone, and every place leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.proof.normal_text import NormalText, digest

WRITTEN = st.text("0123億萬年家約，。ab ＡＢ１２\n\t\u3000\u200b", max_size=80)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("超過７４億元", "超過74億元"),
        ("超過 74 億元", "超過74億元"),
        ("超過74\n億元", "超過74億元"),
        ("一\n\n七\n4億", "一\n七4億"),
        ("一段\n\n二段", "一段\n二段"),
        ("一句。\n二句", "一句。\n二句"),
        ("over 7.4\nbillion", "over 7.4 billion"),
        ("12 13", "12 13"),
        ("第5 三月", "第5 三月"),
        ("5次\n2022年", "5次2022年"),
        ("共5\n2022年", "共5\n2022年"),
        ("超\u200b過74\ufeff億", "超過74億"),
        ("  首行", "首行"),
        ("", ""),
    ],
)
def test_width_blanks_and_breaks_within_a_paragraph_are_gone(written, normal):
    assert NormalText(written).text == normal


def test_a_border_ends_a_paragraph():
    assert NormalText("一段\n二段", [3]).text == "一段\n二段"


@given(WRITTEN, st.data())
def test_every_character_stands_where_the_text_has_it(written, data):
    normal = NormalText(written)
    for place, character in enumerate(normal.text):
        span = normal.written(place, place + 1)
        if character not in " \n":
            assert NormalText(written[span.start : span.end]).text == character
        assert normal.place(span.start) == place


@given(WRITTEN)
def test_nothing_but_blanks_is_lost(written):
    once = NormalText(written).text
    assert digest(once) == digest(written)


@given(WRITTEN, st.integers(1, 20))
def test_the_digest_is_that_of_the_words_whatever_the_line_breaks(written, width):
    lines = [written[at : at + width] for at in range(0, len(written), width)]
    assert digest("\n".join(lines)) == digest(written)


def test_the_digest_tells_another_digit():
    assert digest("超過74億元") != digest("超過47億元")
