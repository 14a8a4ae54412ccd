"""Where the reader has been: back and forward, as in a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from sufu_tui.dossier.model import Ref

PaneId = Literal["narrative", "metrics", "timeline"]
PANES: tuple[PaneId, ...] = ("narrative", "metrics", "timeline")


class Place(NamedTuple):
    """A pane and the item that is current in it."""

    pane: PaneId
    ref: Ref | None = None


@dataclass(slots=True)
class History:
    """The places before and after the present one. At most `limit` are kept each way."""

    limit: int = 200
    _before: list[Place] = field(default_factory=list)
    _after: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember `place` on leaving it for a new one; what was ahead is forgotten."""
        if not self._before or self._before[-1] != place:
            self._before.append(place)
            del self._before[: -self.limit]
        self._after.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before `here`, or None at the beginning."""
        return self._move(self._before, self._after, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place that `back` left last, or None."""
        return self._move(self._after, self._before, here)

    @staticmethod
    def _move(source: list[Place], target: list[Place], here: Place) -> Place | None:
        if not source:
            return None
        target.append(here)
        return source.pop()
