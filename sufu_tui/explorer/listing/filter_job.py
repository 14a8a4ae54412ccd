"""Filter job: a search for the items that a filter leaves, at once among few, in slices among many."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.query import SLICE
from sufu_tui.query.column_scan import Rows
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.widget import Widget

_GROUP = "filter job"
"""Group of Textual workers: a later job cancels the one before."""


class FilterJob:
    """Job that finds items; between two slices of a long search keys are read and frames drawn."""

    def __init__(self, widget: Widget, model: ListModel) -> None:
        """Find for `model`, in workers of `widget`."""
        self._widget = widget
        self._model = model
        self._state = model.state

    @property
    def has_many(self) -> bool:
        """True if there are so many items that a search takes several slices."""
        return len(self._model.items) > SLICE

    def find(self, wanted: Filter) -> None:
        """Find the items that `wanted` leaves; a running search is cancelled."""
        self._widget.workers.cancel_group(self._widget, _GROUP)
        if not wanted:
            self._model.take_found(wanted, range(len(self._model.items)))
        elif self.has_many:
            self._work(partial(self._go_through, wanted))
        else:
            self._model.take_found(wanted, list(chain.from_iterable(self._parts(wanted))))

    def prepare(self) -> None:
        """Fold the texts of many items, so that the first word is found at once."""
        if self.has_many and not self._state.filter:
            self._work(self._prepare)

    def _work(self, work: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        # Not a coroutine: a job that is cancelled before its turn shall not even begin.
        self._widget.run_worker(work, group=_GROUP)

    def _parts(self, wanted: Filter) -> Iterator[Rows]:
        return self._state.indexes.filters.rows(self._model.kind.kind, wanted)

    async def _go_through(self, wanted: Filter) -> None:
        found: list[int] = []
        for part in self._parts(wanted):
            found += part
            await asyncio.sleep(0)
        self._model.take_found(wanted, found)

    async def _prepare(self) -> None:
        for _ in self._state.indexes.filters.prepare(self._model.kind.kind):
            await asyncio.sleep(0)
