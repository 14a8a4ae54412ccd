"""Dock for one line to type in at the foot of a widget; the line is made when something is first asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.explorer.widgets.input_line import InputLine
    from sufu_tui.explorer.widgets.question import LineRemark, Question
    from sufu_tui.languages.catalogue import Catalogue

_ASKING = "-asking"
"""Class of the widget while something is asked."""


class InputDock:
    """Asks one question at a time; another one takes the place of the first."""

    def __init__(self, host: Widget) -> None:
        self._host = host
        self._line: InputLine | None = None

    async def ask(self, question: Question, words: Catalogue, text: str = "") -> None:
        """Ask a question, with `text` to begin with; one that is asked already gets the keys back."""
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
    def question(self) -> Question | None:
        """The question asked, if any."""
        return None if self._line is None else self._line.question

    @property
    def wrong(self) -> bool:
        """Whether the remark beside the line is about something wrong."""
        return self._line is not None and self._line.wrong

    def close(self) -> bool:
        """Ask no longer; return False where nothing was asked."""
        self._host.remove_class(_ASKING)
        return self._line is not None and self._line.hide()

    def reword(self, words: Catalogue) -> None:
        """Say the words of the line in another language; what was typed stays."""
        if self._line is not None:
            self._line.reword(words)

    def remark(self, remark: LineRemark) -> None:
        """Show a remark beside the line."""
        if self._line is not None:
            self._line.remark(remark)
