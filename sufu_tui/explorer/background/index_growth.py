"""Index growth: what is missing in the index of a search, taken in while keys are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from sufu_tui.explorer.background.idle import IdleWork

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.search.index import SearchIndex


class Finder(Protocol):
    """Finder that shows what it finds."""

    def find_again(self) -> None:
        """Find the same again, of which there may be more by now."""
        ...


class IndexGrowth:
    """Growth of the indexes of one explorer."""

    def __init__(self, widget: Widget, finder: Finder) -> None:
        """Work in the idle time of `widget`; let `finder` look again at the end."""
        self._idle = IdleWork(widget)
        self._finder = finder

    def grow(self, index: SearchIndex) -> None:
        """Take what is missing into `index`."""

        def steps() -> Iterator[None]:
            yield from index.grow()
            self._finder.find_again()

        self._idle.run_when_idle(index, steps)
