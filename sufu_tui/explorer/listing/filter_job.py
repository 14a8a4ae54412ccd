"""Filter job: a search for the items that a filter leaves, at once among few, in slices among many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sufu_tui.explorer.background.sliced_work import FEW, SlicedWork, Slices
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.query.column_scan import collected
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.widget import Widget


class FilterJob:
    """Job that finds items; a later search takes the place of one that runs."""

    def __init__(self, widget: Widget, model: ListModel) -> None:
        """Find for `model`, in workers of `widget`."""
        self._work = SlicedWork(widget)
        self._model = model
        self._state = model.state

    def find(self, wanted: Filter) -> None:
        """Find the items that `wanted` leaves."""
        take = partial(self._model.take_found, wanted)
        if wanted:
            self._work.run(partial(self._found, wanted), take, at_once=len(self._model.items) <= FEW)
        else:
            self._work.cancel()
            take(range(len(self._model.items)))

    def _found(self, wanted: Filter) -> Slices[list[int]]:
        return collected(self._state.indexes.filters.rows(self._model.kind.kind, wanted))
