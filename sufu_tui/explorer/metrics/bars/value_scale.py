"""Value scale: the scale on which the figures of one unit are compared, and the figures drawn on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sufu_tui.dossier.quantity import Quantity
from sufu_tui.explorer.metrics.bars.bar_scale import BarScale
from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords, DrawnFigure, word
from sufu_tui.explorer.metrics.bars.point_scale import PointScale
from sufu_tui.languages.catalogue import Catalogue

ValueScale = BarScale | PointScale
"""Scale from zero, or by powers of ten."""


def value_scale(values: Iterable[Decimal], *, linear: bool) -> ValueScale | None:
    """Return the scale for all of `values`; None where fewer than two can be compared.

    A linear scale has zero on it, the other begins at the power of ten of the smallest figure above zero;
    figures that are not finite, or on the latter not above zero, have no place.
    """
    found = [value for value in values if value.is_finite() and (linear or value > 0)]
    if len(found) < 2:
        return None
    low, high = min(found), max(found)
    if linear:
        low, high = min(Decimal(0), low), max(Decimal(0), high)
        return BarScale(low, high) if low < high else None
    power = low.adjusted()
    low = Decimal((0, (1,), power))
    return PointScale(low, high if low < high else Decimal((0, (1,), power + 1)))


def unit_scales(quantities: Iterable[Quantity], *, linear: bool) -> Mapping[str, ValueScale]:
    """Return the scale of each unit that has figures to compare."""
    values: dict[str, list[Decimal]] = {}
    for quantity in quantities:
        values.setdefault(quantity.unit, []).append(quantity.value)
    found = ((unit, value_scale(own, linear=linear)) for unit, own in values.items())
    return {unit: scale for unit, scale in found if scale is not None}


def drawn(value: Decimal, scale: ValueScale | None, cells: int, words: BarWords) -> DrawnFigure:
    """Return `value` drawn on `scale` in `cells` cells, or the word why it is not."""
    if not value.is_finite():
        return word(words.not_finite)
    if scale is not None:
        return scale.drawn(value, cells, words)
    if not value:
        return word(words.zero)
    return word(words.only_one if value > 0 else words.negative)


def bar_words(words: Catalogue) -> BarWords:
    """Return the words for what cannot be drawn."""
    return BarWords(
        words("metrics.bar-zero"),
        words("metrics.bar-negative"),
        words("metrics.bar-not-finite"),
        words("metrics.bar-only-one"),
    )
