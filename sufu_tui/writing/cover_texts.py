"""Cover as text, Markdown, JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from sufu_tui.dossier.model import Dossier, Event, Ref
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.writing.covers import CoverContent, cover_content
from sufu_tui.writing.formats import markdown, write_csv, write_json
from sufu_tui.writing.records import Record

COVER_FIELDS = ("part", "id", "ref", "title", "text", "date", "date_text", "source", "url")
"""Fields of a record of the cover, in their order: the text of a figure is its value, of a name its role."""


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
        write_json(self._records(), self._out)

    def _csv(self) -> None:
        write_csv(self._records(), COVER_FIELDS, self._out)

    def _records(self) -> Iterator[Record]:
        content, dossier = self._content, self._dossier
        yield {
            **dict.fromkeys(COVER_FIELDS),
            "part": "cover",
            "id": dossier.id,
            "title": content.title,
            "text": content.lead,
            "date": dossier.date.text,
            "date_text": date_text(dossier.date, self._words),
            "url": content.address,
        }
        for figure in content.figures:
            period = dossier.metric(figure.ref.id).period
            date = period.text if period else None
            yield self._record("figure", figure.ref, figure.label, figure.figure, date, figure.period or None)
        for event in content.events:
            item = dossier.item(event.ref)
            date = item.date.text if isinstance(item, Event) else None
            yield self._record("event", event.ref, event.title, event.short, date, event.date)
        for name in content.names:
            yield self._record("name", name.ref, name.name, name.role)
        for section in content.sections:
            yield self._record("section", section.ref, section.heading, str(section.number))

    def _record(
        self,
        part: str,
        ref: Ref,
        title: str,
        text: str,
        date: str | None = None,
        words: str | None = None,
    ) -> Record:
        source = self._dossier.item(ref).source
        url = self._dossier.source(source.source).url
        values = (part, ref.id, str(ref), title, text, date, words, str(source), url)
        return dict(zip(COVER_FIELDS, values, strict=True))


def _joined(label: str, period: str, words: Catalogue) -> str:
    return label + words("card.aside", text=period) if period else label
