"""Backlinks: the links of a dossier, grouped by their target and by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Entity, Event, Item, LocalizedProse, Metric, Ref


class Mention(NamedTuple):
    """Item that links to another; `paragraph` counts from 0 within a section."""

    where: Ref
    paragraph: int | None = None


class Backlinks:
    """Mentions of every item of a dossier, and by every item."""

    __slots__ = ("_mentions", "_targets")

    def __init__(self, dossier: Dossier) -> None:
        found: dict[Ref, dict[Mention, None]] = {}
        self._targets: dict[Ref, list[Ref]] = {}
        for target, mention in _links(dossier):
            if mention.where != target:
                found.setdefault(target, {})[mention] = None
                self._targets.setdefault(mention.where, []).append(target)
        self._mentions = {target: tuple(mentions) for target, mentions in found.items()}

    def of(self, ref: Ref) -> tuple[Mention, ...]:
        """Return the items that link to `ref`: paragraphs first, in the order of the files, each once."""
        return self._mentions.get(ref, ())

    def linked_from(self, ref: Ref) -> Sequence[Ref]:
        """Return what the item at `ref` links to, in the order of its links; perhaps some twice."""
        return self._targets.get(ref, ())

    def count(self, item: Item) -> int:
        """Return the number of items and paragraphs that link to `item`."""
        return len(self.of(item.ref))


def _links(dossier: Dossier) -> Iterator[tuple[Ref, Mention]]:
    for section in dossier.sections:
        for number, paragraph in enumerate(section.paragraphs):
            yield from _in_prose(paragraph.text, Mention(section.ref, number))
        for quote in section.quotes:
            yield Ref("entity", quote.speaker), Mention(section.ref, quote.after)
    for metric in dossier.metrics:
        if metric.note is not None or metric.arithmetic is not None:  # most of very many have neither
            yield from _of_metric(metric)
    for event in dossier.events:
        yield from _of_linked(event)
    for entity in dossier.entities:
        yield from _of_linked(entity)


def _of_metric(metric: Metric) -> Iterator[tuple[Ref, Mention]]:
    mention = Mention(metric.ref)
    if metric.note is not None:
        yield from _in_prose(metric.note, mention)
    if metric.arithmetic is not None:
        for metric_id in metric.arithmetic.inputs:
            yield Ref("metric", metric_id), mention


def _of_linked(item: Event | Entity) -> Iterator[tuple[Ref, Mention]]:
    mention = Mention(item.ref)
    for ref in item.links:
        yield ref, mention
    if item.text is not None:
        yield from _in_prose(item.text, mention)


def _in_prose(prose: LocalizedProse, mention: Mention) -> Iterator[tuple[Ref, Mention]]:
    """Yield the links of every language: a translation may have links that another lacks."""
    for spans in prose.versions.values():
        for span in spans:
            if span.ref is not None:
                yield span.ref, mention
