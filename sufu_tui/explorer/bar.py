"""What the rows have in common that are drawn as one line: tabs, status, hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual.color import Color
from textual.widget import Widget


class Ink(NamedTuple):
    """Theme variables for the colour of text and, unless it is that of the row, of its ground."""

    colour: str
    ground: str = ""
    bold: bool = False
    underline: bool = False


class Bar(Widget):
    """One row, drawn with the inks of its class.

    They are made from theme variables and not from component classes of a style sheet: those cost a pass of
    the style sheet for every ink of every row at every start.
    """

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
            colour, ground, bold, underline = self.INKS[name]
            style = self._styles[name] = self.rich_style + Style(
                color=self._colour(colour).rich_color,
                bgcolor=self._colour(ground).rich_color if ground else None,
                bold=bold or None,
                underline=underline or None,
            )
        return style

    def _colour(self, variable: str) -> Color:
        return Color.parse(self.app.theme_variables[variable])
