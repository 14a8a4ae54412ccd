"""Nothing is said by colour alone, and what there is of colour fits the terminal."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color

from sufu_tui.explorer.theme.styles import TEXT_STYLES
from sufu_tui.explorer.theme.themes import themes
from tests.explorer.driving import screen_lines, screen_strips

PROSE_LINKS = ("metric", "event", "entity", "section")


def cells(pilot):
    """The screen as rows of (character, style)."""
    for strip in screen_strips(pilot.app):
        yield [(character, segment.style or Style()) for segment in strip for character in segment.text]


def attributes(style):
    return style.bold, style.underline, style.reverse


@pytest.fixture
def no_colour(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")


async def test_without_colour_there_are_only_greys(no_colour, explored):
    async with explored(pane="metrics") as pilot:
        assert pilot.app.no_color
        colours = {c for row in cells(pilot) for _, style in row for c in (style.color, style.bgcolor) if c}
        assert {c for c in colours if c.triplet and len({*c.triplet}) > 1} == set()


@pytest.mark.parametrize(("value", "without"), [("1", True), ("", False), (None, False)])
async def test_only_a_value_asks_for_no_colour(value, without, explored, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    async with explored(pane="narrative") as pilot:
        assert pilot.app.no_color is without


async def test_the_selected_link_and_the_links_stand_out_without_colour(no_colour, explored):
    async with explored(pane="narrative", press=("tab",)) as pilot:
        seen = {attributes(style) for row in cells(pilot) for character, style in row if character.strip()}
        assert any(reverse for _, _, reverse in seen)
        assert any(underline for _, underline, _ in seen)
        variables = pilot.app.theme_variables
        looks = {name: attributes(ink.style(variables)) for name, ink in TEXT_STYLES.items()}
        assert all(looks[link] != looks["body"] for link in PROSE_LINKS)
        underlined = {c for row in cells(pilot) for c, style in row if style.underline}
        assert set("Jiangsu") <= underlined  # a name, which is a link in green otherwise


async def test_the_row_of_the_cursor_and_the_current_pane_stand_out_without_colour(no_colour, explored):
    async with explored(pane="metrics", press=("down",)) as pilot:
        marked = [row for row in screen_lines(pilot.app) if row.lstrip().startswith("▸")]
        assert len(marked) == 1
        top = next(iter(cells(pilot)))
        grounds = {style.bgcolor for character, style in top if character == "2"}
        others = {style.bgcolor for character, style in top if character in "13"}
        assert grounds
        assert not grounds & others


async def test_the_current_event_stands_out_without_colour(no_colour, explored):
    async with explored(goto="event:framework-agreement", pane="timeline") as pilot:
        row = next(row for row in cells(pilot) if "Framework signed" in "".join(one for one, _ in row))
        start = "".join(one for one, _ in row).index("Framework signed")
        here, elsewhere = row[start][1], row[-1][1]
        assert here.bgcolor != elsewhere.bgcolor
        chosen, ground = (Color.from_rich_color(colour) for colour in (here.color, here.bgcolor))
        assert abs(chosen.brightness - ground.brightness) > 0.4


@pytest.mark.parametrize("number", [0, 1], ids=["dark", "light"])
def test_with_256_colours_the_grounds_are_grey_and_can_be_told_apart(number):
    theme = themes(few_colours=True)[number]
    shown = [
        Color.parse(theme.variables[name]).rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
        for name in ("bar", "band", "cursor-row")
    ]
    assert all(len({*colour}) == 1 for colour in shown)
    assert len({*shown}) == 3
    assert theme.variables.keys() == themes()[number].variables.keys()
