"""Filter line: the question for the shared filter, which narrows the lists as the reader types."""

from __future__ import annotations

from typing import Protocol

from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.question import LineRemark
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter


class FilterUndo(Protocol):
    """Model of a list with an undo stack, on which the letters of a typed filter are one step."""

    def end_typing(self) -> None:
        """End a run of typed letters: the next change of the filter is a step of its own."""
        ...


class FilteredList(Protocol):
    """Pane with a list that the filter narrows."""

    @property
    def model(self) -> FilterUndo:
        """Model of the list."""
        ...

    def listed_text(self) -> str:
        """Return the number of listed items, in words."""
        ...

    def take_focus(self) -> None:
        """Take the keys."""
        ...

    def say(self, key: str, **values: object) -> None:
        """Show the sentence `key` of the catalogue."""
        ...


class FilterLine:
    """Question for the filter.

    A faulty expression leaves the list as it was before the faulty term was typed, and the line shows the
    fault.
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
        """True if the filter is asked for."""
        return self._dock.question is self

    async def open(self) -> None:
        """Open the line, or focus it where it is open."""
        self._pane.model.end_typing()
        await self._dock.ask(self, self._state.words, self._state.filter.text)

    def close(self) -> bool:
        """Close the line; return False where it was not open."""
        if not self.is_open:
            return False
        self._dock.close()
        self._pane.take_focus()
        return True

    def lift(self) -> bool:
        """Lift the filter, and say so; return False where there is none."""
        lifted = self._state.filter.text
        self._pane.model.end_typing()
        self._state.set_filter(Filter())
        if lifted:
            self._pane.say("filter.cleared", expression=lifted)
        return bool(lifted)

    def refresh_remark(self) -> None:
        """Show the number of listed items, unless a fault is shown."""
        if self.is_open and not self._dock.wrong:
            self._dock.remark(LineRemark(self._pane.listed_text()))

    # The question

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("filter.label")

    def placeholder(self, words: Catalogue) -> str:
        """Return an example of a filter."""
        return words(self._placeholder)

    def changed(self, text: str) -> LineRemark:
        """Narrow the list by `text`, or return a remark with the fault and its place."""
        from sufu_tui.query.grammar import FilterError, fault_text, settled  # no start needs them

        try:
            self._state.set_filter(self._parsed(text))
        except FilterError as error:
            words = self._state.words
            sentence = fault_text(error, words)
            self._fall_back(text, settled(text, error))
            return LineRemark(
                words("filter.fault", place=error.offset + 1, sentence=sentence),
                short=sentence,  # the faulty term is underlined as well
                wrong=True,
                fault=(error.offset, error.offset + error.length),
            )
        return LineRemark(self._pane.listed_text())

    def _parsed(self, text: str) -> Filter:
        return Filter.parse(text, [kind.id for kind in self._state.dossier.own_kinds])

    def _fall_back(self, text: str, before: str) -> None:
        """Fall back to the filter before an unfinished term: `area` was a word, `area:` is an empty field."""
        last = self._state.filter.text
        if text.startswith(last) and len(before) < len(last.rstrip()):
            self._state.set_filter(self._parsed(before))

    def submitted(self, text: str) -> LineRemark | None:
        """Keep the filter and close; a faulty one stays open."""
        remark = self.changed(text)
        if remark.wrong:
            return remark
        self.close()
        return None

    def cancelled(self) -> None:
        """Show everything again."""
        self.close()
        self.lift()
