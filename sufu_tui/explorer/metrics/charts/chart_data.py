"""Chart data: the units among very many figures, and the axis of each, in little time.

The values are read out of the dossier once, as floats. These only choose: an axis is made of the exact
values of the least and the greatest.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import compress
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
        finite = all(map(Decimal.is_finite, self._values))
        # In an array, since a list's floats lie all over the memory: the least is found in half the time.
        self._floats = array("d", map(float, self._values) if finite else ())
        too_small = compress(self._values, map((0.0).__eq__, self._floats))
        self._signs_hold = finite and not any(too_small)  # each float has the sign of its value
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
            yield ChartSeries(self.dossier.units[number], own, self.axis(own, linear=linear))
            start = end

    def axis(self, rows: Sequence[int], *, linear: bool) -> ValueAxis | None:
        """Return the axis for the values of `rows`; see `axis.axis`."""
        if self._signs_hold:
            floats = list(map(self._floats.__getitem__, rows))
            placed = floats
            if not linear and min(floats, default=0) <= 0:
                placed = [value for value in floats if value > 0]
            if placed:
                ends = (min(placed), max(placed))
                rows = [row for end in ends for row in compress(rows, map(end.__eq__, floats))]
        return axis((self._values[row] for row in rows), linear=linear)
