"""Linked paragraphs: the way from one that mentions what the reader looked at to the next."""

from __future__ import annotations

from collections.abc import Collection

from sufu_tui.dossier.model import Dossier
from sufu_tui.query.held_paragraphs import ParagraphPlace


def next_linked_paragraph(
    places: Collection[ParagraphPlace], here: ParagraphPlace, dossier: Dossier
) -> ParagraphPlace:
    """Return the first of `places` after `here` in the report; after the last the first of all."""
    order = {section.id: section.number for section in dossier.sections}

    def rank(place: ParagraphPlace) -> tuple[int, int]:
        return order[place.section], place.number

    ahead = [place for place in places if rank(place) > rank(here)]
    return min(ahead or places, key=rank)
