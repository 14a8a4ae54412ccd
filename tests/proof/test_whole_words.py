"""Whole words: nothing that is shown of a text begins or ends within a word or a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.proof.normal_text import TextSpan
from sufu_tui.proof.whole_words import cuts_at, excerpt, whole

PIECES = st.sampled_from(
    ["over", "€250,000", "2½", "3.2%", "Zürich", "don't", "well-known", "二十萬", "三點五", "1 234 567", "的",
     "人", "，", "。", ".", "(", ")", "12:30", "20萬", "$5m", "sold", "“", "”", "\n"]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), min_size=1, max_size=12).map(
    lambda pieces: "".join(piece + blank for piece, blank in pieces)
)


@given(TEXTS, st.data(), st.integers(0, 9), st.integers(0, 9))
def test_no_end_of_an_excerpt_cuts_a_word(text, data, before, after):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    everything = TextSpan(0, len(text))
    own = whole(text, TextSpan(start, end), everything)
    assert own.covers(TextSpan(start, end))
    assert not cuts_at(text, own.start)
    assert not cuts_at(text, own.end)
    shown = excerpt(text, TextSpan(start, end), everything, before, after)
    assert text[start:end].strip() in shown
    places = [at for at in range(len(text)) if text.startswith(shown, at)]
    assert any(not cuts_at(text, at) and not cuts_at(text, at + len(shown)) for at in places)


@pytest.mark.parametrize(
    ("text", "cuts"),
    [("over €250,000 was", "o|v|e|r €|2|5|0|,|0|0|0 w|a|s"),
     ("約20萬人。", "約2|0|萬人。"), ("三點五倍", "三|點|五倍"),
     ("1 234 km, 5.", "1| |2|3|4 k|m, 5."), ("don't (well-known)", "d|o|n|'|t (w|e|l|l|-|k|n|o|w|n)"),
     ("Zürich’s", "Z|ü|r|i|c|h|’|s"), ("人次以上", "人次以上")],
)  # fmt: skip
def test_words_and_numbers_end_where_a_reader_ends_them(text, cuts):
    assert "".join("|" * cuts_at(text, at) + mark for at, mark in enumerate(text)) == cuts


def test_a_word_beyond_measure_is_left_out_of_what_stands_around():
    text = "x" * 5_000 + " about 90 visits " + "y" * 5_000
    assert excerpt(text, TextSpan(5_007, 5_009), TextSpan(0, len(text)), 12, 12) == "about 90 visits"


@pytest.mark.parametrize(
    ("text", "printed", "value", "qualifier", "shown"),
    [
        ("Sales were over €250,000 in 2023", "€250,000", "250000", Qualifier.EXACT, "over €250,000 in"),
        ("Sales were approximately 90 visits", "90", "90", Qualifier.EXACT, "approximately 90 visits"),
        ("It grew by 5 percent", "5", "5", Qualifier.OVER, "by 5 percent"),
        ("Sales of 240,000 euros", "over 240,000", "240000", Qualifier.OVER, "Sales of 240,000"),
        ("Sales over €250,000 now", "over €260,000", "260000", Qualifier.OVER, "over €250,000"),
        ("Moreover €250,000 now", "over €260,000", "260000", Qualifier.OVER, "Moreover €250,000"),
    ],
)
def test_a_hint_shows_whole_words(bench, text, printed, value, qualifier, shown):
    assert bench.claim(text, bench.metric(printed, value, qualifier)).hint.text == shown
