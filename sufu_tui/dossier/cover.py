"""Cover of a dossier: what its author wants on the page before the first section."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.dossier.localized import LocalizedText


class Cover(NamedTuple):
    """Cover as the author has it: ids of figures, events and names; what is missing is chosen by weight.

    The `strip` is the interval of its strip of time.
    """

    lead: LocalizedText | None = None
    figures: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    strip: EdtfDate | None = None


NO_COVER = Cover()
"""Cover of which everything is chosen by weight."""
