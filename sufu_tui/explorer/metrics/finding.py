"""Finding what the filter leaves, at once among few figures, among many a part at a time; ready to sort."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from sufu_tui.asking.narrowing import SLICE
from sufu_tui.asking.sorting import SortKey
from sufu_tui.explorer.filtered import FilteredPane

_GROUP = "finding"
"""The workers that look for figures: a later one ends the one before."""


class FindingPane(FilteredPane):
    """Finds figures; between two parts of a long search keys are read and frames drawn."""

    def take_found(self, found: Sequence[int]) -> None:
        """List the figures `found`, by their numbers in the dossier."""
        raise NotImplementedError

    def find(self, expression: str) -> None:
        """Find what `expression` leaves and call `take_found`; what was being looked for is dropped."""
        self.workers.cancel_group(self, _GROUP)
        if not expression:
            self.take_found(range(len(self.state.dossier.metrics)))
            return
        parts = self.state.filters.metric_rows(expression)
        if self._many:
            # What has not begun when it is ended must be no coroutine yet: nobody would await it.
            self.run_worker(partial(self._go_through, parts), group=_GROUP)  # type: ignore[arg-type]
        else:
            self.take_found(list(chain.from_iterable(parts)))

    def open_filter(self) -> None:
        """Open the line for the filter; meanwhile get ready for the first letter."""
        super().open_filter()
        if self._many and not self.state.filter:
            self.run_worker(self._get_ready, group=_GROUP)  # type: ignore[arg-type]

    def get_ready_to_sort(self) -> None:
        """Rank many figures by their value, which is asked for most, before the reader asks."""
        if self._many:
            ranking = self.state.ranking
            self.run_worker(partial(ranking.get_ready, SortKey("value")), group="ranking", thread=True)

    @property
    def _many(self) -> bool:
        return len(self.state.dossier.metrics) > SLICE

    async def _go_through(self, parts: Iterable[Sequence[int]]) -> None:
        found: list[int] = []
        for part in parts:
            found += part
            await asyncio.sleep(0)
        self.take_found(found)
        line = self.filter_line
        if line is not None:
            line.remark(self.listed_text())

    async def _get_ready(self) -> None:
        for _ in self.state.filters.made_ready():
            await asyncio.sleep(0)
