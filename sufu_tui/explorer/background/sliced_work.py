"""Sliced work: at once where it is little, else in slices between which keys are read and frames drawn.

What a filter leaves is found so in every pane: a reader types into a list, however long it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.worker import Worker

ResultT = TypeVar("ResultT")

Slices = Generator[object, None, ResultT]
"""Work that yields after every few milliseconds, and returns its result."""

FEW = 1_024
"""Items that are gone through at once: it takes some milliseconds, folding their texts included."""


class SlicedWork:
    """Work of a widget, one at a time: a later one takes the place of the one that runs."""

    def __init__(self, widget: Widget) -> None:
        """Work in Textual's workers of `widget`."""
        self._widget = widget
        self._running: Worker[Any] | None = None

    def run(
        self, work: Callable[[], Slices[ResultT]], take: Callable[[ResultT], object], *, at_once: bool
    ) -> None:
        """Go through `work` and hand over its result, `at_once` or in slices."""
        self.cancel()
        if at_once:
            take(finished(work()))
            return

        async def go_through() -> Any:  # noqa: ANN401  of a worker's result Textual knows nothing
            slices = work()
            while True:
                try:
                    next(slices)
                except StopIteration as end:
                    return take(end.value)
                await asyncio.sleep(0)

        # Not a coroutine: work that is cancelled before its turn shall not even begin.
        self._running = self._widget.run_worker(go_through)

    def cancel(self) -> None:
        """Drop the work that runs."""
        if self._running is not None:
            self._running.cancel()
            self._running = None


def finished(slices: Slices[ResultT]) -> ResultT:
    """Return the result of all slices, gone through at once."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            result: ResultT = end.value
            return result
