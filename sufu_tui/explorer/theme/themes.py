"""Themes of the explorer: ink on dark water, ink on paper; and Textual's, with the same inks.

Figures, dates and names have a colour each, the same in prose, table, timeline and card; every
such place also differs in shape or position, so that nothing depends on colour alone (WCAG 1.4.1).
Every ink can be read on every ground that it may stand on (`contrast.py`); the inks of our own
themes are chosen so, those of others are made so (`adapted_inks.py`). In ours the four inks of links and the
teal of bars, tabs and marks are at least 20 apart (CIEDE2000): names are a yellow green, far from the teal.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

DARK = "sufu-dark"
LIGHT = "sufu-light"

_DARK_INKS: dict[str, str] = {
    "ink-metric": "#e3b062",
    "ink-event": "#7fb4dd",
    "ink-entity": "#b4d488",
    "ink-section": "#c3a6d8",
    "ink-muted": "#9ca8b1",
    "ink-faint": "#4a5862",
    "ink-bar": "#a3824d",
    "ink-bar-next": "#bf9758",
    "ink-inverse": "#11181d",
    "bar": "#1d2830",
    "band": "#18222a",
    "cursor-row": "#2a3a45",
}


_LIGHT_INKS: dict[str, str] = {
    "ink-metric": "#8f4f00",
    "ink-event": "#1b5a96",
    "ink-entity": "#456a14",
    "ink-section": "#6b4586",
    "ink-muted": "#535c64",
    "ink-faint": "#b9bdb8",
    "ink-bar": "#9c6a28",
    "ink-bar-next": "#855617",
    "ink-inverse": "#faf8f3",
    "bar": "#e9e5db",
    "band": "#f3efe6",
    "cursor-row": "#dfe7e2",
}


# A terminal of 256 colours would round a tinted background to strong blue or teal; greys stay greys.
# On them some of the light inks would round to a colour too pale to be read.
_DARK_GREYS: dict[str, str] = {"bar": "#262626", "band": "#1c1c1c", "cursor-row": "#303030"}
_LIGHT_GREYS: dict[str, str] = {
    "bar": "#eeeeee",
    "band": "#f6f6f6",
    "cursor-row": "#e4e4e4",
    "ink-metric": "#5f5f00",
    "ink-entity": "#005f00",
    "ink-section": "#5f005f",
    "ink-bar": "#875f00",
    "ink-bar-next": "#5f5f00",
}


def theme_named(name: str) -> str | None:
    """Return the full name of a theme; `dark` and `light` are ours; None for an unknown name."""
    name = {"dark": DARK, "light": LIGHT}.get(name, name)
    return name if name in {DARK, LIGHT, *BUILTIN_THEMES} else None


def theme_names() -> tuple[str, ...]:
    """Return every name that `theme_named` knows: ours first, then Textual's from A to Z."""
    return ("dark", "light", DARK, LIGHT, *sorted(BUILTIN_THEMES))


def theme_variables(theme: Theme) -> dict[str, str]:
    """Return the variables that `theme` lacks: inks and grounds, and its own colours made readable."""
    if theme.name in {DARK, LIGHT}:
        return {}
    from sufu_tui.explorer.theme.adapted_inks import adapted_inks  # few starts have another theme

    return adapted_inks(theme, _DARK_INKS if theme.dark else _LIGHT_INKS)


def themes(*, few_colours: bool = False) -> tuple[Theme, Theme]:
    """Return the dark and the light theme; with `few_colours` for a terminal that has only 256."""
    dark = Theme(
        name=DARK,
        dark=True,
        primary="#5fb8a8",
        secondary="#7fb4dd",
        accent="#e3b062",
        warning="#e3b062",
        error="#e48f82",
        success="#b4d488",
        foreground="#dbe2e6",
        background="#11181d",
        surface="#151e24",
        panel="#1d2830",
        variables=_DARK_INKS | (_DARK_GREYS if few_colours else {}),
    )
    light = Theme(
        name=LIGHT,
        dark=False,
        primary="#16695d",
        secondary="#1f609c",
        accent="#5f5f00" if few_colours else "#874b00",
        warning="#874b00",
        error="#af0000" if few_colours else "#a33326",
        success="#456a14",
        foreground="#20282d",
        background="#faf8f3",
        surface="#f4f1ea",
        panel="#e9e5db",
        variables=_LIGHT_INKS | (_LIGHT_GREYS if few_colours else {}),
    )
    return dark, light
