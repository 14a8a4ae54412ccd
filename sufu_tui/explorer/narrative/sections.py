"""Section bar: the sections as a row of tabs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.typesetting.cells import clip, width
from sufu_tui.typesetting.glyphs import LINKED

if TYPE_CHECKING:
    from textual.events import Click

_LEAST_TAB = 6
"""Least cells of a tab with its gap."""
_USUAL_TAB = 16
"""Cells of a tab with its gap, where only some of the sections have one."""


class SectionBar(OneLine):
    """Row with every section's short name; a click opens one."""

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
        self._linked: frozenset[str] = frozenset()

    def show(self, number: int, linked: frozenset[str] = frozenset()) -> None:
        """Highlight the section with this number; those `linked`, by their ids, have a sign."""
        self._here, self._linked = number, linked
        self.refresh()

    def _tabs(self) -> Iterator[tuple[int, str, int]]:
        """Yield number, text and first column of each tab in the row.

        Where not all fit, those around the present section are there with their numbers, and at the ends
        the numbers of the sections left out, as `‹2` and `12›`, which lead to the next of them.
        """
        columns, number = self.size.width - 1, len(self._state.dossier.sections)
        few = number * _LEAST_TAB <= columns
        names = [self._tab_text(one, columns) for one in range(1, number + 1)] if few else []
        for gap in (3, 2) if few else ():
            if sum(map(width, names)) + gap * number <= columns + 1:
                yield from _placed(enumerate(names, 1), 1, gap)
                return
        room = columns // max(1, number) - 2
        if few and room + 2 >= _LEAST_TAB:
            yield from _placed(enumerate((clip(name, room) for name in names), 1), 1, 2)
            return
        marks = 2 * (len(f"{number:,}") + 3)
        tab = min(_USUAL_TAB, max(_LEAST_TAB, columns - marks))
        shown = max(1, (columns - marks) // tab)
        first = max(1, min(self._here - shown // 2, number - shown + 1))
        last = min(number, first + shown - 1)
        before = [(first - 1, f"‹{first - 1:,}")] if first > 1 else []
        after = [(last + 1, f"{number - last:,}›")] if last < number else []
        tabs = [(one, self._tab_text(one, tab - 2, f"{one} ")) for one in range(first, last + 1)]
        yield from _placed([*before, *tabs, *after], 1, 2)

    def _tab_text(self, number: int, cells: int, prefix: str = "") -> str:
        section = self._state.dossier.sections[number - 1]
        prefix += LINKED if section.id in self._linked else ""
        return clip(prefix + section.short.in_language(self._state.language), cells)

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


def _placed(tabs: Iterable[tuple[int, str]], column: int, gap: int) -> Iterator[tuple[int, str, int]]:
    """Yield tabs with their columns, one after the other from `column` on."""
    for number, text in tabs:
        yield number, text, column
        column += width(text) + gap
