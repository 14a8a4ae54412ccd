"""A file that is written in a thread of its own, so that the reader can go on meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from sufu_tui.explorer.telling import Stopped, Telling
from sufu_tui.writing.files import ExportView, write_view

_REST_SECONDS = 0.0005
"""How long the thread rests between some rows and the next: whoever waits for their turn gets it."""


class Export:
    """Writes `view` to `path`, and says to `told` from its thread how much is written, from 0 to 1."""

    def __init__(self, view: ExportView, path: Path, told: Callable[[float], object]) -> None:
        self.path = path
        self.number = len(view.rows)
        """How many figures are written."""
        self._view = view
        self._told = told
        self._telling = Telling(told)

    async def run(self) -> bool:
        """Write; return False where it was stopped, and the file is as it was.

        Raises CannotWriteError where it cannot be written. Where nobody waits any more, writing stops.
        """
        self._told(0.0)
        try:
            await asyncio.to_thread(write_view, self._view, self.path, self._tell)
        except Stopped:
            return False
        finally:
            self.stop()
        return True

    def stop(self) -> None:
        """Let the writing end at its next rows."""
        self._telling.stop()

    def _tell(self, done: float) -> None:
        self._telling(done)
        time.sleep(_REST_SECONDS)
