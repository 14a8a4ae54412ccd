"""Filter line: the question for the shared filter, which narrows the lists as the reader types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from sufu_tui.explorer.background.sliced_work import SlicedWork, Slices
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.question import LineRemark
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from sufu_tui.dossier.model import Kind
    from sufu_tui.query.completions import Completion
    from sufu_tui.query.grammar import FilterError

_UNFINISHED = frozenset({"empty-value", "choice", "open-quote"})
"""Faults of a value that is only begun."""
_OFFERS_SHOWN = 6
"""Completions that are shown beside the line, at most."""


def filter_sentence(state: SharedState, kind: Kind | None) -> str:
    """Return the sentence that a filter is on, and whether it says nothing of items of `kind`, if any."""
    expression = state.filter.text.strip()
    if kind is None or state.indexes.filters.restricts(kind, state.filter):
        return state.words("filter.filtered", expression=expression)
    return state.words("filter.says-nothing", expression=expression)


class FilterUndo(Protocol):
    """Model of a list with an undo stack, on which the letters of a typed filter are one step."""

    def begin_typing(self) -> None:
        """Begin a run of typed letters; the present place comes back as soon as it is listed."""
        ...

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
        self._preparation = SlicedWork(dock.host)
        self._offered = ""  # the completions, in words

    @property
    def is_open(self) -> bool:
        """True if the filter is asked for."""
        return self._dock.question is self

    async def open(self) -> None:
        """Open the line, or focus it where it is open."""
        if not self.is_open:
            self._pane.model.begin_typing()
        self._offered = ""
        await self._dock.ask(self, self._state.words, self._state.filter.text)
        self._preparation.run(self._prepared, lambda _: None, at_once=False)

    def _prepared(self) -> Slices[None]:
        """Make ready in slices what the first letter needs: the filter holds in all panes."""
        indexes = self._state.indexes
        yield indexes.completer
        yield from indexes.filters.prepare()

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
        self._state.remember_filter(lifted)
        self._state.set_filter(Filter())
        if lifted:
            self._pane.say("filter.cleared", expression=lifted)
        return bool(lifted)

    def make_way(self) -> None:
        """Close the line and lift the filter, without a word: the way to a hidden item is told elsewhere."""
        self.close()
        self._pane.model.end_typing()
        self._state.set_filter(Filter())

    def refresh_remark(self) -> None:
        """Show the number of listed items, and completions, unless a fault is shown."""
        if self.is_open and not self._dock.wrong:
            self._dock.remark(self._remark(self._offered))

    # The question

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("filter.label")

    def placeholder(self, words: Catalogue) -> str:
        """Return an example of a filter."""
        return words(self._placeholder)

    def changed(self, text: str) -> LineRemark:
        """Narrow the list by `text`, or return a remark with the fault and its place.

        A value that is only begun is no fault yet where there is something to complete it with.
        """
        from sufu_tui.query.grammar import FilterError, settled  # no start needs them

        self._preparation.cancel()
        self._offered = self._offers(text)
        try:
            self._state.set_filter(self._parsed(text))
        except FilterError as error:
            self._fall_back(text, settled(text, error))
            if error.code in _UNFINISHED and self._offered:
                return self._remark(self._offered)
            return self._fault(error)
        return self._remark(self._offered)

    def _fault(self, error: FilterError) -> LineRemark:
        from sufu_tui.query.grammar import fault_text

        words = self._state.words
        sentence = fault_text(error, words)
        return LineRemark(
            words("filter.fault", place=error.offset + 1, sentence=sentence),
            short=sentence,  # the faulty term is underlined as well
            wrong=True,
            fault=(error.offset, error.offset + error.length),
        )

    def _remark(self, offers: str) -> LineRemark:
        listed = self._pane.listed_text()
        if not offers:
            return LineRemark(listed)
        return LineRemark(self._state.words("card.separator").join((listed, offers)), short=offers)

    # Completions, and earlier filters

    def _completed(self, text: str) -> Sequence[Completion]:
        state = self._state
        return state.indexes.completer.complete(text, state.language)

    def _offers(self, text: str) -> str:
        """Return the values that `text` may be completed by in words, with their counts; no mere fields."""
        shown = [
            one.shown if one.number is None else f"{one.shown} {one.number:,}"
            for one in self._completed(text)
            if one.text != text and not one.is_field
        ]
        more = " …" if len(shown) > _OFFERS_SHOWN else ""
        offers = self._state.words("card.separator").join(shown[:_OFFERS_SHOWN]) + more
        return self._state.words("filter.offers", offers=offers) if shown else ""

    def completions(self, text: str) -> Sequence[str]:
        """Return the texts that `text` may be completed to."""
        return [one.text for one in self._completed(text)]

    def earlier(self) -> Sequence[str]:
        """Return the filters that the reader set before."""
        return self._state.earlier_filters

    def _parsed(self, text: str) -> Filter:
        return Filter.parse(text, [kind.id for kind in self._state.dossier.own_kinds])

    def _fall_back(self, text: str, before: str) -> None:
        """Fall back to the filter before an unfinished term: `area` was a word, `area:` is an empty field."""
        last = self._state.filter.text
        if text.startswith(last) and len(before) < len(last.rstrip()):
            self._state.set_filter(self._parsed(before))

    def submitted(self, text: str) -> LineRemark | None:
        """Keep the filter and close; a faulty one stays open."""
        from sufu_tui.query.grammar import FilterError

        self.changed(text)
        try:
            self._parsed(text)
        except FilterError as error:
            return self._fault(error)
        self._state.remember_filter(text)
        self.close()
        return None

    def cancelled(self) -> None:
        """Show everything again."""
        self.close()
        self.lift()
