"""The agenda in the running explorer."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sufu_tui.dossier.beginning import is_undated
from sufu_tui.dossier.model import Ref
from tests.explorer.driving import press, screen_lines, screen_text

MARK = "▸"


@pytest.mark.parametrize(
    ("columns", "shown"),
    [(59, {"AgendaList"}), (60, {"Canvas"}), (120, {"Canvas"}), (160, {"AgendaList", "Canvas"})],
)
async def test_what_there_is_room_for_is_shown(columns, shown, explored):
    async with explored(size=(columns, 30), pane="timeline") as pilot:
        pane = pilot.app.pane
        assert {type(one).__name__ for one in (pane.canvas, pane.agenda) if one.size.width} == shown
        assert type(pilot.app.focused).__name__ in shown


def current(pane):
    """Return the title in the row of the list that has the mark of the current event."""
    rows = (pane.agenda.render_line(y).text for y in range(pane.agenda.size.height))
    (row,) = (row for row in rows if row.startswith(MARK))
    return row.removeprefix(MARK)


def is_current(pane):
    """Return whether the list marks the model's selected event."""
    event = pane.model.events[pane.model.selected]
    assert event.title.in_language("en")
    return any(text.in_language("en") in current(pane) for text in (event.title, event.short))


async def test_list_and_axis_have_one_current_event(explored):
    async with explored(size=(160, 40), goto="event:park-unveiled", pane="timeline") as pilot:
        pane = pilot.app.pane
        assert is_current(pane)
        await press(pilot, "right")
        assert is_current(pane)
        assert pilot.app.focused is pane.canvas
        await press(pilot, "tab", "down", "j")
        assert pilot.app.focused is pane.agenda
        place = pane.model.order.place(pane.model.selected)
        await press(pilot, "k")
        assert pane.model.order.place(pane.model.selected) == place - 1
        assert pilot.app.state.current == pane.model.events[pane.model.selected].ref
        await press(pilot, "enter")
        assert pilot.app.focused is pane.beside.card


async def test_the_list_moves_by_lines_pages_and_to_the_ends(explored):
    async with explored(size=(100, 24), pane="timeline", press=("v",)) as pilot:
        pane = pilot.app.pane
        order, places = pane.model.order, []
        for key in ("home", "j", "down", "end", "up", "g", "G"):
            await press(pilot, key)
            places.append(order.place(pane.model.selected))
        last = len(order) - 1
        assert places == [0, 1, 2, last, last - 1, 0, last]
        await press(pilot, "pageup")
        before = order.place(pane.model.selected)
        assert last - 20 < before < last - 5
        await press(pilot, "pagedown")
        assert order.place(pane.model.selected) > before


async def test_no_key_is_lost_when_many_come_at_once(explored):
    async with explored(size=(100, 24), pane="timeline", press=("v", "home")) as pilot:
        pane = pilot.app.pane
        for _ in range(5):
            pane.agenda.action_line_down()
        await pilot.pause()
        assert pane.model.order.place(pane.model.selected) == 5


async def test_the_terminals_cursor_goes_with_the_line(explored):
    async with explored(size=(100, 24), goto="event:park-unveiled", pane="timeline", press=("v",)) as pilot:
        for key in ("down", "up", "end", "home"):
            await press(pilot, key)
            listing = pilot.app.pane.agenda
            event = pilot.app.pane.model.events[pilot.app.pane.model.selected]
            row = screen_lines(pilot.app)[pilot.app.cursor_position.y]
            assert event.title.in_language("en") in row or event.short.in_language("en") in row
            assert pilot.app.cursor_position.x == listing.region.x


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
async def test_no_row_is_wider_than_the_list(language, explored):
    async with explored(size=(60, 60), language=language, pane="timeline", press=("v", "r")) as pilot:
        listing = pilot.app.pane.agenda
        for columns in (60, 100, 160):
            await pilot.resize_terminal(columns, 60)
            assert 0 < listing.size.width <= columns
            for y in range(listing.size.height):
                assert cell_len(listing.render_line(y).text) == listing.size.width, columns


async def test_the_filter_narrows_the_list_and_may_leave_nothing(explored):
    async with explored(size=(100, 30), pane="timeline", press=("v", "f", *"area:health", "enter")) as pilot:
        pane = pilot.app.pane
        assert len(pane.model.order) == 4
        assert pilot.app.focused is pane.agenda
        await press(pilot, "f", *" xyzzy", "enter", "down", "end", "enter")
        assert "xyzzy" in screen_text(pilot.app)
        assert len(pane.model.order) == 0


async def test_a_click_selects_and_a_double_click_opens(explored):
    async with explored(size=(100, 30), pane="timeline", press=("v", "home")) as pilot:
        pane = pilot.app.pane
        await pilot.click(pane.agenda, offset=(5, 3))
        selected = pane.model.selected
        assert pane.model.order.place(selected) == 1
        await pilot.click(pane.agenda, offset=(5, 0))  # a heading is nothing to select
        assert pane.model.selected == selected
        await pilot.double_click(pane.agenda, offset=(5, 5))
        assert pilot.app.focused is pane.beside.card


async def test_an_event_that_is_gone_to_is_selected_in_the_list(explored):
    async with explored(size=(59, 30), pane="timeline", press=("t", *"last", "enter")) as pilot:
        pane = pilot.app.pane
        dated = [event for event in pane.model.order.events if not is_undated(pane.model.events[event])]
        assert pane.model.selected == dated[-1]
        assert pilot.app.focused is pane.agenda
        assert pilot.app.state.current is not None
        assert pilot.app.state.current != Ref("event", "plan-issued")


async def test_a_date_is_gone_to_in_the_list_and_then_on_the_axis(explored):
    async with explored(size=(59, 30), pane="timeline", press=("t", *"2022-05", "enter")) as pilot:
        pane = pilot.app.pane
        assert pane.model.events[pane.model.selected].id == "framework-agreement"
        await press(pilot, "t", *"8月", "enter")  # of the year that the reader is at
        assert pane.model.events[pane.model.selected].id == "luxshare-start"
        await press(pilot, "home", "v")
        first, last = pane.model.axis.days_in_view()
        assert first <= pane.model.events[pane.model.selected].date.latest <= last
