"""Cover as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from sufu_tui.dossier.days import iso
from sufu_tui.dossier.model import Dossier, Ref
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.writing.covers import CoverContent, cover_content
from sufu_tui.writing.formats import markdown, write_csv
from sufu_tui.writing.json_text import Scalar, json_text
from sufu_tui.writing.records import Record

COVER_FIELDS = ("part", "ref", "title", "text", "date", "source", "url")
"""Fields of a row of the cover in CSV; the text of a figure is its value, that of a name what it is."""


class CoverWriter:
    """Writer of the cover of a dossier; lines are broken for `room` cells, if that is known."""

    def __init__(self, dossier: Dossier, words: Catalogue, out: TextIO, room: int | None = None) -> None:
        self._dossier = dossier
        self._words = words
        self._out = out
        self._room = room
        self._content: CoverContent = cover_content(dossier, words)

    def write(self, form: str) -> None:
        """Write it as `text`, `markdown`, `json` or `csv`."""
        forms: dict[str, Callable[[], None]] = {
            "text": self._text,
            "markdown": self._markdown,
            "json": self._json,
            "csv": self._csv,
        }
        forms[form]()

    # For people

    def _lists(self) -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
        """Yield the name of each list, and its rows in two columns."""
        content = self._content
        figures = [(one.figure, _joined(one.label, one.period, self._words)) for one in content.figures]
        yield self._words("cover.figures"), figures
        yield self._words("cover.events"), [(one.date, one.title) for one in content.events]
        yield self._words("cover.names"), [(one.name, one.role) for one in content.names]
        yield self._words("cover.sections"), [(str(one.number), one.heading) for one in content.sections]

    def _text(self) -> None:
        content, measure = self._content, MEASURES[self._words.language]
        room = None if self._room is None else min(self._room, measure)
        for text in (content.title, content.byline, content.address or ""):
            # An address is never broken: a terminal could not open it.
            self._lines(text, None if text == content.address else room)
        self._out.write("\n")
        self._lines(content.lead, room)
        for name, rows in self._lists():
            if not rows:
                continue
            self._out.write(f"\n{name}\n")
            indent = max(width(first) for first, _ in rows) + 2
            for first, second in rows:
                gap = " " * (indent - width(first))
                cells = None if self._room is None else self._room - indent - 2
                lines = [second] if cells is None or cells < 2 else wrap(second, cells)
                self._out.write(f"  {first}{gap}" + f"\n  {' ' * indent}".join(lines) + "\n")
        self._out.write(f"\n{self._words('card.separator').join(content.counts.values())}\n")

    def _lines(self, text: str, room: int | None) -> None:
        for line in [text] if room is None else wrap(text, room):
            if line:
                self._out.write(f"{line}\n")

    def _markdown(self) -> None:
        content = self._content
        self._out.write(f"# {markdown(content.title)}\n\n{markdown(content.byline)}")
        self._out.write(f" <{content.address}>" if content.address else "")
        self._out.write(f"\n\n{markdown(content.lead)}\n")
        for name, rows in self._lists():
            if rows:
                self._out.write(f"\n## {markdown(name)}\n\n")
            for first, second in rows:
                self._out.write(f"- **{markdown(first)}** {markdown(second)}".rstrip() + "\n")
        counts = self._words("card.separator").join(content.counts.values())
        self._out.write(f"\n{markdown(counts)}\n")

    # For machines

    def _json(self) -> None:
        content, strip = self._content, self._content.strip
        record = {
            "id": self._dossier.id,
            "title": content.title,
            "lead": content.lead,
            "byline": content.byline,
            "url": content.address,
            "language": self._words.language,
            "figures": [
                self._object(one.ref, label=one.label, figure=one.figure, period_text=one.period)
                for one in content.figures
            ],
            "first_day": iso(strip.first) if strip else None,
            "last_day": iso(strip.last) if strip else None,
            "events": [self._object(one.ref, title=one.title, date_text=one.date) for one in content.events],
            "names": [self._object(one.ref, name=one.name, role=one.role) for one in content.names],
            "sections": [
                self._object(one.ref, number=one.number, heading=one.heading) for one in content.sections
            ],
            "section_count": len(self._dossier.sections),
            "metric_count": len(self._dossier.metrics),
            "event_count": len(self._dossier.events),
            "entity_count": len(self._dossier.entities),
        }
        self._out.write(json_text(record, "\n") + "\n")

    def _object(self, ref: Ref, **texts: Scalar) -> dict[str, Scalar]:
        return {"id": ref.id, **texts, "source": self._source(ref), "url": self._url(ref)}

    def _csv(self) -> None:
        content = self._content
        rows: list[Record] = [
            *(self._row("figure", one.ref, one.label, one.figure, one.period) for one in content.figures),
            *(self._row("event", one.ref, one.title, one.short, one.date) for one in content.events),
            *(self._row("name", one.ref, one.name, one.role) for one in content.names),
            *(self._row("section", one.ref, one.heading, str(one.number)) for one in content.sections),
        ]
        write_csv(rows, COVER_FIELDS, self._out)

    def _row(self, part: str, ref: Ref, title: str, text: str, date: str = "") -> Record:
        values = (part, str(ref), title, text, date, self._source(ref), self._url(ref))
        return dict(zip(COVER_FIELDS, values, strict=True))

    def _source(self, ref: Ref) -> str:
        return str(self._dossier.item(ref).source)

    def _url(self, ref: Ref) -> str | None:
        return self._dossier.source(self._dossier.item(ref).source.source).url


def _joined(label: str, period: str, words: Catalogue) -> str:
    return label + words("card.aside", text=period) if period else label
