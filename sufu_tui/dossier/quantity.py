"""Quantities: a value in its base unit with the qualifier that the source gives it."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Qualifier(str, Enum):
    """Qualifier of a value, as the source words it."""

    EXACT = "exact"
    OVER = "over"
    """Strictly more."""
    AT_LEAST = "at-least"
    ABOUT = "about"
    NEARLY = "nearly"
    """Just under."""
    UNDER = "under"


# Where the true value may lie beside the stated one: `nearly 90` sorts before 90, `over 90` after.
_SIDE = {
    Qualifier.UNDER: -2,
    Qualifier.NEARLY: -1,
    Qualifier.EXACT: 0,
    Qualifier.ABOUT: 0,
    Qualifier.AT_LEAST: 1,
    Qualifier.OVER: 2,
}


_MORE = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_LESS = frozenset({Qualifier.UNDER, Qualifier.NEARLY})


def combined(first: Qualifier, second: Qualifier) -> Qualifier:
    """Return the qualifier of a sum: the same side stays, opposite ones leave only `about`."""
    if first is second or second is Qualifier.EXACT:
        return first
    if first is Qualifier.EXACT:
        return second
    if first in _MORE and second in _MORE:
        return Qualifier.OVER
    if first in _LESS and second in _LESS:
        return Qualifier.UNDER
    return Qualifier.ABOUT


class Quantity(NamedTuple):
    """Number in the base unit `unit` (66.4億元 is 6640000000 CNY), with its `qualifier`."""

    value: Decimal
    unit: str
    qualifier: Qualifier = Qualifier.EXACT

    @property
    def magnitude(self) -> tuple[Decimal, int]:
        """Sort key among quantities of the same unit: by value, then by the side of the qualifier."""
        return self.value, _SIDE[self.qualifier]


def digits(value: Decimal) -> str:
    """Return a finite number with all its digits and no exponent; a zero has no sign."""
    return f"{value or abs(value):f}"


def last_digit(value: Decimal) -> int:
    """Return the power of ten of the last digit of `value` that is not zero; of a zero, of its last digit."""
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits))
    zeros = len(written) - len(written.rstrip("0")) if value else 0
    return int(exponent) + zeros
