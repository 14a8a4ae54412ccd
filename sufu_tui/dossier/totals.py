"""Totals of figures of one tally: nothing is counted twice, no sum is more certain than its parts.

A figure within another that is counted as well is left out. Where two figures may count the same
things, their sum is unknown, and there is no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import cached_property
from typing import NamedTuple

from sufu_tui.dossier.inclusion import Inclusion
from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.dossier.quantity import Qualifier, Quantity, combined, last_digit
from sufu_tui.dossier.tally import Tally

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
        self.inclusion = Inclusion(dossier.metrics)
        """Inclusion among its figures."""

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
            addends = self.inclusion.counted(members.get(tally.id, ()))
            quantity = added([metric.quantity for metric in addends]) if len(addends) > 1 else None
            if quantity is not None:
                found.append(Total(tally, quantity, addends))
        return tuple(found)

    @cached_property
    def grand_totals(self) -> Mapping[str, Total]:
        """Total of all figures of a tally, by the tally's id, where it is known."""
        return {total.tally.id: total for total in self.totals(self.dossier.metrics)}


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
            step = max((last_digit(one) for one in vague), default=0)
            value = value.quantize(Decimal((0, (1,), step)), ROUND_HALF_EVEN)
            if not value:
                return None
    plain = value.quantize(Decimal(1), context=_EXACT) if value == value.to_integral_value() else value
    return Quantity(plain, quantities[0].unit, side)
