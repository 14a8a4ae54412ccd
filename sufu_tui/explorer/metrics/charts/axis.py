"""Axis of a chart: the place of a figure on it, and the round figures of its ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sufu_tui.explorer.metrics.table.bar_cells import log10

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Axis from `low` to `high`, `low` less than `high`; a logarithmic one has both above zero."""

    low: Decimal
    high: Decimal
    linear: bool

    def share(self, value: Decimal) -> float | None:
        """Return the place of `value`, from 0 to 1; None where it cannot be on the axis."""
        if not value.is_finite() or (value <= 0 and not self.linear):
            return None
        if self.linear:
            share = float((value - self.low) / (self.high - self.low))
        else:
            low = log10(self.low)
            share = (log10(value) - low) / (log10(self.high) - low)
        return min(1.0, max(0.0, share))

    def ticks(self, most: int) -> tuple[Decimal, ...]:
        """Return at most `most` round figures on the axis (two at least): tens, or one, two, five of them."""
        if self.linear:
            return self._even_ticks(max(2, most))
        first = math.ceil(self.low.log10())
        last = math.floor(self.high.log10())
        if last <= first:  # within a power of ten or two: its doubles and fives as well
            digits = ((1,), (2,), (5,))
            finer = [
                Decimal((0, digit, power)) for power in (first - 1, first, first + 1) for digit in digits
            ]
            return tuple(tick for tick in finer if self.low <= tick <= self.high)[: max(2, most)]
        every = max(1, math.ceil((last - first + 1) / max(2, most)))
        return tuple(Decimal((0, (1,), power)) for power in range(first, last + 1, every))

    def _even_ticks(self, most: int) -> tuple[Decimal, ...]:
        least = (self.high - self.low) / most
        power = Decimal((0, (1,), least.adjusted()))
        step = next(power * factor for factor in _STEPS if power * factor >= least)
        number = (self.low / step).to_integral_value(rounding="ROUND_CEILING")
        found = []
        while number * step <= self.high:
            found.append(number * step)
            number += 1
        return tuple(found)


def axis(values: Iterable[Decimal], *, linear: bool) -> ValueAxis | None:
    """Return the axis for all of `values`; None where fewer than two differ.

    A linear axis has zero on it, a logarithmic one begins at a power of ten below the smallest figure
    above zero; figures that are not finite, or on the latter not above zero, have no place.
    """
    found = {value for value in values if value.is_finite() and (linear or value > 0)}
    if len(found) < 2:
        return None
    if linear:
        return ValueAxis(min(Decimal(0), *found), max(Decimal(0), *found), linear=True)
    power = math.ceil(min(found).log10()) - 1
    return ValueAxis(Decimal((0, (1,), power)), max(found), linear=False)
