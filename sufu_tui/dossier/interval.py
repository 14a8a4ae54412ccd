"""Interval arithmetic (Moore): what a figure can be, at the least and at the most, and what follows from it.

Exact: ends are fractions, each within the interval or not, or missing where there is no bound. Every
operation gives the smallest interval that holds its result for whatever numbers the operands stand for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

_MOST_BITS = 2000  # of a numerator or denominator
_FEW_BITS = 170


@dataclass(frozen=True, slots=True)
class Interval:
    """Interval of numbers from `least` to `most`, None for no bound; never empty.

    `holds_least` and `holds_most` tell whether an end belongs to it: (90, ∞) does not hold 90. Raises
    ValueError where no number lies between the ends.
    """

    least: Fraction | None
    most: Fraction | None
    holds_least: bool = True
    holds_most: bool = True

    def __post_init__(self) -> None:
        # An end that is infinite is none of the numbers: one spelling for each interval.
        object.__setattr__(self, "holds_least", self.holds_least and self.least is not None)
        object.__setattr__(self, "holds_most", self.holds_most and self.most is not None)
        if self.least is None or self.most is None or self.least < self.most:
            return
        if self.least > self.most or not (self.holds_least and self.holds_most):
            raise ValueError("an empty interval")

    def __contains__(self, number: Fraction) -> bool:
        """Return whether the interval holds `number`."""
        return not (_ends_below(self, _point(number)) or _ends_below(_point(number), self))

    @property
    def is_point(self) -> bool:
        """True if it holds one number only."""
        return self.least is not None and self.least == self.most

    def upwards(self) -> Interval:
        """Return the numbers of the interval and all above them."""
        return Interval(self.least, None, self.holds_least)

    def shortened(self) -> Interval:
        """Return the interval, its ends moved outwards where they have very many digits.

        Ends are exact fractions: a chain of products would double their length with each.
        """
        least, most = _shorter(self.least, -1), _shorter(self.most, 1)
        return Interval(
            least, most, self.holds_least and least == self.least, self.holds_most and most == self.most
        )

    def meets(self, other: Interval) -> bool:
        """Return whether there is a number in both."""
        return not (_ends_below(self, other) or _ends_below(other, self))

    def __neg__(self) -> Interval:
        """Return the negative."""
        least = None if self.most is None else -self.most
        most = None if self.least is None else -self.least
        return Interval(least, most, self.holds_most, self.holds_least)

    def __add__(self, other: Interval) -> Interval:
        """Return the sum."""
        least = None if self.least is None or other.least is None else self.least + other.least
        most = None if self.most is None or other.most is None else self.most + other.most
        return Interval(
            least, most, self.holds_least and other.holds_least, self.holds_most and other.holds_most
        )

    def __sub__(self, other: Interval) -> Interval:
        """Return the difference of numbers that have nothing to do with each other."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Return the product: its ends are products of ends."""
        ends = [_product(one, another) for one in _ends(self) for another in _ends(other)]
        return _hull(ends)

    def __truediv__(self, other: Interval) -> Interval:
        """Return the quotient; the whole line where the divisor holds numbers on both sides of zero."""
        return self * _reciprocal(other)


EVERYTHING = Interval(None, None)
"""Whole line: nothing is known."""


def _shorter(end: Fraction | None, outwards: int) -> Fraction | None:
    """Return an end moved `outwards` (-1 down, 1 up) if it is long; None for no bound any more."""
    if end is None or max(end.numerator.bit_length(), end.denominator.bit_length()) <= _MOST_BITS:
        return end
    sign = 1 if end > 0 else -1
    length = end.numerator.bit_length() - end.denominator.bit_length()
    if length > _MOST_BITS:
        return None if sign == outwards else sign * Fraction(2) ** (_MOST_BITS - 1)
    if length < -_MOST_BITS:
        return sign * Fraction(2) ** (1 - _MOST_BITS) if sign == outwards else Fraction(0)
    step = Fraction(2) ** (length - _FEW_BITS)
    return (math.ceil(end / step) if outwards > 0 else math.floor(end / step)) * step


def _point(number: Fraction) -> Interval:
    return Interval(number, number)


def _ends_below(one: Interval, other: Interval) -> bool:
    """Return whether all of `one` lies below all of `other`."""
    if one.most is None or other.least is None:
        return False
    return one.most < other.least or (one.most == other.least and not (one.holds_most and other.holds_least))


@dataclass(frozen=True, slots=True)
class _End:
    """End of an interval: a number, or the infinite of a sign; `held` if the interval holds it."""

    number: Fraction
    infinite: int = 0  # -1, 0 for a finite end, 1
    held: bool = False

    @property
    def place(self) -> tuple[int, Fraction]:
        return self.infinite, self.number


def _ends(interval: Interval) -> tuple[_End, _End]:
    return (
        _End(Fraction(0), -1) if interval.least is None else _End(interval.least, 0, interval.holds_least),
        _End(Fraction(0), 1) if interval.most is None else _End(interval.most, 0, interval.holds_most),
    )


def _product(one: _End, other: _End) -> _End:
    """Return the product of two ends; zero times anything is zero, and is held where that zero is."""
    zeros = [end for end in (one, other) if not end.infinite and not end.number]
    if zeros:
        return _End(Fraction(0), 0, any(end.held for end in zeros) or (one.held and other.held))
    if one.infinite or other.infinite:
        return _End(Fraction(0), _sign(one) * _sign(other))
    return _End(one.number * other.number, 0, one.held and other.held)


def _sign(end: _End) -> int:
    return end.infinite or (1 if end.number > 0 else -1)


def _hull(ends: Iterable[_End]) -> Interval:
    """Return the interval between the outermost of `ends`."""
    ends = list(ends)
    least, most = min(end.place for end in ends), max(end.place for end in ends)
    return Interval(
        None if least[0] else least[1],
        None if most[0] else most[1],
        any(end.held for end in ends if end.place == least),
        any(end.held for end in ends if end.place == most),
    )


def _reciprocal(divisor: Interval) -> Interval:
    """Return one divided by the numbers of `divisor` other than zero."""
    below = divisor.least is None or divisor.least < 0
    above = divisor.most is None or divisor.most > 0
    if below == above:  # both sides of zero, or nothing but zero
        return EVERYTHING
    if below:
        return -_reciprocal(-divisor)
    least = Fraction(0) if divisor.most is None else 1 / divisor.most
    most = 1 / divisor.least if divisor.least else None
    return Interval(least, most, divisor.holds_most, divisor.holds_least)
