"""What the panes have in common that list what a filter leaves."""

from __future__ import annotations

from sufu_tui.asking.expressions import FilterError
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.prompt import Prompt
from sufu_tui.languages.catalogue import Catalogue


def fault_text(fault: FilterError, words: Catalogue) -> str:
    """Return what is wrong with a filter expression, and at which character."""
    sentence = words(f"filter.{fault.code}", text=fault.text)
    if fault.hint:
        sentence += words("filter.did-you-mean", hint=fault.hint)
    return words("filter.fault", place=fault.offset + 1, sentence=sentence)


class FilteredPane(Pane):
    """A pane with a line for the filter that all panes share; it narrows as the reader types.

    An expression that cannot be read leaves what is listed as it was, and the line says why.
    """

    def listed_text(self) -> str:
        """Return how many items are listed, in words."""
        raise NotImplementedError

    @property
    def filter_line(self) -> Prompt | None:
        """The line for the filter, while it is open."""
        return next(iter(self.query("#filter-line").results(Prompt)), None)

    def open_filter(self) -> None:
        """Open the line for the filter, or go back to it."""
        line = self.filter_line
        if line is None:
            self._open(self.state.filter)
        else:
            line.take_focus()

    def close_filter(self) -> bool:
        """Close the line for the filter; return False where it was not open."""
        line = self.filter_line
        if line is None:
            return False
        self.remove_class("-asking")
        line.remove()
        self.take_focus()
        return True

    def reopen_filter(self) -> None:
        """Open the line again with what it holds, in another language."""
        line = self.filter_line
        if line is not None:
            line.remove()
            self._open(line.text)

    def _open(self, text: str) -> None:
        words = self.state.words
        self.add_class("-asking")
        self.mount(
            Prompt(words("filter.label"), text, words(f"{self.id}.filter-placeholder"), id="filter-line")
        )

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Narrow the list as the reader types."""
        if event.prompt.id == "filter-line":
            event.stop()
            self._try(event.prompt, event.text)

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Keep the filter; one that cannot be read stays open."""
        if event.prompt.id == "filter-line":
            event.stop()
            if self._try(event.prompt, event.text):
                self.close_filter()

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Show everything again."""
        if event.prompt.id == "filter-line":
            event.stop()
            self.close_filter()
            self.state.set_filter("")

    def _try(self, prompt: Prompt, expression: str) -> bool:
        """Filter by `expression` and return True, or say what is wrong with it and where."""
        try:
            self.state.filters.predicate(expression)
        except FilterError as error:
            prompt.remark(fault_text(error, self.state.words), wrong=True)
            return False
        self.state.set_filter(expression)
        prompt.remark(self.listed_text())
        return True
