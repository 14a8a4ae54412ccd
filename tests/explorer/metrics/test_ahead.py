"""What is made before it is asked for is what would be made then."""

from __future__ import annotations

import time

import pytest

from sufu_tui.asking.sorting import SortKey
from sufu_tui.dossier.model import Ref


def drawn(widget):
    """Return all lines of a widget as they are on the screen: text and style."""
    return [list(strip) for strip in widget.render_lines(widget.size.region.grow((0, 0, 1, 0)))]


def made_anew(card):
    """Return the lines of a card that is written and drawn again."""
    card.rewrite()
    card.draw_anew()
    return drawn(card)


def drawn_from_nothing(table):
    """Return the lines of a table that keeps nothing that was drawn before."""
    table._painter = table._painted_before = None
    return drawn(table)


async def at_rest(pilot):
    """Wait until the cards are made that a key leads to."""
    pane = pilot.app.pane
    wanted = {pane.state.dossier.metrics[row].ref for row in pane.table._lines_beside()}
    end = time.monotonic() + 20
    while not wanted <= set(pane.card._ready):
        assert time.monotonic() < end, "no cards are made ahead"
        await pilot.pause(0.05)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_card_made_ahead_is_the_same(explored, size):
    async with explored(size, press=("2",)) as pilot:
        card = pilot.app.pane.card
        for key in ("down", "down", "pagedown", "up", "pageup"):
            await at_rest(pilot)
            ready = set(card._ready)
            await pilot.press(key)
            await pilot.pause()
            assert card.ref in ready
            shown = drawn(card)
            assert shown == made_anew(card)


async def test_a_card_made_ahead_is_there_as_soon_as_the_cursor_moves(explored):
    async with explored(press=("2",)) as pilot:
        await at_rest(pilot)
        pane = pilot.app.pane
        before = pane.card.text
        pane.table.action_line_down()
        assert pane.card.text not in {before, ""}
        at_once = pane.card.text
        await pilot.pause()
        assert pane.card.text == at_once
        assert pane.card.ref == pane.state.current


async def foreseen(pilot):
    """Wait until all columns in view are ranked and nothing more is drawn."""
    pane = pilot.app.pane
    end, drawn_since = time.monotonic() + 20, time.monotonic()
    drawn_so_far = None
    while time.monotonic() - drawn_since < 0.4:
        assert time.monotonic() < end, "no end of what is made ahead"
        strips = set(map(id, pane.table._painter.strips.values()))
        ranked = {SortKey(column) for column in pane.table.sort_columns} <= set(pane.state.ranking._ranked)
        if strips != drawn_so_far or not ranked:
            drawn_so_far, drawn_since = strips, time.monotonic()
        await pilot.pause(0.05)


async def test_every_column_in_view_is_ranked_before_it_is_sorted_by(explored):
    async with explored(press=("2",)) as pilot:
        await foreseen(pilot)
        table = pilot.app.pane.table
        assert table.sort_columns[0] == table.sort_column == "label"
        assert "section" in table.sort_columns


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_next_order_is_drawn_ahead(explored, size):
    async with explored(size, press=("2", "right", "pagedown", "down")) as pilot:
        table = pilot.app.pane.table
        for _ in range(3):
            await foreseen(pilot)
            before = set(map(id, table._painter.strips.values()))
            order = pilot.app.pane.order
            await pilot.press("s")
            await pilot.pause()
            assert pilot.app.pane.order != order
            page = table.render_lines(table.size.region)
            assert {id(strip) for strip in page[1 : len(table.rows) + 1]} <= before
            assert drawn(table) == drawn_from_nothing(table)


async def test_rows_that_were_drawn_in_another_order_are_right(explored):
    keys = "s S s right S s space down s ctrl+t s p s L s f f a r m enter s a s left s u u ctrl+r > s G s v v"
    async with explored((120, 40), press=("2",)) as pilot:
        table = pilot.app.pane.table
        for key in keys.split():
            await pilot.press(key)
            await pilot.pause()
            if table.display:
                shown = drawn(table)
                assert shown == drawn_from_nothing(table), key


async def test_what_is_foreseen_of_other_rows_is_nothing(explored):
    async with explored(press=("2",)) as pilot:
        table = pilot.app.pane.table
        assert len(list(table.foresee(table.rows))) == min(len(table.rows), table.size.height - 1)
        assert list(table.foresee(table.rows[1:])) == []


@pytest.mark.parametrize("change", ["ctrl+t", "L", "3 r 2", "tab escape", "ctrl+g"])
async def test_nothing_made_ahead_outlives_what_it_was_made_for(explored, change):
    async with explored(press=("2",)) as pilot:
        await at_rest(pilot)
        await pilot.press(*change.split())
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        card = pilot.app.pane.card
        shown = drawn(card)
        assert shown == made_anew(card)


async def test_a_card_made_ahead_has_links_to_follow(explored):
    async with explored(press=("2",)) as pilot:
        await at_rest(pilot)
        await pilot.press("down", "tab", "tab")
        card = pilot.app.pane.card
        assert card.selected in card.links
        assert (
            Ref("section", pilot.app.state.dossier.metrics[pilot.app.pane.table.cursor].section) in card.links
        )


async def test_a_page_whose_cursor_moves_is_as_if_drawn_whole(explored):
    async with explored(press=("2",)) as pilot:
        table = pilot.app.pane.table
        for key in (
            "down",
            "down",
            "up",
            "end",
            "up",
            "pageup",
            "space",
            "down",
            "right",
            "s",
            "down",
            "ctrl+t",
            "up",
        ):
            await pilot.press(key)
            await pilot.pause()
            shown = drawn(table)[: table.size.height]
            assert shown == [list(table.render_line(y)) for y in range(table.size.height)]
