"""How far a thread is, told to the reader; and the way to make it end."""

from __future__ import annotations

import threading
from collections.abc import Callable

_LEAST = 0.01
"""The part of a work that is worth telling of."""


class Stopped(Exception):  # noqa: N818  it says why the work ends
    """Nobody waits for the work any more."""


class Telling:
    """Is called from a thread with the part that is done, from 0 to 1; says it to `told` in hundredths."""

    def __init__(self, told: Callable[[float], object]) -> None:
        self._told = told
        self._last = 0.0
        self._over = threading.Event()

    def stop(self) -> None:
        """Let the work end at its next step."""
        self._over.set()

    def __call__(self, done: float) -> None:
        """Tell of the part that is `done`; raise Stopped where nobody waits."""
        if self._over.is_set():
            raise Stopped
        if done - self._last >= _LEAST:
            self._last = done
            self._told(done)
