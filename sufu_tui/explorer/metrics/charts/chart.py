"""Chart of figures as bars, each unit with an axis of its own: money and hours share no scale.

Lines are lazy, so that a hundred thousand figures open as soon as ten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain

from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.metrics.charts.chart_data import ChartSeries
from sufu_tui.explorer.metrics.charts.chart_lines import ChartLine, LineSource
from sufu_tui.explorer.metrics.charts.unit_chart import UnitChart
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import clip
from sufu_tui.typesetting.flow import Run


class Chart(LineSource):
    """Chart of the figures of `units`, in `cells` cells: a legend, then the lines of each unit."""

    def __init__(self, units: Sequence[ChartSeries], dossier: Dossier, words: Catalogue, cells: int) -> None:
        self._dossier = dossier
        self._legend = ChartLine((Run(clip(f" {words('metrics.chart-legend')}", cells), "muted"),))
        self._units = [UnitChart(charted, dossier, words, cells) for charted in units]
        # Where each unit begins, among the lines and among the figures; at the end, where a next one would.
        self._lines = list(accumulate(map(len, self._units), initial=1))
        self._places = list(accumulate((len(unit.rows) for unit in self._units), initial=0))
        self.rows = list(chain.from_iterable(unit.rows for unit in self._units))

    def __len__(self) -> int:
        return self._lines[-1]

    def __getitem__(self, number: int) -> ChartLine:
        """Make the line `number`."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        if not number:
            return self._legend
        unit = bisect_right(self._lines, number) - 1
        return self._units[unit][number - self._lines[unit]]

    def number_of(self, place: int) -> int:
        """Return the number of the line that shows `rows[place]`."""
        unit = bisect_right(self._places, place) - 1
        return self._lines[unit] + self._units[unit].number_of(place - self._places[unit])

    def place_of(self, row: int) -> int | None:
        """Return the place of `row` in `rows`, or None where it has no line."""
        unit_id = self._dossier.metrics[row].unit
        for unit, first in zip(self._units, self._places, strict=False):
            if unit.unit.id == unit_id:
                return first + unit.rows.index(row) if row in unit.rows else None
        return None
