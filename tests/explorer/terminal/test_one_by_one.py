"""Keys that come in one read do what they do one by one, wherever lists are scrolled to meanwhile."""

from __future__ import annotations

import random

import pytest
from textual.events import Key
from textual.keys import key_to_character

from sufu_tui.explorer.commands import COMMANDS, key_names
from sufu_tui.explorer.terminal.input_order import InputOrder
from tests.explorer.driving import open_line, press

# What ends the program, leaves it for a while, writes files, or goes by the clock.
_LEFT_OUT = {"quit", "suspend-process", "save-picture", "print-pane", "next-glyphs"}
_KEYS = [key_names(command)[0] for command in COMMANDS if command.id not in _LEFT_OUT]
_CHARACTERS = {
    "slash": "/",
    "plus": "+",
    "minus": "-",
}  # whose names a terminal says, and Textual does not know
_OFTEN = ("1", "2", "3", "f", "slash", "t", "question_mark", "escape", "escape", "enter", "tab", "backspace")


def keys_of(seed):
    dice = random.Random(seed)
    return [dice.choice(dice.choice((_KEYS, _OFTEN, "abp25"))) for _ in range(40)]


def character(key):
    """Return what a key types, as a terminal says."""
    return _CHARACTERS.get(key) or key_to_character(key)


def seen(app):
    line = open_line(app)
    return {
        "screens": [type(screen).__name__ for screen in app.screen_stack],
        "focus": type(app.focused).__name__,
        "line": None if line is None else line.text,
        "state": (
            app.state.pane,
            app.state.current,
            app.state.filter.text,
            app.state.language,
            app.state.search,
        ),
    }


async def settled(pilot):
    """Wait until many looks in a row are the same."""
    last, same = seen(pilot.app), 0
    while same < 12:
        await pilot.pause(0.01)
        now = seen(pilot.app)
        last, same = now, same + 1 if now == last else 0
    return last


async def test_a_key_after_that_of_another_pane_finds_it_laid_out(explored):
    """A pan moves the window, and what is selected is what was in view before."""
    chosen = []
    for at_once in (False, True):
        async with explored(size=(100, 30)) as pilot:
            for key in ("2", "3", "a"):
                if at_once:
                    pilot.app.post_message(Key(key, key))
                else:
                    await press(pilot, key)
            chosen.append((await settled(pilot))["state"][1])
    assert chosen[0] == chosen[1]


async def test_every_key_of_many_finds_its_pane_laid_out(explored, monkeypatch):
    """A frame that was due before ends no wait: it draws what was there."""
    sizes = []
    act = InputOrder._act_on

    async def note_and_act(order, event):
        sizes.append(order._app.focused.size)
        await act(order, event)

    async with explored(size=(100, 30)) as pilot:
        monkeypatch.setattr(InputOrder, "_act_on", note_and_act)
        for key in "2j3l4j1j3l2j4j3l1j4j2j3l":
            pilot.app.post_message(Key(key, key))
        await settled(pilot)
    assert len(sizes) == 24
    assert all(sizes)


@pytest.mark.parametrize("seed", range(5))
async def test_keys_in_one_read_do_what_they_do_one_by_one(seed, explored, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keys = keys_of(seed)
    async with explored(size=(100, 30)) as pilot:
        await press(pilot, *keys)
        expected = await settled(pilot)
    async with explored(size=(100, 30)) as pilot:
        for key in keys:
            pilot.app.post_message(Key(key, character(key)))
        found = await settled(pilot)
    assert found == expected, keys
