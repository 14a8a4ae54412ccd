"""Turns of the event loop after a key: the longest is for how long another key may have to wait."""

from __future__ import annotations

import asyncio
import time

from sufu_tui.explorer.app import Explorer


async def longest_turn(app: Explorer, key: str, rest: float) -> float:
    """Press a key; return the longest turn within `rest` seconds after it, in seconds of the processor."""
    found: list[float] = []
    watch = asyncio.create_task(_note_turns(found))
    app.simulate_key({" ": "space"}.get(key, key))
    await asyncio.sleep(rest)
    watch.cancel()
    return max(found)


async def _note_turns(found: list[float]) -> None:
    while True:
        before = time.process_time()
        await asyncio.sleep(0)
        found.append(time.process_time() - before)
