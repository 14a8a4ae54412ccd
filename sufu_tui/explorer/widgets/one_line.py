"""One-line widget: the base of tabs, status and hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.widget import Widget

from sufu_tui.explorer.theme.styles import StyleCache, StyleSpec


class OneLine(Widget):
    """Row drawn with the styles of its class."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.style = StyleCache(self, self.STYLES)

    def notify_style_update(self) -> None:
        """Draw again in the colours of a new theme."""
        super().notify_style_update()
        self.style.forget()
