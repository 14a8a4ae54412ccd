"""Comparison of figures: their properties, and the differences of the others from the first.

A difference is only as good as the figures: `over 74` less `50` is `over 24`, `74` less `over 50` is
`under 24`, and `over 74` less `over 50` may be anything, and is marked as vague.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Dossier, Metric, Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.explorer.cards.labels import in_full_text, item_title
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import citation_text
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import bare_quantity_text, quantity_text, written
from sufu_tui.writing.translations import Translations

_PRECISION = 1000  # digits: no source prints as many, so that no difference is rounded


class ComparisonRow(NamedTuple):
    """Row of a property: its name, and its text for each figure. `style` is one of flowing text."""

    label: str
    cells: tuple[str, ...]
    style: str = "body"
    second: tuple[str, ...] = ()
    """Texts in the second language, each empty where it would say the same; none without one."""


class QuantityDifference(NamedTuple):
    """Difference of two quantities; a `vague` one may be more or less, by an unknown amount."""

    quantity: Quantity
    vague: bool = False


def comparison(
    metrics: Sequence[Metric], dossier: Dossier, words: Catalogue, second: Catalogue | None = None
) -> tuple[ComparisonRow, ...]:
    """Return the rows of a comparison of `metrics`; the first one is the baseline.

    What is said of a figure is there in the language of `second` as well, if there is one; what the source
    prints, and what the program says of two figures, is not.
    """
    writer = _Writer(dossier, words)
    other = None if second is None else _Writer(dossier, second)

    def row(key: str, write: Callable[[_Writer, Metric], str], style: str = "body") -> ComparisonRow:
        cells = tuple(write(writer, metric) for metric in metrics)
        if other is None or style == "muted":
            return ComparisonRow(words(key), cells, style)
        texts = zip(cells, (write(other, metric) for metric in metrics), strict=True)
        return ComparisonRow(words(key), cells, style, tuple("" if a == b else b for a, b in texts))

    return (
        row("metrics.column-label", _Writer.title, "title"),
        row("metrics.column-value", _Writer.value, "figure"),
        row("metrics.in-full", _Writer.in_full),
        row("metrics.column-qualifier", _Writer.qualifier),
        row("metrics.column-period", _Writer.period),
        row("metrics.column-printed", _Writer.printed, "muted"),
        ComparisonRow(words("metrics.difference"), tuple(writer.differences(metrics)), "strong"),
        ComparisonRow(words("metrics.ratio"), tuple(writer.ratios(metrics)), "strong"),
        row("metrics.column-area", _Writer.area),
        row("metrics.column-source", _Writer.source, "muted"),
    )


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
        self._translations = Translations(dossier, words)
        pattern = Localized({words.language: words("metrics.times", number="{}")})
        self._times = Unit("times", pattern, "count", pattern)

    def value(self, metric: Metric) -> str:
        return quantity_text(metric.quantity, self._dossier.unit(metric.unit), self._words)

    def title(self, metric: Metric) -> str:
        return item_title(metric, self._words)

    def in_full(self, metric: Metric) -> str:
        unit = self._dossier.unit(metric.unit)
        return in_full_text(written(metric.quantity, unit).value, unit, self._words)

    def area(self, metric: Metric) -> str:
        return self._dossier.area(metric.area).label.in_language(self._words.language)

    def printed(self, metric: Metric) -> str:
        if not metric.printed:
            return self._words("metrics.derived")
        quoted = self._words("card.quoted", text=metric.printed)
        translation = self._translations.of_figure(metric.latest)
        return quoted + self._words("card.translation", text=translation) if translation else quoted

    def source(self, metric: Metric) -> str:
        return citation_text(metric.source, self._dossier, self._words)

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
