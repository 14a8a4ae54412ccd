"""Arrangement of the narrative: what stands beside the text on a screen of some width."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_CARD_BESIDE = 100
_USUAL = 110
_WIDE = 160
_PARALLEL = 112
"""Columns from which two languages stand side by side: nothing else takes room until they do."""
_OUTLINE = 30
_NARROW_CARD, _CARD, _WIDE_CARD = 37, 44, 56


class Arrangement(NamedTuple):
    """Parts beside the text: the columns of the card or the notes, and whether there is an outline."""

    card: int = 0
    """Columns of the card; 0 where it stands below the text."""
    outline: bool = False
    """True if the outline replaces the row of tabs."""
    narrow: bool = False
    """True if the card is narrower than usual."""

    def classes(self, *, noted: bool) -> Mapping[str, bool]:
        """Return the CSS classes of the pane, True for those that it has; `noted` where notes are wanted."""
        beside = self.card > 0
        return {
            "-beside": beside,
            "-narrow": self.narrow,
            "-outlined": self.outline,
            "-noted": noted and beside,
        }


def arranged(columns: int, *, parallel: bool) -> Arrangement:
    """Return the arrangement of a screen of so many columns, with one language or with two."""
    beside = _PARALLEL + _CARD if parallel else _CARD_BESIDE
    wide = _PARALLEL + _OUTLINE + _WIDE_CARD if parallel else _WIDE
    if columns >= wide:
        return Arrangement(_WIDE_CARD, outline=True)
    if not parallel and _CARD_BESIDE <= columns < _USUAL:
        return Arrangement(_NARROW_CARD, narrow=True)
    return Arrangement(_CARD if columns >= beside else 0)
