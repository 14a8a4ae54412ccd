"""Numbers and quantities as each language writes them.

A value keeps every digit that it has: it is scaled (億, million) only where that loses nothing. Only
what the dossier derived and does not end (a quotient) is rounded, to four digits and in the
direction that keeps it true, and then says so.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from sufu_tui.dossier.model import Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.languages.catalogue import Catalogue

_SIGNIFICANT = 4
_MOST_DECIMALS = 3  # of a scaled number: 66.4億 reads well, 1.2345678億 does not
_SCALES = ("number.scale-1", "number.scale-2", "number.scale-3")
"""From the largest: a power of ten, a blank, and how a number of that many is written."""


def number_text(value: Decimal, words: Catalogue) -> str:
    """Return `value` with all its digits: `66.4億`, `20萬`, `7,500`; `6.64 billion`, `200,000`."""
    if not value.is_finite():
        return str(value)
    for key in _SCALES:
        power, _, pattern = words(key).partition(" ")
        scaled = value.scaleb(-int(power))
        if abs(scaled) >= 1:
            if _decimals(scaled) <= _MOST_DECIMALS:
                return pattern.format(number=_grouped(scaled))
            break
    return _grouped(value)


def quantity_text(quantity: Quantity, unit: Unit, words: Catalogue) -> str:
    """Return a quantity as it is said: `超過74億元`, `over CNY 7.4 billion`, `1 visit`."""
    rounded = _rounded(quantity)
    return qualified(bare_quantity_text(rounded, unit, words), rounded.qualifier, words)


def bare_quantity_text(quantity: Quantity, unit: Unit, words: Catalogue) -> str:
    """Return a quantity without the word for its qualifier: `74億元`, `CNY 7.4 billion`."""
    quantity = _rounded(quantity)
    pattern = unit.singular if quantity.value == 1 and unit.singular is not None else unit.pattern
    if words.language not in pattern.versions:
        pattern = unit.pattern
    return pattern.in_(words.language).replace("{}", number_text(quantity.value, words))


def qualified(text: str, qualifier: Qualifier, words: Catalogue) -> str:
    """Return `text` with the word for `qualifier` before it, as the language joins them."""
    word = qualifier_text(qualifier, words)
    return f"{word} {text}" if word and words.language == "en" else word + text


def qualifier_text(qualifier: Qualifier, words: Catalogue) -> str:
    """Return the word for `qualifier`: `超過`, `over`; nothing for an exact value."""
    return "" if qualifier is Qualifier.EXACT else words(f"qualifier.{qualifier.value}")


def _rounded(quantity: Quantity) -> Quantity:
    """Return a quantity that can be written: one that does not end is rounded to the side that stays true."""
    value = quantity.value
    if not value.is_finite() or _decimals(value) <= _MOST_DECIMALS:
        return quantity
    exponent = max(value.adjusted() - _SIGNIFICANT + 1, -_MOST_DECIMALS)
    rounding, qualifier = ROUND_HALF_EVEN, quantity.qualifier
    if qualifier in {Qualifier.OVER, Qualifier.AT_LEAST}:
        rounding = ROUND_FLOOR
    elif qualifier in {Qualifier.UNDER, Qualifier.NEARLY}:
        rounding = ROUND_CEILING
    elif qualifier is Qualifier.EXACT:
        qualifier = Qualifier.ABOUT
    step = Decimal(1).scaleb(exponent)
    return Quantity((value / step).quantize(Decimal(1), rounding) * step, quantity.unit, qualifier)


def _decimals(value: Decimal) -> int:
    """Return how many digits stand behind the point once trailing zeros are dropped."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _grouped(value: Decimal) -> str:
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
