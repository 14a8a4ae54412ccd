"""Totals of figures of one tally: nothing is counted twice, no sum is more certain than its parts.

A figure within another that is counted as well is left out. Where two figures may count the same
things, their sum is unknown, and there is no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import cached_property
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Metric, Tally
from sufu_tui.dossier.quantity import Qualifier, Quantity, combined

_EXACT = Context(prec=1000)  # digits: no source prints as many, so that no sum is rounded by accident


class Total(NamedTuple):
    """Sum of the figures `addends` of a tally; two of them at least."""

    tally: Tally
    quantity: Quantity
    addends: tuple[Metric, ...]


class Totals:
    """Adder of the figures of one dossier.

    The dossier states which figure is part of which, and a derived sum contains its addends.
    Any other derived figure and its inputs are not counted together, nor are figures with a part in
    common.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    def totals(self, metrics: Iterable[Metric]) -> tuple[Total, ...]:
        """Return the totals of `metrics`, each of one tally, in the order of the dossier's tallies."""
        if not self.dossier.tallies:
            return ()
        members: dict[str, list[Metric]] = {}
        for metric in metrics:
            if metric.tally is not None:
                members.setdefault(metric.tally, []).append(metric)
        found = []
        for tally in self.dossier.tallies:
            addends = self.counted(members.get(tally.id, ()))
            quantity = added([metric.quantity for metric in addends]) if len(addends) > 1 else None
            if quantity is not None:
                found.append(Total(tally, quantity, addends))
        return tuple(found)

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

    @cached_property
    def _wholes(self) -> Mapping[str, Sequence[str]]:
        """Wholes of each figure by id: those it states itself, and the sums that add it up."""
        wholes = {metric.id: list(metric.part_of) for metric in self._related if metric.part_of}
        for metric in self.dossier.metrics:
            if metric.formula is not None and metric.formula.only_adds:
                for part in metric.formula.inputs:
                    wholes.setdefault(part, []).append(metric.id)
        return wholes

    @cached_property
    def _parts(self) -> Mapping[str, Sequence[str]]:
        return _turned((whole, part) for part, wholes in self._wholes.items() for whole in wholes)

    @cached_property
    def grand_totals(self) -> Mapping[str, Total]:
        """Total of all figures of a tally, by the tally's id, where it is known."""
        return {total.tally.id: total for total in self.totals(self.dossier.metrics)}

    @cached_property
    def _related(self) -> Sequence[Metric]:
        """Figures, few of all, with a `part_of` or an `overlaps`."""
        return [metric for metric in self.dossier.metrics if metric.part_of or metric.overlaps]

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
        for metric in self.dossier.metrics:
            if metric.formula is not None and not metric.formula.only_adds:
                for name in metric.formula.inputs:
                    pairs += [(metric.id, name), (name, metric.id)]
        return _turned(pairs)


def added(quantities: Sequence[Quantity]) -> Quantity | None:
    """Return the sum of `quantities`, one at least and all of one unit; None where it is unknown.

    `over` and exact make `over`, `over` and `nearly` pull apart and leave `about`. A sum that is only
    about right is rounded to the coarsest of the figures that are not exact: about 200,000 and 59
    are about 200,000, and not about 200,059.
    """
    if not all(quantity.value.is_finite() for quantity in quantities):
        return None
    side, value = Qualifier.EXACT, Decimal(0)
    with localcontext(_EXACT):
        for quantity in quantities:
            side, value = combined(side, quantity.qualifier), value + quantity.value
        if side is Qualifier.ABOUT:
            vague = [one.value for one in quantities if one.qualifier is not Qualifier.EXACT and one.value]
            step = max((_last_digit(one) for one in vague), default=0)
            value = value.quantize(Decimal((0, (1,), step)), ROUND_HALF_EVEN)
            if not value:
                return None
    plain = value.quantize(Decimal(1), context=_EXACT) if value == value.to_integral_value() else value
    return Quantity(plain, quantities[0].unit, side)


def _last_digit(value: Decimal) -> int:
    """Return the power of ten of the last digit of `value` that is not zero."""
    _, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return int(exponent) + zeros


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
