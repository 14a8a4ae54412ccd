"""Tally: which figures of a dossier may be added up."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.localized import LocalizedText


class Tally(NamedTuple):
    """Group of figures that may be added up: they count the same kind of thing, in one unit."""

    id: str
    label: LocalizedText
    unit: str
