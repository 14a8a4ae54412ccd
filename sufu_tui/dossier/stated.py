"""Stated figures as intervals: what the words of a source leave open.

The rule: `over 90` is (90, ∞), `at least 90` [90, ∞), `under 90` (−∞, 90), or from 0 where the unit counts
up. `about` is right to half a unit of the last digit that is not zero, `about 90` [85, 95]; `nearly` is what
would be rounded so and is less, [85, 90). An exact figure is that number. Only where it is held against
another may the source have rounded it: if it is printed with a point or a scale word, then to half a unit of
the last digit printed, so that `66.4億` is [66.35億, 66.45億].
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

from sufu_tui.dossier.interval import Interval
from sufu_tui.dossier.model import Observation, Unit
from sufu_tui.dossier.percent import has_percent_sign
from sufu_tui.dossier.quantity import Qualifier, Quantity, last_digit

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?", re.ASCII)


def stated_interval(
    observation: Observation, unit: Unit, *, held: bool = False, rounded: bool = False
) -> Interval:
    """Return what an observation in `unit` can be, by itself or where it is `held` against another.

    With `rounded` an exact figure may have been rounded to its last digit, as a printed quotient is.
    """
    quantity = observation.quantity
    value = Fraction(quantity.value)
    match quantity.qualifier:
        case Qualifier.OVER:
            return Interval(value, None, holds_least=False)
        case Qualifier.AT_LEAST:
            return Interval(value, None)
        case Qualifier.UNDER:
            floor = Fraction(0) if value > 0 and counts_up(unit) else None
            return Interval(floor, value, holds_most=False)
        case Qualifier.ABOUT:
            half = _power(last_digit(quantity.value)) / 2
            return Interval(value - half, value + half)
        case Qualifier.NEARLY:
            half = _power(last_digit(quantity.value)) / 2
            return Interval(value - half, value, holds_most=False)
        case Qualifier.EXACT:
            power = _last_printed(quantity, observation.printed)
            half = _power(power) / 2 if rounded or (held and power) else Fraction(0)
            return Interval(value - half, value + half)


def counts_up(unit: Unit) -> bool:
    """Return whether figures of `unit` are never below zero: all but money and hundredths are so."""
    return unit.dimension != "money" and not has_percent_sign(unit.pattern)


def _last_printed(quantity: Quantity, printed: str | None) -> int:
    """Return the power of ten of the last digit printed: 0 for units and for what cannot be told."""
    for found in _DIGITS.findall(unicodedata.normalize("NFKC", printed or "")):
        number = Decimal(found.replace(",", ""))
        scale = _scale(Fraction(quantity.value), Fraction(number))
        if scale is not None:
            return scale + int(number.as_tuple().exponent)
    return min(0, int(quantity.value.as_tuple().exponent))


def _scale(value: Fraction, number: Fraction) -> int | None:
    """Return the power of ten, 0 or more, that makes `value` of the printed `number`; None for no such."""
    if not value or not number:
        return 0 if value == number else None
    power = len(str(abs(int(value / number)))) - 1
    return power if number * _power(power) == value else None


def _power(exponent: int) -> Fraction:
    return Fraction(10) ** exponent
