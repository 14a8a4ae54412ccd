"""Event search: a search for the events that a filter leaves, at once among few, in slices among many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sufu_tui.explorer.background.sliced_work import SlicedWork
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.widget import Widget


class EventSearch:
    """Search for a model; a later one takes the place of one that runs."""

    def __init__(self, widget: Widget, model: TimelineModel) -> None:
        """Search in workers of `widget`."""
        self._work = SlicedWork(widget)
        self._model = model

    def find(self, wanted: Filter) -> None:
        """Find the events that `wanted` leaves."""
        model = self._model
        at_once = not (wanted and model.finder.has_many)
        self._work.run(partial(model.found, wanted), partial(model.take_found, wanted), at_once=at_once)
