"""A terminal that becomes too small and large again: keys go where they went before."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.beside.source_foot import SourceFoot
from tests.explorer.driving import open_line, press, until


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_after_a_small_terminal_keys_move_in_the_pane_again(pane, explored):
    async with explored(size=(80, 24), press=(pane,)) as pilot:
        focused = pilot.app.focused
        assert focused is not None
        await pilot.resize_terminal(30, 8)
        await pilot.resize_terminal(80, 24)
        assert pilot.app.focused is focused


@pytest.mark.parametrize("keys", [("2", "f"), ("3", "t"), ("2", "e"), ("slash",), ("ctrl+p",)])
async def test_what_is_being_typed_goes_on_after_a_small_terminal(keys, explored):
    async with explored(size=(80, 24), press=(*keys, "a")) as pilot:
        text = open_line(pilot.app).text
        await pilot.resize_terminal(30, 8)
        await press(pilot, "b")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "c")
        assert open_line(pilot.app).text == f"{text}bc"


@pytest.mark.parametrize("key", ["f", "e", "slash"])
async def test_a_line_opened_in_a_small_terminal_takes_what_is_typed(key, explored):
    async with explored(size=(80, 24), press=("2",)) as pilot:
        await pilot.resize_terminal(30, 8)
        await press(pilot, key, "q")
        assert pilot.app.return_code is None
        assert open_line(pilot.app).text.endswith("q")
        await press(pilot, "escape")
        await until(lambda: open_line(pilot.app) is None)
        await pilot.resize_terminal(80, 24)
        assert pilot.app.focused is pilot.app.pane.table


@pytest.mark.parametrize("pane", ["narrative", "metrics", "timeline", "names"])
async def test_the_source_below_leaves_half_of_a_low_pane(explored, pane):
    async with explored(size=(60, 16), pane=pane, source="蘇州與阜陽" * 200) as pilot:
        await press(pilot, "P")
        await until(lambda: pilot.app.state.proof is not None)
        for rows, foot in ((16, 1), (24, 2)):
            await pilot.resize_terminal(60, rows)
            await pilot.pause()
            beside = pilot.app.pane.beside
            source, foot_of = beside.source, beside.query_one(SourceFoot)
            assert source.size.height >= 4
            assert foot_of.size.height == foot
            above = beside.region.y - pilot.app.pane.region.y
            assert above >= beside.size.height - 1
