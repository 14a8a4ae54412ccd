"""Citations of sources in each language: title, publisher, date."""

from __future__ import annotations

from sufu_tui.dossier.model import Dossier, Source, SourceRef
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text


def citation_text(ref: SourceRef, dossier: Dossier, words: Catalogue) -> str:
    """Return the citation of the place `ref`: title, publisher, date and part of its source."""
    source = dossier.source(ref.source)
    return words(
        "card.citation-source",
        title=source.title.in_language(words.language),
        publisher=source.publisher.in_language(words.language),
        date=date_text(source.date, words),
        part=ref.part,
    )


def source_text(source: Source, words: Catalogue) -> str:
    """Return the citation of a whole source: title, publisher and date."""
    return words(
        "show.source",
        title=source.title.in_language(words.language),
        publisher=source.publisher.in_language(words.language),
        date=date_text(source.date, words),
    )
