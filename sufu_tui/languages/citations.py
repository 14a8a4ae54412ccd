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
        part=part_text(ref, dossier, words),
    )


def part_text(ref: SourceRef, dossier: Dossier, words: Catalogue) -> str:
    """Return the part of a source in words: `section 02`, or the name of the section that retells it.

    A part that has neither a number nor a section is called by its own name.
    """
    if ref.part.isdecimal():
        return words("card.citation-part", number=ref.part)
    retold = next((section for section in dossier.sections if section.source == ref), None)
    return ref.part if retold is None else retold.short.in_language(words.language)


def source_text(source: Source, words: Catalogue) -> str:
    """Return the citation of a whole source: title, publisher and date."""
    return words(
        "show.source",
        title=source.title.in_language(words.language),
        publisher=source.publisher.in_language(words.language),
        date=date_text(source.date, words),
    )
