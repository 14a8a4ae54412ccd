"""Title of a spot: the name of an item, or section, number and beginning of a paragraph."""

from __future__ import annotations

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.dossier.item_name import item_name
from sufu_tui.dossier.model import Dossier, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import clip

_BEGINNING = 48
"""Cells of a paragraph's beginning."""


def spot_title(spot: Spot, dossier: Dossier, words: Catalogue) -> str:
    """Return the title of a spot that `dossier` has."""
    item, language = dossier.item(spot.ref), words.language
    if not isinstance(item, Section) or spot.paragraph is None:
        return item_name(item).in_language(language)
    prose = item.paragraphs[spot.paragraph].text.in_language(language)
    return words(
        "bookmarks.paragraph",
        section=item.short.in_language(language),
        paragraph=spot.paragraph + 1,
        text=clip("".join(span.text for span in prose), _BEGINNING),
    )
