"""Bars of figures in cells: one scale for each unit, logarithmic or from zero.

A linear scale leaves nothing of 50 million beside 7.4 billion; a logarithmic one begins at the power
of ten below its smallest figure, so that every figure above zero has a bar.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sufu_tui.dossier.quantity import Quantity

_WHOLE, _HALF = "━", "╸"


@dataclass(frozen=True, slots=True)
class BarScale:
    """Scale from `low` to `high`, both decimal logarithms; `low` is less than `high`.

    A `linear` scale runs from zero to ten to the power of `high`, and its `low` has no meaning.
    """

    low: float
    high: float
    linear: bool = False

    def share(self, value: Decimal) -> float:
        """Return the place of `value` (above zero) on the scale, from 0 to 1."""
        if self.linear:
            difference = log10(value) - self.high  # powers would overflow where logarithms do not
            return 10.0**difference if difference < 0 else 1.0
        return min(1.0, max(0.0, (log10(value) - self.low) / (self.high - self.low)))


def scales(quantities: Iterable[Quantity]) -> Mapping[str, BarScale]:
    """Return the scale of each unit that has figures to compare: above zero, and not all equal."""
    values: dict[str, list[Decimal]] = {}
    for quantity in quantities:
        if quantity.value > 0 and quantity.value.is_finite():
            values.setdefault(quantity.unit, []).append(quantity.value)
    found = {unit: (log10(min(known)), log10(max(known))) for unit, known in values.items()}
    return {
        unit: BarScale(float(math.ceil(low) - 1), high) for unit, (low, high) in found.items() if low < high
    }


def linear_scales(quantities: Iterable[Quantity]) -> Mapping[str, BarScale]:
    """Return the scale from zero of each unit that has figures to compare, as `scales` does."""
    return {unit: BarScale(scale.low, scale.high, linear=True) for unit, scale in scales(quantities).items()}


def bar(quantity: Quantity, scale: Mapping[str, BarScale], cells: int) -> str:
    """Return the bar of `quantity`, at most `cells` cells long in steps of a half; empty without a scale."""
    found = scale.get(quantity.unit)
    if found is None or not quantity.value.is_finite() or quantity.value <= 0:
        return ""
    halves = max(1, round(found.share(quantity.value) * cells * 2))
    return _WHOLE * (halves // 2) + _HALF * (halves % 2)


def log10(value: Decimal) -> float:
    """Return the decimal logarithm of `value`, above zero, as a float; its own method takes far longer."""
    power = value.adjusted()
    sign, digits, _ = value.as_tuple()
    return power + math.log10(float(Decimal((sign, digits, 1 - len(digits)))))
