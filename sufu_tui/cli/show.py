"""`sufu-tui show`: the explorer's views on standard output, for pipes and scripts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TextIO

from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.cli.list_options import column_fault, filter_fault
from sufu_tui.cli.output_width import columns_of
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.dossier.beginning import beginning, is_undated
from sufu_tui.dossier.model import Dossier, Entity, Event, Metric, Quote, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text, years_text
from sufu_tui.query.filter import Filter
from sufu_tui.query.grammar import FilterError
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.query.sort_keys import (
    ENTITY_COLUMNS,
    EVENT_COLUMNS,
    METRIC_COLUMNS,
    SECTION_COLUMNS,
    SortKey,
    UnknownColumnError,
    parse_keys,
    sort_entities,
    sort_events,
    sort_metrics,
    sort_sections,
)
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.typesetting.names import NameFinder
from sufu_tui.writing.formats import (
    markdown,
    markdown_note,
    write_csv,
    write_json,
    write_markdown_table,
    write_table,
)
from sufu_tui.writing.records import (
    ENTITY_FIELDS,
    EVENT_FIELDS,
    METRIC_FIELDS,
    OBSERVATION_FIELDS,
    SECTION_FIELDS,
    ItemRecords,
    Record,
    quote_text,
)
from sufu_tui.writing.text_tables import TextTable, event_table, metric_table, name_table, source_notes

_COULD_NOT_RUN = 2


@dataclass(frozen=True, slots=True)
class ShowRequest:
    """Request for a view: its format, a filter expression and sort keys, blank for none."""

    view: str
    format: str
    filter: str = ""
    sort: str = ""
    observations: bool = False
    """True for a record of each observation of a metric, instead of one of the metric."""


def run(folder: DossierFolder, request: ShowRequest, words: Catalogue) -> int:
    """Write the view of `request`; return the exit status."""
    dossier = open_dossier(folder, words)
    if dossier is None:
        return _COULD_NOT_RUN
    if request.view == "cover":
        _write_cover(dossier, request, words)
        return 0
    columns = {
        "narrative": SECTION_COLUMNS,
        "metrics": METRIC_COLUMNS,
        "timeline": EVENT_COLUMNS,
        "names": ENTITY_COLUMNS,
    }[request.view]
    try:
        keys = parse_keys(request.sort, columns) if request.sort else ()
        own_kinds = [kind.id for kind in dossier.own_kinds]
        writer = _Writer(dossier, words, request, sys.stdout)
        writer.write(request.view, Filter.parse(request.filter, own_kinds), keys)
    except UnknownColumnError as problem:
        print(column_fault(problem.column, columns, words), file=sys.stderr)
        return _COULD_NOT_RUN
    except FilterError as problem:
        print(filter_fault(problem, request.filter, words), file=sys.stderr)
        return _COULD_NOT_RUN
    return 0


def _write_cover(dossier: Dossier, request: ShowRequest, words: Catalogue) -> None:
    from sufu_tui.writing.cover_texts import CoverWriter  # not needed by any other view

    if request.format == "csv":
        _keep_line_ends(sys.stdout)
    CoverWriter(dossier, words, sys.stdout, columns_of(sys.stdout)).write(request.format)


def _keep_line_ends(out: TextIO) -> None:
    """Keep the line ends that a standard demands (RFC 4180, RFC 5545), on Windows as well."""
    if isinstance(out, TextIOWrapper):
        out.reconfigure(newline="")


class _Writer:
    """Writer of one view of a dossier in one format."""

    def __init__(self, dossier: Dossier, words: Catalogue, request: ShowRequest, out: TextIO) -> None:
        self._dossier = dossier
        self._words = words
        self._indexes = DossierIndexes(dossier, words.language)
        self._records = ItemRecords(dossier, words, self._indexes)
        self._format = request.format
        self._observations = request.observations
        self._out = out
        self._room = columns_of(out)

    def write(self, view: str, wanted: Filter, keys: Sequence[SortKey]) -> None:
        filters = self._indexes.filters if wanted else None
        language = self._words.language
        match view:
            case "narrative":
                sections = filters.sections(wanted) if filters else self._dossier.sections
                self._narrative(sort_sections(sections, keys, language))
            case "metrics":
                metrics = filters.metrics(wanted) if filters else self._dossier.metrics
                self._metrics(sort_metrics(metrics, keys, self._dossier, language))
            case "timeline":
                events = filters.events(wanted) if filters else self._dossier.events
                listed = sort_events(events, keys or (SortKey("date"),), self._dossier, language)
                self._timeline(listed, in_time=not keys)
            case "names":
                entities = filters.entities(wanted) if filters else self._dossier.entities
                mentions = self._indexes.backlinks.count
                self._names(sort_entities(entities, keys, self._dossier, language, mentions))

    def _narrative(self, sections: Sequence[Section]) -> None:
        if self._format in {"json", "csv"}:
            self._machine(map(self._records.section, sections), SECTION_FIELDS)
            return
        language = self._words.language
        for section in sections:
            heading = section.heading.in_language(language)
            if self._format == "markdown":
                self._out.write(f"## {markdown(heading)}\n\n")
            else:
                self._out.write(f"{section.number}  {heading}\n\n")
            for number, paragraph in enumerate(section.paragraphs):
                self._paragraph(
                    paragraph.heading.in_language(language) if paragraph.heading else "", heading=True
                )
                prose = paragraph.text.in_language(language)
                self._paragraph(
                    "".join(span.text for span in prose), NameFinder(self._dossier, language).names_in(prose)
                )
                for quote in section.quotes:
                    if quote.after == number:
                        self._quote(quote)
        self._notes(sections, before="")  # a paragraph ends with a blank line

    def _quote(self, quote: Quote) -> None:
        """Write a quotation set apart, with who says it."""
        text = quote_text(quote, self._dossier, self._words)
        if self._format == "markdown":
            self._out.write(f"> {markdown(text)}\n\n")
            return
        lines = [text] if self._room is None else wrap(text, max(2, self._room - 4))
        self._out.write("".join(f"  | {line}\n" for line in lines) + "\n")

    def _paragraph(self, text: str, names: tuple[str, ...] = (), *, heading: bool = False) -> None:
        """Write a paragraph: as one line for scripts, broken into lines on a terminal."""
        if not text:
            return
        if self._format == "markdown":
            text = ("### " if heading else "") + markdown(text)
        elif self._room is not None:
            text = "\n".join(wrap(text, min(self._room, MEASURES[self._words.language]), names))
        self._out.write(text + ("\n" if heading and self._format == "text" else "\n\n"))

    def _metrics(self, metrics: Sequence[Metric]) -> None:
        if self._observations:
            rows = [record for metric in metrics for record in self._records.observations(metric)]
            self._machine(rows, OBSERVATION_FIELDS)
        elif self._format in {"json", "csv"}:
            self._machine(map(self._records.metric, metrics), METRIC_FIELDS)
        else:
            self._table(metric_table(metrics, self._dossier, self._words), metrics)

    def _timeline(self, events: Sequence[Event], *, in_time: bool) -> None:
        if self._format == "ics":
            self._calendar(events)
        elif self._format in {"json", "csv"}:
            self._machine(map(self._records.event, events), EVENT_FIELDS)
        elif self._format == "markdown":
            self._table(event_table(events, self._dossier, self._words), events)
        else:
            # In the order of time those come last of which not even the year is known.
            self._agenda(sorted(events, key=is_undated) if in_time else events)
            self._notes(events)

    def _names(self, entities: Sequence[Entity]) -> None:
        if self._format in {"json", "csv"}:
            self._machine(map(self._records.entity, entities), ENTITY_FIELDS)
        else:
            mentions = self._indexes.backlinks.count
            self._table(name_table(entities, self._dossier, self._words, mentions), entities)

    def _table(self, table: TextTable, items: Sequence[Metric] | Sequence[Event] | Sequence[Entity]) -> None:
        if self._format == "markdown":
            notes = source_notes(items, self._dossier, self._words)
            write_markdown_table(table.header, table.rows, self._out, notes)
        else:
            write_table(table.header, table.rows, table.aligns, self._out, self._room)
            self._notes(items)

    def _notes(
        self,
        items: Sequence[Section] | Sequence[Metric] | Sequence[Event] | Sequence[Entity],
        before: str = "\n",
    ) -> None:
        """Write the sources that `items` cite, with a blank line between them and `before` the first."""
        for note in source_notes(items, self._dossier, self._words):
            if self._format == "markdown":
                text = markdown_note(note)
            else:
                # An address is never broken: a terminal could not open it.
                text = note.text if self._room is None else "\n".join(wrap(note.text, self._room))
                text += "" if note.url is None else f"\n{note.url}"
            self._out.write(f"{before}{text}\n")
            before = "\n"

    def _calendar(self, events: Sequence[Event]) -> None:
        """Write a calendar, and print the events left out on standard error."""
        from sufu_tui.writing.icalendar import write_calendar  # not needed by any other format

        words = self._words
        _keep_line_ends(self._out)
        left_out = write_calendar(events, self._dossier, words, self._out)
        if left_out:
            ids = words("show.list-separator").join(event.id for event in left_out)
            print(words.plural("show.left-out", len(left_out), ids=ids), file=sys.stderr)

    def _agenda(self, events: Sequence[Event]) -> None:
        """Write one event after the other under the year in which it begins: to be read aloud as well."""
        words = self._words
        heading = ""
        for event in events:
            begun = beginning(event)
            here = years_text(begun.first_year, begun.last_year, words)
            if here != heading:
                self._out.write(("\n" if heading else "") + f"{here}\n")
                heading = here
            area = self._dossier.area(event.area).short.in_language(words.language)
            date, title = date_text(event.date, words), event.title.in_language(words.language)
            kind = words(f"kind.{event.kind}")
            key = "show.exact-event" if event.exact else "show.event"
            text = words(key, date=date, title=title, area=area, kind=kind)
            lines = [text] if self._room is None else wrap(text, max(self._room - 4, 2))
            self._out.write("  " + "\n    ".join(lines) + "\n")

    def _machine(self, records: Iterable[Record], fields: Sequence[str]) -> None:
        if self._format == "json":
            write_json(records, self._out)
        else:
            _keep_line_ends(self._out)
            write_csv(records, fields, self._out)
