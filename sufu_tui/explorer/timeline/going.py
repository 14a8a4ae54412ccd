"""What a reader means who types a date or a word to go to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sufu_tui.dossier.edtf import EdtfDate, EdtfError, parse
from sufu_tui.dossier.edtf_hints import suggestion
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Event
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text

_BEFORE_ERA = re.compile(r"(?:西元前|公元前|前)(\d+)年?|(\d+) *(?:bce|bc)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """A date, or an event by its index."""

    date: EdtfDate | None = None
    event: int | None = None
    title: str = ""

    def said(self, words: Catalogue) -> str:
        """Return what was understood, in words."""
        return date_text(self.date, words) if self.date is not None else self.title


def date_meant(text: str, events: Sequence[Event], language: Language) -> Meant | None:
    """Return what `text` means: an EDTF date, a date as people write it, or words of an event's title.

    Full-width digits and signs are the same as ASCII ones. None where it means nothing.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    before = _BEFORE_ERA.fullmatch(plain)
    candidates = [f"{1 - int(before[1] or before[2]):05d}"] if before else [plain, suggestion(plain)]
    for candidate in candidates:
        try:
            return Meant(date=parse(candidate))
        except EdtfError:
            continue
    wanted = plain.casefold()
    for number, event in enumerate(events):
        titles = (*event.title.versions.values(), *event.short.versions.values(), event.id)
        if any(wanted in title.casefold() for title in titles):
            return Meant(event=number, title=event.title.in_(language))
    return None
