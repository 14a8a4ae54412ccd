"""What takes keys as text, so that those of the panes do nothing: known without what it needs to be drawn."""

from __future__ import annotations

from textual.widget import Widget

from sufu_tui.explorer.commands import LineId


class TextEntry(Widget):
    """A widget that the reader types into; `line` says what for."""

    line: LineId
