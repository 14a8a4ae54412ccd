"""Figures as bars, unit by unit, each unit with an axis of its own: money and hours share no scale."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sufu_tui.dossier.model import Dossier, Unit
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.explorer.metrics.axes import Axis, axis
from sufu_tui.explorer.metrics.lines import PictureLine
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
"""How a bar ends that is no exact figure: open to more, about there, open to less."""

_BAR = "━"
_LABEL_SHARE = 0.4
_VALUE_SHARE = 0.35
_MOST_VALUE = 30
_TICK_CELLS = 9
"""Cells that a figure below the axis should have for itself."""


def chart(
    rows: Sequence[int], dossier: Dossier, words: Catalogue, *, cells: int, linear: bool
) -> tuple[PictureLine, ...]:
    """Return the chart of the metrics `rows` in `cells` cells, the units in the dossier's order."""
    writer = _Writer(dossier, words, cells, linear=linear)
    legend = clip(f" {words('metrics.chart-legend')}", cells)
    lines = [PictureLine((Run(legend, "muted"),))]
    for unit in dossier.units:
        found = [row for row in rows if dossier.metrics[row].unit == unit.id]
        if found:
            lines += writer.unit(unit, found)
    return tuple(lines)


class _Writer:
    def __init__(self, dossier: Dossier, words: Catalogue, cells: int, *, linear: bool) -> None:
        self._dossier = dossier
        self._words = words
        self._cells = cells
        self._linear = linear

    def unit(self, unit: Unit, rows: Sequence[int]) -> list[PictureLine]:
        metrics = [self._dossier.metrics[row] for row in rows]
        scale = axis((metric.value for metric in metrics), linear=self._linear)
        labels = [metric.label.in_(self._words.language) for metric in metrics]
        values = [quantity_text(metric.quantity, unit, self._words) for metric in metrics]
        value_cells = min(_MOST_VALUE, max(map(width, values)), int(self._cells * _VALUE_SHARE))
        label_cells = min(max(map(width, labels)), int(self._cells * _LABEL_SHARE))
        bar_cells = max(4, self._cells - label_cells - value_cells - 7)
        lines = [PictureLine(), self._heading(unit, len(rows), scale)]
        for row, metric, label, value in zip(rows, metrics, labels, values, strict=True):
            bar = "" if scale is None else _bar(scale, metric.value, metric.qualifier, bar_cells)
            lines.append(
                PictureLine(
                    (
                        Run(f"  {fit(label, label_cells)}  "),
                        Run(fit(value, value_cells, "right"), "figure"),
                        Run("  "),
                        Run(bar, "bar"),
                    ),
                    row,
                )
            )
        if scale is not None:
            indent = " " * (label_cells + value_cells + 6)
            lines += [PictureLine((Run(indent + text, "muted"),)) for text in self._foot(scale, bar_cells)]
        return lines

    def _heading(self, unit: Unit, count: int, scale: Axis | None) -> PictureLine:
        words = self._words
        parts = [words.plural("metrics.count", count)]
        if scale is not None:
            parts.append(words("metrics.chart-linear" if scale.linear else "metrics.chart-log"))
        separator = words("card.separator")
        name = clip(unit.label.in_(words.language), self._cells - 1)
        room = self._cells - 1 - width(name)
        return PictureLine(
            (Run(f" {name}", "heading"), Run(clip(separator + separator.join(parts), room), "muted"))
        )

    def _foot(self, scale: Axis, cells: int) -> tuple[str, str]:
        """Return the axis with its ticks, and the figures below them where there is room for each."""
        line = ["─"] * cells
        figures = ""
        for tick in scale.ticks(max(2, cells // _TICK_CELLS)):
            share = scale.share(tick)
            place = 0 if share is None else round(share * (cells - 1))
            line[place] = "┴"
            text = number_text(tick, self._words)
            start = max(0, min(cells - width(text), place - width(text) // 2))
            if width(text) <= cells and (start > width(figures) or not figures):
                figures += " " * (start - width(figures)) + text
        return "".join(line), figures


def _bar(scale: Axis, value: Decimal, qualifier: Qualifier, cells: int) -> str:
    """Return the bar of `value` from zero, or from where the axis begins, with its end; perhaps none."""
    share = scale.share(value)
    if share is None:
        return ""
    zero = scale.share(Decimal(0)) if scale.linear else 0.0
    begin, end = sorted((round((zero or 0.0) * (cells - 1)), round(share * (cells - 1))))
    bar = " " * begin + _BAR * (end - begin + 1)
    mark = ENDS.get(qualifier, "")
    if not mark:
        return bar
    return f"{bar[:begin]}{mark}{bar[begin + 1 :]}" if value < 0 else bar[:-1] + mark
