"""The mouse finds what is under it, edge and padding of a view left aside."""

from __future__ import annotations

import pytest

from tests.explorer.driving import faults, press, screen_lines


def place(rows, text, left=0, top=0):
    """Return column and row of `text` on the screen from `left` and `top` on, where all is ASCII."""
    return next((row.index(text, left), y) for y, row in enumerate(rows) if y >= top and text in row[left:])


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_click_selects_the_link_under_it_in_text_and_card(explored, size):
    async with explored(size=size, pane="narrative") as pilot:
        reading = pilot.app.pane.reading
        x, y = place(screen_lines(pilot.app), "8 December 2021")
        await pilot.click(offset=(x, y))
        await pilot.pause()
        assert str(reading.selected) == "event:plan-issued"
        card = pilot.app.pane.beside.card
        assert card.ref == reading.selected
        await pilot.pause()
        left, top = card.region.offset
        x, y = place(screen_lines(pilot.app), "National", left, top)
        await pilot.click(offset=(x, y))
        await pilot.pause()
        assert str(card.selected) == "entity:ndrc"
        await pilot.click(offset=(left, y))  # the edge
        await pilot.pause()
        assert str(card.selected) == "entity:ndrc"


async def test_of_many_figures_that_pass_by_the_card_shows_the_last(explored, monkeypatch):
    async with explored(size=(120, 40), goto="metric:partner-cities", pane="metrics") as pilot:
        card = pilot.app.pane.beside.card
        written = []

        def written_on(blocks, **_):
            written.append(card.ref)

        monkeypatch.setattr(card, "show", written_on)
        for _ in range(10):
            pilot.app.pane.table.action_line_down()
        await pilot.pause()
        assert written == [card.ref] == [pilot.app.state.dossier.metrics[10].ref]
        assert pilot.app.state.current == card.ref


async def test_dragging_selects_no_text(explored):
    async with explored(size=(80, 24)) as pilot:
        for keys in ((), ("question_mark",), ("escape", "2", "c")):
            await press(pilot, *keys)
            for x in range(0, 80, 8):
                await pilot.mouse_down(offset=(x, 6))
                await pilot.hover(offset=(79 - x, 14))
                await pilot.mouse_up(offset=(79 - x, 14))
            assert not pilot.app.screen.selections
            assert faults(pilot.app) == []
