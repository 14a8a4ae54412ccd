"""Lines of hits: what a hit is, and where in it the words stand; the parts that match are marked."""

from __future__ import annotations

from sufu_tui.dossier.model import Dossier, Entity, Event, Metric, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.search.hits import SearchHit
from sufu_tui.typesetting.excerpts import Parts, excerpt, marked_parts

EXCERPT_CELLS = 76
"""Cells of an excerpt where nothing is known of the room that it has."""


def hit_parts(hit: SearchHit, dossier: Dossier, words: Catalogue, cells: int = EXCERPT_CELLS) -> Parts:
    """Return a hit as a line: its section, its title, its figure, and an excerpt of at most `cells` cells."""
    separator = (words("card.separator"), False)
    parts: list[tuple[str, bool]] = []
    section = hit.place.subject
    if isinstance(section, Section):
        short = section.short.in_language(words.language)
        parts.append((f"{section.number} {short} {words('search.within')} ", False))
    title = hit.title
    if title:
        parts += excerpt(title, hit.title_marks, cells).parts
    figure, time = hit_figure(hit, dossier, words), hit_time(hit, words)
    told = hit.text_marks if hit.text == figure else ()  # a role is shown as it is
    if figure:
        parts += [separator, *([(figure, True)] if hit.by_number else marked_parts(figure, told))]
    if time and (hit.by_time or not figure):
        parts += [separator, (time, hit.by_time)]
    if not told and (hit.text_marks or (hit.paragraph is not None and not hit.title_marks)):
        parts += [*([separator] if title else []), *excerpt(hit.text, hit.text_marks, cells).parts]
    return tuple(parts)


def hit_figure(hit: SearchHit, dossier: Dossier, words: Catalogue) -> str:
    """Return a metric's figure, or what an entity is; empty for other places."""
    match hit.place.subject:
        case Metric() as metric:
            return quantity_text(metric.quantity, dossier.unit(metric.unit), words)
        case Entity() as entity:
            if entity.role:
                return entity.role.in_language(words.language)
            return entity_kind_text(entity.kind, dossier, words)
    return ""


def hit_time(hit: SearchHit, words: Catalogue) -> str:
    """Return the date of an event, or the period of a figure; empty for other places."""
    dates = hit.place.dates if isinstance(hit.place.subject, (Event, Metric)) else []
    return date_text(dates[0], words) if dates else ""


def hit_excerpt(hit: SearchHit, dossier: Dossier, words: Catalogue) -> str:
    """Return what of a hit matched as plain text: of its text, or else its figure or its title."""
    if hit.text_marks or hit.paragraph is not None:
        return excerpt(hit.text, hit.text_marks, EXCERPT_CELLS).text
    if hit.by_number:
        return hit_figure(hit, dossier, words)
    if hit.by_time:
        return hit_time(hit, words)
    return excerpt(hit.title, hit.title_marks, EXCERPT_CELLS).text
