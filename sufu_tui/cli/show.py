"""`sufu-tui show`: the explorer's views on standard output, for pipes and scripts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from sufu_tui.cli.output_width import columns_of
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.dossier.beginning import beginning, is_undated
from sufu_tui.dossier.model import Dossier, Event, Metric, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text, years_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters
from sufu_tui.query.grammar import FilterError, fault_text
from sufu_tui.query.sort_keys import (
    EVENT_COLUMNS,
    METRIC_COLUMNS,
    SECTION_COLUMNS,
    SortKey,
    UnknownColumnError,
    parse_keys,
    sort_events,
    sort_metrics,
    sort_sections,
)
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.typesetting.safe_characters import harmless
from sufu_tui.writing.formats import markdown, write_csv, write_json, write_markdown_table, write_table
from sufu_tui.writing.records import Record, event_record, metric_record, section_record

_COULD_NOT_RUN = 2

METRIC_FIELDS = (
    "id", "section", "section_number", "area", "label", "value", "unit", "qualifier", "printed", "period",
    "derived", "formula", "tally", "part_of", "overlaps", "source",
)  # fmt: skip
EVENT_FIELDS = (
    "id", "date", "earliest", "latest", "kind", "title", "section", "section_number", "area", "printed",
    "source",
)  # fmt: skip
SECTION_FIELDS = ("id", "number", "heading", "text", "metrics", "events", "entities", "source")


@dataclass(frozen=True, slots=True)
class ShowRequest:
    """Request for a view: its format, a filter expression and sort keys, blank for none."""

    view: str
    format: str
    filter: str = ""
    sort: str = ""


def run(folder: Path | None, request: ShowRequest, words: Catalogue) -> int:
    """Write the view of `request`; return the exit status."""
    columns = {"narrative": SECTION_COLUMNS, "metrics": METRIC_COLUMNS, "timeline": EVENT_COLUMNS}[
        request.view
    ]
    dossier = open_dossier(folder, words)
    if dossier is None:
        return _COULD_NOT_RUN
    try:
        keys = parse_keys(request.sort, columns) if request.sort else ()
        writer = _Writer(dossier, words, request.format, sys.stdout)
        writer.write(request.view, Filter.parse(request.filter), keys)
    except UnknownColumnError as problem:
        known = words("show.list-separator").join(columns)
        print(words("show.unknown-column", column=harmless(problem.column), columns=known), file=sys.stderr)
        return _COULD_NOT_RUN
    except FilterError as problem:
        shown = harmless(request.filter)
        before, wrong = shown[: problem.offset], shown[problem.offset :][: problem.length]
        print(harmless(fault_text(problem, words)), file=sys.stderr)
        print(f"  {shown}\n  {' ' * width(before)}{'^' * max(1, width(wrong))}", file=sys.stderr)
        return _COULD_NOT_RUN
    return 0


class _Writer:
    """Writer of one view of a dossier in one format."""

    def __init__(self, dossier: Dossier, words: Catalogue, form: str, out: TextIO) -> None:
        self._dossier = dossier
        self._words = words
        self._format = form
        self._out = out
        self._room = columns_of(out)

    def write(self, view: str, wanted: Filter, keys: Sequence[SortKey]) -> None:
        filters = Filters(self._dossier) if wanted else None
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

    def _narrative(self, sections: Sequence[Section]) -> None:
        if self._format in {"json", "csv"}:
            records = [section_record(section, self._words) for section in sections]
            self._machine(records, SECTION_FIELDS)
            return
        language = self._words.language
        for section in sections:
            heading = section.heading.in_language(language)
            if self._format == "markdown":
                self._out.write(f"## {markdown(heading)}\n\n")
            else:
                self._out.write(f"{section.number}  {heading}\n\n")
            for paragraph in section.paragraphs:
                self._paragraph(
                    paragraph.heading.in_language(language) if paragraph.heading else "", heading=True
                )
                self._paragraph("".join(span.text for span in paragraph.text.in_language(language)))

    def _paragraph(self, text: str, *, heading: bool = False) -> None:
        """Write a paragraph: as one line for scripts, broken into lines on a terminal."""
        if not text:
            return
        if self._format == "markdown":
            text = ("### " if heading else "") + markdown(text)
        elif self._room is not None:
            text = "\n".join(wrap(text, min(self._room, MEASURES[self._words.language])))
        self._out.write(text + ("\n" if heading and self._format == "text" else "\n\n"))

    def _metrics(self, metrics: Sequence[Metric]) -> None:
        words, dossier = self._words, self._dossier
        if self._format in {"json", "csv"}:
            self._machine([metric_record(metric, dossier, words) for metric in metrics], METRIC_FIELDS)
            return
        header = [
            words(f"show.column-{name}")
            for name in ("label", "value", "period", "area", "printed", "section")
        ]
        rows = [
            [
                metric.label.in_language(words.language),
                quantity_text(metric.quantity, dossier.unit(metric.unit), words),
                date_text(metric.period, words) if metric.period else "",
                dossier.area(metric.area).short.in_language(words.language),
                metric.printed or words("show.derived"),
                str(dossier.section(metric.section).number),
            ]
            for metric in metrics
        ]
        if self._format == "markdown":
            write_markdown_table(header, rows, self._out)
        else:
            write_table(
                header, rows, ["left", "right", "left", "left", "left", "right"], self._out, self._room
            )

    def _timeline(self, events: Sequence[Event], *, in_time: bool) -> None:
        words, dossier = self._words, self._dossier
        if self._format == "ics":
            self._calendar(events)
            return
        if self._format in {"json", "csv"}:
            self._machine([event_record(event, dossier, words) for event in events], EVENT_FIELDS)
            return
        if self._format == "markdown":
            header = [
                words(f"show.column-{name}") for name in ("date", "event", "area", "printed", "section")
            ]
            rows = [
                [
                    date_text(event.date, words),
                    event.title.in_language(words.language),
                    dossier.area(event.area).short.in_language(words.language),
                    event.printed,
                    str(dossier.section(event.section).number),
                ]
                for event in events
            ]
            write_markdown_table(header, rows, self._out)
            return
        if in_time:  # those come last of which not even the year is known
            events = sorted(events, key=is_undated)
        self._agenda(events)

    def _calendar(self, events: Sequence[Event]) -> None:
        """Write a calendar, and print the events left out on standard error."""
        from sufu_tui.writing.icalendar import write_calendar  # not needed by any other format

        words = self._words
        self._keep_line_ends()
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

    def _machine(self, records: Sequence[Record], fields: Sequence[str]) -> None:
        if self._format == "json":
            write_json(records, self._out)
        else:
            self._keep_line_ends()
            write_csv(records, fields, self._out)

    def _keep_line_ends(self) -> None:
        """Keep the line ends that a standard demands (RFC 4180, RFC 5545), on Windows as well."""
        if isinstance(self._out, TextIOWrapper):
            self._out.reconfigure(newline="")
