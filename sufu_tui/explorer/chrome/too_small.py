"""Sentence for a terminal that is too small to show anything well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import split_at

if TYPE_CHECKING:
    from textual.geometry import Size

LEAST_COLUMNS = 48
LEAST_ROWS = 16


class TooSmall(Widget):
    """Sentence in the reader's language, as large as the terminal.

    It covers what there is and hides nothing: what is hidden would lose the keys.
    """

    DEFAULT_CSS = """
    TooSmall { layer: top; dock: top; display: none; width: 100%; height: 100%; background: $background; }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__()
        self._state = state

    def on_mount(self) -> None:
        """Follow the language."""
        self._state.watch(self._state_changed)

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.LANGUAGE in changes:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line of the sentence."""
        columns, rows = self.size
        text = self._state.words(
            "app.too-small", columns=LEAST_COLUMNS, rows=LEAST_ROWS, has_columns=columns, has_rows=rows
        )
        lines = wrap(text, columns) if columns > 1 else []
        line = split_at(lines[y], columns)[0] if y < len(lines) else ""
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(columns, self.rich_style)


def is_too_small(size: Size) -> bool:
    """Return whether nothing can be shown well in so many cells."""
    return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS
