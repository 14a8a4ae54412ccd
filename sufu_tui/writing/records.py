"""Records: the machine-readable form of items that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Union

from sufu_tui.dossier.days import iso
from sufu_tui.dossier.localized import Localized, T
from sufu_tui.dossier.model import (
    Dossier,
    Entity,
    Event,
    Item,
    LocalizedProse,
    Metric,
    Observation,
    Quote,
    Ref,
    Section,
    SourceRef,
)
from sufu_tui.dossier.quantity import Quantity
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import citation_text
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.formulas import formula_text
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.languages.numbers import quantity_text, written
from sufu_tui.query.associations import Meeting
from sufu_tui.query.backlinks import Mention
from sufu_tui.query.highlights import Highlights
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.writing.json_text import Scalar
from sufu_tui.writing.translations import Translations

Value = Union[Scalar, Sequence[str], Sequence[Mapping[str, Scalar]]]
Record = Mapping[str, Value]

METRIC_FIELDS = (
    *("id", "section", "section_number", "area", "label", "value", "unit", "qualifier", "printed", "period"),
    *("derived", "formula", "tally", "part_of", "overlaps", "source", "url", "note", "links", "observations"),
    *("parts", "mentioned_in", "figure", "unit_label", "period_text", "formula_text", "tally_label"),
    *("tally_total", "area_label", "section_title", "citation", "language", "note_language", "translation"),
)
"""Fields of a metric's record, in their order in every format."""

OBSERVATION_FIELDS = tuple(field for field in METRIC_FIELDS if field != "observations")
"""Fields of the record of one observation of a metric."""

EVENT_FIELDS = (
    *("id", "date", "earliest", "latest", "kind", "title", "section", "section_number", "area", "printed"),
    *("source", "url", "text", "links", "mentioned_in", "date_text", "area_label", "section_title"),
    *("citation", "language", "text_language", "translation"),
)
"""Fields of an event's record, in their order in every format."""

_KEPT = 1000
"""Texts of dates, and of citations, that are kept for the next record."""

SECTION_FIELDS = (
    *("id", "number", "heading", "text", "metrics", "events", "entities", "source", "url", "links"),
    *("mentioned_in", "citation", "language", "figures", "quotes"),
)
"""Fields of a section's record, in their order in every format."""

ENTITY_FIELDS = (
    *("id", "kind", "name", "role", "mentions", "sections", "metrics", "events", "entities", "section"),
    *("section_number", "printed", "source", "url", "text", "gloss", "links", "meetings", "mentioned_in"),
    *("kind_label", "section_title", "citation", "language", "text_language", "gloss_language", "aliases"),
)
"""Fields of an entity's record, in their order in every format."""


class ItemRecords:
    """Maker of the records of one dossier's items in the language of `words`.

    A record holds all that a card of its item shows. Ids and values are the same in every language;
    texts are not.
    """

    def __init__(self, dossier: Dossier, words: Catalogue, indexes: DossierIndexes) -> None:
        """Make records of `dossier`; its `indexes` are first asked for at the first record."""
        self._dossier = dossier
        self._words = words
        self._indexes = indexes
        self._translations = Translations(dossier, words)
        # Most of many figures share their source and their period.
        self._date_text = lru_cache(_KEPT)(lambda date: date_text(date, words))
        self._citation = lru_cache(_KEPT)(lambda place: citation_text(place, dossier, words))

    def metric(self, metric: Metric) -> Record:
        """Return the record of a metric; `value` is in the base unit, `period` an EDTF date or None.

        A printed value has every digit; a derived one is rounded as it is shown, and then not exact.
        """
        quantity = metric.quantity
        if metric.derived:
            quantity = written(quantity, self._dossier.unit(quantity.unit))
        section, words = self._dossier.section(metric.section), self._words
        tally = None if metric.tally is None else self._dossier.tally(metric.tally)
        total = None if metric.tally is None else self._indexes.totals.grand_totals.get(metric.tally)
        return {
            "id": metric.id,
            "section": metric.section,
            "section_number": section.number,
            "area": metric.area,
            "label": self._text(metric.label),
            "value": quantity.value,
            "unit": metric.unit,
            "qualifier": quantity.qualifier.value,
            "printed": metric.printed,
            "period": metric.period.text if metric.period else None,
            "derived": metric.derived,
            "formula": metric.formula.text if metric.formula else None,
            "tally": metric.tally,
            "part_of": metric.part_of,
            "overlaps": self._indexes.totals.inclusion.overlapping(metric),
            "source": str(metric.source),
            "url": self._url(metric.source),
            "note": self._prose(metric.note),
            "links": _texts(_prose_links(metric.note)),
            "observations": [self._observation(observation) for observation in metric.earlier],
            "parts": self._indexes.totals.inclusion.parts(metric),
            "mentioned_in": self._mentioned_in(metric),
            "figure": self._figure(metric.quantity),
            "unit_label": self._text(self._dossier.unit(metric.unit).label),
            "period_text": self._date_text(metric.period) if metric.period else None,
            "formula_text": formula_text(metric.formula, self._dossier, words) if metric.formula else None,
            "tally_label": self._text(tally.label) if tally else None,
            "tally_total": self._figure(total.quantity) if total else None,
            "area_label": self._text(self._dossier.area(metric.area).label),
            "section_title": self._text(section.short),
            "citation": self._citation(metric.source),
            "language": self._language(metric.label),
            "note_language": self._language(metric.note) if metric.note else None,
            "translation": self._translations.of_figure(metric.latest),
        }

    def observations(self, metric: Metric) -> Iterator[Record]:
        """Yield a record for each observation of a metric, the latest first, the others as in the file."""
        for place, observation in enumerate((metric.latest, *metric.earlier)):
            # Only the latest is computed: the others are printed in a source.
            one = metric._replace(latest=observation, earlier=(), formula=None if place else metric.formula)
            record = self.metric(one)
            yield {field: record[field] for field in OBSERVATION_FIELDS}

    def event(self, event: Event) -> Record:
        """Return the record of an event; `earliest` and `latest` are ISO 8601 days, or None where open."""
        section = self._dossier.section(event.section)
        return {
            "id": event.id,
            "date": event.date.text,
            "earliest": None if event.date.earliest is None else iso(event.date.earliest),
            "latest": None if event.date.latest is None else iso(event.date.latest),
            "kind": event.kind,
            "title": self._text(event.title),
            "section": event.section,
            "section_number": section.number,
            "area": event.area,
            "printed": event.printed,
            "source": str(event.source),
            "url": self._url(event.source),
            "text": self._prose(event.text),
            "links": _texts((*event.links, *_prose_links(event.text))),
            "mentioned_in": self._mentioned_in(event),
            "date_text": self._date_text(event.date),
            "area_label": self._text(self._dossier.area(event.area).label),
            "section_title": self._text(section.short),
            "citation": self._citation(event.source),
            "language": self._language(event.title),
            "text_language": self._language(event.text) if event.text else None,
            "translation": self._translations.of_event(event),
        }

    def section(self, section: Section) -> Record:
        """Return the record of a section: its plain text, and the ids of the items that it links."""
        links = tuple(
            dict.fromkeys(ref for paragraph in section.paragraphs for ref in _prose_links(paragraph.text))
        )
        return {
            "id": section.id,
            "number": section.number,
            "heading": self._text(section.heading),
            "text": "\n\n".join(self._paragraphs(section)),
            "metrics": [ref.id for ref in links if ref.kind == "metric"],
            "events": [ref.id for ref in links if ref.kind == "event"],
            "entities": [ref.id for ref in links if ref.kind == "entity"],
            "source": str(section.source),
            "url": self._url(section.source),
            "links": _texts(links),
            "mentioned_in": self._mentioned_in(section),
            "citation": self._citation(section.source),
            "language": self._language(section.heading),
            "figures": [metric.id for metric in Highlights(self._dossier).figures_of(section)],
            "quotes": [self._quote(quote) for quote in section.quotes],
        }

    def entity(self, entity: Entity) -> Record:
        """Return the record of an entity; `gloss` is an explanation that is not the report's."""
        section, own = self._dossier.section(entity.section), self._indexes.associations.of(entity)
        return {
            "id": entity.id,
            "kind": entity.kind,
            "name": self._text(entity.name),
            "role": self._text(entity.role) if entity.role else None,
            "mentions": self._indexes.backlinks.count(entity),
            "sections": [one.id for one in own.sections],
            "metrics": [metric.id for metric in own.metrics],
            "events": [event.id for event in own.events],
            "entities": [meeting.entity.id for meeting in own.meetings],
            "section": entity.section,
            "section_number": section.number,
            "printed": entity.printed,
            "source": str(entity.source),
            "url": self._url(entity.source),
            "text": self._prose(entity.text),
            "gloss": self._text(entity.gloss) if entity.gloss else None,
            "links": _texts((*entity.links, *_prose_links(entity.text))),
            "meetings": [_meeting(meeting) for meeting in own.meetings if meeting.times],
            "mentioned_in": self._mentioned_in(entity),
            "kind_label": entity_kind_text(entity.kind, self._dossier, self._words),
            "section_title": self._text(section.short),
            "citation": self._citation(entity.source),
            "language": self._language(entity.name),
            "text_language": self._language(entity.text) if entity.text else None,
            "gloss_language": self._language(entity.gloss) if entity.gloss else None,
            "aliases": list(entity.aliases),
        }

    # Parts of records

    def _observation(self, observation: Observation) -> Mapping[str, Scalar]:
        period = observation.period
        return {
            "value": observation.quantity.value,
            "unit": observation.quantity.unit,
            "qualifier": observation.quantity.qualifier.value,
            "printed": observation.printed,
            "period": period.text if period else None,
            "source": str(observation.source),
            "url": self._url(observation.source),
            "figure": self._figure(observation.quantity),
            "period_text": self._date_text(period) if period else None,
        }

    def _quote(self, quote: Quote) -> Mapping[str, Scalar]:
        return {
            "text": self._text(quote.text),
            "printed": quote.printed,
            "speaker": quote.speaker,
            "remark": self._text(quote.remark) if quote.remark else None,
            "paragraph": quote.after + 1,
            "source": str(quote.source),
            "url": self._url(quote.source),
        }

    def _figure(self, quantity: Quantity) -> str:
        return quantity_text(quantity, self._dossier.unit(quantity.unit), self._words)

    def _text(self, text: Localized[str]) -> str:
        return text.in_language(self._words.language)

    def _language(self, text: Localized[T]) -> str:
        """Return the language of a text as it is shown: another where the reader's is missing."""
        return text.language_shown(self._words.language)

    def _prose(self, prose: LocalizedProse | None) -> str | None:
        if prose is None:
            return None
        return "".join(span.text for span in prose.in_language(self._words.language))

    def _paragraphs(self, section: Section) -> Iterator[str]:
        """Yield the section's paragraphs as plain text; a topic's heading is a paragraph of its own."""
        for paragraph in section.paragraphs:
            if paragraph.heading is not None:
                yield self._text(paragraph.heading)
            yield self._prose(paragraph.text) or ""

    def _url(self, place: SourceRef) -> str | None:
        return self._dossier.source(place.source).url

    def _mentioned_in(self, item: Item) -> list[str]:
        return [_mention_text(mention) for mention in self._indexes.backlinks.of(item.ref)]


def quote_text(quote: Quote, dossier: Dossier, words: Catalogue) -> str:
    """Return a quotation in one line, with who says it, and of what."""
    text = words("card.quoted", text=quote.text.in_language(words.language))
    if quote.text.in_language(words.language) != quote.printed:
        text += words("card.aside", text=quote.printed)
    return f"{text} {quote_credit(quote, dossier, words)}"


def quote_credit(quote: Quote, dossier: Dossier, words: Catalogue) -> str:
    """Return who says a quotation, and of what."""
    speaker = dossier.item(Ref("entity", quote.speaker))
    name = speaker.name.in_language(words.language) if isinstance(speaker, Entity) else ""
    remark = quote.remark.in_language(words.language) if quote.remark else ""
    return words("narrative.by", name=name) + (words("narrative.remark", text=remark) if remark else "")


def _meeting(meeting: Meeting) -> Mapping[str, Scalar]:
    return {"id": meeting.entity.id, "times": meeting.times}


def _mention_text(mention: Mention) -> str:
    """Return the address of a mention: `metric:visits`, or `section:roots#2` for its second paragraph."""
    return str(mention.where) if mention.paragraph is None else f"{mention.where}#{mention.paragraph + 1}"


def _prose_links(prose: LocalizedProse | None) -> tuple[Ref, ...]:
    """Return the links of a text in any language, each once, in the order of their first one."""
    versions = () if prose is None else prose.versions.values()
    return tuple(dict.fromkeys(span.ref for spans in versions for span in spans if span.ref is not None))


def _texts(refs: Iterable[Ref]) -> list[str]:
    return [str(ref) for ref in dict.fromkeys(refs)]
