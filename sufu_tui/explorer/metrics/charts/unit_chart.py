"""Unit chart: a heading, a bar for each figure of one unit, the axis below them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.explorer.metrics.charts.axis import ValueAxis
from sufu_tui.explorer.metrics.charts.chart_data import ChartSeries
from sufu_tui.explorer.metrics.charts.chart_lines import ChartLine
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import number_text, quantity_text
from sufu_tui.typesetting.cells import clip, fit, width
from sufu_tui.typesetting.flow import Run

ENDS = {
    Qualifier.OVER: "▸",
    Qualifier.AT_LEAST: "▸",
    Qualifier.ABOUT: "~",
    Qualifier.NEARLY: "◂",
    Qualifier.UNDER: "◂",
}
"""Ends of bars of inexact figures: open to more, about there, open to less."""

MEASURED = 500
"""Figures of a unit up to which each is measured; more are sampled evenly."""

_BAR = "━"
_LABEL_SHARE = 0.4
_VALUE_SHARE = 0.35
_MOST_VALUE = 30
_TICK_CELLS = 9
"""Cells for a figure below the axis."""

_ABOVE = 2
"""Lines above the bars: a blank one and the heading."""


class _Widths(NamedTuple):
    """Widths of labels, values and bars; a longer value takes cells of its label, up to `most_value`."""

    label: int
    value: int
    most_value: int
    bar: int


class UnitChart:
    """Lazy lines of `charted` in `cells` cells."""

    def __init__(self, charted: ChartSeries, dossier: Dossier, words: Catalogue, cells: int) -> None:
        self.unit, self.rows, self._axis = charted
        self._dossier = dossier
        self._words = words
        self._cells = cells

    def __len__(self) -> int:
        return _ABOVE + len(self.rows) + (0 if self._axis is None else 2)

    def __getitem__(self, number: int) -> ChartLine:
        """Return the line `number`, from 0."""
        place = number - _ABOVE
        if place < 0:
            return ChartLine() if number == 0 else self._heading()
        if place < len(self.rows):
            return self._figure(self.rows[place])
        return self._foot[place - len(self.rows)]

    def number_of(self, place: int) -> int:
        """Return the number of the line that shows `rows[place]`."""
        return _ABOVE + place

    @cached_property
    def _widths(self) -> _Widths:
        metrics = self._metrics(self.rows[:: 1 + len(self.rows) // MEASURED])
        most_value = min(_MOST_VALUE, int(self._cells * _VALUE_SHARE))
        value = min(most_value, max(width(self._value(metric)) for metric in metrics))
        most_label = int(self._cells * _LABEL_SHARE)
        label = min(most_label, max(width(self._label(metric)) for metric in metrics))
        return _Widths(label, value, most_value, max(4, self._cells - label - value - 7))

    def _metrics(self, rows: Sequence[int]) -> list[Metric]:
        return [self._dossier.metrics[row] for row in rows]

    def _label(self, metric: Metric) -> str:
        return metric.label.in_language(self._words.language)

    def _value(self, metric: Metric) -> str:
        return quantity_text(metric.quantity, self.unit, self._words)

    def _heading(self) -> ChartLine:
        words = self._words
        parts = [words.plural("metrics.count", len(self.rows))]
        if self._axis is not None:
            parts.append(words("metrics.chart-linear" if self._axis.linear else "metrics.chart-log"))
        separator = words("card.separator")
        name = clip(self.unit.label.in_language(words.language), self._cells - 1)
        room = self._cells - 1 - width(name)
        return ChartLine(
            (Run(f" {name}", "heading"), Run(clip(separator + separator.join(parts), room), "muted"))
        )

    def _figure(self, row: int) -> ChartLine:
        metric, widths = self._dossier.metrics[row], self._widths
        value = self._value(metric)
        # Not all were measured: a label may be cut without harm, a value may not.
        more = min(max(0, width(value) - widths.value), widths.most_value - widths.value, widths.label)
        bar = "" if self._axis is None else _bar(self._axis, metric.value, metric.qualifier, widths.bar)
        return ChartLine(
            (
                Run(f"  {fit(self._label(metric), widths.label - more)}  "),
                Run(fit(value, widths.value + more, "right"), "figure"),
                Run("  "),
                Run(bar, "bar"),
            ),
            row,
        )

    @cached_property
    def _foot(self) -> tuple[ChartLine, ...]:
        """Axis with its ticks, and the figures below them where there is room for each."""
        axis, cells = self._axis, self._widths.bar
        if axis is None:
            return ()
        line = ["─"] * cells
        figures = ""
        for tick in axis.ticks(max(2, cells // _TICK_CELLS)):
            share = axis.share(tick)
            place = 0 if share is None else round(share * (cells - 1))
            line[place] = "┴"
            text = number_text(tick, self._words)
            start = max(0, min(cells - width(text), place - width(text) // 2))
            if width(text) <= cells and (start > width(figures) or not figures):
                figures += " " * (start - width(figures)) + text
        indent = " " * (self._widths.label + self._widths.value + 6)
        return tuple(ChartLine((Run(indent + text, "muted"),)) for text in ("".join(line), figures))


def _bar(axis: ValueAxis, value: Decimal, qualifier: Qualifier, cells: int) -> str:
    """Return the bar of `value` from zero, or from the axis's beginning, with its end; empty off the axis."""
    share = axis.share(value)
    if share is None:
        return ""
    zero = axis.share(Decimal(0)) if axis.linear else 0.0
    begin, end = sorted((round((zero or 0.0) * (cells - 1)), round(share * (cells - 1))))
    bar = " " * begin + _BAR * (end - begin + 1)
    mark = ENDS.get(qualifier, "")
    if not mark:
        return bar
    return f"{bar[:begin]}{mark}{bar[begin + 1 :]}" if value < 0 else bar[:-1] + mark
