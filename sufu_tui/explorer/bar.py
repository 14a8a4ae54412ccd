"""What the rows have in common that are drawn as one line: tabs, status, hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from textual.widget import Widget

from sufu_tui.explorer.inks import Ink


class Bar(Widget):
    """One row, drawn with the inks of its class."""

    INKS: ClassVar[Mapping[str, Ink]] = {}

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._styles = {}

    def ink(self, name: str) -> Style:
        """Return the style of an ink of the class."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.rich_style + self.INKS[name].style(self.app.theme_variables)
        return style
