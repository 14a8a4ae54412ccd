"""Glyph sets by name, for terminals that disagree on the cells that a character takes."""

from __future__ import annotations

from typing import Literal, get_args

GlyphSet = Literal["unicode", "narrow", "ascii"]
GLYPH_SETS: tuple[GlyphSet, ...] = get_args(GlyphSet)
GlyphChoice = Literal["auto", "unicode", "narrow", "ascii"]
"""Glyph set, or `auto`: the terminal is probed for the set it needs."""
GLYPH_CHOICES: tuple[GlyphChoice, ...] = get_args(GlyphChoice)


def glyph_choice_named(name: str) -> GlyphChoice | None:
    """Return the choice called `name`, or None where there is no such choice."""
    return next((choice for choice in GLYPH_CHOICES if choice == name), None)


BOOKMARK = "*"
"""Mark of what has a bookmark: the key that sets one, and the same in every set."""

LINKED = "»"
"""Sign of what belongs to the item that the reader looks at elsewhere; `>` where there is only ASCII."""
