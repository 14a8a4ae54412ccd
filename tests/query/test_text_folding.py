"""Text folded for comparison, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sufu_tui.query.text_folding import TextFolder, script_variants

FOLDER = TextFolder()


@pytest.mark.parametrize(
    "forms",
    [
        ("蘇州", "苏州"),
        ("阜陽", "阜阳"),
        ("後續", "后续"),
        ("瞭解", "了解"),
        ("臺灣", "台灣", "台湾", "臺湾"),
        ("ＧＤＰ", "GDP", "gdp", "ｇｄｐ"),
        ("１２８", "128"),
        ("裏", "裡", "里"),
        ("乾", "幹", "干"),
        ("產業", "产业"),
        ("㎡", "m2", "m²"),
        ("㋋", "12月"),
        ("羣眾", "群衆", "群众"),
        ("Straße", "STRASSE", "strasse"),
        ("ﬁn", "fin"),
        ("：", ":"),
        ("？", "?"),
        ("\u3000", " "),
        ("Helü", "HELU", "helu"),
        ("é", "e\u0301"[:1], "E"),
        ("Fuyang’s", "Fuyang's"),
        ("“菜籃子”", "「菜篮子」", '"菜籃子"'),
        ("Suzhou–Fuyang", "Suzhou-Fuyang"),
    ],
)
def test_the_same_to_a_reader(forms):
    assert len({FOLDER.folded(form) for form in forms}) == 1


@pytest.mark.parametrize(
    "forms", [("蘇州", "蘇洲"), ("阜陽", "富陽"), ("a", "b"), ("1", "一"), ("か", "が"), ("и", "й")]
)
def test_not_the_same(forms):
    assert len({FOLDER.folded(form) for form in forms}) == len(forms)


@pytest.mark.parametrize(
    "text", ["", " ", "[", "\\", "\x00", "\ud800", "a" * 10_000, "蘇" * 10_000, "㎡" * 10_000]
)
def test_odd_texts(text):
    folded = FOLDER.fold(text)
    assert folded.place(len(folded.text)) == len(text)


def test_places_lead_back():
    folded = FOLDER.fold("約㎡與Ａ")
    position = folded.text.index("m2")
    assert [folded.place(position + offset) for offset in range(4)] == [1, 1, 2, 3]


def test_the_table_has_each_character_once_and_no_chain():
    table = script_variants()
    assert len(table) > 2000
    assert not {ord(folded) for folded in table.values()} & set(table)
    assert all(len(folded) == 1 for folded in table.values())


TEXTS = st.text(
    st.characters() | st.sampled_from("蘇苏後后續续臺台ＧＤＰ㎡ﬁﬀ①İßΣςé\u0301가각ᄀ\u1161"), max_size=30
)


@given(TEXTS)
@example("ΑΣ")
@example("가\u11a8")
@example("\u0345\u0301")
@example("\u1e9b\u0323")
def test_folding_twice_is_folding_once_and_places_rise(text):
    folded = FOLDER.fold(text)
    assert folded.text == FOLDER.folded(text)
    places = [folded.place(position) for position in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert places[-1] == len(text)


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_is_found_within_a_text_that_holds_it(before, text, after):
    """The heart of search: what one pastes from the screen is found there, whatever stands beside it."""
    assert FOLDER.folded(text) in FOLDER.folded(before + text + after)


HAN = st.text(st.sampled_from("蘇州阜陽攜手兩年發生後續臺灣產業了解瞭"), min_size=1)


@given(HAN)
def test_each_character_folds_by_itself(text):
    assert FOLDER.folded(text) == "".join(map(FOLDER.folded, text))
