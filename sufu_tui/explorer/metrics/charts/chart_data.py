"""Chart data: the figures of a chart by their units, and the axis of each unit.

Units and values are read out of the dossier once: among very many figures that takes longest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Unit
from sufu_tui.explorer.metrics.charts.axis import ValueAxis, axis


class ChartSeries(NamedTuple):
    """Series of the metrics `rows` of one unit in the reader's order; without an axis if too few differ."""

    unit: Unit
    rows: Sequence[int]
    axis: ValueAxis | None


class ChartData:
    """Data of the metrics of `dossier`, for repeated charts."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        quantities = [metric.latest.quantity for metric in dossier.metrics]
        numbers = {unit.id: number for number, unit in enumerate(dossier.units)}
        self._units = [numbers[quantity.unit] for quantity in quantities]
        self._values = [quantity.value for quantity in quantities]
        self._last: tuple[Sequence[int], bool, tuple[ChartSeries, ...]] | None = None

    def charted(self, rows: Sequence[int], *, linear: bool) -> tuple[ChartSeries, ...]:
        """Return `rows` unit by unit, the units in the dossier's order, with an axis for each.

        The last result is cached by the identity of `rows`, which must not change afterwards.
        """
        if self._last is None or self._last[0] is not rows or self._last[1] is not linear:
            self._last = rows, linear, tuple(self._by_unit(rows, linear=linear))
        return self._last[2]

    def _by_unit(self, rows: Sequence[int], *, linear: bool) -> Iterator[ChartSeries]:
        unit_of = self._units.__getitem__
        by_unit = sorted(rows, key=unit_of)
        start = 0
        while start < len(by_unit):
            number = unit_of(by_unit[start])
            end = bisect_left(by_unit, number + 1, start, key=unit_of)
            own = by_unit[start:end]
            scale = axis(map(self._values.__getitem__, own), linear=linear)
            yield ChartSeries(self.dossier.units[number], own, scale)
            start = end
