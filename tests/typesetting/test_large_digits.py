"""Large digits."""

from __future__ import annotations

import pytest

from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.glyphs import GLYPH_SETS
from sufu_tui.typesetting.large_digits import ROWS, large_digits, split_figure
from sufu_tui.typesetting.substitutes import substitute


@pytest.mark.parametrize("size", ROWS)
@pytest.mark.parametrize("text", ["0123456789", "7.4", "1,100", "-3"])
def test_all_rows_are_of_one_width(text, size):
    rows = large_digits(text, size)
    assert len(rows) == ROWS[size]
    assert len({width(row) for row in rows}) == 1


@pytest.mark.parametrize("size", ROWS)
@pytest.mark.parametrize("glyphs", GLYPH_SETS)
def test_no_two_digits_look_alike_in_any_set_of_glyphs(size, glyphs):
    looks = {
        tuple("".join(substitute(sign, glyphs) for sign in row) for row in large_digits(digit, size))
        for digit in "0123456789,.-"
    }
    assert len(looks) == 13
    if glyphs == "ascii":
        assert all(row.isascii() for look in looks for row in look)
        assert not any("?" in row for look in looks for row in look)


@pytest.mark.parametrize("text", ["", "∞", "12x"])
def test_what_cannot_be_drawn(text):
    assert large_digits(text, "small") == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("over CNY 7.4 billion", ("over CNY ", "7.4", " billion")),
        ("超過7,500個", ("超過", "7,500", "個")),
        ("約20萬人", ("約", "20", "萬人")),
        ("3.", ("", "3", ".")),
        ("many", ("many", "", "")),
    ],
)
def test_a_figure_is_split_around_its_digits(text, parts):
    assert split_figure(text) == parts
    assert "".join(split_figure(text)) == text
