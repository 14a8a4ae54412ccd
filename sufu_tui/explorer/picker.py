"""A line to type in with what it finds below: the search and the command palette are pickers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.commands import LineId, bindings_of
from sufu_tui.explorer.finding import Choice
from sufu_tui.explorer.inks import Ink, Palette
from sufu_tui.explorer.prompt import Prompt
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.typesetting.cells import fit, split_at, width

if TYPE_CHECKING:
    from textual.events import Click, MouseScrollDown, MouseScrollUp

    from sufu_tui.asking.searching import Hit
    from sufu_tui.explorer.commands import Command


_PAGE = 10
"""Lines that a key goes up or down at once."""

_INKS: Mapping[str, Ink] = {
    "tag": Ink("ink-muted"),
    "match": Ink("accent", bold=True),
    "cursor": Ink(ground="cursor-row", bold=True),
}


class Choices(Widget):
    """The found lines, one of them under the cursor."""

    DEFAULT_CSS = "Choices { height: 1fr; background: $surface; }"

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, value: Command | Hit) -> None:
            self.value = value
            """What the choice stands for."""
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.choices: Sequence[Choice] = ()
        self.cursor = 0
        self._top = 0
        self._ink = Palette(self, _INKS)

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._ink.forget()

    def show(self, choices: Sequence[Choice]) -> None:
        """Show `choices` with the cursor on the first."""
        self.choices = choices
        self.cursor = self._top = 0
        self.refresh()

    def move(self, step: int) -> None:
        """Move the cursor by `step` lines."""
        self.cursor = max(0, min(len(self.choices) - 1, self.cursor + step))
        self._top = Viewport(self._top, max(1, self.size.height), len(self.choices)).showing(self.cursor).top
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        number = y + self._top
        if number >= len(self.choices):
            return Strip.blank(self.size.width, self._ink())
        choice = self.choices[number]
        here = number == self.cursor
        ground = ("cursor",) if here else ()
        base = self._ink(*ground)
        tag_cells = max(width(other.tag) for other in self.choices) + 2
        tag = fit(f" {choice.tag}", tag_cells)
        segments = [Segment("▸" if here else " ", base), Segment(tag, self._ink(*ground, "tag"))]
        room = self.size.width - tag_cells - 2
        for text, stands_out in choice.parts:
            shown = split_at(text, room)[0]
            room -= width(shown)
            segments.append(Segment(shown, self._ink(*ground, "match") if stands_out else base))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: Click) -> None:
        """Choose the line under the mouse."""
        number = event.y + self._top
        if number < len(self.choices):
            self.cursor = number
            self.post_message(self.Clicked(self.choices[number].value))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:  # noqa: ARG002
        """Move down with the wheel."""
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:  # noqa: ARG002
        """Move up with the wheel."""
        self.move(-1)


class Picker(Vertical):
    """Asks `find` for choices with every key; posts `Chosen` on Enter or a click, `Closed` on Escape."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("choosing")
    DEFAULT_CSS = """
    Picker {
        layer: above; dock: top; offset-y: 1; height: 60%; max-height: 24; background: $surface;
        border-bottom: outer $primary-muted;
        & > Prompt { dock: top; }
    }
    """

    class Chosen(Message):
        """The reader chose a line."""

        def __init__(self, value: Command | Hit, query: str) -> None:
            self.value = value
            """What the choice stands for."""
            self.query = query
            """What it was found by."""
            super().__init__()

    class Closed(Message):
        """The reader gave up."""

    def __init__(
        self,
        line: LineId,
        label: str,
        placeholder: str,
        find: Callable[[str], tuple[Sequence[Choice], str]],
        text: str = "",
    ) -> None:
        super().__init__()
        self._line: LineId = line
        self._label = label
        self._placeholder = placeholder
        self._text = text  # what the choices were found by: more may have been typed since
        self._find = find

    def compose(self) -> ComposeResult:
        """Make the line and the list."""
        yield Prompt(self._line, self._label, self._text, self._placeholder)
        yield Choices()

    def on_mount(self) -> None:
        """Show what is found for the text given."""
        self._look_for(self._text)

    def _look_for(self, text: str) -> None:
        self._text = text
        choices, remark = self._find(text)
        self.query_one(Choices).show(choices)
        self.query_one(Prompt).remark(remark)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Look for what is typed."""
        event.stop()
        self._look_for(event.text)

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Choose the line under the cursor."""
        event.stop()
        choices = self.query_one(Choices)
        if choices.choices:
            self.post_message(self.Chosen(choices.choices[choices.cursor].value, self._text))

    def on_choices_clicked(self, event: Choices.Clicked) -> None:
        """Choose the line under the mouse."""
        event.stop()
        self.post_message(self.Chosen(event.value, self._text))

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Give up."""
        event.stop()
        self.post_message(self.Closed())

    def action_choice_up(self) -> None:
        """Go to the line above."""
        self.query_one(Choices).move(-1)

    def action_choice_down(self) -> None:
        """Go to the line below."""
        self.query_one(Choices).move(1)

    def action_choices_up(self) -> None:
        """Go some lines up."""
        self.query_one(Choices).move(-_PAGE)

    def action_choices_down(self) -> None:
        """Go some lines down."""
        self.query_one(Choices).move(_PAGE)
