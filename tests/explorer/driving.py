"""Driving an explorer: pressing, waiting, and reading its screen."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.app import App
from textual.pilot import Pilot

from sufu_tui.explorer.capture.screen_capture import capture
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.widgets.input_line import InputLine


async def press(pilot: Pilot, *keys: str) -> None:
    """Press keys, and let each be done with before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def until(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until a condition is met; fail where it is not in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        await asyncio.sleep(0.01)


def screen_lines(app: App) -> list[str]:
    """Return the rows of the screen as text."""
    return capture(app).lines()


def open_line(app: App) -> InputLine | None:
    """Return the line to type in that asks something; None where none does."""
    return next((line for line in app.screen.query(InputLine) if line.question is not None), None)


def type_over(app: App, text: str) -> None:
    """Put a text in the place of what the open line holds."""
    line = open_line(app)
    assert line is not None
    line.query_one("Input").value = text


def notice(app: App) -> str:
    """Return the sentence at the foot of the screen."""
    return app.screen_stack[0].query_one(Footer).notice
