"""Progress of a worker thread, and cooperative cancellation."""

from __future__ import annotations

import threading
from collections.abc import Callable

_LEAST = 0.01
"""Least share of a work that is worth reporting."""


class Cancelled(Exception):  # noqa: N818  no error: the regular end of a cancelled work
    """Cancellation of a work."""


class ProgressReporter:
    """Reporter of the share done of a work, from 0 to 1, to `on_progress`, a hundredth at a time.

    It is called from the thread that works.
    """

    def __init__(self, on_progress: Callable[[float], object]) -> None:
        self._on_progress = on_progress
        self._last = 0.0
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Cancel the work at its next step."""
        self._cancelled.set()

    def __call__(self, done: float) -> None:
        """Report the share `done` (0 to 1); raise Cancelled where the work is cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        if done - self._last >= _LEAST:
            self._last = done
            self._on_progress(done)
