"""Linked items: what belongs to a figure, an event or a name, in every list, in the text and in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Dossier, Entity, Event, Kind, Metric, Ref
from sufu_tui.query.associations import Associations
from sufu_tui.query.backlinks import Backlinks
from sufu_tui.query.held_paragraphs import ParagraphPlace


class LinkedItems(NamedTuple):
    """Items that belong to one: in any kind of list, the paragraphs that link it, and its time."""

    refs: frozenset[Ref] = frozenset()
    paragraphs: tuple[ParagraphPlace, ...] = ()
    time: EdtfDate | None = None

    def ids(self, kind: Kind) -> frozenset[str]:
        """Return the ids of those of `kind`."""
        return frozenset(ref.id for ref in self.refs if ref.kind == kind)


class LinkFinder:
    """Finder of what belongs to the items of a dossier.

    Of a name it is what its card lists. Of figures and events it is the same seen from the other side: the
    names that one belongs to, and what is linked with it, from either of the two.
    """

    def __init__(self, dossier: Dossier, backlinks: Backlinks, associations: Associations) -> None:
        self._dossier = dossier
        self._backlinks = backlinks
        self._associations = associations

    def of(self, ref: Ref) -> LinkedItems:
        """Return what belongs to the item at `ref`; nothing to a section."""
        item = self._dossier.find(ref)
        mentions = self._backlinks.of(ref)
        paragraphs = tuple(
            ParagraphPlace(one.where.id, one.paragraph)
            for one in mentions
            if one.where.kind == "section" and one.paragraph is not None
        )
        match item:
            case Entity():
                own = self._associations.of(item)
                found = {meeting.entity.ref for meeting in own.meetings if meeting.times}
                found.update(metric.ref for metric in own.metrics)
                found.update(event.ref for event in own.events)
                return LinkedItems(frozenset(found), paragraphs)
            case Event():
                return LinkedItems(frozenset(self._beside(ref)), paragraphs, item.date)
            case Metric():
                direct = frozenset(self._beside(ref))
                events = [one for one in direct if one.kind == "event"]
                names = {one for event in events for one in self._beside(event) if one.kind == "entity"}
                return LinkedItems(frozenset(direct | names), paragraphs, item.period)
            case _:
                return LinkedItems()

    def _beside(self, ref: Ref) -> Iterator[Ref]:
        """Yield what an item links to, and what links to it; sections are where one reads of both."""
        yield from self._backlinks.linked_from(ref)
        for mention in self._backlinks.of(ref):
            if mention.where.kind != "section":
                yield mention.where
