"""Going somewhere and coming back: the screen is the one that was left."""

from __future__ import annotations

import os

import pytest

from sufu_tui.explorer.widgets.flow_text import FlowText
from tests.explorer.driving import notice, press, screen_lines, until

EVERY = 1 if os.environ.get("SUFU_EVERY_LINK") else 11
"""Distance of the links that are visited; all of them take minutes."""


def screen(app) -> list[str]:
    """Return the rows of the screen without the foot, which may hold a notice."""
    return screen_lines(app)[:-1]


async def visit_links(pilot, every: int) -> int:
    """Go from each link of the section shown, or from some, to its target and back; return how many."""
    app, visited = pilot.app, 0
    reading = app.query_one("#reading", FlowText)
    for number in range(0, len(reading.links), every):
        reading.select(number)
        await pilot.pause()
        visited += 1
        before, cell = screen(app), app.focused
        selected = reading.selected
        await press(pilot, "enter")
        if app.focused is app.pane.beside.card:  # a name: its card is here
            await press(pilot, "escape")
        else:
            await press(pilot, "backspace")
        assert screen(app) == before, (number, selected)
        assert reading.selected == selected
        assert app.focused is cell
    return visited


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("size", "every"), [((80, 24), 17), ((120, 30), EVERY), ((161, 50), 19)])
async def test_back_from_every_link_of_every_section_is_the_screen_that_was_left(explored, size, every):
    async with explored(size, "en") as pilot:
        links = 0
        for section in pilot.app.state.dossier.sections:
            links += await visit_links(pilot, every)
            await press(pilot, "escape", "right_square_bracket")
            assert section is not pilot.app.pane.section or section is pilot.app.state.dossier.sections[-1]
        assert links > 100 / every


async def test_back_after_a_link_far_down_is_where_it_was(explored):
    keys = ("right_square_bracket", "right_square_bracket", "tab", "tab", "tab")
    async with explored((120, 30), "en", press=keys) as pilot:
        before = screen(pilot.app)
        await press(pilot, "enter")
        assert screen(pilot.app) != before
        await press(pilot, "backspace")
        assert screen(pilot.app) == before


async def visited_from_card(pilot, pane: str, downs: int) -> None:
    """Go from each link of a card to its target and back."""
    app = pilot.app
    await press(pilot, pane, *["down"] * downs)
    app.pane.focus_on(app.pane.beside.card)
    links = app.pane.beside.card.links
    assert any(link.ref for link in links)
    for link in links:
        await press(pilot, "tab")
        if link.ref is None:  # leads out of the explorer
            continue
        before, card = screen(app), app.pane.beside.card
        selected = card.selected
        await press(pilot, "enter")
        await press(pilot, "backspace")
        assert screen(app) == before
        assert app.focused is card
        assert card.selected == selected


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
@pytest.mark.parametrize(("pane", "downs"), [("2", 0), ("2", 7), ("3", 1), ("3", 3)])
async def test_back_from_every_link_of_a_card_is_the_screen_that_was_left(explored, size, pane, downs):
    async with explored(size, "zh-Hant") as pilot:
        await visited_from_card(pilot, pane, downs)


async def test_forward_goes_to_the_place_that_was_left_by_going_back(explored):
    async with explored((120, 40), "en", goto="metric:farm-sales") as pilot:
        await press(pilot, "tab", "tab")
        await press(pilot, "enter")
        there = screen(pilot.app)
        await press(pilot, "backspace", "alt+right")
        assert screen(pilot.app) == there


async def test_a_jump_out_of_the_filter_says_so_and_back_brings_the_filter_again(explored):
    for pane, keys, query in (("2", "f", "farm"), ("3", "f", "framework")):
        async with explored((120, 40), "en", press=(pane, keys)) as pilot:
            await press(pilot, *"qualifier:about", "enter")
            app = pilot.app
            narrowed, before = app.state.filter, screen(app)
            assert narrowed
            await press(pilot, "slash", *query)
            await press(pilot, "enter")
            if app.state.filter:  # the hit is in the filter, or in the narrative
                continue
            assert narrowed.text in notice(app)
            await press(pilot, "backspace")
            assert app.state.filter == narrowed
            assert narrowed.text in notice(app)
            assert screen(app) == before


@pytest.mark.parametrize("pane", ["2", "3"])
async def test_escape_clears_a_filter_says_so_and_u_brings_it_back(explored, pane):
    async with explored((120, 40), "en", press=(pane, "f")) as pilot:
        await press(pilot, *"area:", "enter")
        await press(pilot, "escape", "escape", "f", "ctrl+u", *"fuyang", "enter")
        app = pilot.app
        await until(lambda: "…" not in screen(app)[0])  # what it leaves in each pane is counted by and by
        narrowed, before = app.state.filter, screen(app)
        assert narrowed
        await press(pilot, "escape")
        assert not app.state.filter
        assert "fuyang" in notice(app)
        await press(pilot, "u")
        assert app.state.filter == narrowed
        await until(lambda: screen(app) == before)


@pytest.mark.parametrize("languages", [1, 2])
async def test_back_in_another_language_leads_to_the_same_link(explored, languages):
    """The links of a paragraph have another order there, and a card may have fewer."""
    async with explored((120, 40), "en") as pilot:
        app = pilot.app
        reading = app.query_one("#reading", FlowText)
        for _ in app.state.dossier.sections:
            for _ in range(min(12 // EVERY + 1, len(reading.links))):
                await press(pilot, "tab")
                selected = reading.selected
                if selected.kind == "entity":
                    continue
                await press(pilot, "enter", *["L"] * languages, "backspace")
                assert app.state.pane == "narrative"
                assert reading.selected in {selected, None}
                assert reading.selected == selected or selected not in {link.ref for link in reading.links}
                await press(pilot, *["L"] * (3 - languages))
            await press(pilot, "escape", "right_square_bracket")


async def test_back_to_a_card_that_was_written_in_a_language_with_more_links(explored):
    async with explored((120, 40), "en", goto="entity:chen-yuan") as pilot:
        app = pilot.app
        app.pane.focus_on(app.pane.beside.card)
        await press(pilot, *["tab"] * len(app.pane.beside.card.links))
        place = app.pane.place()
        for link in range(len(app.pane.beside.card.links), len(app.pane.beside.card.links) + 9):
            far = place.beside.card.text._replace(link=link)
            card = place.beside.card._replace(text=far)
            await app.pane.return_to(place._replace(beside=place.beside._replace(card=card)))
            assert app.pane.beside.card.selected == place.beside.card.text.target.ref
