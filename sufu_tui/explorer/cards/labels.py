"""Labels of items: name, figure and citation in one line, for lists, links and the clipboard."""

from __future__ import annotations

from sufu_tui.dossier.localized import LocalizedText
from sufu_tui.dossier.model import Dossier, Entity, Event, Item, Metric, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.languages.relative_dates import distance_text
from sufu_tui.query.date_distance import distance
from sufu_tui.writing.citation import source_text


def item_name(item: Item) -> LocalizedText:
    """Return the name of an item in each language."""
    match item:
        case Metric():
            return item.label
        case Event():
            return item.title
        case Entity():
            return item.name
        case Section():
            return item.heading


def item_title(item: Item, words: Catalogue) -> str:
    """Return the name of an item in lists and links."""
    return item_name(item).in_language(words.language)


def item_figure(item: Item, dossier: Dossier, words: Catalogue) -> str:
    """Return a metric's figure, an event's date, an entity's role or kind, or a section's number."""
    match item:
        case Metric():
            return quantity_text(item.quantity, dossier.unit(item.unit), words)
        case Event():
            return date_text(item.date, words)
        case Entity():
            return item.role.in_language(words.language) if item.role else words(f"kind.{item.kind}")
        case Section():
            return words("card.section-number", number=item.number)


def relative_text(event: Event, zero: Event | None, words: Catalogue) -> str:
    """Return the distance of an event from day zero in words; empty without one, or where it is unknown."""
    if zero is None:
        return ""
    if event.id == zero.id:
        return words("card.day-zero")
    found = distance(event, zero)
    if found is None:
        return ""
    text = distance_text(found.least, found.most, words)
    vague = event.date.approximate or zero.date.approximate
    return words("date.about", date=text) if vague else text


def citation(item: Item, dossier: Dossier, words: Catalogue) -> str:
    """Return one line that quotes an item with its source and its address, for the clipboard."""
    printed = getattr(item, "printed", None)
    parts = [item_title(item, words), item_figure(item, dossier, words)]
    if printed:
        parts.append(words("card.printed-quote", printed=printed))
    parts.append(source_text(item.source, dossier, words))
    return words("card.separator").join([*parts, str(item.ref)])
