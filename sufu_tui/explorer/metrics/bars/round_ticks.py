"""Ticks of a scale: round figures, tens of a power or one, two, five of it."""

from __future__ import annotations

import math
from decimal import Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_DIGITS = (1, 2, 5)


def even_ticks(low: Decimal, high: Decimal, most: int) -> tuple[Decimal, ...]:
    """Return at most `most` and one round figures, two at least, in even steps from `low` to `high`."""
    least = (high - low) / max(2, most)
    power = Decimal((0, (1,), least.adjusted()))
    step = next(power * factor for factor in _STEPS if power * factor >= least)
    number = (low / step).to_integral_value(rounding="ROUND_CEILING")
    found = []
    while number * step <= high:
        found.append(number * step)
        number += 1
    return tuple(found)


def power_ticks(low: Decimal, high: Decimal, most: int) -> tuple[Decimal, ...]:
    """Return at most `most` powers of ten, two at least, from `low` to `high`, both above zero.

    Within a power of ten or two it is twos and fives as well.
    """
    most = max(2, most)
    last = high.adjusted()
    first = low.adjusted() + (low != _power(low.adjusted()))
    if last <= first:
        finer = (Decimal((0, (digit,), power)) for power in range(first - 1, first + 2) for digit in _DIGITS)
        return tuple(tick for tick in finer if low <= tick <= high)[:most]
    return tuple(_power(power) for power in range(first, last + 1, math.ceil((last - first + 1) / most)))


def _power(power: int) -> Decimal:
    return Decimal((0, (1,), power))
