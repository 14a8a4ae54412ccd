"""Inks: the styles of text, from the colours of the theme.

Made from theme variables and not from component classes of a style sheet: those cost a pass of the style
sheet for every style of every view at every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color


class Ink(NamedTuple):
    """Theme variables for the colour of text and, unless it is that of what it stands on, of its ground."""

    colour: str
    ground: str = ""
    bold: bool = False
    underline: bool = False

    def style(self, variables: Mapping[str, str]) -> Style:
        """Return the ink in a theme with these variables."""
        return Style(
            color=Color.parse(variables[self.colour]).rich_color,
            bgcolor=Color.parse(variables[self.ground]).rich_color if self.ground else None,
            bold=self.bold,
            underline=self.underline,
        )


_INKS: Mapping[str, Ink] = {
    "body": Ink("foreground"),
    "strong": Ink("foreground", bold=True),
    "muted": Ink("ink-muted"),
    "title": Ink("foreground", bold=True),
    "heading": Ink("primary", bold=True),
    "topic": Ink("primary", bold=True),
    "label": Ink("ink-muted"),
    "figure": Ink("ink-metric", bold=True),
    "metric": Ink("ink-metric", underline=True),
    "event": Ink("ink-event", underline=True),
    "entity": Ink("ink-entity"),
    "section": Ink("ink-section", underline=True),
}


_MARKED_WITHOUT_COLOUR = "entity"
"""Names are too many to be underlined, as other links are, unless nothing else tells them from the text."""


def text_styles(variables: Mapping[str, str], *, no_colour: bool = False) -> dict[str, Style]:
    """Return a Rich style for each style of flowing text; `selected` and `pointed` are laid over one.

    With `no_colour` every link differs from the text around it by more than its colour.
    """
    ground = Color.parse(variables["cursor-row"]).rich_color
    styles = {"selected": Style(reverse=True, bold=True), "pointed": Style(bgcolor=ground)}
    for name, ink in _INKS.items():
        marked = no_colour and name == _MARKED_WITHOUT_COLOUR
        styles[name] = (ink._replace(underline=True) if marked else ink).style(variables)
    return styles
