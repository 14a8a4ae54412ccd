"""Input line: asks a question, takes only characters that can be shown, has a remark beside it."""

from __future__ import annotations

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Paste
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from sufu_tui.explorer.commands import LineId, bindings_of
from sufu_tui.explorer.terminal.text_entry import TextEntry
from sufu_tui.explorer.widgets.line_assistant import LineAssistant
from sufu_tui.explorer.widgets.question import LineRemark, Question
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import clip, width
from sufu_tui.typesetting.safe_characters import typed

_OPEN = "-open"
_WRONG = "-wrong"


class RemarkText(Widget):
    """Sentence in one row; where it does not fit, it ends in the mark of cut text."""

    def __init__(self) -> None:
        super().__init__()
        self._text = self._short = ""
        self.display = False  # without a text it takes no room

    def say(self, text: str, short: str = "") -> None:
        """Show `text`, or nothing; where that has no room, `short` if given."""
        self._text, self._short = text, short or text
        self.display = bool(text)
        self.styles.width = width(text) + 2
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        cells = self.size.width
        text = self._text if width(self._text) <= cells else clip(self._short, cells)
        text = text if y == 0 else ""
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(cells, self.rich_style)


class _Fault(Highlighter):
    """Highlighter that underlines the fault of the typed text."""

    def __init__(self) -> None:
        self.place = (0, 0)

    def highlight(self, text: Text) -> None:
        text.stylize("underline", *self.place)


class LineInput(Input, TextEntry):
    """Input that takes only characters that can be shown, whether typed, pasted or given."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("typing")

    def __init__(self, owner: InputLine) -> None:
        self.line: LineId = "filter"
        self._owner = owner
        self._fault = _Fault()
        super().__init__(highlighter=self._fault, compact=True, select_on_focus=False)

    def underline(self, start: int, end: int) -> None:
        """Underline the text from `start` to `end`, and nothing else."""
        self._fault.place = (start, end)
        self.refresh()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Place of the next character. Textual's own is a cell further at the end of the text."""
        offset = super().cursor_screen_offset
        return offset - (1, 0) if self.cursor_at_end else offset

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is the line's: where it has nothing to delete, a choice is meant."""
        if action == "delete_right" and self.line == "bookmarks" and self.cursor_at_end:
            return False
        if action in {"complete", "recall"} and not self._owner.helps(
            later=(action, parameters) == ("recall", (-1,))
        ):
            return False
        return super().check_action(action, parameters)

    def settle(self) -> None:
        """Pass the text on to the question."""
        self._owner.settle()

    def on_paste(self, event: Paste) -> None:
        """Take the whole of a pasted text; each line break becomes a blank."""
        event.prevent_default()  # Textual takes the first line only
        event.stop()
        lines = (line.strip() for line in event.text.splitlines())
        self.replace(" ".join(line for line in lines if line), *sorted(self.selection))

    async def action_submit(self) -> None:
        """Submit at once, not by a message, since the next key may be for the widget shown then."""
        self._owner.submit()

    def action_clear(self) -> None:
        """Clear the text."""
        self.value = ""

    def action_complete(self, step: int) -> None:
        """Complete the text, or with -1 by the completion before."""
        self._offer(self._owner.assistant.completed(self._owner.question, self.value, step))

    def action_recall(self, step: int) -> None:
        """Bring back an earlier answer, or with -1 the later one."""
        self._offer(self._owner.assistant.recalled(self._owner.question, self.value, step))

    def _offer(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(text)

    def action_close(self) -> None:
        """Cancel the question."""
        self._owner.cancel()

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace the text from `start` to `end` by `text` without harmful characters."""
        super().replace(typed(text), start, end)


class InputLine(Horizontal):
    """Row of a label, an input and a remark, while a question is asked.

    It stays mounted and is hidden without a question: nothing is ever written to a line that is on its way
    in or out.
    """

    DEFAULT_CSS = """
    InputLine {
        dock: bottom; height: 1; background: $bar; display: none;
        &.-open { display: block; }
        & > .input-label { width: auto; color: $primary; text-style: bold; padding: 0 1; }
        & > Input {
            width: 1fr; height: 1; border: none; padding: 0; background: $bar;
            &:focus { border: none; background-tint: $foreground 0%; }
            & > .input--placeholder { color: $ink-muted; }
        }
        & > RemarkText { height: 1; max-width: 75%; color: $ink-muted; padding: 0 1; }
        &.-wrong > RemarkText { color: $error; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        """Question asked; None while the line is hidden."""
        self._label = Static(classes="input-label")
        self._input = LineInput(self)
        self._remark = RemarkText()
        self._told = ""  # the text that the question knows
        self.assistant = LineAssistant()
        """Assistant: completions and earlier answers."""

    def compose(self) -> ComposeResult:
        """Compose the label, the input and the remark."""
        yield self._label
        yield self._input
        yield self._remark

    # Asking

    def ask(self, question: Question, words: Catalogue, text: str = "", *, selected: bool = False) -> None:
        """Ask a question, with `text` to begin with; where it is `selected`, typing replaces it."""
        self.question = question
        self._input.line = question.line
        self.add_class(_OPEN)
        with self.prevent(Input.Changed):
            self._input.value = self._told = typed(text)
        self._input.cursor_position = len(self._told)
        if selected:
            self._input.select_all()
        self.write_labels(words)
        self.remark(LineRemark())
        self.take_focus()

    def hide(self) -> bool:
        """Hide the line; return False where it was hidden."""
        asked = self.question is not None
        self.question = None
        self.remove_class(_OPEN)
        return asked

    def helps(self, *, later: bool) -> bool:
        """Return whether the assistant has a key; that for a `later` answer only after an earlier one."""
        return self.assistant.helps(self.question) and (not later or self.assistant.recalls(self.text))

    def reword(self, words: Catalogue) -> None:
        """Write label, placeholder and remark in the language of `words`."""
        self.write_labels(words)
        if self.question is not None:
            self.remark(self.question.changed(self.text))

    def write_labels(self, words: Catalogue) -> None:
        """Write label and placeholder in the language of `words`."""
        if self.question is not None:
            self._label.update(Text(self.question.label(words)))
            self._input.placeholder = self.question.placeholder(words)

    def remark(self, remark: LineRemark) -> None:
        """Show a remark beside the input."""
        self.set_class(remark.wrong, _WRONG)
        self._remark.say(remark.text, remark.short)
        self._input.underline(*remark.fault)

    @property
    def text(self) -> str:
        """Text typed so far."""
        return self._input.value

    @property
    def wrong(self) -> bool:
        """True if the remark is about a fault."""
        return self.has_class(_WRONG)

    # Answers

    def submit(self) -> None:
        """Submit the text to the question; stay open with its remark, if any."""
        self._told = self.text
        if self.question is not None:
            remark = self.question.submitted(self.text)
            if remark is not None:
                self.remark(remark)

    def cancel(self) -> None:
        """Cancel the question."""
        if self.question is not None:
            self.question.cancelled()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass the text to the question; of several changes at once the last."""
        event.stop()
        self.settle()

    def settle(self) -> None:
        """Pass the text to the question, unless it knows it already."""
        if self.question is not None and self._told != self.text:
            self._told = self.text
            self.remark(self.question.changed(self.text))

    # Focus

    def on_mount(self) -> None:
        """Take the focus at once: the next key may have been pressed already."""
        if self.question is not None:
            self.take_focus()

    def take_focus(self) -> None:
        """Take the focus."""
        if self._input.is_attached:
            self.screen.set_focus(self._input)
            self.call_after_refresh(self.place_cursor)

    def on_resize(self) -> None:
        """Keep the hardware cursor in place."""
        self.call_after_refresh(self.place_cursor)

    def place_cursor(self) -> None:
        """Put the terminal's own cursor at the input: an input method opens its window there."""
        if self._input.has_focus:
            self.app.cursor_position = self._input.cursor_screen_offset
