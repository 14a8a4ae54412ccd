"""Input dock: one input line at the foot of a widget, made at the first question."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.explorer.widgets.input_line import InputLine
    from sufu_tui.explorer.widgets.question import LineRemark, Question
    from sufu_tui.languages.catalogue import Catalogue

_ASKING = "-asking"
"""CSS class of the widget while a question is asked."""


class InputDock:
    """Dock for one question at a time; another one takes the place of the first."""

    def __init__(self, host: Widget) -> None:
        self._host = host
        self._line: InputLine | None = None

    async def ask(self, question: Question, words: Catalogue, text: str = "") -> None:
        """Ask a question, with `text` to begin with; focus the line where it is asked already."""
        if self._line is not None and self.question is question:
            self._line.take_focus()
            return
        if not self._host.is_attached:  # the reader has left meanwhile
            return
        self._host.add_class(_ASKING)
        if self._line is not None:
            self._line.ask(question, words, text)
            return
        from sufu_tui.explorer.widgets.input_line import InputLine  # with the input widget: no start needs it

        self._line = InputLine()
        self._line.ask(question, words, text)
        await self._host.mount(self._line)

    @property
    def host(self) -> Widget:
        """Widget at whose foot it is."""
        return self._host

    @property
    def question(self) -> Question | None:
        """Question asked, if any."""
        return None if self._line is None else self._line.question

    @property
    def wrong(self) -> bool:
        """True if the remark beside the line is about a fault."""
        return self._line is not None and self._line.wrong

    def close(self) -> bool:
        """Close the line; return False where it was not open."""
        self._host.remove_class(_ASKING)
        return self._line is not None and self._line.hide()

    def reword(self, words: Catalogue) -> None:
        """Write what stands around the typed text in another language."""
        if self._line is not None:
            self._line.reword(words)

    def remark(self, remark: LineRemark) -> None:
        """Show a remark beside the line."""
        if self._line is not None:
            self._line.remark(remark)
