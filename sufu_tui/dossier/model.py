"""Dossier: one report as frozen values, correct by construction.

`sufu_tui.reading` builds these from TOML and rejects all that breaks a promise made here:
every reference leads somewhere, every id is unique within its kind, every text is free of
control characters and normalised to NFC.

The records are named tuples: each slotted dataclass costs a millisecond at every start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple, Union

from sufu_tui.dossier.cover import NO_COVER, Cover
from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.dossier.entity_kinds import OwnKind
from sufu_tui.dossier.formula import Formula
from sufu_tui.dossier.localized import Language, Localized, LocalizedText
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.dossier.source_reading import PartBeginning, Waiver
from sufu_tui.dossier.tally import Tally

Kind = Literal["section", "metric", "event", "entity"]
KINDS: tuple[Kind, ...] = ("section", "metric", "event", "entity")

EventKind = Literal["point", "span", "era"]
"""`point`: it happened somewhere within its date; `span`: it lasted throughout; `era`: a background."""

Dimension = Literal["money", "duration", "count"]
"""Dimension of a unit. Only quantities of the same unit are ever compared or added."""


class Ref(NamedTuple):
    """Address of an item: `metric:visits` is `Ref("metric", "visits")`."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


class SourceRef(NamedTuple):
    """Place in a source: `release#02` is part `02` of the source `release`."""

    source: str
    part: str

    def __str__(self) -> str:
        return f"{self.source}#{self.part}"


class Span(NamedTuple):
    """Run of prose, or a link if `ref` is set."""

    text: str
    ref: Ref | None = None


Prose = tuple[Span, ...]
LocalizedProse = Localized[Prose]


class Source(NamedTuple):
    """Published document that the dossier reports on; `parts` are the places that can be cited.

    Its `url` is a web address, as `web_address.uri_of` has it.
    `digest` is that of its text as it was read (`sufu_tui.proof.normal_text`), `text` the text's file in the
    dossier's folder.
    """

    id: str
    title: LocalizedText
    publisher: LocalizedText
    date: EdtfDate
    parts: tuple[str, ...]
    url: str | None = None
    digest: str | None = None
    text: str | None = None
    beginnings: tuple[PartBeginning, ...] = ()
    waivers: tuple[Waiver, ...] = ()


class Area(NamedTuple):
    """Field of cooperation; the order in the file is the order on the screen."""

    id: str
    label: LocalizedText
    short: LocalizedText


class Unit(NamedTuple):
    """Base unit: `pattern` holds the place of the number as `{}`, e.g. `{}人`, `CNY {}`.

    `singular` is the pattern for exactly one, where a language has one (`{} visit`).
    """

    id: str
    label: LocalizedText
    dimension: Dimension
    pattern: LocalizedText
    singular: LocalizedText | None = None


class Paragraph(NamedTuple):
    """Paragraph in every language; `heading` opens a topic within the section."""

    text: LocalizedProse
    heading: LocalizedText | None = None


class Quote(NamedTuple):
    """Words that the report quotes: `printed` in its own language, `text` in each, without quotation marks.

    They follow the paragraph number `after`, from 0; `remark` says what they are said of.
    """

    text: LocalizedText
    printed: str
    speaker: str
    source: SourceRef
    after: int
    remark: LocalizedText | None = None
    occurrence: int | None = None


class Section(NamedTuple):
    """Section of the report; `number` counts from 1 in the order of the file.

    `figures` are the ids of its key figures; None where they are to be chosen by weight.
    """

    id: str
    number: int
    heading: LocalizedText
    short: LocalizedText
    source: SourceRef
    paragraphs: tuple[Paragraph, ...]
    figures: tuple[str, ...] | None = None
    quotes: tuple[Quote, ...] = ()

    @property
    def ref(self) -> Ref:
        """Address of the section."""
        return Ref("section", self.id)


class Observation(NamedTuple):
    """Value of a metric in a source at one time; `printed` is the figure exactly as printed.

    It is the `occurrence`-th of these words in its part, from 1; None where that is not said.
    The `translation` is for readers who cannot read them.
    """

    quantity: Quantity
    source: SourceRef
    printed: str | None = None
    period: EdtfDate | None = None
    occurrence: int | None = None
    translation: LocalizedText | None = None


class Metric(NamedTuple):
    """Figure of the report. A derived one has a formula, and a quantity that was computed by it.

    A stated one may have a `reckoning`: arithmetic that is to give what the source prints.

    Without a `tally` it is added to no other. `part_of` and `overlaps` are ids of metrics of the same
    unit: it is contained in the former, and may share a part with the latter.
    """

    id: str
    label: LocalizedText
    area: str
    section: str
    latest: Observation
    earlier: tuple[Observation, ...] = ()
    note: LocalizedProse | None = None
    formula: Formula | None = None
    tally: str | None = None
    part_of: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    reckoning: Formula | None = None

    @property
    def arithmetic(self) -> Formula | None:
        """Arithmetic over other figures that gives it: its formula, or its reckoning."""
        return self.formula or self.reckoning

    @property
    def ref(self) -> Ref:
        """Address of the metric."""
        return Ref("metric", self.id)

    @property
    def quantity(self) -> Quantity:
        """Latest quantity."""
        return self.latest.quantity

    @property
    def value(self) -> Decimal:
        """Number in the base unit."""
        return self.latest.quantity.value

    @property
    def unit(self) -> str:
        """Id of the base unit."""
        return self.latest.quantity.unit

    @property
    def qualifier(self) -> Qualifier:
        """Qualifier of the value."""
        return self.latest.quantity.qualifier

    @property
    def printed(self) -> str | None:
        """Figure as the source prints it; None where it is derived."""
        return self.latest.printed

    @property
    def period(self) -> EdtfDate | None:
        """Time that the figure is about."""
        return self.latest.period

    @property
    def source(self) -> SourceRef:
        """Place of the figure in its source."""
        return self.latest.source

    @property
    def derived(self) -> bool:
        """True if the dossier computes the figure itself."""
        return self.formula is not None


class Event(NamedTuple):
    """Dated event. Where room is short, the higher `weight` (0 to 9) keeps its label.

    Its date is the `occurrence`-th place of the words `printed` in its part, from 1, if that is said.
    """

    id: str
    date: EdtfDate
    kind: EventKind
    title: LocalizedText
    short: LocalizedText
    area: str
    section: str
    source: SourceRef
    printed: str
    text: LocalizedProse | None = None
    links: tuple[Ref, ...] = ()
    weight: int = 5
    occurrence: int | None = None
    translation: LocalizedText | None = None

    @property
    def ref(self) -> Ref:
        """Address of the event."""
        return Ref("event", self.id)

    @property
    def exact(self) -> bool:
        """True if it is a moment on one known day: then its kind need not be shown."""
        return self.kind == "point" and self.date.exact


class Entity(NamedTuple):
    """Person, organisation, place, programme or term; `printed` is the name as the source writes it.

    `kind` is an `EntityKind`, or the id of an `OwnKind`. `text` is the report's, `gloss` an explanation that
    is not. It is first met in the `occurrence`-th place of the name in its part, from 1, if that is said.
    `aliases` are further names that it is known by.
    """

    id: str
    kind: str
    name: LocalizedText
    section: str
    source: SourceRef
    printed: str
    role: LocalizedText | None = None
    text: LocalizedProse | None = None
    links: tuple[Ref, ...] = ()
    occurrence: int | None = None
    gloss: LocalizedText | None = None
    aliases: tuple[str, ...] = ()

    @property
    def ref(self) -> Ref:
        """Address of the entity."""
        return Ref("entity", self.id)


Item = Union[Section, Metric, Event, Entity]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Whole report. `date` is the date of the data, `version` the edition of the dossier."""

    id: str
    version: str
    date: EdtfDate
    languages: tuple[Language, ...]
    title: LocalizedText
    short: LocalizedText
    sources: tuple[Source, ...]
    areas: tuple[Area, ...]
    units: tuple[Unit, ...]
    sections: tuple[Section, ...]
    metrics: tuple[Metric, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    tallies: tuple[Tally, ...] = ()
    cover: Cover = NO_COVER
    own_kinds: tuple[OwnKind, ...] = ()
    _people: tuple[Entity, ...] = field(init=False, repr=False, compare=False)
    _items: Mapping[str, Mapping[str, Item]] = field(init=False, repr=False, compare=False)
    _areas: Mapping[str, Area] = field(init=False, repr=False, compare=False)
    _units: Mapping[str, Unit] = field(init=False, repr=False, compare=False)
    _tallies: Mapping[str, Tally] = field(init=False, repr=False, compare=False)
    _sources: Mapping[str, Source] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # By kind, then by id: an address of its own for each item would be memory for nothing.
        kinds: tuple[tuple[Kind, Iterable[Item]], ...] = (
            ("section", self.sections),
            ("metric", self.metrics),
            ("event", self.events),
            ("entity", self.entities),
        )
        object.__setattr__(self, "_items", {kind: {item.id: item for item in items} for kind, items in kinds})
        people = tuple(entity for entity in self.entities if entity.kind == "person")
        object.__setattr__(self, "_people", people)
        object.__setattr__(self, "_areas", {area.id: area for area in self.areas})
        object.__setattr__(self, "_units", {unit.id: unit for unit in self.units})
        object.__setattr__(self, "_tallies", {tally.id: tally for tally in self.tallies})
        object.__setattr__(self, "_sources", {source.id: source for source in self.sources})

    @property
    def people(self) -> tuple[Entity, ...]:
        """Entities that are people."""
        return self._people

    def items(self) -> Iterator[Item]:
        """Yield every item, in the order of the files."""
        yield from self.sections
        yield from self.metrics
        yield from self.events
        yield from self.entities

    def find(self, ref: Ref) -> Item | None:
        """Return the item at `ref`, or None."""
        return self._items[ref.kind].get(ref.id)

    def item(self, ref: Ref) -> Item:
        """Return the item at `ref`; raise KeyError where there is none."""
        return self._items[ref.kind][ref.id]

    def section(self, section_id: str) -> Section:
        """Return the section `section_id`; raise KeyError where there is none."""
        section = self._items["section"][section_id]
        assert isinstance(section, Section)  # noqa: S101  the key says so; this tells the type checker
        return section

    def metric(self, metric_id: str) -> Metric:
        """Return the metric `metric_id`; raise KeyError where there is none."""
        metric = self._items["metric"][metric_id]
        assert isinstance(metric, Metric)  # noqa: S101  the key says so; this tells the type checker
        return metric

    def area(self, area_id: str) -> Area:
        """Return the area `area_id`; raise KeyError where there is none."""
        return self._areas[area_id]

    def unit(self, unit_id: str) -> Unit:
        """Return the unit `unit_id`; raise KeyError where there is none."""
        return self._units[unit_id]

    def tally(self, tally_id: str) -> Tally:
        """Return the tally `tally_id`; raise KeyError where there is none."""
        return self._tallies[tally_id]

    def source(self, source_id: str) -> Source:
        """Return the source `source_id`; raise KeyError where there is none."""
        return self._sources[source_id]


def parse_ref(text: str) -> Ref | None:
    """Return the address written as `kind:id`, or None where it is not one."""
    kind, _, item_id = text.partition(":")
    for known in KINDS:
        if kind == known and item_id:
            return Ref(known, item_id)
    return None
