"""Finding what the filter leaves, at once among few figures, among many a part at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

from sufu_tui.asking import SLICE
from sufu_tui.explorer.filtered import FilteredPane
from sufu_tui.explorer.state import ViewState

_GROUP = "finding"
"""The workers that look for figures: a later one ends the one before."""


class FindingPane(FilteredPane):
    """Finds figures; between two parts of a long search keys are read and frames drawn."""

    def __init__(self, state: ViewState, *, id: str) -> None:  # noqa: A002  Textual's own word
        super().__init__(state, id=id)
        self._found_for: str | None = None
        self._found: Sequence[int] = ()

    def take_found(self, found: Sequence[int]) -> None:
        """List the figures `found`, by their numbers in the dossier."""
        raise NotImplementedError

    def find(self, expression: str) -> None:
        """Find what `expression` leaves and call `take_found`; what was being looked for is dropped."""
        self.workers.cancel_group(self, _GROUP)
        if expression == self._found_for:  # only the order or the groups are others
            self.take_found(self._found)
        elif not expression:
            self._take(expression, range(len(self.state.dossier.metrics)))
        elif self._many:
            self._work(partial(self._go_through, expression))
        else:
            self._take(expression, list(chain.from_iterable(self._metric_rows(expression))))

    def forget_found(self) -> None:
        """Find anew what is asked for next: there are other figures now."""
        self._found_for = None

    def _take(self, expression: str, found: Sequence[int]) -> None:
        self._found_for, self._found = expression, found
        self.take_found(found)

    async def open_filter(self) -> None:
        """Open the line for the filter; meanwhile get ready for the first letter."""
        await super().open_filter()
        if self._many and not self.state.filter:
            self._work(self._get_ready)

    @property
    def _many(self) -> bool:
        return len(self.state.dossier.metrics) > SLICE

    def _work(self, work: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        # Not a coroutine: what is dropped before its turn shall not even begin.
        self.run_worker(work, group=_GROUP)

    def _metric_rows(self, expression: str) -> Iterator[Sequence[int]]:
        from sufu_tui.asking.expressions import Filter  # no start needs it

        return self.state.filters.metric_rows(Filter.parse(expression))

    async def _go_through(self, expression: str) -> None:
        found: list[int] = []
        for part in self._metric_rows(expression):
            found += part
            await asyncio.sleep(0)
        self._take(expression, found)
        line = self.filter_line
        if line is not None and not line.wrong:  # else the reader has typed on
            line.remark(self.listed_text())

    async def _get_ready(self) -> None:
        for _ in self.state.filters.prepare():
            await asyncio.sleep(0)
