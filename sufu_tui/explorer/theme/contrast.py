"""Contrast of colours, by the formulas of WCAG 2.2, and colours moved until they have enough of it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.color import BLACK, WHITE, Color

TEXT_CONTRAST = 4.5
"""Least contrast of text with its background (WCAG 2.2, 1.4.3)."""

GRAPHICS_CONTRAST = 3.0
"""Least contrast of bars and marks with what is around them (WCAG 2.2, 1.4.11)."""

_STEPS = 50
_MARGIN = 0.05
"""Contrast above the least: what is written as `#rrggbb` is rounded."""


def luminance(colour: Color) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 (none) to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, grounds: Iterable[Color], least: float = TEXT_CONTRAST) -> Color:
    """Return `colour`, moved to white or black as far as its contrast with all `grounds` asks for."""
    grounds = tuple(grounds)
    end = max((WHITE, BLACK), key=lambda one: min(contrast(one, ground) for ground in grounds))
    for step in range(_STEPS):
        moved = colour.blend(end, step / _STEPS, alpha=1)
        if min(contrast(moved, ground) for ground in grounds) >= least + _MARGIN:
            return moved
    return end
