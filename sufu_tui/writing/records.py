"""Records: the machine-readable form of items that scripts rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Union

from sufu_tui.dossier.days import iso
from sufu_tui.dossier.model import Dossier, Event, Kind, Metric, Section
from sufu_tui.languages.catalogue import Catalogue

Value = Union[str, int, float, bool, None, Sequence[str]]
Record = Mapping[str, Value]


def metric_record(metric: Metric, dossier: Dossier, words: Catalogue) -> Record:
    """Return the record of a metric; `value` is a number in the base unit, `period` an EDTF date or None."""
    return {
        "id": metric.id,
        "section": metric.section,
        "section_number": dossier.section(metric.section).number,
        "area": metric.area,
        "label": metric.label.in_language(words.language),
        "value": _number(metric.value),
        "unit": metric.unit,
        "qualifier": metric.qualifier.value,
        "printed": metric.printed,
        "period": metric.period.text if metric.period else None,
        "derived": metric.derived,
        "formula": metric.formula.text if metric.formula else None,
        "tally": metric.tally,
        "part_of": metric.part_of,
        "overlaps": metric.overlaps,
        "source": str(metric.source),
    }


def event_record(event: Event, dossier: Dossier, words: Catalogue) -> Record:
    """Return the record of an event; `earliest` and `latest` are ISO 8601 days, or None where open."""
    return {
        "id": event.id,
        "date": event.date.text,
        "earliest": None if event.date.earliest is None else iso(event.date.earliest),
        "latest": None if event.date.latest is None else iso(event.date.latest),
        "kind": event.kind,
        "title": event.title.in_language(words.language),
        "section": event.section,
        "section_number": dossier.section(event.section).number,
        "area": event.area,
        "printed": event.printed,
        "source": str(event.source),
    }


def section_record(section: Section, words: Catalogue) -> Record:
    """Return the record of a section: its plain text, and the ids of the items that it links."""
    return {
        "id": section.id,
        "number": section.number,
        "heading": section.heading.in_language(words.language),
        "text": "\n\n".join(paragraphs(section, words)),
        "metrics": _linked(section, "metric"),
        "events": _linked(section, "event"),
        "entities": _linked(section, "entity"),
        "source": str(section.source),
    }


def paragraphs(section: Section, words: Catalogue) -> list[str]:
    """Return the section's paragraphs as plain text; a topic's heading is a paragraph of its own."""
    found: list[str] = []
    for paragraph in section.paragraphs:
        if paragraph.heading is not None:
            found.append(paragraph.heading.in_language(words.language))
        found.append("".join(span.text for span in paragraph.text.in_language(words.language)))
    return found


def _linked(section: Section, kind: Kind) -> list[str]:
    """Return the ids that the section links in any language, in the order of their first link."""
    refs = (
        span.ref
        for paragraph in section.paragraphs
        for spans in paragraph.text.versions.values()
        for span in spans
    )
    return list(dict.fromkeys(ref.id for ref in refs if ref is not None and ref.kind == kind))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
