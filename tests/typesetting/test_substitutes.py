"""Every character that terminals do not agree on has a substitute of the same width."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.timeline.lanes import marks
from sufu_tui.typesetting.cells import CLIP_MARK, width
from sufu_tui.typesetting.glyphs import GLYPH_CHOICES, GLYPH_SETS, glyph_choice_named
from sufu_tui.typesetting.substitutes import Substitutes, is_ambiguous, substitute

# What is not in the tables of this Python has no width to speak of; private characters have no meaning.
# Of the many ideographs and syllables that all take two cells, some will do.
NAMED = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(character) not in {"Cn", "Co", "Cs"}
    and (unicodedata.east_asian_width(character) != "W" or ord(character) % 50 == 0)
]
AMBIGUOUS = [character for character in (*NAMED, "\ue000", "\U000f0000") if is_ambiguous(character)]
REPLACING = ("narrow", "ascii")


def test_what_is_ambiguous():
    assert {"─", "│", "┃", "█", "“", "”", "…", "—", "·", "→", "●", "◆", "■", "é", "α", "①", "\ufffd"} <= set(
        AMBIGUOUS
    )
    assert not {"a", " ", "蘇", "，", "╌", "⋯", "▸", "░", "\u0301"} & set(AMBIGUOUS)


@pytest.mark.parametrize("glyphs", REPLACING)
def test_no_ambiguous_character_is_left(glyphs):
    left = {
        one for one in AMBIGUOUS if unicodedata.east_asian_width(substitute(one, glyphs)) not in {"N", "Na"}
    }
    assert left == set()


@pytest.mark.parametrize("glyphs", REPLACING)
def test_a_substitute_takes_as_many_cells(glyphs):
    assert {one for one in NAMED if width(substitute(one, glyphs)) != width(one)} == set()


def test_ascii_leaves_only_letters_and_what_is_not_one_cell():
    others = {
        one
        for one in NAMED
        if not substitute(one, "ascii").isascii() and width(one) == 1 and unicodedata.category(one)[0] != "L"
    }
    assert others == set()


@pytest.mark.parametrize("glyphs", GLYPH_SETS)
def test_a_substitute_needs_none_itself(glyphs):
    found = {substitute(one, glyphs) for one in NAMED}
    assert {one for one in found if substitute(one, glyphs) != one} == set()


def test_unicode_changes_nothing():
    assert all(substitute(one, "unicode") == one for one in AMBIGUOUS)
    assert Substitutes("unicode").replaced("─◆…é") == "─◆…é"


@pytest.mark.parametrize("glyphs", GLYPH_SETS)
def test_the_marks_of_the_timeline_and_of_cut_text_stay_distinct(glyphs):
    shown = [substitute(one, glyphs) for one in (*marks.UNICODE, CLIP_MARK)]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("glyphs", GLYPH_SETS)
@pytest.mark.parametrize(
    "side_by_side",
    ["─┬⋯", "│┃", "▴▾", "‹›", "◄►", "←→↑↓", "▸ ", "◆◇", "×÷−"],
)
def test_marks_that_stand_side_by_side_stay_distinct(side_by_side, glyphs):
    shown = [substitute(one, glyphs) for one in side_by_side]
    assert len(set(shown)) == len(shown)


def test_at_least_is_never_shown_as_more_than():
    assert len({substitute(one, "narrow") for one in "≥≤><"}) == 4
    assert substitute("≥", "ascii") == substitute("≤", "ascii") == "?"


@pytest.mark.parametrize(
    ("character", "letter"),
    [("é", "e"), ("ü", "u"), ("α", "a"), ("Ω", "O"), ("ж", "z"), ("ø", "o"), ("ß", "s"), ("①", "1"),
     ("❶", "1"), ("²", "2"), ("℃", "C"), ("€", "E"), ("☎", "?"), ("\ufffd", "?"), ("\ue000", "?")],
)  # fmt: skip
def test_other_ambiguous_characters_become_the_nearest_letter(character, letter):
    assert substitute(character, "narrow") == substitute(character, "ascii") == letter


@pytest.mark.parametrize("kept", ["蘇州與阜陽，「結對合作」", "plain text", "ö", "ñ", "\u0301"])
@pytest.mark.parametrize("glyphs", REPLACING)
def test_letters_and_wide_characters_stay(kept, glyphs):
    assert Substitutes(glyphs).replaced(kept) == kept


@given(text=st.text(st.sampled_from(NAMED), max_size=40), glyphs=st.sampled_from(REPLACING))
def test_text_keeps_its_length_and_every_cell_its_place(text, glyphs):
    table = Substitutes(glyphs)
    replaced = table.replaced(text)
    assert [width(one) for one in replaced] == [width(one) for one in text]
    assert table.replaced(replaced) == replaced


def test_choices_have_names():
    assert [glyph_choice_named(name) for name in GLYPH_CHOICES] == list(GLYPH_CHOICES)
    assert glyph_choice_named("nonsense") is None
    assert set(GLYPH_CHOICES) == {"auto", *GLYPH_SETS}
