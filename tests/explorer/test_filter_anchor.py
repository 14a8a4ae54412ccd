"""What a typed filter leaves current depends on the filter and on where it was begun, not on the letters."""

from __future__ import annotations

import pytest
from textual.events import Key

from tests.explorer.driving import press
from tests.explorer.terminal.test_one_by_one import settled
from tests.samples import sample

TYPED = (("b",), ("b", "b"), ("x", "q", "z"), ("b", "b", "backspace"))


def place_of(app):
    """Return the line under the cursor, or the selected event and the window."""
    place = app.pane.place()
    return place.axis if app.pane.id == "timeline" else place.line


@pytest.mark.parametrize(
    ("pane", "typed"),
    sample([(pane, typed) for typed in TYPED for pane in ("2", "3", "4")], 5),
)
async def test_letters_in_one_read_lead_where_they_lead_one_by_one(explored, pane, typed):
    seen = []
    for at_once in (False, True):
        async with explored(size=(100, 30)) as pilot:
            await press(pilot, pane, "down", "down", "right", "f")
            if at_once:
                for key in typed:
                    pilot.app.post_message(Key(key, key if len(key) == 1 else None))
            else:
                await press(pilot, *typed)
            seen.append(((await settled(pilot))["state"], place_of(pilot.app)))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("pane", ["2", "3", "4"])
async def test_deleting_leads_back_to_where_the_filter_was_begun(explored, pane):
    async with explored(size=(100, 30)) as pilot:
        await press(pilot, pane, "down", "down", "right", "f")
        begun, place = pilot.app.state.current, place_of(pilot.app)
        await press(pilot, *"bqqq")
        assert pilot.app.state.current == begun  # nothing is listed: it stays current
        await press(pilot, "backspace", "backspace", "backspace")
        there = pilot.app.state.current
        await press(pilot, "backspace")
        assert (pilot.app.state.current, place_of(pilot.app)) == (begun, place)
        await press(pilot, "b")
        assert pilot.app.state.current == there


async def test_a_filter_begun_on_the_first_row_left_by_another_comes_back_to_that(explored):
    async with explored(size=(100, 30), pane="metrics") as pilot:
        await press(pilot, "down", "down", "f", *"area:industry", "enter")
        begun = pilot.app.state.current
        await press(pilot, "f", *" zzz", "ctrl+u")
        assert pilot.app.state.filter.text == ""
        assert pilot.app.state.current == begun
