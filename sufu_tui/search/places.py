"""Places that a search finds: items, paragraphs, and what items share; each with its names and texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple, Union

from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import (
    KINDS,
    Area,
    Dossier,
    Entity,
    Event,
    Item,
    LocalizedProse,
    Metric,
    Observation,
    Prose,
    Ref,
    Section,
    Source,
    Unit,
    parse_ref,
)

PlaceKind = Literal["section", "metric", "event", "entity", "area", "unit", "source"]
AnyText = Union[Localized[str], LocalizedProse, str]
Subject = Union[Section, Metric, Event, Entity, Area, Unit, Source]


class Place(NamedTuple):
    """Place that can be found: a subject, or of a section one `paragraph`, from 0."""

    kind: PlaceKind
    subject: Subject
    paragraph: int | None = None

    @property
    def ref(self) -> str:
        """Address of the subject: `metric:visits`, `area:policy`."""
        return f"{self.kind}:{self.subject.id}"

    @property
    def item(self) -> Ref | None:
        """Address of the item; None where it is what items share."""
        return None if isinstance(self.subject, (Area, Unit, Source)) else self.subject.ref

    @property
    def section(self) -> str | None:
        """Id of the section that it belongs to, if it belongs to one."""
        if isinstance(self.subject, Section):
            return self.subject.id
        return getattr(self.subject, "section", None)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Figures of a metric, the latest first."""
        found = self.subject
        return (found.latest, *found.earlier) if isinstance(found, Metric) else ()

    @property
    def dates(self) -> list[EdtfDate]:
        """Dates of an event or a source, periods of a figure."""
        found = self.subject
        if isinstance(found, (Event, Source)):
            return [found.date]
        return [one.period for one in self.observations if one.period is not None]

    def names(self) -> list[AnyText]:
        """Return all names: titles, short forms, aliases; the first is its title."""
        match self.subject:
            case Metric() | Unit():
                return [self.subject.label]
            case Section() as section:
                if self.paragraph is None:
                    return [section.heading, section.short]
                heading = section.paragraphs[self.paragraph].heading
                return [heading] if heading is not None else []
            case Event():
                return [self.subject.title, self.subject.short]
            case Entity() as entity:
                return [entity.name, *entity.aliases]
            case Area():
                return [self.subject.label, self.subject.short]
            case Source():
                return [self.subject.title]

    def texts(self) -> list[AnyText]:
        """Return all that is said of it beside its names."""
        match self.subject:
            case Metric() as metric:
                printed = [seen.printed for seen in (metric.latest, *metric.earlier) if seen.printed]
                return [*printed, *_given(metric.note)]
            case Section() as section:
                return [] if self.paragraph is None else [*_paragraph_texts(section, self.paragraph)]
            case Event() as event:
                return [event.printed, *_given(event.text)]
            case Entity() as entity:
                return [*_given(entity.role), *_given(entity.text), entity.printed]
            case Source() as source:
                return [source.publisher, *_given(source.url)]
            case _:
                return []


def versions_of(texts: Iterable[AnyText]) -> list[str]:
    """Return the versions of texts in all languages, as plain text."""
    found: list[str] = []
    for text in texts:
        if isinstance(text, str):
            found.append(text)
        else:
            found += map(plain, text.versions.values())
    return found


def plain(version: str | Prose) -> str:
    """Return a text or prose of one language as plain text."""
    return version if isinstance(version, str) else "".join([span.text for span in version])


class Places(Sequence[Place]):
    """Places of a dossier in the order of the report, made when they are looked at."""

    def __init__(self, dossier: Dossier) -> None:
        paragraphs = [
            (section, number)
            for section in dossier.sections
            for number in (None, *_count(section.paragraphs))
        ]
        parts: tuple[tuple[PlaceKind, Sequence[Subject]], ...] = (
            ("metric", dossier.metrics),
            ("event", dossier.events),
            ("entity", dossier.entities),
            ("area", dossier.areas),
            ("unit", dossier.units),
            ("source", dossier.sources),
        )
        self._dossier = dossier
        self._paragraphs = paragraphs
        self._parts = parts
        self._ends = list(accumulate([len(paragraphs), *(len(subjects) for _, subjects in parts)]))
        self.first_name = self.range_of("entity").start
        """Number of the first place that is all name: an entity, an area, a unit or a source."""

    def __len__(self) -> int:
        return self._ends[-1]

    def __getitem__(self, number: int) -> Place:  # type: ignore[override]  # no slices are asked for
        part = bisect_right(self._ends, number) if number >= 0 else -1
        if not 0 <= part < len(self._ends):
            raise IndexError(number)
        if not part:
            section, paragraph = self._paragraphs[number]
            return Place("section", section, paragraph)
        kind, subjects = self._parts[part - 1]
        return Place(kind, subjects[number - self._ends[part - 1]])

    def test_of(self, kinds: frozenset[str]) -> Callable[[int], bool]:
        """Return the test whether a place is of some kinds, those of events and entities among them."""
        ranges = [self.range_of(kind) for kind in ("section", *dict(self._parts)) if kind in kinds]
        if len(ranges) == len(kinds) == 1:
            return ranges[0].__contains__

        def test(number: int) -> bool:
            if any(number in numbers for numbers in ranges):
                return True
            subject = self[number].subject
            return isinstance(subject, (Event, Entity)) and subject.kind in kinds

        return test

    def addressed(self, text: str) -> list[int]:
        """Return the numbers of the places with the address `kind:id`, or with the id, `text`."""
        ref = parse_ref(text)
        kinds, wanted = ([ref.kind], ref.id) if ref else (KINDS, text)
        found = [self._dossier.find(Ref(kind, wanted)) for kind in kinds]
        return [self._number(item) for item in found if item is not None]

    def _number(self, item: Item) -> int:
        if isinstance(item, Section):
            return next(at for at, (section, _) in enumerate(self._paragraphs) if section is item)
        part = next(at for at, (kind, _) in enumerate(self._parts, 1) if kind == item.ref.kind)
        return self._ends[part - 1] + self._parts[part - 1][1].index(item)

    @property
    def sections(self) -> list[int]:
        """Numbers of the places that are whole sections."""
        return [number for number, (_, paragraph) in enumerate(self._paragraphs) if paragraph is None]

    def range_of(self, kind: PlaceKind) -> range:
        """Return the numbers of the places of one kind."""
        part = next((at for at, (one, _) in enumerate(self._parts, 1) if one == kind), 0)
        return range(self._ends[part - 1] if part else 0, self._ends[part])


def _paragraph_texts(section: Section, number: int) -> Iterable[AnyText]:
    """Yield the text of a paragraph, and of the quotations set apart after it."""
    yield section.paragraphs[number].text
    for quote in section.quotes:
        if quote.after == number:
            yield from (quote.text, quote.printed)


def _count(things: Sequence[object]) -> range:
    return range(len(things))


def _given(text: AnyText | None) -> tuple[AnyText, ...]:
    return () if text is None else (text,)
