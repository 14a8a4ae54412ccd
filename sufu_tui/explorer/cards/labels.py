"""Labels of items: name, figure and citation in one line, for lists, links and the clipboard."""

from __future__ import annotations

from decimal import Decimal

from sufu_tui.dossier.item_name import item_name
from sufu_tui.dossier.model import Dossier, Entity, Event, Item, Metric, Ref, Section, SourceRef, Unit
from sufu_tui.explorer.pane import Citation
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import citation_text
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.languages.relative_dates import distance_text
from sufu_tui.query.date_distance import distance


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
            return (
                item.role.in_language(words.language)
                if item.role
                else entity_kind_text(item.kind, dossier, words)
            )
        case Section():
            return words("card.section-number", number=item.number)


def in_full_text(value: Decimal, unit: Unit, words: Catalogue) -> str:
    """Return `value` with all its digits and the name of its unit: `1 city`, `66,000 people`."""
    language = words.language
    if value == 1 and unit.singular is not None and language in unit.singular.versions:
        return unit.singular.in_language(language).replace("{}", "1")
    return words("card.in-full", number=f"{value:,f}", unit=unit.label.in_language(language))


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


def item_citation(item: Item, dossier: Dossier, words: Catalogue) -> Citation:
    """Return one line that quotes an item with its source, the source's address, and its own."""
    printed = getattr(item, "printed", None)
    title = item_title(item, words)
    parts = [title, item_figure(item, dossier, words)]
    if printed:
        parts.append(words("card.printed-quote", printed=printed))
    provenance = _provenance(item.ref, item.source, dossier, words)
    text = words("card.separator").join([*parts, *provenance])
    return Citation(title, text, dossier.source(item.source.source).url)


def text_citation(section: Section, number: int | None, dossier: Dossier, words: Catalogue) -> Citation:
    """Return the paragraph `number` of a section with its source, or without a number the section."""
    if number is None:
        return item_citation(section, dossier, words)
    return paragraph_citation(section, number, dossier, words)


def paragraph_citation(section: Section, number: int, dossier: Dossier, words: Catalogue) -> Citation:
    """Return a paragraph of a section, by its number from 0, and below it a line with section and source."""
    paragraph = section.paragraphs[number]
    text = "".join(span.text for span in paragraph.text.in_language(words.language))
    name = f"{section.number} {section.short.in_language(words.language)}"
    title = words("card.paragraph", section=name, number=number + 1)
    place = words("card.paragraph", section=section.heading.in_language(words.language), number=number + 1)
    lines = [place, *_provenance(section.ref, section.source, dossier, words)]
    url = dossier.source(section.source.source).url
    return Citation(title, f"{text}\n{words('card.separator').join(lines)}", url)


def _provenance(ref: Ref, source: SourceRef, dossier: Dossier, words: Catalogue) -> list[str]:
    """Return the source of an item in words, its address on the web if it has one, and the item's own."""
    url = dossier.source(source.source).url
    return [citation_text(source, dossier, words), *([url] if url else []), str(ref)]
