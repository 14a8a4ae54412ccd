"""Whatever is shown can be drawn at any size: for a moment it is, before a sentence asks for a larger one."""

from __future__ import annotations

import pytest

from tests.explorer.driving import press, screen_strips, until

SIZES = ((47, 15), (30, 10), (15, 40), (10, 3), (5, 5), (3, 2), (2, 30), (1, 1), (120, 1), (100, 30))
VIEWS = {
    "cover": ("alt+home",),
    "text": ("1",),
    "two languages": ("1", "vertical_line"),
    "table": ("2",),
    "groups": ("2", "B"),
    "chart": ("2", "v"),
    "chart of powers": ("2", "v", "b"),
    "comparison": ("2", "space", "down", "space", "C"),
    "axis": ("3",),
    "agenda": ("3", "v"),
    "names": ("4",),
    "source": ("2", "P"),
    "search": ("slash", "a"),
}


@pytest.mark.parametrize("view", VIEWS)
async def test_every_view_can_be_drawn_at_any_size(view, explored, traps, traps_text):
    async with explored(dossier=traps, source=traps_text, language="zh-Hant") as pilot:
        await press(pilot, *VIEWS[view])
        await until(lambda: not pilot.app.prover.is_running)
        await pilot.pause()
        before = [strip.text for strip in screen_strips(pilot.app)]
        for size in SIZES:
            await pilot.resize_terminal(*size)
            screen_strips(pilot.app)
            for screen in pilot.app.screen_stack:
                for widget in screen.walk_children():  # those below the sentence as well
                    for y in range(widget.size.height):
                        widget.render_line(y)
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert [strip.text for strip in screen_strips(pilot.app)][1:-1] == before[1:-1]
