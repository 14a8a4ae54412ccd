"""Return path: the reader's place among the metrics, and the way back to it."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.explorer.beside.companion import Companion, CompanionPlace
from sufu_tui.explorer.metrics.cursor import Line
from sufu_tui.explorer.metrics.model import MetricsModel
from sufu_tui.explorer.metrics.view_switcher import ViewPlace, ViewSwitcher


class MetricsPlace(NamedTuple):
    """Place of a reader among the metrics: line under the cursor, places in the view and beside it."""

    line: Line | None
    view: ViewPlace
    beside: CompanionPlace


class ReturnPath:
    """Way back to a place, which is reached once the filter that it had has found its figures."""

    def __init__(self, model: MetricsModel, views: ViewSwitcher, beside: Companion) -> None:
        self._model = model
        self._views = views
        self._beside = beside
        self._awaited: MetricsPlace | None = None

    @property
    def place(self) -> MetricsPlace:
        """Present place."""
        return MetricsPlace(self._model.cursor.line, self._views.place, self._beside.place)

    def return_to(self, place: MetricsPlace) -> None:
        """Return to a place, now or as soon as its list is there."""
        self._awaited = place
        self.go_on()

    def go_on(self) -> None:
        """Return to the place that is awaited, if the list is there."""
        place = self._awaited
        if place is None or self._model.is_searching:
            return
        self._awaited = None
        if place.line is not None:
            self._model.cursor.choose(place.line)
        self._views.return_to(place.view)
        self._beside.return_to(place.beside)
