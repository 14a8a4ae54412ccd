"""Number and quantity texts in each language.

A value keeps every digit that it has: it is scaled (億, million) only where that loses nothing and
reads well. Only a derived value without end (a quotient) is rounded, to four digits (things that are
counted, to hundredths at most) and in the direction that keeps it true, and marked as such.

Digits are moved by hand, not by `Decimal.scaleb`: its context would round at 28 of them.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from sufu_tui.dossier.model import Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.languages.catalogue import Catalogue

_SIGNIFICANT = 4
_OF_COUNTED = -2  # power of ten: the thousandth part of a project says nothing
_DECIMALS = 3
_WRITTEN_DIGITS = 20  # a formula gives 28 where its value does not end; no source prints so many
_SCALES = ("number.scale-1", "number.scale-2", "number.scale-3")
"""Scales, from the largest: a power of ten, the most decimals of such a number, and its pattern."""


def number_text(value: Decimal, words: Catalogue) -> str:
    """Return `value` with all its digits: `66.4億`, `20萬`, `7,500`; `6.64 billion`, `200,000`."""
    if not value.is_finite():
        return str(value)
    for key in _SCALES:
        power, decimals, pattern = words(key).split(" ", 2)
        if value and value.adjusted() >= int(power):
            scaled = _shifted(value, -int(power))
            if _decimals(scaled) <= int(decimals):
                return pattern.format(number=_grouped(scaled))
            break
    return _grouped(value)


def fraction_text(number: Fraction, words: Catalogue) -> str:
    """Return a number of a formula, which has an end."""
    return number_text(Decimal(number.numerator) / Decimal(number.denominator), words)


def quantity_text(quantity: Quantity, unit: Unit, words: Catalogue) -> str:
    """Return a quantity in words: `超過74億元`, `over CNY 7.4 billion`, `1 visit`."""
    rounded = written(quantity, unit)
    return qualified(bare_quantity_text(rounded, unit, words), rounded.qualifier, words)


def bare_quantity_text(quantity: Quantity, unit: Unit, words: Catalogue) -> str:
    """Return a quantity without the word for its qualifier: `74億元`, `CNY 7.4 billion`."""
    quantity = written(quantity, unit)
    pattern = unit.singular if quantity.value == 1 and unit.singular is not None else unit.pattern
    if words.language not in pattern.versions:
        pattern = unit.pattern
    return pattern.in_language(words.language).replace("{}", number_text(quantity.value, words))


def qualified(text: str, qualifier: Qualifier, words: Catalogue) -> str:
    """Return `text` with the word for `qualifier` before it, as the language joins them."""
    word = qualifier_text(qualifier, words)
    return f"{word} {text}" if word and words.language == "en" else word + text


def qualifier_text(qualifier: Qualifier, words: Catalogue) -> str:
    """Return the word for `qualifier`: `超過`, `over`; nothing for an exact value."""
    return "" if qualifier is Qualifier.EXACT else words(f"qualifier.{qualifier.value}")


def written(quantity: Quantity, unit: Unit) -> Quantity:
    """Return a quantity of few enough digits: one without end is rounded to the side that stays true."""
    value = quantity.value
    digits = value.as_tuple().digits
    if len(digits) <= _WRITTEN_DIGITS or not value.is_finite() or _decimals(value) <= _DECIMALS:
        return quantity
    rounding, qualifier = ROUND_HALF_EVEN, quantity.qualifier
    if qualifier in {Qualifier.OVER, Qualifier.AT_LEAST}:
        rounding = ROUND_FLOOR
    elif qualifier in {Qualifier.UNDER, Qualifier.NEARLY}:
        rounding = ROUND_CEILING
    elif qualifier is Qualifier.EXACT:
        qualifier = Qualifier.ABOUT
    power = value.adjusted() - _SIGNIFICANT + 1
    if unit.dimension == "count" and value.adjusted() >= 0:
        power = max(power, _OF_COUNTED)
    step = Decimal((0, (1,), power))
    rounded = value.quantize(step, rounding)
    return Quantity(rounded, quantity.unit, quantity.qualifier if rounded == value else qualifier)


def _shifted(value: Decimal, places: int) -> Decimal:
    """Return a finite `value` with its point moved, to the left where `places` is negative."""
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + places))


def _decimals(value: Decimal) -> int:
    """Return the number of digits behind the point without trailing zeros."""
    return len(f"{value:f}".partition(".")[2].rstrip("0"))


def _grouped(value: Decimal) -> str:
    plain = f"{value or Decimal(0):,f}"  # a zero may come with a sign or an exponent
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
