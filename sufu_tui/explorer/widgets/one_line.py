"""What the rows have in common that are drawn as one line: tabs, status, hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.widget import Widget

from sufu_tui.explorer.theme.styles import StyleCache, StyleSpec


class OneLine(Widget):
    """One row, drawn with the inks of its class."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.style = StyleCache(self, self.STYLES)

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self.style.forget()
