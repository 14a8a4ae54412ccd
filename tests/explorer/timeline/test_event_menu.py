"""Several events in one cell: the list that opens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.edtf import parse
from sufu_tui.explorer.timeline.canvas.widget import HEAD_ROWS
from sufu_tui.explorer.timeline.event_menu import Crowd
from sufu_tui.explorer.widgets.menu import MenuList, MenuScreen
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import press

SIZE = (100, 40)


def crowded(dossier, number):
    """Return `dossier` with so many events on one day, and one a month before."""
    pattern = dossier.events[0]
    days = ["2023-05-01", *["2023-06-15"] * number]
    events = (pattern._replace(id=f"e{n}", date=parse(day), kind="point") for n, day in enumerate(days))
    return replace(dossier, events=tuple(events))


@pytest.mark.parametrize("number", [30, 3000])
async def test_enter_lists_what_a_count_stands_for_and_opens_what_is_chosen(number, minimal, explored):
    async with explored(
        size=SIZE, dossier=crowded(minimal, number), pane="timeline", press=("G", "enter")
    ) as pilot:
        menu, pane = pilot.app.screen, pilot.app.pane
        assert isinstance(menu, MenuScreen)
        selected = pane.model.selected
        assert selected == number
        listed = pane.model.companions()
        assert len(menu.query_one(MenuList).entries) == len(listed) > 1
        assert menu.cursor == listed.index(selected)
        await press(pilot, "up", "enter")
        assert pane.model.selected == listed[menu.cursor] != selected
        assert pilot.app.focused is pane.beside.card


async def test_escape_leaves_everything_as_it_was(minimal, explored):
    async with explored(
        size=SIZE, dossier=crowded(minimal, 30), pane="timeline", press=("G", "enter", "up", "escape")
    ) as pilot:
        assert not isinstance(pilot.app.screen, MenuScreen)
        assert pilot.app.pane.model.selected == 30
        assert pilot.app.focused is pilot.app.pane.canvas


async def test_a_click_on_a_count_lists_it_and_on_a_mark_selects_it(minimal, explored):
    async with explored(size=SIZE, dossier=crowded(minimal, 30), pane="timeline") as pilot:
        pane, canvas = pilot.app.pane, pilot.app.pane.canvas
        picture = pane.model.frame(canvas.size.width, pilot.app.state.words, canvas.rows)
        (count,) = picture.layout.rows[-1].placed
        row = len(picture.layout.rows) - 1 + HEAD_ROWS
        await pilot.click(pane.canvas, offset=(picture.gutter + count.mark.column, row))
        assert len(pilot.app.screen.query_one(MenuList).entries) == len(count.events) > 1
        await press(pilot, "escape")
        (alone, *_) = picture.layout.rows[0].placed
        await pilot.click(pane.canvas, offset=(picture.gutter + alone.mark.column, HEAD_ROWS))
        assert pane.model.selected == alone.event
        await press(pilot, "enter")  # it has a mark of its own
        assert pilot.app.focused is pane.beside.card


def test_a_line_is_made_when_it_is_looked_at(minimal):
    words = load("zh-Hant")
    (event,) = crowded(minimal, 0).events
    lines = Crowd((event, None), (1, 0), words)
    assert len(lines) == 2
    assert lines[1].text == f"2023年5月1日  {event.title.in_language('zh-Hant')}"
    assert len(lines[1:]) == 1
