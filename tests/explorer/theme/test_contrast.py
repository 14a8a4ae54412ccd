"""Contrast is that of WCAG, and a colour that is made readable can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import BLACK, WHITE, Color

from sufu_tui.explorer.theme.contrast import contrast, readable

COLOURS = st.builds(Color, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.478), ("#1c7a6c", "#1c7a6c", 1)],
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(expected, abs=0.001)
    assert contrast(Color.parse(other), Color.parse(one)) == pytest.approx(expected, abs=0.001)


@given(COLOURS, st.lists(COLOURS, min_size=1, max_size=3), st.sampled_from([3.0, 4.5]))
def test_a_colour_is_readable_wherever_black_or_white_would_be(colour, grounds, least):
    best = max(min(contrast(end, ground) for ground in grounds) for end in (BLACK, WHITE))
    found = min(contrast(readable(colour, grounds, least), ground) for ground in grounds)
    assert found >= min(least, best)


@given(COLOURS, st.lists(COLOURS, min_size=1, max_size=3))
def test_a_colour_that_can_be_read_stays_as_it_is(colour, grounds):
    first = readable(colour, grounds)
    assert readable(first, grounds) == first
