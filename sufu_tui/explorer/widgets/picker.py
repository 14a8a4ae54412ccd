"""Picker: an input line with choices below, for the search and the command palette."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.commands import LineId, bindings_of
from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.theme.styles import StyleCache, StyleSpec
from sufu_tui.explorer.widgets.input_line import InputLine
from sufu_tui.explorer.widgets.question import (
    Choice,
    Choices,
    EditableQuestion,
    Heading,
    LineRemark,
    PickerQuestion,
)
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import clip, fit, width
from sufu_tui.typesetting.excerpts import clipped_parts

if TYPE_CHECKING:
    from textual.events import Click, MouseScrollDown, MouseScrollUp


_PAGE = 10
"""Lines that a page key goes up or down."""

_STYLES: Mapping[str, StyleSpec] = {
    "tag": StyleSpec("ink-muted"),
    "match": StyleSpec("accent", bold=True),
    "heading": StyleSpec("primary", bold=True),
    "cursor": StyleSpec(background="cursor-row", bold=True),
}


class ChoiceList(Widget):
    """List of choices, one of them under the cursor."""

    DEFAULT_CSS = "ChoiceList { height: 1fr; background: $surface; }"

    class Clicked(Message):
        """Click on a choice."""

        def __init__(self, choice: Choice[Any], text: str) -> None:
            self.choice = choice
            """Choice clicked."""
            self.text = text
            """Text that it was found by."""
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.choices: Sequence[Choice[Any]] = ()
        """Choices shown."""
        self.text = ""
        """Text that they were found by."""
        self.cursor = 0
        """Number of the choice under the cursor."""
        self._headings: Sequence[Heading] = ()
        self._tag_cells = 0
        self._top = 0
        self._style = StyleCache(self, _STYLES)

    def notify_style_update(self) -> None:
        """Draw again in the colours of a new theme."""
        super().notify_style_update()
        self._style.forget()

    def show(self, choices: Choices[Any], text: str) -> None:
        """Show `choices`, found by `text`, with the cursor on the first."""
        self.choices, self.text = choices.found, text
        self._headings = choices.headings
        self._tag_cells = max(map(width, choices.tags), default=0) + 2
        self.cursor = self._top = 0
        self.refresh()

    def move(self, step: int) -> None:
        """Move the cursor by `step` lines."""
        self.cursor = max(0, min(len(self.choices) - 1, self.cursor + step))
        row = self._row_of(self.cursor)
        above = row - 1 if self._heading_at(row - 1) is not None else row
        rows = len(self.choices) + len(self._headings)
        self._top = Viewport(self._top, max(1, self.size.height), rows).showing(above, row).top
        self.refresh()

    def _row_of(self, choice: int) -> int:
        return choice + bisect_right(self._headings, choice, key=lambda heading: heading.first)

    def _heading_at(self, row: int) -> Heading | None:
        at = bisect_left(
            range(len(self._headings)), row, key=lambda number: self._headings[number].first + number
        )
        is_heading = at < len(self._headings) and self._headings[at].first + at == row
        return self._headings[at] if is_heading else None

    def _choice_at(self, row: int) -> int | None:
        """Return the number of the choice in a row of the list; None for a heading, or below the last."""
        before = bisect_left(
            range(len(self._headings)), row, key=lambda number: self._headings[number].first + number
        )
        choice = row - before
        return choice if self._heading_at(row) is None and 0 <= choice < len(self.choices) else None

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        row = y + self._top
        number, heading = self._choice_at(row), self._heading_at(row)
        if heading is not None:
            shown = f" {clip(heading.text, max(0, self.size.width - 2))}"
            return Strip([Segment(shown, self._style("heading"))]).adjust_cell_length(
                self.size.width, self._style()
            )
        if number is None:
            return Strip.blank(self.size.width, self._style())
        choice = self.choices[number]
        here = number == self.cursor
        background = ("cursor",) if here else ()
        base = self._style(*background)
        tag = fit(f" {choice.tag}", self._tag_cells)
        segments = [Segment("▸" if here else " ", base), Segment(tag, self._style(*background, "tag"))]
        for text, stands_out in clipped_parts(choice.parts, self.size.width - self._tag_cells - 2):
            segments.append(Segment(text, self._style(*background, "match") if stands_out else base))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: Click) -> None:
        """Choose the line under the mouse."""
        number = self._choice_at(event.y + self._top)
        if number is not None:
            self.cursor = number
            self.post_message(self.Clicked(self.choices[number], self.text))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:  # noqa: ARG002
        """Move down with the wheel."""
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:  # noqa: ARG002
        """Move up with the wheel."""
        self.move(-1)


class Picker(Vertical):
    """Picker for the choices of a question; posts `Chosen` on Enter or a click, `Closed` on Escape.

    It stays mounted, and is hidden without a question.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("choosing") + bindings_of("bookmarks")
    DEFAULT_CSS = """
    Picker {
        layer: above; dock: top; offset-y: 1; height: 60%; max-height: 24; background: $surface;
        border-bottom: outer $primary-muted; display: none;
        &.-open { display: block; }
        & > InputLine { dock: top; }
    }
    """

    class Chosen(Message):
        """Choice made by the reader."""

        def __init__(self, question: PickerQuestion[Any], value: Any, text: str) -> None:  # noqa: ANN401
            self.question = question
            """Question asked."""
            self.value = value
            """Value of the choice."""
            self.text = text
            """Text that it was found by."""
            super().__init__()

    class Closed(Message):
        """End without a choice."""

    def __init__(self) -> None:
        super().__init__()
        self.line: LineId = "search"
        self._question: PickerQuestion[Any] | None = None
        self._words: Catalogue | None = None
        self._line = InputLine()
        self._list = ChoiceList()

    def compose(self) -> ComposeResult:
        """Compose the line and the choices."""
        yield self._line
        yield self._list

    @property
    def choices(self) -> Sequence[Choice[Any]]:
        """Choices shown."""
        return self._list.choices

    def ask(self, question: PickerQuestion[Any], words: Catalogue, text: str = "") -> None:
        """Ask a question, with a selected `text` to begin with; go on where it is asked already."""
        if self._question is question:
            self._line.take_focus()
            return
        self._question, self.line, self._words = question, question.line, words
        self.add_class("-open")
        self._line.ask(self, words, text, selected=True)
        self._line.remark(self.changed(text))

    def find_again(self) -> None:
        """Find the choices for the same text, which may be others by now; the cursor stays on its own."""
        if self._question is None:
            return
        before = self.choices[self._list.cursor] if self.choices else None
        self._line.remark(self.changed(self._list.text))
        if before is not None:
            with suppress(ValueError):  # it may have gone
                self._list.move(self.choices.index(before))

    def reword(self, words: Catalogue) -> None:
        """Write everything but the typed text in the language of `words`; the cursor stays on its choice."""
        self._words = words
        self._line.write_labels(words)
        self.find_again()

    def hide(self) -> None:
        """Hide the picker."""
        self._question = None
        self._line.hide()
        self.remove_class("-open")

    def _choose(self, choice: Choice[Any], text: str) -> None:
        if self._question is not None:
            self.post_message(self.Chosen(self._question, choice.value, text))

    # The question of its line

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return self._question.label(words) if self._question else ""

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return self._question.placeholder(words) if self._question else ""

    def changed(self, text: str) -> LineRemark:
        """Find the choices for the typed text."""
        choices = self._question.find(text) if self._question else Choices[Any]()
        self._list.show(choices, text)
        return LineRemark(choices.remark)

    def submitted(self, text: str) -> LineRemark | None:
        """Choose the line under the cursor; stay open where there is none."""
        if text != self._list.text:
            self._line.remark(self.changed(text))
        if self.choices:
            self._choose(self.choices[self._list.cursor], text)
        return None

    def cancelled(self) -> None:
        """Close without a choice."""
        self.post_message(self.Closed())

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        """Choose the line under the mouse."""
        event.stop()
        self._choose(event.choice, event.text)

    def action_choice_up(self) -> None:
        """Go to the line above."""
        self._list.move(-1)

    def action_choice_down(self) -> None:
        """Go to the line below."""
        self._list.move(1)

    def action_choices_up(self) -> None:
        """Go some lines up."""
        self._list.move(-_PAGE)

    def action_choices_down(self) -> None:
        """Go some lines down."""
        self._list.move(_PAGE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action has anything to act on: few questions have choices that can be changed."""
        if action in {"remove_choice", "write_about_choice"}:
            return isinstance(self._question, EditableQuestion) and bool(self.choices)
        return super().check_action(action, parameters)

    def action_remove_choice(self) -> None:
        """Remove the choice under the cursor, or bring it back."""
        if isinstance(self._question, EditableQuestion):
            number = self._list.cursor
            self.post_message(Notice(self._question.remove(self.choices[number].value)))
            self._line.remark(self.changed(self._list.text))
            self._list.move(number)

    def action_write_about_choice(self) -> None:
        """Ask for the line of the choice under the cursor."""
        if isinstance(self._question, EditableQuestion) and self._words is not None:
            question = self._question.about(self.choices[self._list.cursor].value)
            self.ask(question, self._words, question.text)
