"""Reading of a source's text: where its parts begin, and what in it no item is to claim."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.localized import LocalizedText


class PartBeginning(NamedTuple):
    """Line of a source's text that a part begins with; `*` in it stands for anything."""

    part: str
    line: str


class Waiver(NamedTuple):
    """Words of a source whose numbers no item is to claim, and why; in one part, or anywhere."""

    words: str
    reason: LocalizedText
    part: str | None = None
