"""Garbage collector during a start, or while a dossier is read to be checked: paused, since all objects stay.

Worth: 11 ms of a start (186 ms), 14 ms of one with the beginning of 100,000 figures (212 ms), and 1.1 s until
all of these are there (5.4 s). With its thresholds raised instead the collector costs half as much, but then
every full collection looks at all figures again, which takes 165 ms.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self


class StartupCollector:
    """Pause of the garbage collector, from entering it until `resume` or, at the latest, leaving it.

    Args:
        is_paused: True for a pause; else the collector goes on as ever.

    """

    def __init__(self, *, is_paused: bool) -> None:
        self._is_paused = is_paused

    def __enter__(self) -> Self:
        """Pause."""
        if self._is_paused:
            gc.disable()
        return self

    def __exit__(self, *_: object) -> None:
        """Resume, unless that is done."""
        self.resume()

    def resume(self) -> None:
        """Resume the collector, and freeze the present objects (`gc.freeze`): they stay."""
        if self._is_paused:
            self._is_paused = False
            gc.freeze()
            gc.enable()
