"""Interval texts in each language: `(90, ∞)`, `[66.35億, 66.45億]`, `exactly 2`."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from sufu_tui.dossier.interval import Interval
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import number_text

_DIGITS = 6  # of an end that does not end; one that does has up to as many again


def interval_text(interval: Interval, words: Catalogue) -> str:
    """Return an interval: a round bracket leaves its end out; a long end is rounded outwards."""
    least, most = interval.least, interval.most
    if interval.is_point and least is not None and _short(least) is not None:
        return words("reckoning.exactly", number=_end_text(least, ROUND_FLOOR, words))
    left = "−∞" if least is None else _end_text(least, ROUND_FLOOR, words)
    right = "∞" if most is None else _end_text(most, ROUND_CEILING, words)
    opening, closing = "[" if interval.holds_least else "(", "]" if interval.holds_most else ")"
    return f"{opening}{left}, {right}{closing}"


def _end_text(end: Fraction, rounding: str, words: Catalogue) -> str:
    number = _short(end)
    if number is None:
        context = Context(prec=_DIGITS, rounding=rounding, Emin=MIN_EMIN, Emax=MAX_EMAX)
        number = context.divide(Decimal(end.numerator), Decimal(end.denominator))
    return number_text(number, words)


def _short(end: Fraction) -> Decimal | None:
    """Return the end with all its digits, if they are few."""
    context = Context(prec=2 * _DIGITS, Emin=MIN_EMIN, Emax=MAX_EMAX)
    number = context.divide(Decimal(end.numerator), Decimal(end.denominator))
    return number if Fraction(number) == end else None
