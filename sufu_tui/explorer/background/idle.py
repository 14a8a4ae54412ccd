"""Idle work: runs an iterator in steps of 2 ms once nothing changed for 50 ms; the next change cancels it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

_REST_SECONDS = 0.05
"""Rest: time with an unchanged key before any work is done."""
_STEP_SECONDS = 0.002
"""Step: time of work before others have their turn, a key press above all."""
_PAUSE_SECONDS = 0.001
"""Pause between steps: the effects of a key press take several turns of the event loop."""
_LONG_SECONDS = 0.006
"""Time from which on a step that could not be cut smaller is long."""
_PAUSES = 3
"""Pause after a long step, in steps: a key press waits for one of them, not for several."""


class IdleWork:
    """Idle work of a widget, run while nothing changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._timer: Timer | None = None
        self._key: object = None
        self._work: Callable[[], Iterator[object]] = lambda: iter(())

    def run_when_idle(self, key: object, work: Callable[[], Iterator[object]]) -> None:
        """Run `work()` while `key` is unchanged; another key cancels it."""
        if key == self._key:
            return
        self._key, self._work = key, work
        if self._timer is None:
            self._timer = self._widget.set_interval(_REST_SECONDS, self.run)
        self._timer.reset()

    async def run(self) -> None:
        """Run the work in steps, in a task of its own, so that all others go on."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.pause()
        await self._do()
        if timer is not None:
            timer.stop()  # left only paused, it is lost with a warning once this is dropped

    async def _do(self) -> None:
        key, steps = self._key, self._work()
        while self._widget.is_attached and key == self._key:
            begin = monotonic()
            while monotonic() < begin + _STEP_SECONDS:
                if next(steps, self) is self:
                    return
            taken = monotonic() - begin
            await asyncio.sleep(_PAUSE_SECONDS if taken < _LONG_SECONDS else _PAUSES * taken)
