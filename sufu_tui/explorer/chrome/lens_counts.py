"""Lens counts: what the filter leaves in each pane, counted while the reader rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.navigation import PANES, PaneId
from sufu_tui.explorer.state import Change, SharedState

if TYPE_CHECKING:
    from textual.widget import Widget


class LensCounts:
    """Counts of the items that the filter leaves: of the narrative, the paragraphs that hold any of them."""

    def __init__(self, widget: Widget, state: SharedState, counted: Callable[[], object]) -> None:
        """Count in the idle time of `widget`, and call `counted` after each pane."""
        self._state = state
        self._counted = counted
        self._idle = IdleWork(widget)
        self._known: dict[PaneId, int] = {}

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Count again under another filter."""
        if changes & {Change.FILTER, Change.DOSSIER}:
            state = self._state
            self._known = {}
            self._idle.run_when_idle((state.filter, id(state.dossier)), self.steps)

    def of(self, pane: PaneId) -> int | None:
        """Return the count of a pane; None where it is not known yet, or nothing is filtered."""
        return self._known.get(pane)

    def steps(self) -> Iterator[None]:
        """Count in small steps: the pane shown first."""
        state, wanted, known = self._state, self._state.filter, self._known
        if not wanted:
            return
        for spec in sorted(PANES, key=lambda spec: spec.id != state.pane):
            number = 0
            for part in state.indexes.filters.listed(spec.kind, wanted):
                number += len(part)
                yield
            known[spec.id] = number
            self._counted()
