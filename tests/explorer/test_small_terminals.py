"""A terminal that becomes too small and large again: keys go where they went before."""

from __future__ import annotations

import pytest

from tests.explorer.driving import open_line, press, until


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_after_a_small_terminal_keys_move_in_the_pane_again(pane, explored, resized):
    async with explored(size=(80, 24), press=(pane,)) as pilot:
        focused = pilot.app.focused
        assert focused is not None
        await resized(pilot, (30, 8))
        await resized(pilot, (80, 24))
        assert pilot.app.focused is focused


@pytest.mark.parametrize("keys", [("2", "f"), ("3", "t"), ("2", "e"), ("slash",), ("ctrl+p",)])
async def test_what_is_being_typed_goes_on_after_a_small_terminal(keys, explored, resized):
    async with explored(size=(80, 24), press=(*keys, "a")) as pilot:
        text = open_line(pilot.app).text
        await resized(pilot, (30, 8))
        await press(pilot, "b")
        await resized(pilot, (80, 24))
        await press(pilot, "c")
        assert open_line(pilot.app).text == f"{text}bc"


@pytest.mark.parametrize("key", ["f", "e", "slash"])
async def test_a_line_opened_in_a_small_terminal_takes_what_is_typed(key, explored, resized):
    async with explored(size=(80, 24), press=("2",)) as pilot:
        await resized(pilot, (30, 8))
        await press(pilot, key, "q")
        assert pilot.app.return_code is None
        assert open_line(pilot.app).text.endswith("q")
        await press(pilot, "escape")
        await until(lambda: open_line(pilot.app) is None)
        await resized(pilot, (80, 24))
        assert pilot.app.focused is pilot.app.pane.table
