"""Keys that come at once: none is lost, and none overtakes another."""

from __future__ import annotations

import time

import pytest
from textual.events import Key
from textual.widgets import Input

PAGE_DOWN = "\x1b[6~"


@pytest.mark.parametrize("opening", ["f", "e"])
async def test_letters_typed_before_a_line_is_open_go_into_it(explored, opening):
    async with explored(pane="metrics") as pilot:
        for key in (opening, "left", *"svq"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.focused, Input)
        assert "svq" in pilot.app.focused.value


async def test_keys_follow_the_focus(explored):
    async with explored(pane="metrics", press=("down",)) as pilot:
        table, card, cursor = pilot.app.pane.table, pilot.app.pane.beside.card, pilot.app.pane.model.cursor
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


def test_what_is_typed_ahead_goes_into_the_line_that_a_key_opens(opened):
    terminal = opened("--lang", "en")
    terminal.until("Opening: a ten-year compact")
    time.sleep(0.5)  # the other panes are made by now
    for pane, shown, key, typed in (
        ("2", "figures", "f", "value>1e9"),
        ("2", "figures", "e", "e.csv"),
        ("3", "Framework signed", "f", "visit"),
        ("3", "Framework signed", "t", "2023/.."),
        ("1", "compact", "/", "eve"),
    ):
        terminal.type(pane)
        terminal.until(shown)
        terminal.type(key + typed)
        terminal.until(typed + " ")
        terminal.type("\x15\x1b")  # all that was typed is taken back, so that the next is not found before
        terminal.until_gone(typed + " ")
        terminal.until("? help")  # an escape and a digit together would be alt and the digit
    terminal.type("\x1b[21~")
    assert terminal.status() == 0
    assert b"Traceback" not in terminal.raw
