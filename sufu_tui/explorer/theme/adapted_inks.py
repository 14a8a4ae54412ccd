"""Adapted inks: our colours and a theme's own, moved as far as they need to be read on its grounds.

A theme of the terminal's own sixteen colours takes names in place of values: what they look like is
the terminal's matter, and in a picture that of `TERMINAL_DARK` and `TERMINAL_LIGHT`.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.terminal_theme import TerminalTheme
from textual.color import Color
from textual.theme import Theme

from sufu_tui.explorer.theme.contrast import GRAPHICS_CONTRAST, TEXT_CONTRAST, readable

GROUNDS = ("background", "surface", "bar", "band", "cursor-row")
"""Variables of the backgrounds that text and bars stand on."""

_GROUND_SHARES = {"band": 0.04, "bar": 0.08, "cursor-row": 0.14}
"""Share of the foreground in grounds of our own, the rest being background."""

_OWN_COLOURS = ("foreground", "primary", "accent", "error")
"""Colours of a theme in which the explorer writes."""

_LEAST = {"ink-bar": GRAPHICS_CONTRAST, "ink-bar-next": 1.2 * GRAPHICS_CONTRAST, "ink-faint": 1.5}

_SIXTEEN_DARK = {
    "ink-metric": "ansi_yellow",
    "ink-event": "ansi_bright_blue",
    "ink-entity": "ansi_green",
    "ink-section": "ansi_magenta",
    "ink-muted": "ansi_white",
    "ink-faint": "ansi_bright_black",
    "ink-bar": "ansi_yellow",
    "ink-bar-next": "ansi_bright_yellow",
    "ink-inverse": "ansi_black",
    "bar": "ansi_default",
    "band": "ansi_default",
    "cursor-row": "ansi_black",
    "primary": "ansi_cyan",
    "accent": "ansi_yellow",
    "error": "ansi_bright_red",
}
# Yellow, green and cyan cannot be read on white in most terminals.
_SIXTEEN_LIGHT = {
    "ink-metric": "ansi_red",
    "ink-event": "ansi_blue",
    "ink-entity": "ansi_magenta",
    "ink-section": "ansi_blue",
    "ink-muted": "ansi_bright_black",
    "ink-faint": "ansi_bright_black",
    "ink-bar": "ansi_red",
    "ink-bar-next": "ansi_bright_red",
    "ink-inverse": "ansi_bright_white",
    "bar": "ansi_default",
    "band": "ansi_default",
    "cursor-row": "ansi_white",
    "primary": "ansi_blue",
    "accent": "ansi_magenta",
    "error": "ansi_red",
}

TERMINAL_DARK = TerminalTheme(
    (17, 24, 29),
    (219, 226, 230),
    [
        (42, 58, 69),
        (228, 143, 130),
        (180, 212, 136),
        (227, 176, 98),
        (127, 180, 221),
        (195, 166, 216),
        (95, 184, 168),
        (152, 164, 174),
    ],
    [
        (106, 122, 133),
        (236, 163, 152),
        (200, 226, 160),
        (238, 198, 132),
        (127, 180, 221),
        (212, 189, 228),
        (130, 204, 190),
        (255, 255, 255),
    ],
)
"""Terminal's colours in a picture of a dark theme of sixteen."""

TERMINAL_LIGHT = TerminalTheme(
    (250, 248, 243),
    (32, 40, 45),
    [
        (32, 40, 45),
        (143, 79, 0),
        (34, 104, 72),
        (130, 90, 0),
        (27, 90, 150),
        (107, 69, 134),
        (22, 105, 93),
        (223, 231, 226),
    ],
    [
        (93, 103, 112),
        (178, 58, 44),
        (43, 115, 80),
        (146, 82, 0),
        (31, 96, 156),
        (122, 62, 157),
        (28, 122, 108),
        (255, 255, 255),
    ],
)
"""Terminal's colours in a picture of a light theme of sixteen."""


def adapted_inks(theme: Theme, inks: Mapping[str, str]) -> dict[str, str]:
    """Return grounds for `theme`, and `inks` and its own colours so that they can be read on them."""
    if theme.ansi:
        return dict(_SIXTEEN_DARK if theme.dark else _SIXTEEN_LIGHT)
    generated = theme.to_color_system().generate()
    background, foreground = (Color.parse(generated[name]) for name in ("background", "foreground"))
    grounds = {name: background.blend(foreground, share) for name, share in _GROUND_SHARES.items()}
    below = [background, Color.parse(generated["surface"]), *grounds.values()]
    found = {
        name: readable(Color.parse(colour), below, _LEAST.get(name, TEXT_CONTRAST))
        for name, colour in {**inks, **{name: generated[name] for name in _OWN_COLOURS}}.items()
        if name not in grounds
    }
    found["ink-inverse"] = background
    return {name: colour.hex6 for name, colour in {**found, **grounds}.items()}
