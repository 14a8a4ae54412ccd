"""Cut texts end where a reader would pause."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.typesetting import phrases
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import CLIP_MARK, width
from sufu_tui.typesetting.no_break import LINKING
from sufu_tui.typesetting.phrases import clip_phrase, few_lines

MAYOR = "Party secretary of Fuyang (in June 2022 deputy Party secretary and mayor)"
CITY = "江蘇省的城市，素有「人間天堂」和「中國最強地級市」的美名"


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        (MAYOR, 36, "Party secretary of Fuyang⋯"),
        (MAYOR, len(MAYOR), MAYOR),
        ("From Fuyang, with a company in Suzhou", 20, "From Fuyang⋯"),
        ("Vice-president of the Anhui Chamber of Commerce", 20, "Vice-president⋯"),
        ("over 7,500 jobs offered at the fairs", 20, "over 7,500 jobs⋯"),
        (CITY, 36, "江蘇省的城市，素有「人間天堂」⋯"),
        (CITY, 20, "江蘇省的城市⋯"),
        ("阜陽市委書記（2022年6月時任市委副書記、市長）", 36, "阜陽市委書記⋯"),
        ("of the and", 5, "of⋯"),
    ],
)
def test_the_cut_is_at_a_phrase(text, cells, shown):
    assert clip_phrase(text, cells) == shown


WORDS = st.sampled_from(
    [
        "the",
        "of",
        "and",
        "a",
        "city",
        "Suzhou",
        "(2022)",
        "“grand”",
        "7,500",
        "；",
        "，",
        "蘇州",
        "的",
        "「人」",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), st.integers(0, 60))
def test_what_is_cut_fits_says_so_and_leans_on_nothing(text, cells):
    shown = clip_phrase(text, cells)
    assert width(shown) <= cells
    if shown == text:
        return
    assert width(text) > cells
    assert shown == "" or shown.endswith(CLIP_MARK)
    head = shown.removesuffix(CLIP_MARK)
    assert text.lstrip().startswith(head)
    if re.search(rf"\b(?!(?:{LINKING})\b)[A-Za-z]{{4,}}", head):  # else nothing else may be left
        assert not re.search(rf"(?:^|\s)(?:{LINKING})$", head)


TEXTS = st.lists(WORDS, min_size=1, max_size=400).map("".join)


@given(TEXTS | TEXTS.map(lambda text: text.replace("7,500", "7,500 ")), st.integers(2, 30))
def test_what_comes_later_in_a_text_changes_no_cut(text, cells):
    """So that of a text without end no more is laid than may be seen."""
    with pytest.MonkeyPatch.context() as patched:
        near = clip_phrase(text, cells), few_lines(text, cells, 3)
        patched.setattr(phrases, "_LOOKED_AT", len(text))
        assert (clip_phrase(text, cells), few_lines(text, cells, 3)) == near


@given(TEXTS, st.integers(2, 30), st.integers(1, 5))
def test_few_lines_are_the_first_of_all_or_end_with_a_mark(text, cells, most):
    lines, every = few_lines(text, cells, most), wrap(text, cells)
    assert len(lines) == min(most, len(every))
    assert all(width(line) <= cells for line in lines)
    assert lines[:-1] == every[: len(lines) - 1]
    assert lines == every or lines[-1] == CLIP_MARK[:cells] or lines[-1].endswith(CLIP_MARK)
