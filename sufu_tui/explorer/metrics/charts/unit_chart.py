"""Unit chart: a heading, a bar for each figure of one unit and for what was observed earlier, the axis."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Metric, Observation
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.explorer.metrics.bars.value_scale import bar_words, drawn
from sufu_tui.explorer.metrics.charts.chart_data import ChartSeries
from sufu_tui.explorer.metrics.charts.chart_lines import ChartLine
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import number_text, quantity_text, written
from sufu_tui.typesetting.cells import clip, fit, width, width_up_to
from sufu_tui.typesetting.flow import Run

ENDS = {
    Qualifier.OVER: "▸",
    Qualifier.AT_LEAST: "▸",
    Qualifier.ABOUT: "~",
    Qualifier.NEARLY: "◂",
    Qualifier.UNDER: "◂",
}
"""Marks at the ends of bars of inexact figures: the true value is more, about there, less."""

MEASURED = 500
"""Figures of a unit up to which each is measured; more are sampled evenly."""

_LABEL_SHARE = 0.4
_VALUE_SHARE = 0.35
_MOST_VALUE = 30
_TICK_CELLS = 9
"""Cells for a figure below the axis."""

_LEAST_BAR = 10
_LEAST_LABEL = 4
_AROUND_BAR = 2
"""Cells for the marks of bars on both sides."""
_LEAST_DRAWN = 3
"""Cells that a scale needs to draw anything."""
_BETWEEN = 5
"""Blanks around label and value."""

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
        self.unit, self.rows, self._scale, self._earlier = charted
        self._dossier = dossier
        self._words = words
        self._bar_words = bar_words(words)
        self._cells = cells

    def __len__(self) -> int:
        return _ABOVE + self._starts[-1] + (0 if self._scale is None else 2)

    def __getitem__(self, number: int) -> ChartLine:
        """Return the line `number`, from 0."""
        line = number - _ABOVE
        if line < 0:
            return ChartLine() if number == 0 else self._heading()
        if line >= self._starts[-1]:
            return self._foot[line - self._starts[-1]]
        place = bisect_right(self._starts, line) - 1
        row, below = self.rows[place], line - self._starts[place]
        return self._observation(row, below - 1, line) if below else self._figure(row, line)

    def number_of(self, place: int) -> int:
        """Return the number of the line that shows `rows[place]`."""
        return _ABOVE + self._starts[place]

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Line of each figure below the heading; at the end, where a next one would be."""
        earlier = self._earlier
        if not earlier:
            return range(len(self.rows) + 1)
        heights = (1 + earlier[row].lines if row in earlier else 1 for row in self.rows)
        return list(accumulate(heights, initial=0))

    @cached_property
    def _widths(self) -> _Widths:
        metrics = self._metrics(self.rows[:: 1 + len(self.rows) // MEASURED])
        most_value = min(_MOST_VALUE, int(self._cells * _VALUE_SHARE))
        value = max(width_up_to(self._value(metric.quantity), most_value) for metric in metrics)
        room = self._cells - value - _BETWEEN
        most_label = max(_LEAST_LABEL, min(int(self._cells * _LABEL_SHARE), room - _LEAST_BAR))
        label = max(width_up_to(self._label(metric), most_label) for metric in metrics)
        return _Widths(label, value, most_value, room - label - 1)

    def _metrics(self, rows: Sequence[int]) -> list[Metric]:
        return [self._dossier.metrics[row] for row in rows]

    def _label(self, metric: Metric) -> str:
        return metric.label.in_language(self._words.language)

    def _value(self, quantity: Quantity) -> str:
        return quantity_text(quantity, self.unit, self._words)

    def _heading(self) -> ChartLine:
        words = self._words
        parts = [words.plural("metrics.count", len(self.rows))]
        if self._scale is None:
            parts.append(words("metrics.chart-nothing"))
        else:
            parts.append(words("metrics.chart-linear" if self._scale.linear else "metrics.chart-powers"))
        separator = words("card.separator")
        name = clip(self.unit.label.in_language(words.language), self._cells - 1)
        room = self._cells - 1 - width(name)
        return ChartLine(
            (Run(f" {name}", "heading"), Run(clip(separator + separator.join(parts), room), "muted"))
        )

    def _figure(self, row: int, line: int) -> ChartLine:
        metric = self._dossier.metrics[row]
        runs = self._labelled(self._label(metric), metric.quantity, "body", "figure")
        return ChartLine((*runs, *self._bar(metric.quantity, line)), row)

    def _observation(self, row: int, number: int, line: int) -> ChartLine:
        """Return the line of an earlier observation of `row`, or how many have none."""
        shown, others = self._earlier[row]
        if number == len(shown):
            text = self._words("metrics.chart-others", number=others)
            return ChartLine((Run(clip(f"    {text}", self._cells), "muted"),))
        observation: Observation = shown[number]
        period = date_text(observation.period, self._words) if observation.period else ""
        runs = self._labelled(f"  {period}", observation.quantity, "muted", "muted")
        return ChartLine((*runs, *self._bar(observation.quantity, line)))

    def _labelled(self, label: str, quantity: Quantity, style: str, value_style: str) -> tuple[Run, ...]:
        widths, value = self._widths, self._value(quantity)
        # Not all were measured: a label may be cut without harm, a value may not.
        cells = width_up_to(value, widths.most_value)
        more = min(max(0, cells - widths.value), widths.label)
        return (
            Run(f"  {fit(label, widths.label - more)}  ", style),
            Run(fit(value, widths.value + more, "right"), value_style),
            Run(" "),
        )

    def _bar(self, quantity: Quantity, line: int) -> tuple[Run, ...]:
        """Return the bar or point of a value with its mark, or the word why it has none."""
        value = quantity.value
        if self._scale is None and value.is_finite() and value > 0:
            return ()  # the heading says so
        indent, runs = drawn(value, self._scale, self._room, self._bar_words).for_line(line)
        if runs[0].style == "word":
            return (
                Run(" " * (indent + 1)),
                *(run._replace(text=clip(run.text, self._room + 1)) for run in runs),
            )
        mark = ENDS.get(written(quantity, self.unit).qualifier, "")
        if mark and value < 0:
            return (Run(" " * indent + mark, "bar"), *runs)
        return (Run(" " * (indent + 1)), *runs, Run(mark, "bar"))

    @property
    def _room(self) -> int:
        """Cells of the longest bar, without its mark; in too narrow a chart more than there are."""
        return max(_LEAST_DRAWN, self._widths.bar - _AROUND_BAR)

    @cached_property
    def _foot(self) -> tuple[ChartLine, ...]:
        """Axis with its ticks, and the figures below them where there is room for each."""
        scale, cells = self._scale, self._room
        if scale is None:
            return ()
        line = ["─"] * cells
        figures = ""
        for tick in scale.ticks(max(2, cells // _TICK_CELLS)):
            place = scale.place(tick, cells)
            line[place] = "┴"
            text = number_text(tick, self._words)
            start = max(0, min(cells - width(text), place - width(text) // 2))
            if width(text) <= cells and (start > width(figures) or not figures):
                figures += " " * (start - width(figures)) + text
        indent = " " * (self._widths.label + self._widths.value + 6)
        return tuple(ChartLine((Run(indent + text, "muted"),)) for text in ("".join(line), figures))
