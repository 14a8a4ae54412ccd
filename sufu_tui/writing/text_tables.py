"""Tables of items as text for people, and the sources below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.citing import sources_of
from sufu_tui.dossier.model import Dossier, Entity, Event, Metric, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import source_text
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.formulas import formula_names
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.typesetting.cells import Align
from sufu_tui.writing.lazy_sequence import LazySequence

_METRIC_COLUMNS = ("label", "value", "period", "area", "printed", "section")
_METRIC_ALIGNS: tuple[Align, ...] = ("left", "right", "left", "left", "left", "right")
_EVENT_COLUMNS = ("date", "event", "area", "printed", "section")
_EVENT_ALIGNS: tuple[Align, ...] = ("left", "left", "left", "left", "right")

_NAME_COLUMNS = ("name", "kind", "role", "printed", "mentions", "section")
_NAME_ALIGNS: tuple[Align, ...] = ("left", "left", "left", "left", "right", "right")


class TextTable(NamedTuple):
    """Table of text: its header, rows that are made on access, and how its columns are aligned."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    aligns: Sequence[Align]


def metric_table(metrics: Sequence[Metric], dossier: Dossier, words: Catalogue) -> TextTable:
    """Return the table of `metrics`, each figure as its card has it."""

    def cells(place: int) -> Sequence[str]:
        metric = metrics[place]
        return (
            metric.label.in_language(words.language),
            quantity_text(metric.quantity, dossier.unit(metric.unit), words),
            date_text(metric.period, words) if metric.period else "",
            dossier.area(metric.area).short.in_language(words.language),
            _print_or_formula(metric, dossier, words),
            str(dossier.section(metric.section).number),
        )

    rows = LazySequence(cells, range(len(metrics)))
    return TextTable(_header(_METRIC_COLUMNS, words), rows, _METRIC_ALIGNS)


def event_table(events: Sequence[Event], dossier: Dossier, words: Catalogue) -> TextTable:
    """Return the table of `events`."""

    def cells(place: int) -> Sequence[str]:
        event = events[place]
        return (
            date_text(event.date, words),
            event.title.in_language(words.language),
            dossier.area(event.area).short.in_language(words.language),
            event.printed,
            str(dossier.section(event.section).number),
        )

    return TextTable(_header(_EVENT_COLUMNS, words), LazySequence(cells, range(len(events))), _EVENT_ALIGNS)


def name_table(
    entities: Sequence[Entity], dossier: Dossier, words: Catalogue, mentions: Callable[[Entity], int]
) -> TextTable:
    """Return the table of `entities`; `mentions` counts those of each."""

    def cells(place: int) -> Sequence[str]:
        entity = entities[place]
        return (
            entity.name.in_language(words.language),
            entity_kind_text(entity.kind, dossier, words),
            entity.role.in_language(words.language) if entity.role else "",
            entity.printed,
            str(mentions(entity)),
            str(dossier.section(entity.section).number),
        )

    return TextTable(_header(_NAME_COLUMNS, words), LazySequence(cells, range(len(entities))), _NAME_ALIGNS)


def _print_or_formula(metric: Metric, dossier: Dossier, words: Catalogue) -> str:
    if metric.formula is None:
        return metric.printed or ""
    names = "".join(text for text, _ in formula_names(metric.formula, dossier, words))
    return words("show.derived", formula=names)


class SourceNote(NamedTuple):
    """Note below a table: a source that its rows cite, and the address of that."""

    text: str
    url: str | None


def source_notes(
    items: Iterable[Section | Metric | Event | Entity], dossier: Dossier, words: Catalogue
) -> Iterator[SourceNote]:
    """Yield a note for each source that `items` rest on, in the dossier's order."""
    for source in sources_of(items, dossier):
        yield SourceNote(words("show.source-note", source=source_text(source, words)), source.url)


def _header(columns: Iterable[str], words: Catalogue) -> list[str]:
    return [words(f"show.column-{column}") for column in columns]
