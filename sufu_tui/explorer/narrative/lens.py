"""Lens of the narrative: the paragraphs that hold something of what the filter leaves, and its undo."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Section
from sufu_tui.explorer.background.sliced_work import FEW, SlicedWork, Slices
from sufu_tui.explorer.narrative.paragraph_numbers import ParagraphNumbers
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.undo import UndoStack
from sufu_tui.query.column_scan import collected
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.widget import Widget

_FILTERING = "filter"
"""Kind of the undo step of a typed filter: all its letters are one step."""


class NarrativeLens:
    """Lens: what was held under the last filter stays until what the present one leaves is found."""

    def __init__(self, widget: Widget, state: SharedState, found: Callable[[], object]) -> None:
        """Search in workers of `widget` where there is much, and call `found` after each search."""
        self._work = SlicedWork(widget)
        self._state = state
        self._tell = found
        self._held: frozenset[int] | None = None  # numbers of paragraphs; None for all of them
        self._in_order: Sequence[int] | None = None  # the same sorted, where it was asked for
        self._undo: UndoStack[Filter] = UndoStack()
        self._filter = state.filter  # the last on the undo stack
        self._told = state.filter  # the last that was told of

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Follow another filter."""
        if Change.FILTER in changes and self._state.filter != self._filter:
            self._undo.push(self._filter, self._state.filter, _FILTERING)
            self._filter = self._state.filter
        if changes & {Change.FILTER, Change.DOSSIER}:
            self.find()

    def find(self) -> None:
        """Find the paragraphs that hold something, at once among few items, in slices among many."""
        dossier = self._state.dossier
        if self._state.filter:
            number = len(dossier.metrics) + len(dossier.events) + self.total
            self._work.run(self._slices, lambda held: self._take(frozenset(held)), at_once=number <= FEW)
        else:
            self._work.cancel()
            self._take(None)

    def _slices(self) -> Slices[list[int]]:
        return collected(self._state.indexes.filters.held(self._state.filter))

    def _take(self, held: frozenset[int] | None) -> None:
        if held != self._held or self._told != self._state.filter:
            self._held, self._told = held, self._state.filter  # another filter may leave the same
            self._in_order = None
            self._tell()

    @property
    def total(self) -> int:
        """Number of paragraphs of the whole narrative."""
        return self.numbers.total

    @property
    def numbers(self) -> ParagraphNumbers:
        """Numbers of the paragraphs."""
        return ParagraphNumbers(self._state.dossier.sections)

    @property
    def held(self) -> Sequence[int]:
        """Numbers of the paragraphs that hold something, in order."""
        if self._in_order is None:
            self._in_order = range(self.total) if self._held is None else sorted(self._held)
        return self._in_order

    def rank(self, section: Section, paragraph: int) -> int | None:
        """Return the place of a paragraph among those that hold something, from 1; None where it does not."""
        number, held = self.numbers.of(section, paragraph), self.held
        at = bisect_left(held, number)
        return at + 1 if held[at : at + 1] and held[at] == number else None

    @property
    def count(self) -> int:
        """Number of paragraphs that hold something."""
        return self.total if self._held is None else len(self._held)

    def dimmed_in(self, section: Section) -> frozenset[int]:
        """Return the paragraphs of `section` that hold nothing of what the filter leaves."""
        if self._held is None:
            return frozenset()
        first = self.numbers.of(section)
        return frozenset(
            number for number in range(len(section.paragraphs)) if first + number not in self._held
        )

    # Undo

    def begin_typing(self) -> None:
        """Begin a run of typed letters; the text stays where it is."""
        self.end_typing()

    def end_typing(self) -> None:
        """End a run of typed letters: the next change of the filter is a step of its own."""
        self._undo.seal()

    def undo(self) -> bool:
        """Undo the last change of the filter; return False where there is none."""
        return self._go(self._undo.undo(self._filter))

    def redo(self) -> bool:
        """Redo the last undone change of the filter; return False where there is none."""
        return self._go(self._undo.redo(self._filter))

    def _go(self, wanted: Filter | None) -> bool:
        if wanted is not None:
            self._filter = wanted
            self._state.set_filter(wanted)  # its change comes back, and finds again
        return wanted is not None
