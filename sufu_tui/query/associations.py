"""Associations of a name: the sections, figures, dates and other names that belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Entity, Event, LocalizedProse, Metric, Ref, Section
from sufu_tui.query.backlinks import Backlinks, Mention


class Meeting(NamedTuple):
    """Name that stands beside another, and the number of paragraphs and events in which both stand."""

    entity: Entity
    times: int


class Belongings(NamedTuple):
    """Belongings of a name, each once.

    `sections` tell of it; `events` and `metrics` are linked with it, and after these come the figures of its
    events. `meetings` are the other names, most frequent first, at last those that are only linked with it.
    """

    sections: tuple[Section, ...]
    metrics: tuple[Metric, ...]
    events: tuple[Event, ...]
    meetings: tuple[Meeting, ...]


class Associations:
    """Finder of what belongs to the names of a dossier. Nothing is kept: few names are ever asked for."""

    def __init__(self, dossier: Dossier, backlinks: Backlinks) -> None:
        self._dossier = dossier
        self._backlinks = backlinks

    def of(self, entity: Entity) -> Belongings:
        """Return what belongs to `entity`."""
        dossier, links, mentions = self._dossier, self._backlinks, self._backlinks.of(entity.ref)
        linked = dict.fromkeys((*links.linked_from(entity.ref), *(one.where for one in mentions)))
        events = [item for ref in linked if isinstance(item := dossier.find(ref), Event)]
        of_events = (target for ref in linked if ref.kind == "event" for target in links.linked_from(ref))
        of_kind = dict.fromkeys(ref for ref in chain(linked, of_events) if ref.kind == "metric")
        metrics = [item for ref in of_kind if isinstance(item := dossier.find(ref), Metric)]
        sections = {entity.section, *(ref.id for ref in linked if ref.kind == "section")}
        return Belongings(
            tuple(section for section in dossier.sections if section.id in sections),
            tuple(metrics),
            tuple(sorted(events, key=lambda event: event.date.sort_key)),
            tuple(self._meetings(entity, mentions, linked)),
        )

    def _meetings(
        self, entity: Entity, mentions: Sequence[Mention], linked: Iterable[Ref]
    ) -> Iterator[Meeting]:
        mentioned = {mention.where for mention in mentions}
        linking = (Mention(ref) for ref in linked if ref.kind == "event" and ref not in mentioned)
        met = (ref for one in chain(mentions, linking) for ref in dict.fromkeys(self._beside(one)))
        times = Counter(ref for ref in met if ref.kind == "entity")
        times.update(dict.fromkeys((ref for ref in linked if ref.kind == "entity"), 0))
        times.pop(entity.ref, None)
        for ref, number in times.most_common():  # equals in the order in which they were met
            found = self._dossier.find(ref)
            if isinstance(found, Entity):
                yield Meeting(found, number)

    def _beside(self, mention: Mention) -> Iterable[Ref]:
        """Return what a paragraph links to, or is linked with an event; nothing of what is no meeting."""
        where, links = mention.where, self._backlinks
        if where.kind == "section" and mention.paragraph is not None:
            return _in_prose(self._dossier.section(where.id).paragraphs[mention.paragraph].text)
        if where.kind != "event":
            return ()
        return (*links.linked_from(where), *(one.where for one in links.of(where)))


def _in_prose(prose: LocalizedProse) -> tuple[Ref, ...]:
    """Return the links of a text in any language, in the order of their first one."""
    versions = prose.versions.values()
    return tuple(dict.fromkeys(span.ref for spans in versions for span in spans if span.ref is not None))
