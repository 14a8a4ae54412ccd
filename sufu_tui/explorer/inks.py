"""The styles of text, from the colours of the theme.

Made from theme variables and not from component classes of a style sheet: those cost a pass of the style
sheet for every style of every view at every start.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color

_INKS: Mapping[str, tuple[str, str]] = {  # the theme variable, and attributes
    "body": ("foreground", ""),
    "strong": ("foreground", "bold"),
    "muted": ("ink-muted", ""),
    "title": ("foreground", "bold"),
    "heading": ("primary", "bold"),
    "topic": ("primary", "bold"),
    "label": ("ink-muted", ""),
    "figure": ("ink-metric", "bold"),
    "metric": ("ink-metric", "underline"),
    "event": ("ink-event", "underline"),
    "entity": ("ink-entity", ""),
    "section": ("ink-section", "underline"),
}


_MARKED_WITHOUT_COLOUR = "entity"
"""Names are too many to be underlined, as other links are, unless nothing else tells them from the text."""


def text_styles(variables: Mapping[str, str], *, no_colour: bool = False) -> dict[str, Style]:
    """Return a Rich style for each style of flowing text; `selected` and `pointed` are laid over one.

    With `no_colour` every link differs from the text around it by more than its colour.
    """
    ground = Color.parse(variables["cursor-row"]).rich_color
    styles = {"selected": Style(reverse=True, bold=True), "pointed": Style(bgcolor=ground)}
    for name, (variable, attributes) in _INKS.items():
        colour = Color.parse(variables[variable]).rich_color
        underline = "underline" in attributes or (no_colour and name == _MARKED_WITHOUT_COLOUR)
        styles[name] = Style(color=colour, bold="bold" in attributes, underline=underline)
    return styles
