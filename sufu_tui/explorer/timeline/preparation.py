"""Preparation: what the timeline needs of all its events, made while the reader rests.

Of 100,000 events it takes a fifth of a second, which the first key to the timeline or to its list would feel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.explorer.background.idle import IdleWork

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.explorer.timeline.model import TimelineModel


class Preparation:
    """Preparation of the first frame and of the list once the reader rests; `enabled` switches it off."""

    def __init__(self, widget: Widget, model: TimelineModel, *, enabled: bool) -> None:
        self._idle = IdleWork(widget)
        self._model = model
        self._enabled = enabled

    def prepare(self) -> None:
        """Prepare for the events listed now, in place of those before."""
        if self._enabled:
            self._idle.run_when_idle(self._model.order, self._model.preparing)
