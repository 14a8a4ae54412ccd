"""How the axis has been looked at: undo and redo of window, breaks and lanes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sufu_tui.explorer.timeline.grouping import Grouping
from sufu_tui.explorer.timeline.scale import Window


class Look(NamedTuple):
    """How the axis is looked at. No window: it has not been drawn yet."""

    window: Window | None
    broken: bool
    grouping: Grouping
    opened: tuple[int, ...] = ()
    """Days that a break would leave out, but were asked for."""


@dataclass(slots=True)
class Looks:
    """The looks before the present one and those taken back. At most `limit` are kept each way.

    A run of the same movement is one step: who panned with ten keys or dragged over fifty cells goes
    back at once.
    """

    limit: int = 100
    _before: list[Look] = field(default_factory=list)
    _after: list[Look] = field(default_factory=list)
    _movement: str = ""

    def remember(self, look: Look, movement: str) -> None:
        """Remember `look` before a `movement` away from it; what was taken back is forgotten."""
        if movement != self._movement or not self._before:
            self._before.append(look)
            del self._before[: -self.limit]
        self._movement = movement
        self._after.clear()

    def undo(self, now: Look) -> Look | None:
        """Return the look before the last movement, or None where there is none."""
        return self._step(self._before, self._after, now)

    def redo(self, now: Look) -> Look | None:
        """Return the look that was taken back last, or None where there is none."""
        return self._step(self._after, self._before, now)

    def _step(self, source: list[Look], target: list[Look], now: Look) -> Look | None:
        self._movement = ""
        while source:
            look = source.pop()
            if look != now:
                target.append(now)
                return look
        return None
