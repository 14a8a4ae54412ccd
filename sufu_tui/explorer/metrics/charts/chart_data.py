"""Chart data: the figures of a chart by their units, the scale of each unit, and the courses of figures.

Units and values are read out of the dossier once: among very many figures that takes longest.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Metric, Observation, Unit
from sufu_tui.explorer.metrics.bars.value_scale import ValueScale, value_scale
from sufu_tui.explorer.metrics.course import course

MOST_EARLIER = 12
"""Earlier observations of a figure that have a line; the rest is counted."""


class EarlierObservations(NamedTuple):
    """Earlier observations of a figure: those with a line, the newest first, and the number of others."""

    shown: tuple[Observation, ...]
    others: int

    @property
    def lines(self) -> int:
        """Number of lines below the figure's own."""
        return len(self.shown) + (self.others > 0)


class ChartSeries(NamedTuple):
    """Series of the metrics `rows` of one unit in the reader's order; without a scale if too few differ.

    `earlier` has what was observed earlier of any row, of whatever unit.
    """

    unit: Unit
    rows: Sequence[int]
    scale: ValueScale | None
    earlier: Mapping[int, EarlierObservations]


class ChartData:
    """Data of the metrics of `dossier`, for repeated charts."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        quantities = [metric.latest.quantity for metric in dossier.metrics]
        numbers = {unit.id: number for number, unit in enumerate(dossier.units)}
        self._units = [numbers[quantity.unit] for quantity in quantities]
        self._values = [quantity.value for quantity in quantities]
        self._earlier = {
            row: _earlier(metric) for row, metric in enumerate(dossier.metrics) if metric.earlier
        }
        self._last: tuple[Sequence[int], bool, tuple[ChartSeries, ...]] | None = None

    def charted(self, rows: Sequence[int], *, linear: bool) -> tuple[ChartSeries, ...]:
        """Return `rows` unit by unit, the units in the dossier's order, with a scale for each.

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
            scale = value_scale(self._values_of(own), linear=linear)
            yield ChartSeries(self.dossier.units[number], own, scale, self._earlier)
            start = end

    def _values_of(self, rows: Sequence[int]) -> list[Decimal]:
        values = [self._values[row] for row in rows]
        for row in self._earlier.keys() & set(rows) if self._earlier else ():
            values += [observation.quantity.value for observation in self._earlier[row].shown]
        return values


def _earlier(metric: Metric) -> EarlierObservations:
    drawable = [one for one in course(metric) if one is not metric.latest]
    shown = tuple(drawable[: -MOST_EARLIER - 1 : -1])
    return EarlierObservations(shown, len(metric.earlier) - len(shown))
