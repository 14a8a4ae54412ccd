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

    def classes(self) -> Mapping[str, bool]:
        """Return the CSS classes of the pane, True for those that it has."""
        return {"-beside": self.card > 0, "-narrow": self.narrow, "-outlined": self.outline}


def columns_for_notes(*, parallel: bool) -> int:
    """Return the columns from which notes, or a card, stand beside one language or two."""
    return _PARALLEL + _CARD if parallel else _CARD_BESIDE


def arranged(columns: int, *, parallel: bool) -> Arrangement:
    """Return the arrangement of a screen of so many columns, with one language or with two."""
    beside = columns_for_notes(parallel=parallel)
    wide = _PARALLEL + _OUTLINE + _WIDE_CARD if parallel else _WIDE
    if columns >= wide:
        return Arrangement(_WIDE_CARD, outline=True)
    if not parallel and _CARD_BESIDE <= columns < _USUAL:
        return Arrangement(_NARROW_CARD, narrow=True)
    return Arrangement(_CARD if columns >= beside else 0)
