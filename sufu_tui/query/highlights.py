"""Highlights of a dossier: key figures, main events and names, as its author has them or by their weight.

Weight is what the text itself gives: how often its paragraphs link to an item. Only they are counted, which
takes one pass over the text; a dossier of a hundred thousand figures costs no more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Entity, Event, Metric, Ref, Section

MOST_FIGURES = 8
"""Key figures of a whole dossier, at most, where they are chosen by weight."""
SECTION_FIGURES = 4
"""Key figures of a section, at most, where they are chosen by weight."""
_LEAST_IN_SECTION = 3  # one or two figures at its head would say again what the text is about to say
_MOST_OF_UNIT = 2
_MOST_EVENTS = 7
_LOOKED_AT = 1000
"""Figures among which key figures are looked for, where the text links to none."""
_MOST_NAMES = 15


class DayRange(NamedTuple):
    """Range of day numbers, both ends included."""

    first: int
    last: int


class Highlights:
    """Highlights of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def figures(self) -> tuple[Metric, ...]:
        """Return the key figures of the whole dossier."""
        if self._dossier.cover.figures:
            return self._metrics(self._dossier.cover.figures)
        linked = list(self._by_weight(self._dossier.sections))
        rest = () if linked else islice(self._dossier.metrics, _LOOKED_AT)
        return tuple(islice(_varied(linked or rest), MOST_FIGURES))

    def figures_of(self, section: Section) -> tuple[Metric, ...]:
        """Return the key figures of a section; none where it has but few."""
        if section.figures is not None:
            return self._metrics(section.figures)
        own = (metric for metric in self._by_weight((section,)) if metric.section == section.id)
        found = tuple(islice(_varied(own), SECTION_FIGURES))
        return found if len(found) >= _LEAST_IN_SECTION else ()

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Main events, in the order of time; of those that have a beginning and an end."""
        chosen: Iterable[Event]
        if self._dossier.cover.events:
            found = (self._dossier.find(Ref("event", one)) for one in self._dossier.cover.events)
            chosen = [event for event in found if isinstance(event, Event)]
        else:
            dated = (event for event in self._dossier.events if event.kind == "point" and _is_bounded(event))
            chosen = nlargest(_MOST_EVENTS, dated, key=lambda event: event.weight)
        return tuple(sorted(filter(_is_bounded, chosen), key=lambda event: event.date.sort_key))

    def strip(self) -> DayRange | None:
        """Return the days of the strip of time; None without any event on it."""
        stated = self._dossier.cover.strip
        if stated is not None and stated.earliest is not None and stated.latest is not None:
            return DayRange(stated.earliest, stated.latest)
        days = [day for event in self.events for day in (event.date.earliest, event.date.latest)]
        known = [day for day in days if day is not None]
        return DayRange(min(known), max(known)) if known else None

    def names(self) -> tuple[Entity, ...]:
        """Return who and what is told of most."""
        if self._dossier.cover.names:
            found = (self._dossier.find(Ref("entity", one)) for one in self._dossier.cover.names)
            return tuple(entity for entity in found if isinstance(entity, Entity))
        counts = _links(self._dossier.sections, "entity")
        entities = (self._dossier.item(ref) for ref, _ in counts.most_common(_MOST_NAMES))
        return tuple(entity for entity in entities if isinstance(entity, Entity))

    def _metrics(self, ids: Iterable[str]) -> tuple[Metric, ...]:
        """Return the figures that are there: of a dossier that is still being read not all are."""
        found = (self._dossier.find(Ref("metric", metric_id)) for metric_id in ids)
        return tuple(metric for metric in found if isinstance(metric, Metric))

    def _by_weight(self, sections: Iterable[Section]) -> Iterator[Metric]:
        for ref, _ in _links(sections, "metric").most_common():
            metric = self._dossier.find(ref)
            if isinstance(metric, Metric):
                yield metric


def _links(sections: Iterable[Section], kind: str) -> Counter[Ref]:
    """Return how many paragraphs link to each item of a kind, those first linked first."""
    counts: Counter[Ref] = Counter()
    for section in sections:
        for paragraph in section.paragraphs:
            spans = next(iter(paragraph.text.versions.values()), ())
            counts.update({span.ref: 1 for span in spans if span.ref is not None and span.ref.kind == kind})
    return counts


def _varied(metrics: Iterable[Metric]) -> Iterator[Metric]:
    """Yield figures that a source prints, of each unit the first two, and none that is part of another."""
    of_unit: Counter[str] = Counter()
    for metric in metrics:
        if metric.derived or metric.part_of or of_unit[metric.unit] == _MOST_OF_UNIT:
            continue
        of_unit[metric.unit] += 1
        yield metric


def _is_bounded(event: Event) -> bool:
    return event.date.earliest is not None and event.date.latest is not None
