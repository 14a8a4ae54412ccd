"""Comparison of figures: their properties, and the differences of the others from the first.

A difference is only as good as the figures: `over 74` less `50` is `over 24`, `74` less `over 50` is
`under 24`, and `over 74` less `over 50` may be anything, and is marked as vague.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Metric, Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import bare_quantity_text, quantity_text, written

_PRECISION = 1000  # digits: no source prints as many, so that no difference is rounded


class ComparisonRow(NamedTuple):
    """Row of a property: its name, and its text for each figure. `style` is one of flowing text."""

    label: str
    cells: tuple[str, ...]
    style: str = "body"


class QuantityDifference(NamedTuple):
    """Difference of two quantities; a `vague` one may be more or less, by an unknown amount."""

    quantity: Quantity
    vague: bool = False


def comparison(metrics: Sequence[Metric], dossier: Dossier, words: Catalogue) -> tuple[ComparisonRow, ...]:
    """Return the rows of a comparison of `metrics`; the first one is the baseline."""
    writer = _Writer(dossier, words)
    properties = (
        ("metrics.column-value", [writer.value(metric) for metric in metrics], "figure"),
        (
            "metrics.column-unit",
            [writer.unit(metric) for metric in metrics],
            "body",
        ),
        ("metrics.column-qualifier", [writer.qualifier(metric) for metric in metrics], "body"),
        ("metrics.column-period", [writer.period(metric) for metric in metrics], "body"),
        (
            "metrics.column-printed",
            [writer.printed(metric) for metric in metrics],
            "muted",
        ),
        ("metrics.difference", writer.differences(metrics), "strong"),
        ("metrics.ratio", writer.ratios(metrics), "strong"),
        (
            "metrics.column-area",
            [writer.area(metric) for metric in metrics],
            "body",
        ),
        ("metrics.column-source", [str(metric.source) for metric in metrics], "muted"),
    )
    return tuple(ComparisonRow(words(key), tuple(cells), style) for key, cells, style in properties)


def difference(one: Quantity, other: Quantity) -> QuantityDifference | None:
    """Return `other` less `one`; None where their units differ or one is not finite."""
    if one.unit != other.unit or not (one.value.is_finite() and other.value.is_finite()):
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        value = other.value - one.value
    return _combined(value, one, other)


def ratio(one: Quantity, other: Quantity) -> QuantityDifference | None:
    """Return `other` as a multiple of `one`; None for other units, or below zero (`one`: or zero)."""
    if one.unit != other.unit or not (one.value.is_finite() and other.value.is_finite()):
        return None
    if one.value <= 0 or other.value < 0:
        return None
    return _combined(other.value / one.value, one, other)


_UP = {Qualifier.OVER, Qualifier.AT_LEAST}
_DOWN = {Qualifier.UNDER, Qualifier.NEARLY}
_TURNED = {
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.AT_LEAST: Qualifier.UNDER,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.NEARLY: Qualifier.OVER,
}


def _combined(value: Decimal, one: Quantity, other: Quantity) -> QuantityDifference:
    """Return `value`, which grows with `other` and shrinks with `one`, as far as they are known."""
    mine, against = other.qualifier, _TURNED.get(one.qualifier, one.qualifier)
    if Qualifier.EXACT in {mine, against}:
        known = against if mine is Qualifier.EXACT else mine
    elif mine is against:
        known = mine
    elif {mine, against} <= _UP:
        known = Qualifier.OVER
    elif {mine, against} <= _DOWN:
        known = Qualifier.UNDER
    else:
        # "About" on one side and a bound on the other, or two bounds that pull apart.
        return QuantityDifference(Quantity(value, other.unit, Qualifier.ABOUT), vague=True)
    return QuantityDifference(Quantity(value, other.unit, known))


class _Writer:
    def __init__(self, dossier: Dossier, words: Catalogue) -> None:
        self._dossier = dossier
        self._words = words
        pattern = Localized({words.language: words("metrics.times", number="{}")})
        self._times = Unit("times", pattern, "count", pattern)

    def value(self, metric: Metric) -> str:
        return quantity_text(metric.quantity, self._dossier.unit(metric.unit), self._words)

    def unit(self, metric: Metric) -> str:
        return self._dossier.unit(metric.unit).label.in_language(self._words.language)

    def area(self, metric: Metric) -> str:
        return self._dossier.area(metric.area).label.in_language(self._words.language)

    def printed(self, metric: Metric) -> str:
        return metric.printed or self._words("metrics.derived")

    def qualifier(self, metric: Metric) -> str:
        # Not the metric's own: a quotient that does not end is written as "about".
        qualifier = written(metric.quantity, self._dossier.unit(metric.unit)).qualifier
        return self._words(f"card.qualifier-{qualifier.value}")

    def period(self, metric: Metric) -> str:
        return date_text(metric.period, self._words) if metric.period else self._words("metrics.undated")

    def differences(self, metrics: Sequence[Metric]) -> list[str]:
        return [self._baseline(metrics), *(self._difference(metrics[0], metric) for metric in metrics[1:])]

    def ratios(self, metrics: Sequence[Metric]) -> list[str]:
        return [self._baseline(metrics), *(self._ratio(metrics[0], metric) for metric in metrics[1:])]

    def _baseline(self, metrics: Sequence[Metric]) -> str:
        return self._words("metrics.baseline") if len(metrics) > 1 else ""

    def _difference(self, one: Metric, other: Metric) -> str:
        found = difference(one.quantity, other.quantity)
        if found is None:
            return self._words("metrics.not-comparable")
        if not found.quantity.value and not found.vague and found.quantity.qualifier is Qualifier.EXACT:
            return self._words("metrics.equal")
        return self._in_words(found, self._dossier.unit(other.unit), signed=True)

    def _ratio(self, one: Metric, other: Metric) -> str:
        found = ratio(one.quantity, other.quantity)
        if found is None:
            return self._words("metrics.not-comparable")
        return self._in_words(found, self._times, signed=False)

    def _in_words(self, found: QuantityDifference, unit: Unit, *, signed: bool) -> str:
        """Return a difference in words; the word of its qualifier stands before the sign."""
        quantity = written(
            found.quantity, unit
        )  # with its sign still: a rounded bound has to stay on its side
        if not signed:
            text = bare_quantity_text(quantity, unit, self._words)
            whole = quantity_text(quantity, unit, self._words)
            return self._words("metrics.vague", text=text) if found.vague else whole
        bare = bare_quantity_text(quantity._replace(value=abs(quantity.value)), unit, self._words)
        text = f"{'−' if quantity.value < 0 else '+'}{bare}"
        if found.vague:
            return self._words("metrics.vague", text=text)
        if quantity.qualifier is Qualifier.EXACT:
            return text
        key = {**dict.fromkeys(_UP, "more"), **dict.fromkeys(_DOWN, "less")}.get(quantity.qualifier, "about")
        return self._words(f"metrics.difference-{key}", text=text)
