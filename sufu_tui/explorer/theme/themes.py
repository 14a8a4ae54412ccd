"""Themes of the explorer: ink on dark water, ink on paper.

Figures, dates and names have a colour each, the same in prose, table, timeline and card; every
such place also differs in shape or position, so that nothing depends on colour alone (WCAG 1.4.1).
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DARK = "sufu-dark"
LIGHT = "sufu-light"

_DARK_INKS: dict[str, str] = {
    "ink-metric": "#e3b062",
    "ink-event": "#7fb4dd",
    "ink-entity": "#8fc7a8",
    "ink-section": "#c3a6d8",
    "ink-muted": "#8a98a3",
    "ink-faint": "#4a5862",
    "bar": "#1d2830",
    "band": "#18222a",
    "cursor-row": "#2a3a45",
}


_LIGHT_INKS: dict[str, str] = {
    "ink-metric": "#8f4f00",
    "ink-event": "#1b5a96",
    "ink-entity": "#226848",
    "ink-section": "#6b4586",
    "ink-muted": "#66717a",
    "ink-faint": "#b9bdb8",
    "bar": "#e9e5db",
    "band": "#f3efe6",
    "cursor-row": "#dfe7e2",
}


# A terminal of 256 colours would round a tinted background to strong blue or teal; greys stay greys.
_DARK_GREYS: dict[str, str] = {"bar": "#262626", "band": "#1c1c1c", "cursor-row": "#3a3a3a"}
_LIGHT_GREYS: dict[str, str] = {"bar": "#e4e4e4", "band": "#eeeeee", "cursor-row": "#d0d0d0"}


def theme_named(name: str) -> str | None:
    """Return the full name of a theme; `dark` and `light` are ours; None for an unknown name."""
    name = {"dark": DARK, "light": LIGHT}.get(name, name)
    return name if name in {DARK, LIGHT, *BUILTIN_THEMES} else None


def theme_variables(*, dark: bool) -> dict[str, str]:
    """Return our theme variables, for themes without them."""
    return _DARK_INKS if dark else _LIGHT_INKS


def themes(*, few_colours: bool = False) -> tuple[Theme, Theme]:
    """Return the dark and the light theme; with `few_colours` for a terminal that has only 256."""
    dark = Theme(
        name=DARK,
        dark=True,
        primary="#5fb8a8",
        secondary="#7fb4dd",
        accent="#e3b062",
        warning="#e3b062",
        error="#e07a6b",
        success="#8fc7a8",
        foreground="#dbe2e6",
        background="#11181d",
        surface="#151e24",
        panel="#1d2830",
        variables=_DARK_INKS | (_DARK_GREYS if few_colours else {}),
    )
    light = Theme(
        name=LIGHT,
        dark=False,
        primary="#1c7a6c",
        secondary="#1f609c",
        accent="#925200",
        warning="#925200",
        error="#b23a2c",
        success="#2b7350",
        foreground="#20282d",
        background="#faf8f3",
        surface="#f4f1ea",
        panel="#e9e5db",
        variables=_LIGHT_INKS | (_LIGHT_GREYS if few_colours else {}),
    )
    return dark, light
