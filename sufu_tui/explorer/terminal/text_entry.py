"""Marker for widgets that take keys as text; apart, so that importing it does not import Input."""

from __future__ import annotations

from textual.widget import Widget

from sufu_tui.explorer.commands import LineId


class TextEntry(Widget):
    """Widget that the reader types into; `line` is its id in the table of commands."""

    line: LineId

    def settle(self) -> None:
        """Pass on what was typed so far: the next key may be about what it finds."""
        raise NotImplementedError
