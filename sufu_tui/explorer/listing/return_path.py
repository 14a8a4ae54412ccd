"""Return path: the reader's place in a list, and the way back to it."""

from __future__ import annotations

from typing import Any, NamedTuple

from sufu_tui.explorer.beside.companion import Companion, CompanionPlace
from sufu_tui.explorer.listing.cursor import Line
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.table_view import ListViews


class ListPlace(NamedTuple):
    """Place of a reader in a list: line under the cursor, places in the view and beside it."""

    line: Line | None
    view: Any
    beside: CompanionPlace


class ReturnPath:
    """Way back to a place, which is reached once the filter that it had has found its items."""

    def __init__(self, model: ListModel, views: ListViews, beside: Companion) -> None:
        self._model = model
        self._views = views
        self._beside = beside
        self._awaited: ListPlace | None = None

    @property
    def place(self) -> ListPlace:
        """Present place."""
        return ListPlace(self._model.cursor.line, self._views.place, self._beside.place)

    def return_to(self, place: ListPlace) -> None:
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
