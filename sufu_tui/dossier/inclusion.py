"""Inclusion of figures: which lies within which, and which may count the same things.

The dossier states which figure is part of which, and a sum contains its addends. Any other result of
arithmetic and its inputs are not counted together, nor are figures with a part in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sufu_tui.dossier.model import Metric


class Inclusion:
    """Inclusion among `metrics`, as `part_of`, `overlaps` and the arithmetic of the figures state it."""

    def __init__(self, metrics: Sequence[Metric]) -> None:
        self.metrics = metrics

    def outermost(self, metrics: Sequence[Metric]) -> list[Metric]:
        """Return those of `metrics` that lie within no other of them."""
        ids = {metric.id for metric in metrics}
        return [metric for metric in metrics if ids.isdisjoint(_reached(metric.id, self._wholes))]

    def parts(self, metric: Metric) -> tuple[str, ...]:
        """Return the ids of the figures stated to be part of `metric`, in the dossier's order."""
        return self._stated_parts.get(metric.id, ())

    def overlapping(self, metric: Metric) -> tuple[str, ...]:
        """Return the ids of the figures that `metric` may overlap; either of the two may state it."""
        return self._stated_overlaps.get(metric.id, ())

    def counted(self, metrics: Sequence[Metric]) -> tuple[Metric, ...]:
        """Return the addends among `metrics`, all of one tally; none where two may count the same things."""
        addends = self.outermost(metrics)
        parts_so_far: set[str] = set()
        owners: dict[str, set[str]] = {}  # of each figure with overlaps, the addends that may count it
        for metric in addends:
            within = {metric.id, *_reached(metric.id, self._parts)}
            if not parts_so_far.isdisjoint(within):
                return ()
            parts_so_far |= within
            for one in within | _reached(metric.id, self._wholes):
                if one in self._overlaps:
                    owners.setdefault(one, set()).add(metric.id)
        for one, those in owners.items():
            for other in self._overlaps[one]:
                if other in owners and len(those | owners[other]) > 1:
                    return ()
        return tuple(addends)

    def users(self, metric: Metric) -> tuple[str, ...]:
        """Return the ids of the figures that `metric` enters: its wholes, and results of arithmetic."""
        return tuple(dict.fromkeys((*metric.part_of, *self._results.get(metric.id, ()))))

    @cached_property
    def _results(self) -> Mapping[str, tuple[str, ...]]:
        """Results of arithmetic by the ids of their inputs."""
        return _turned(
            (name, metric.id)
            for metric in self.metrics
            if metric.arithmetic is not None
            for name in metric.arithmetic.inputs
        )

    @cached_property
    def _wholes(self) -> Mapping[str, Sequence[str]]:
        """Wholes of each figure by id: those it states itself, and the sums that add it up."""
        wholes = {metric.id: list(metric.part_of) for metric in self._related if metric.part_of}
        for metric in self.metrics:
            if metric.arithmetic is not None and metric.arithmetic.only_adds:
                for part in metric.arithmetic.inputs:
                    wholes.setdefault(part, []).append(metric.id)
        return wholes

    @cached_property
    def _parts(self) -> Mapping[str, Sequence[str]]:
        return _turned((whole, part) for part, wholes in self._wholes.items() for whole in wholes)

    @cached_property
    def _related(self) -> Sequence[Metric]:
        """Figures, few of all, with a `part_of` or an `overlaps`."""
        return [metric for metric in self.metrics if metric.part_of or metric.overlaps]

    @cached_property
    def _stated_parts(self) -> Mapping[str, tuple[str, ...]]:
        return _turned((whole, part.id) for part in self._related for whole in part.part_of)

    @cached_property
    def _stated_overlaps(self) -> Mapping[str, tuple[str, ...]]:
        pairs = [(metric.id, other) for metric in self._related for other in metric.overlaps]
        return _turned(pair for one, other in pairs for pair in ((one, other), (other, one)))

    @cached_property
    def _overlaps(self) -> Mapping[str, tuple[str, ...]]:
        """Overlaps by id: those stated, and a difference (or a product) with each of its inputs."""
        pairs = [
            (metric_id, other) for metric_id, others in self._stated_overlaps.items() for other in others
        ]
        for metric in self.metrics:
            if metric.arithmetic is not None and not metric.arithmetic.only_adds:
                for name in metric.arithmetic.inputs:
                    pairs += [(metric.id, name), (name, metric.id)]
        return _turned(pairs)


def _reached(start: str, edges: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the nodes that a graph search along `edges` reaches from `start`, without `start`."""
    if start not in edges:
        return set()
    found: set[str] = set()
    ahead = list(edges[start])
    while ahead:
        step = ahead.pop()
        if step not in found and step != start:
            found.add(step)
            ahead += edges.get(step, ())
    return found


def _turned(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the second members of `pairs` grouped by the first, each once."""
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        found.setdefault(one, {})[other] = None
    return {one: tuple(others) for one, others in found.items()}
