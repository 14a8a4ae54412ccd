"""Percent: which units count hundredths, so that a third of a whole is 33.3 of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sufu_tui.dossier.localized import LocalizedText


def has_percent_sign(pattern: LocalizedText) -> bool:
    """Return whether figures of a unit with this pattern are written with a percent sign, in any language."""
    return any("%" in text or "％" in text for text in pattern.versions.values())


def counts_hundredths(unit: str, pattern: LocalizedText | None) -> bool:
    """Return whether the unit of this id and pattern is "percent", or is written with its sign."""
    return unit == "percent" or (pattern is not None and has_percent_sign(pattern))
