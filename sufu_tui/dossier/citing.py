"""Citing: the places in sources that items rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sufu_tui.dossier.model import Dossier, Item, Metric, Ref, Section, Source, SourceRef


def places_of(item: Item) -> Iterator[SourceRef]:
    """Yield the places that an item cites itself: its own first, then those of its other observations."""
    yield item.source
    if isinstance(item, Metric):
        yield from (observation.source for observation in item.earlier)


def sources_of(items: Iterable[Item], dossier: Dossier) -> tuple[Source, ...]:
    """Return each source that `items` rest on, in the dossier's order.

    A section rests on what its text links as well, a derived figure on those that it is computed from.
    """
    cited: set[str] = set()
    seen: set[Ref] = set()
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        if item.ref in seen:
            continue
        seen.add(item.ref)
        cited.update(place.source for place in places_of(item))
        waiting += _foundations(item, dossier)
    return tuple(source for source in dossier.sources if source.id in cited)


def _foundations(item: Item, dossier: Dossier) -> Iterator[Item]:
    """Yield the items that a figure is computed from, or that a section's text links."""
    if isinstance(item, Metric):
        tokens = () if item.formula is None else item.formula.tokens()
        yield from (dossier.metric(metric_id) for _, metric_id in tokens if metric_id is not None)
    elif isinstance(item, Section):
        for paragraph in item.paragraphs:
            for spans in paragraph.text.versions.values():
                links = (span.ref for span in spans if span.ref is not None and span.ref.kind != "section")
                yield from map(dossier.item, links)
