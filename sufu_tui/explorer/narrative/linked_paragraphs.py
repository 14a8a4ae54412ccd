"""Paragraphs that mention what the reader looks at, or looked at before: which one comes next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sufu_tui.dossier.model import Section
from sufu_tui.query.held_paragraphs import ParagraphPlace


def next_paragraph(
    places: Collection[ParagraphPlace], here: ParagraphPlace, sections: Sequence[Section]
) -> ParagraphPlace:
    """Return the first of `places` (one at least) after `here` in the order of the text, in a circle."""
    order = {section.id: number for number, section in enumerate(sections)}
    by_place = sorted(places, key=lambda place: (order[place.section], place.number))
    now = order[here.section], here.number
    return next((one for one in by_place if (order[one.section], one.number) > now), by_place[0])
