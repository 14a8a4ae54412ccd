"""Filter line: asks for the filter that all panes share, and narrows their lists as the reader types."""

from __future__ import annotations

from typing import Protocol

from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.question import LineRemark
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter


class FilteredList(Protocol):
    """A pane that lists what the filter leaves."""

    def listed_text(self) -> str:
        """Return how many items are listed, in words."""
        ...

    def take_focus(self) -> None:
        """Take the keys."""
        ...


class FilterLine:
    """The question for the filter.

    An expression that cannot be read leaves what is listed as it was before the wrong term was typed, and
    the line says why.
    """

    def __init__(
        self, pane: FilteredList, state: SharedState, dock: InputDock, *, line: LineId, placeholder: str
    ) -> None:
        """Ask in `dock`; `placeholder` is the key of its words in the catalogue."""
        self.line = line
        self._pane = pane
        self._state = state
        self._dock = dock
        self._placeholder = placeholder

    @property
    def is_open(self) -> bool:
        """Whether the filter is asked for."""
        return self._dock.question is self

    async def open(self) -> None:
        """Ask for the filter, or go back to the line; once it is open, it takes what is typed."""
        await self._dock.ask(self, self._state.words, self._state.filter.text)

    def close(self) -> bool:
        """Ask no longer; return False where the filter was not asked for."""
        if not self.is_open:
            return False
        self._dock.close()
        self._pane.take_focus()
        return True

    def refresh_remark(self) -> None:
        """Say how many items are listed now, unless there is something wrong to say."""
        if self.is_open and not self._dock.wrong:
            self._dock.remark(LineRemark(self._pane.listed_text()))

    # The question

    def label(self, words: Catalogue) -> str:
        """Return what stands before the line."""
        return words("filter.label")

    def placeholder(self, words: Catalogue) -> str:
        """Return an example of a filter."""
        return words(self._placeholder)

    def changed(self, text: str) -> LineRemark:
        """Narrow the list by `text`, or say what is wrong with it and where."""
        from sufu_tui.query.grammar import FilterError, fault_text, settled  # no start needs them

        try:
            self._state.set_filter(Filter.parse(text))
        except FilterError as error:
            words = self._state.words
            sentence = fault_text(error, words)
            self._let_go_of(text, settled(text, error))
            return LineRemark(
                words("filter.fault", place=error.offset + 1, sentence=sentence),
                short=sentence,  # what is wrong is underlined as well
                wrong=True,
                fault=(error.offset, error.offset + error.length),
            )
        return LineRemark(self._pane.listed_text())

    def _let_go_of(self, text: str, before: str) -> None:
        """Fall back to the filter before an unfinished term: `area` was a word, `area:` is an empty field."""
        last = self._state.filter.text
        if text.startswith(last) and len(before) < len(last.rstrip()):
            self._state.set_filter(Filter.parse(before))

    def submitted(self, text: str) -> LineRemark | None:
        """Keep the filter; one that cannot be read stays open."""
        remark = self.changed(text)
        if remark.wrong:
            return remark
        self.close()
        return None

    def cancelled(self) -> None:
        """Show everything again."""
        self.close()
        self._state.set_filter(Filter())
