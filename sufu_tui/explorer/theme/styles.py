"""Text styles from the colours of the theme.

Made from theme variables and not from component classes of a style sheet: those cost a pass of the style
sheet for every style of every view at every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.color import Color

from sufu_tui.dossier.web_address import uri_of

if TYPE_CHECKING:
    from textual.widget import Widget


class StyleSpec(NamedTuple):
    """Style by theme variables for the colours of text and background; without one it shows the one below."""

    colour: str = ""
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def style(self, variables: Mapping[str, str]) -> Style:
        """Return the style in a theme with these variables."""
        return Style(
            color=Color.parse(variables[self.colour]).rich_color if self.colour else None,
            bgcolor=Color.parse(variables[self.background]).rich_color if self.background else None,
            bold=self.bold or None,
            italic=self.italic or None,
            underline=self.underline or None,
            reverse=self.reverse or None,
        )


class StyleCache:
    """Cache of the styles of a widget in the present theme, kept until `forget`."""

    def __init__(self, widget: Widget, styles: Mapping[str, StyleSpec]) -> None:
        self._widget = widget
        self._styles = styles
        self._mixed: dict[tuple[str, ...], Style] = {}
        self._links: dict[str, Style] = {}

    def __call__(self, *names: str) -> Style:
        """Return the widget's own style with the named ones laid over it, one after the other."""
        style = self._mixed.get(names)
        if style is None:
            style, variables = self._widget.rich_style, self._widget.app.theme_variables
            for name in names:
                style += self._styles[name].style(variables)
            self._mixed[names] = style
        return style

    def linked(self, address: str, *names: str) -> Style:
        """Return the style of a link to a web address, for the terminal as well (OSC 8).

        It is the same for every line of a link: so the terminal knows that they are one.
        """
        if address not in self._links:
            self._links[address] = Style(link=uri_of(address))
        return self(*names) + self._links[address]

    def forget(self) -> None:
        """Clear the cache: the theme has changed."""
        self._mixed.clear()


FOUND = StyleSpec("ink-inverse", "accent", bold=True)
"""Style of what a search found, in any view."""

TEXT_STYLES: Mapping[str, StyleSpec] = {
    "body": StyleSpec("foreground"),
    "strong": StyleSpec("foreground", bold=True),
    "muted": StyleSpec("ink-muted"),
    "dimmed": StyleSpec("ink-muted"),
    "dimmed-link": StyleSpec("ink-muted", underline=True),
    "title": StyleSpec("foreground", bold=True),
    "title-link": StyleSpec("ink-entity", bold=True, underline=True),
    "heading": StyleSpec("foreground", bold=True),
    "topic": StyleSpec("foreground", bold=True),
    "rule": StyleSpec("ink-faint"),
    "label": StyleSpec("ink-muted"),
    "second": StyleSpec("ink-muted"),
    "figure": StyleSpec("ink-metric", bold=True),
    "metric": StyleSpec("ink-metric", bold=True, underline=True),
    "event": StyleSpec("ink-event", italic=True, underline=True),
    "entity": StyleSpec("ink-entity", underline=True),
    "section": StyleSpec("ink-section", underline=True),
    "address": StyleSpec("ink-muted", underline=True),
    "quiet-link": StyleSpec("foreground", underline=True),
    "note-metric": StyleSpec("ink-metric"),
    "note-event": StyleSpec("ink-event"),
    "quote": StyleSpec("foreground", italic=True),
    "quote-rule": StyleSpec("primary"),
    "wrong": StyleSpec("error", "cursor-row", bold=True),
    "unclaimed": StyleSpec("ink-inverse", "accent", bold=True),
    "pointer": StyleSpec("primary", bold=True),
    "pointed": StyleSpec(background="cursor-row"),
    "set-off": StyleSpec(background="bar"),
    "edge": StyleSpec("ink-muted"),
    "selected": StyleSpec(bold=True, reverse=True),
    "found": FOUND,
    "thumb": StyleSpec("ink-muted"),
    "track": StyleSpec("ink-faint"),
}
"""Styles of flowing text; `pointed` lies below the others, `selected` and `found` above.

Links are underlined, and nothing else is, so that they can be told without colour; names as the name marks
of Chinese typesetting are. Figures are bold as well, dates italic where the terminal has italics. Headings
have the ink of the text, bold, with a blank line above: the colour of names is near to that of bars and tabs.
"""

MARGIN_MARKS: Mapping[str, str] = {"wrong": "!", "unclaimed": "?", "dimmed": "·", "dimmed-link": "·"}
"""Marks in the margin of lines with text of these styles, which so can be told without colour."""

BAR_STYLES: Mapping[str, StyleSpec] = {
    "bar": StyleSpec("ink-bar"),
    "bar-turned": StyleSpec("ink-bar", reverse=True),
    "bar-next": StyleSpec("ink-bar-next"),
    "bar-next-turned": StyleSpec("ink-bar-next", reverse=True),
    "axis": StyleSpec("ink-muted"),
    "word": StyleSpec("ink-muted"),
}
"""Styles of drawn figures; `next` is the tone of every other line, where bars would run into each other."""
