"""What the panes have in common that list what a filter leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.pane import Pane

if TYPE_CHECKING:
    from sufu_tui.explorer.cards.card import Card
    from sufu_tui.explorer.prompt import Prompt


class FilteredPane(Pane):
    """A pane with a line for the filter that all panes share; it narrows as the reader types.

    An expression that cannot be read leaves what is listed as it was before the wrong term was typed, and
    the line says why.
    """

    FILTER_LINE: ClassVar[LineId]

    def listed_text(self) -> str:
        """Return how many items are listed, in words."""
        raise NotImplementedError

    @property
    def card(self) -> Card:
        """The card of the item under the cursor."""
        raise NotImplementedError

    def step_up(self) -> bool:
        """Leave the filter's line or the card for the list, then clear the filter."""
        if self.close_filter():
            return True
        if self.card.has_focus:
            self.take_focus()
        elif self.state.filter:
            self.state.set_filter("")
        else:
            return False
        return True

    @property
    def filter_line(self) -> Prompt | None:
        """The line for the filter, while it is open."""
        return self.line_at("filter-line")

    async def open_filter(self) -> None:
        """Open the line for the filter, or go back to it; once it is open, it takes what is typed."""
        line = self.filter_line
        if line is None:
            await self._open(self.state.filter)
        else:
            line.take_focus()

    def close_filter(self) -> bool:
        """Close the line for the filter; return False where it was not open."""
        return self.close_line(self.filter_line)

    def line_at(self, line_id: str) -> Prompt | None:
        """Return the open line to type in that has an id; None where it is not open."""
        found = self.query(f"#{line_id}")
        if not found:
            return None
        from sufu_tui.explorer.prompt import Prompt  # no start needs it

        return found.first(Prompt)

    async def open_line(self, line: LineId, label: str, text: str, placeholder: str, *, id: str) -> None:  # noqa: A002
        """Open a line to type in, which takes what is typed from then on."""
        from sufu_tui.explorer.prompt import Prompt

        self.add_class("-asking")
        await self.mount(Prompt(line, label, text, placeholder, id=id))

    def close_line(self, line: Prompt | None) -> bool:
        """Close a line to type in; return False where there is none."""
        if line is None:
            return False
        self.remove_class("-asking")
        line.remove()
        self.take_focus()
        return True

    def reword_filter(self) -> None:
        """Say the line's own words in another language; what was typed stays."""
        line = self.filter_line
        if line is not None:
            words = self.state.words
            line.reword(words("filter.label"), words(f"{self.id}.filter-placeholder"))
            line.remark(self.listed_text())

    async def _open(self, text: str) -> None:
        words = self.state.words
        label, placeholder = words("filter.label"), words(f"{self.id}.filter-placeholder")
        await self.open_line(self.FILTER_LINE, label, text, placeholder, id="filter-line")

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
        from sufu_tui.asking.expressions import Filter, FilterError, fault_text, settled  # no start needs it

        try:
            Filter.parse(expression)
        except FilterError as error:
            words = self.state.words
            sentence = fault_text(error, words)
            self._let_go_of(expression, settled(expression, error))
            prompt.remark(
                words("filter.fault", place=error.offset + 1, sentence=sentence),
                short=sentence,  # what is wrong is underlined as well
                wrong=True,
                place=(error.offset, error.offset + error.length),
            )
            return False
        self.state.set_filter(expression)
        prompt.remark(self.listed_text())
        return True

    def _let_go_of(self, expression: str, before: str) -> None:
        """Let what was typed so far of a wrong term narrow no longer: `area` was a word, `area:` is none."""
        last = self.state.filter
        if expression.startswith(last) and len(before) < len(last.rstrip()):
            self.state.set_filter(before)
