"""Section bar: the sections as a row of tabs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.typesetting.cells import clip, width

if TYPE_CHECKING:
    from textual.events import Click


class SectionBar(OneLine):
    """Row with every section's number and short name; a click opens one."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {
        "here": StyleSpec("primary", bold=True, underline=True),
        "other": StyleSpec("ink-muted"),
    }
    DEFAULT_CSS = """
    SectionBar {
        height: 1; background: $surface;
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__()
        self._state = state
        self._here = 1

    def show(self, number: int) -> None:
        """Highlight the section with this number."""
        self._here = number
        self.refresh()

    def _tabs(self) -> Iterator[tuple[int, str, int]]:
        """Yield number, text and first column of each tab that fits into the row."""
        language = self._state.language
        sections = self._state.dossier.sections
        names = [f"{section.number} {section.short.in_language(language)}" for section in sections]
        gap = 3 if sum(map(width, names)) + 3 * len(names) <= self.size.width else 2
        room = max(4, (self.size.width - 1) // max(1, len(names)) - gap)
        crowded = sum(map(width, names)) + gap * len(names) > self.size.width
        column = 1
        for section, name in zip(sections, names, strict=True):
            text = clip(name, room) if crowded else name
            if column + width(text) > self.size.width:
                return
            yield section.number, text, column
            column += width(text) + gap

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        segments: list[Segment] = []
        used = 0
        for number, text, column in self._tabs():
            name = "here" if number == self._here else "other"
            segments.append(Segment(" " * (column - used), self.rich_style))
            segments.append(Segment(text, self.style(name)))
            used = column + width(text)
        return Strip(segments if y == 0 else []).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: Click) -> None:
        """Open the section under the mouse."""
        for number, text, column in self._tabs():
            if column <= event.x < column + width(text):
                self.post_message(OpenItem(Ref("section", self._state.dossier.sections[number - 1].id)))
