"""Characters that are drawn by rule."""

from __future__ import annotations

import re
import unicodedata

import pytest

from sufu_tui.screenshots.box_drawing import drawn
from sufu_tui.screenshots.dimensions import CELL_HEIGHT, CELL_WIDTH, FINE

WIDE, HIGH = CELL_WIDTH * FINE, CELL_HEIGHT * FINE
BOXES = [chr(code) for code in range(0x2500, 0x2580)]
STRAIGHT = [c for c in BOXES if not re.search("ARC|DIAGONAL|DASH", unicodedata.name(c))]


def rectangles(path):
    """Return left, top, right, bottom of each rectangle of a path."""
    return [tuple(map(int, found)) for found in re.findall(r"M(-?\d+) (-?\d+)H(-?\d+)V(-?\d+)H\1Z", path)]


def edges(path):
    """Return the edges of the cell that rectangles of a path reach: left, right, up, down."""
    reached = set()
    for left, top, right, bottom in rectangles(path):
        sides = {"l": left <= 0, "r": right >= WIDE, "u": top <= 0, "d": bottom >= HIGH}
        reached |= {side for side, there in sides.items() if there}
    return reached


def arms(name):
    """Return the edges that the Unicode name speaks of."""
    words = {"LEFT": "l", "RIGHT": "r", "UP": "u", "DOWN": "d", "HORIZONTAL": "lr", "VERTICAL": "ud"}
    return set("".join(words.get(word, "") for word in name.split()))


@pytest.mark.parametrize("character", STRAIGHT)
def test_a_line_reaches_the_edges_that_its_name_says(character):
    assert edges(drawn(character)) == arms(unicodedata.name(character))


@pytest.mark.parametrize("character", STRAIGHT)
def test_the_arms_of_a_line_meet(character):
    """Every rectangle touches another, so that no border has a gap in its corner."""
    parts = rectangles(drawn(character))
    doubles = "DOUBLE" in unicodedata.name(character)
    for number, (left, top, right, bottom) in enumerate(parts):
        others = parts[:number] + parts[number + 1 :]
        touching = any(
            left <= o_right and o_left <= right and top <= o_bottom and o_top <= bottom
            for o_left, o_top, o_right, o_bottom in others
        )
        assert touching or not others or doubles


@pytest.mark.parametrize(
    "character", [*BOXES, *map(chr, range(0x2580, 0x25A0)), *map(chr, range(0x2801, 0x2900))]
)
def test_every_one_has_a_path(character):
    assert drawn(character)


def test_nothing_else_is_drawn_by_rule():
    assert [drawn(text) for text in ("a", "蘇", "◆", "e\u0301", "──")] == [None] * 5


def test_blocks_grow_by_eighths():
    def share(character, vertical):
        ((_, top, right, bottom),) = rectangles(drawn(character))
        return round(((min(bottom, HIGH) - max(top, 0)) / HIGH if vertical else min(right, WIDE) / WIDE) * 8)

    assert [share(character, vertical=False) for character in "▏▎▍▌▋▊▉█"] == list(range(1, 9))
    assert [share(character, vertical=True) for character in "▁▂▃▄▅▆▇█"] == list(range(1, 9))


def test_a_braille_pattern_has_its_dots():
    assert [drawn(character).count("M") for character in "⠁⠃⣿"] == [1, 2, 8]
