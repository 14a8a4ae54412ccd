"""Links are told from the text by a line that can be seen, and their colours from those of bars and tabs."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.color import ColorSystem
from textual.color import Color

from sufu_tui.explorer.theme.adapted_inks import GROUNDS
from sufu_tui.explorer.theme.contrast import GRAPHICS_CONTRAST, contrast
from sufu_tui.explorer.theme.styles import TEXT_STYLES
from sufu_tui.explorer.theme.themes import themes
from tests.explorer.theme.colour_difference import ciede2000, lab

LINKS = {name: style for name, style in TEXT_STYLES.items() if style.underline}
INKS = ("ink-metric", "ink-event", "ink-entity", "ink-section", "primary")
"""Colours of what text links to, and of headings of tables, bars, tabs and marks beside it."""
AT_A_GLANCE = 20
OURS = pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
OF_256 = pytest.mark.parametrize("theme", themes(few_colours=True), ids=lambda theme: theme.name)


def colours(theme):
    return {**theme.to_color_system().generate(), **theme.variables}


def nearest_of_256(colour):
    return Color(*colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [  # Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 8, 17, 20 and 34
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_ciede2000(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=0.0001)


def test_every_kind_of_link_has_a_line_below_it():
    assert {"metric", "event", "entity", "section", "address", "quiet-link", "dimmed-link"} <= {*LINKS}
    assert not TEXT_STYLES["body"].underline


@OURS
def test_the_line_below_a_link_can_be_seen_on_every_ground(theme):
    found = colours(theme)
    for name, style in LINKS.items():  # a terminal draws the line in the ink of the text above it
        for ground in GROUNDS:
            seen = contrast(Color.parse(found[style.colour]), Color.parse(found[ground]))
            assert seen >= GRAPHICS_CONTRAST, (name, ground)


@OURS
def test_links_and_bars_are_told_apart_at_a_glance(theme):
    found = colours(theme)
    for one, other in combinations(INKS, 2):
        apart = ciede2000(*(lab(Color.parse(found[name])) for name in (one, other)))
        assert apart >= AT_A_GLANCE, (one, other)


@OF_256
def test_with_256_colours_no_two_of_them_are_the_same(theme):
    found = colours(theme)
    assert len({nearest_of_256(Color.parse(found[name])) for name in INKS}) == len(INKS)
