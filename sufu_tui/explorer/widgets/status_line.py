"""Status line: the row at the foot of a pane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.typesetting.cells import clip, width


class StatusLine(OneLine):
    """Row of text in parts, of which the first stands out."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {
        "first": StyleSpec("foreground"),
        "further": StyleSpec("ink-muted"),
    }
    DEFAULT_CSS = """
    StatusLine {
        height: 1; background: $surface;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[str, ...] = ()
        self._separator = ""

    def say(self, parts: tuple[str, ...], separator: str) -> None:
        """Show `parts` with `separator` between them."""
        if (parts, separator) != (self._parts, self._separator):
            self._parts, self._separator = parts, separator
            self.refresh()

    @property
    def text(self) -> str:
        """Text of the line."""
        return self._separator.join(self._parts)

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        segments = []
        if y == 0 and self._parts:
            first = f" {self._parts[0]}"
            further = "".join(self._separator + part for part in self._parts[1:])
            further = clip(further, max(0, self.size.width - width(first) - 1))
            segments = [
                Segment(first, self.style("first")),
                Segment(further, self.style("further")),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
