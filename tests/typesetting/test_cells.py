"""Text measured, clipped and padded by cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.typesetting.cells import clip, fit, split_at, width

TEXT = st.text(alphabet="蘇州阜陽「，。」Aa1 -⋯", max_size=30)


@pytest.mark.parametrize(
    ("text", "cells", "clipped"),
    [
        ("蘇州", 4, "蘇州"),
        ("蘇州阜陽", 6, "蘇州⋯"),  # the third character would need cells 5 and 6
        ("蘇州阜陽", 5, "蘇州⋯"),
        ("Suzhou", 4, "Suz⋯"),
        ("a bc", 3, "a⋯"),  # no blank before the mark
        ("蘇", 1, "⋯"),
        ("蘇", 0, ""),
    ],
)
def test_clip(text, cells, clipped):
    assert clip(text, cells) == clipped


@given(TEXT, st.integers(0, 40), st.sampled_from(["left", "right", "center"]))
def test_fit_is_exactly_as_wide_as_asked(text, cells, align):
    assert cell_len(fit(text, cells, align)) == cells


@given(TEXT, st.integers(0, 40))
def test_split_loses_nothing_and_fits(text, cells):
    head, rest = split_at(text, cells)
    assert head + rest == text
    assert cell_len(head) <= cells
    assert not rest or cell_len(head + rest[0]) > cells


@given(TEXT)
def test_width_is_that_of_the_screen(text):
    assert width(text) == cell_len(text)


def test_combining_marks_stay_with_their_letter():
    assert split_at("e\u0301a", 1) == ("e\u0301", "a")
