"""A line to type in: for the filter, the search and the date to go to."""

from __future__ import annotations

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from sufu_tui.explorer.commands import LineId, bindings_of
from sufu_tui.explorer.typedin import TypedIn
from sufu_tui.typesetting.cells import clip, width
from sufu_tui.typesetting.safe_characters import typed


class Remark(Widget):
    """A sentence in one row; where it does not fit, a mark says that something is missing."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = self._short = ""
        self.display = False  # what says nothing takes no room

    def say(self, text: str, short: str = "") -> None:
        """Show `text`, or nothing; where that has no room, `short` if there is one."""
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
    """Underlines what is wrong."""

    def __init__(self) -> None:
        self.place = (0, 0)

    def highlight(self, text: Text) -> None:
        text.stylize("underline", *self.place)


class Line(Input, TypedIn):
    """An input that takes only what can be shown, whether it is typed, pasted or given.

    Posts `Left` on Escape, besides what every input posts.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("typing")

    class Left(Message):
        """The reader pressed Escape."""

    def __init__(self, line: LineId, text: str, placeholder: str) -> None:
        self.line = line
        self._fault = _Fault()
        super().__init__(
            typed(text),
            placeholder=placeholder,
            highlighter=self._fault,
            compact=True,
            select_on_focus=False,
        )

    def underline(self, start: int, end: int) -> None:
        """Underline what stands between `start` and `end`, and nothing else."""
        self._fault.place = (start, end)
        self.refresh()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next character goes. Textual's own place is a cell further at the end of the text."""
        offset = super().cursor_screen_offset
        return offset - (1, 0) if self.cursor_at_end else offset

    def action_clear(self) -> None:
        """Take back all that was typed."""
        self.value = ""

    def action_close(self) -> None:
        """Say that the reader has done with it."""
        self.post_message(self.Left())

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of what stands between `start` and `end`, without what is harmful."""
        super().replace(typed(text), start, end)


class Prompt(Horizontal):
    """A label, an input and a remark, in one row at the foot of a pane.

    Posts `Changed` with every key, `Submitted` on Enter and `Closed` on Escape.
    """

    DEFAULT_CSS = """
    Prompt {
        dock: bottom; height: 1; background: $bar;
        & > #prompt-label { width: auto; color: $primary; text-style: bold; padding: 0 1; }
        & > Input {
            width: 1fr; height: 1; border: none; padding: 0; background: $bar;
            &:focus { border: none; background-tint: $foreground 0%; }
        }
        & > #prompt-remark { height: 1; max-width: 75%; color: $ink-muted; padding: 0 1; }
        &.-wrong > #prompt-remark { color: $error; }
    }
    """

    class Changed(Message):
        """The text changed."""

        def __init__(self, prompt: Prompt, text: str) -> None:
            self.prompt = prompt
            """Where it was typed."""
            self.text = text
            """What the line holds now."""
            super().__init__()

    class Submitted(Changed):
        """The reader pressed Enter."""

    class Closed(Changed):
        """The reader pressed Escape."""

    def __init__(
        self,
        line: LineId,
        label: str,
        text: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002  Textual's own word
    ) -> None:
        super().__init__(id=id)
        self._line: LineId = line
        self._label = label
        self._text = text
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """Make the label, the input and the remark."""
        yield Static(Text(self._label), id="prompt-label")
        yield Line(self._line, self._text, self._placeholder)
        yield Remark(id="prompt-remark")

    def on_mount(self) -> None:
        """Take the keys, at once: the next may have been pressed already."""
        self.take_focus()
        self.call_after_refresh(self.place_cursor)

    def on_resize(self) -> None:
        """Keep the hardware cursor in place."""
        self.call_after_refresh(self.place_cursor)

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where the text goes: an input method opens its window there."""
        for field in self.query(Input):  # none where the line has been closed since
            if field.has_focus:
                self.app.cursor_position = field.cursor_screen_offset

    def reword(self, label: str, placeholder: str) -> None:
        """Say label and placeholder in other words."""
        self.query_one("#prompt-label", Static).update(Text(label))
        self.query_one(Input).placeholder = placeholder

    def take_focus(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self.query_one(Input))

    @property
    def text(self) -> str:
        """What the line holds."""
        return self.query_one(Input).value

    @property
    def wrong(self) -> bool:
        """Whether the remark is about something wrong."""
        return self.has_class("-wrong")

    def remark(
        self, text: str, *, short: str = "", wrong: bool = False, place: tuple[int, int] = (0, 0)
    ) -> None:
        """Say `text` beside the input, or `short` where there is less room.

        What is `wrong` is said in the colour of errors, and the `place` of the fault is underlined.
        """
        self.set_class(wrong, "-wrong")
        self.query_one(Remark).say(text, short)
        self.query_one(Line).underline(*place)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass a changed text on."""
        event.stop()
        self.post_message(self.Changed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass Enter on."""
        event.stop()
        self.post_message(self.Submitted(self, event.value))

    def on_line_left(self, event: Line.Left) -> None:
        """Pass Escape on."""
        event.stop()
        self.post_message(self.Closed(self, self.text))
