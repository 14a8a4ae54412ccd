"""Overlays: what stands above the panes reads the same, whatever lies below."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from sufu_tui.explorer.capture.screen_capture import capture
from sufu_tui.explorer.widgets.picker import Picker
from tests.explorer.driving import press

SIZES = ((81, 25), (120, 40))
OPENED = {
    "search": ("1", "slash", *"合作"),
    "palette": ("3", "ctrl+p"),
    "help": ("1", "question_mark"),
    "columns": ("2", "c"),
    "copies": ("2", "Y"),
}


def overlay(app) -> Region:
    """Return the region of what stands above the panes."""
    if len(app.screen_stack) > 1:
        return app.screen.query("#help, #menu").first().region
    return next(picker for picker in app.screen.query(Picker) if picker.display).region


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
async def test_every_overlay_reads_the_same_above_a_pane_and_above_nothing(explored, language):
    async with explored((120, 40), language) as pilot:
        app = pilot.app
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            for name, keys in OPENED.items():
                await press(pilot, *keys)
                region = overlay(app)
                above = capture(app).crop(*region).lines()
                panes = app.screen_stack[0].query_one("#panes")
                panes.visible = False
                await pilot.pause()
                assert above == capture(app).crop(*region).lines(), (size, name)
                panes.visible = True
                await press(pilot, "escape", "escape")
