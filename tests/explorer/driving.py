"""Driving an explorer: pressing, pointing, waiting, and reading its screen.

What it needs of Textual's private names stands here: no public one tells when all is done and drawn.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len
from textual._context import active_app
from textual.app import App
from textual.events import MouseEvent
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.widgets.input_line import InputLine

_ROUNDS = 2
"""Rounds of the event loop without anything to do after which it is at rest: one asks, one answers."""


async def at_rest(seconds: float = 10) -> None:
    """Wait until all is drawn, and nothing left to do but what waits for time to pass, a thread or a key.

    Textual waits until the process uses little time instead, in naps of 20 ms. Who works without an end is
    waited for so many seconds.
    """
    app, loop = active_app.get(), asyncio.get_running_loop()
    end, quiet = time.monotonic() + seconds, 0
    while quiet < _ROUNDS and time.monotonic() < end:
        await asyncio.sleep(0)
        quiet = 0 if _has_more(loop) or _draws_at_once(app) else quiet + 1


def rest_instead_of_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever drives an app wait until it is at rest, where Textual's pilot would nap."""

    async def wait(*_: float) -> None:
        await at_rest()

    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", wait)


def _has_more(loop: Any) -> bool:
    return bool(loop._ready)


def _draws_at_once(app: App) -> bool:
    """Do what waits for the next frame of 1/60 s; return whether there was anything."""
    if app._resize_timer is not None:
        app._check_resize()
        return True
    if app.screen_stack and app.screen._update_timer._active.is_set():
        app.screen._on_timer_update()
        return True
    return False


async def press(pilot: Pilot, *keys: str) -> None:
    """Press keys, and let each be done with before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def point(
    pilot: Pilot, kind: type[MouseEvent], widget: Widget, offset: tuple[int, int], button: int = 0
) -> None:
    """Let the mouse do something at an offset within a widget: turn its wheel, or move with a button held."""
    await pilot._post_mouse_events([kind], widget, offset, button=button)


async def until(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until a condition is met; fail where it is not in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        await asyncio.sleep(0.01)


def screen_strips(app: App) -> list[Strip]:
    """Return the rows of the screen as they are drawn."""
    return app.screen._compositor.render_strips()


def screen_lines(app: App) -> list[str]:
    """Return the rows of the screen as text, each checked to be exactly as wide as the screen."""
    found = [strip.text for strip in screen_strips(app)]
    assert len(found) == app.screen.size.height
    for number, row in enumerate(found):
        assert cell_len(row) == app.screen.size.width, (number, row)
    return found


def screen_text(app: App) -> str:
    """Return the screen as one text."""
    return "\n".join(screen_lines(app))


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


def faults(app: App) -> list[str]:
    """Return what went wrong in an app, which Textual raises when it is left."""
    return [] if app._exception is None else [repr(app._exception)]
