"""Keys that come at once: none is lost, and none overtakes another."""

from __future__ import annotations

import time

import pytest
from textual.events import Key
from textual.widgets import Input

PAGE_DOWN = "\x1b[6~"


@pytest.mark.parametrize("opening", ["f", "e"])
async def test_letters_typed_before_a_line_is_open_go_into_it(explored, opening):
    async with explored(press=("2",)) as pilot:
        for key in (opening, "left", *"svq"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.focused, Input)
        assert "svq" in pilot.app.focused.value


async def test_keys_follow_the_focus(explored):
    async with explored(press=("2", "down")) as pilot:
        table, card, cursor = pilot.app.pane.table, pilot.app.pane.card, pilot.app.pane.model.cursor
        here = cursor.row
        await pilot.press("tab")
        assert card.has_focus
        await pilot.press("down", "k", "G")
        assert cursor.row == here
        await pilot.press("escape")
        assert table.has_focus
        await pilot.press("down")
        assert cursor.row == here + 1


def test_a_burst_in_a_terminal_goes_to_the_end(opened):
    terminal = opened("--lang", "en", "--goto", "metric:partner-cities")
    terminal.until("Cities paired")
    terminal.until(" 47 figures")
    terminal.type(PAGE_DOWN * 60 + "3" + "q")
    assert terminal.status() == 0
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    ("pane", "key", "typed"),
    [
        ("2", "f", "value>1e9"),
        ("2", "e", "e.csv"),
        ("3", "f", "visit"),
        ("3", "t", "2023"),
        ("1", "/", "eve"),
    ],
)
def test_what_is_typed_ahead_goes_into_the_line_that_a_key_opens(opened, pane, key, typed):
    terminal = opened("--lang", "en")
    terminal.until("Opening: a ten-year compact")
    time.sleep(0.5)  # the other panes are made by now
    terminal.type(pane)
    terminal.until("figures" if pane == "2" else "Framework signed" if pane == "3" else "compact")
    terminal.type(key + typed)
    terminal.until(typed)
    terminal.type("\x1b[21~")
    assert terminal.status() == 0
    assert b"Traceback" not in terminal.raw
