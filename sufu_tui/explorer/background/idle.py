"""What is made before it is asked for, bit by bit, while the reader rests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

_REST_SECONDS = 0.05
"""How long the same must have been seen before anything is made."""
_SECONDS_AT_ONCE = 0.002
"""How long things are made before others have their turn: a key, above all."""
_SECONDS_BETWEEN = 0.001
"""How long others have their turn: what a key sets off takes several turns of the event loop."""


class Leisure:
    """The time that a widget has while nothing changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._timer: Timer | None = None
        self._seen: object = None
        self._begin: Callable[[], Iterator[object]] = lambda: iter(())

    def use(self, seen: object, begin: Callable[[], Iterator[object]]) -> None:
        """While `seen` stays what is seen, make what `begin` yields, after a rest; it ends with the next."""
        if seen == self._seen:
            return
        self._seen, self._begin = seen, begin
        if self._timer is None:
            self._timer = self._widget.set_interval(_REST_SECONDS, self._rested)
        self._timer.reset()

    async def _rested(self) -> None:
        """Make things while nothing else is seen; this is a task of its own, so that all others go on."""
        if self._timer is not None:
            self._timer.pause()
        seen, things = self._seen, self._begin()
        while self._widget.is_attached and seen == self._seen:  # else what stands beside it may be gone
            until = monotonic() + _SECONDS_AT_ONCE
            while monotonic() < until:
                if next(things, self) is self:
                    return
            await asyncio.sleep(_SECONDS_BETWEEN)
