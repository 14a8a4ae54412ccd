"""Content of a cover in words: what the page before the first section says, on a screen and elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Metric, Ref, Source
from sufu_tui.languages.brief_periods import brief_period
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.query.highlights import DayRange, Highlights

_LEAD_CHARACTERS = 400


class CoverFigure(NamedTuple):
    """Key figure: with its qualifier, what it is, and the time that it is about, in full and in brief."""

    ref: Ref
    figure: str
    label: str
    period: str
    brief_period: str


class CoverEvent(NamedTuple):
    """Main event: its date in words and its name in a few, with its first and last day number."""

    ref: Ref
    date: str
    short: str
    title: str
    days: DayRange


class CoverName(NamedTuple):
    """Name with what it is the name of."""

    ref: Ref
    name: str
    role: str


class CoverSection(NamedTuple):
    """Section with its number."""

    ref: Ref
    number: int
    heading: str


class CoverContent(NamedTuple):
    """Content of a cover: the `strip` is that of time, `counts` say how much of each kind there is."""

    title: str
    byline: str
    address: str | None
    lead: str
    figures: tuple[CoverFigure, ...]
    strip: DayRange | None
    events: tuple[CoverEvent, ...]
    names: tuple[CoverName, ...]
    sections: tuple[CoverSection, ...]
    counts: dict[str, str]


def cover_content(dossier: Dossier, words: Catalogue) -> CoverContent:
    """Return the cover of `dossier` in the language of `words`."""
    language, highlights = words.language, Highlights(dossier)
    source = dossier.sources[0] if dossier.sources else None
    counts = {
        "narrative": words.plural("cover.count-narrative", len(dossier.sections)),
        "metrics": words.plural("cover.count-metrics", len(dossier.metrics)),
        "timeline": words.plural("cover.count-timeline", len(dossier.events)),
        "names": words.plural("cover.count-names", len(dossier.entities)),
    }
    return CoverContent(
        title=dossier.title.in_language(language),
        byline=_byline(source, words) if source else "",
        address=source.url if source else None,
        lead=_lead(dossier, words),
        figures=tuple(key_figure(metric, dossier, words) for metric in highlights.figures()),
        strip=highlights.strip(),
        events=tuple(
            CoverEvent(
                event.ref,
                date_text(event.date, words),
                event.short.in_language(language),
                event.title.in_language(language),
                DayRange(event.date.earliest or 0, event.date.latest or 0),
            )
            for event in highlights.events
        ),
        names=tuple(
            CoverName(
                entity.ref,
                entity.name.in_language(language),
                entity.role.in_language(language)
                if entity.role
                else entity_kind_text(entity.kind, dossier, words),
            )
            for entity in highlights.names()
        ),
        sections=tuple(
            CoverSection(section.ref, section.number, section.heading.in_language(language))
            for section in dossier.sections
        ),
        counts=counts,
    )


def key_figure(metric: Metric, dossier: Dossier, words: Catalogue) -> CoverFigure:
    """Return a figure as a cover and the head of a section have it."""
    return CoverFigure(
        metric.ref,
        quantity_text(metric.quantity, dossier.unit(metric.unit), words),
        metric.label.in_language(words.language),
        date_text(metric.period, words) if metric.period else "",
        brief_period(metric.period, words) if metric.period else "",
    )


def _byline(source: Source, words: Catalogue) -> str:
    publisher = source.publisher.in_language(words.language)
    return words("cover.byline", publisher=publisher, date=date_text(source.date, words))


def _lead(dossier: Dossier, words: Catalogue) -> str:
    """Return the lead; without one the beginning of the text."""
    if dossier.cover.lead is not None:
        return dossier.cover.lead.in_language(words.language)
    paragraph = next((one for section in dossier.sections for one in section.paragraphs), None)
    text = "".join(span.text for span in paragraph.text.in_language(words.language)) if paragraph else ""
    return text if len(text) <= _LEAD_CHARACTERS else f"{text[:_LEAD_CHARACTERS].rstrip()} ⋯"
