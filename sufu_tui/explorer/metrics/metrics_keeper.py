"""Keeper of the place among the metrics: the figure, the marks, the view and the card, by ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.beside.companion import Companion, companion_place_from
from sufu_tui.explorer.metrics.cursor import GroupHeading, Line
from sufu_tui.explorer.metrics.model import MetricsModel
from sufu_tui.explorer.metrics.return_path import MetricsPlace, ReturnPath
from sufu_tui.explorer.metrics.view_switcher import ViewId, ViewPlace, ViewSwitcher
from sufu_tui.explorer.reading_place import list_of, table_of, text_of, whole_of

_MOST_MARKS = 1_000
"""Marked figures that are kept; of more none is."""
_VIEWS: tuple[ViewId, ...] = ("table", "chart", "comparison")


class MetricsView(Protocol):
    """View of the metrics, whose place is kept."""

    model: MetricsModel
    views: ViewSwitcher
    beside: Companion

    def set_class(self, add: bool, *class_names: str) -> object:
        """Add CSS classes, or remove them."""
        ...


class MetricsKeeper:
    """Keeper of the place in a metrics pane."""

    def __init__(self, pane: MetricsView, return_path: ReturnPath) -> None:
        self._pane = pane
        self._return_path = return_path

    def plain(self) -> dict[str, object]:
        """Return the line under the cursor, the marks, and the places in view and card."""
        place, model = self._return_path.place, self._pane.model
        metrics, line, marks = model.sheet.dossier.metrics, place.line, model.marks
        return {
            "figure": metrics[line].id if isinstance(line, int) else None,
            "group": line.group if isinstance(line, GroupHeading) else None,
            "marks": [metrics[row].id for row in sorted(marks)] if len(marks) <= _MOST_MARKS else [],
            "view": place.view._asdict(),
            "card": place.beside.to_plain(),
        }

    async def resume(self, plain: Mapping[str, object]) -> None:
        """Return to the figure in its view; where it is gone, the cursor stays on the first line."""
        pane, model, dossier = self._pane, self._pane.model, self._pane.model.state.dossier
        marked = {text_of(one) for one in list_of(plain.get("marks"))[:_MOST_MARKS]}
        if marked:
            rows = (row for row, metric in enumerate(dossier.metrics) if metric.id in marked)
            model.mark_rows(frozenset(rows))
        line = self._line(plain)
        if line is not None:
            model.cursor.choose(line)
        view = self._view(table_of(plain.get("view")))
        if view.view != "table":
            await pane.views.show(view.view)
            pane.set_class(view.view == "comparison", "-compare")
        beside = companion_place_from(plain.get("card"), dossier)
        self._return_path.return_to(MetricsPlace(line, view, beside))

    def _line(self, plain: Mapping[str, object]) -> Line | None:
        row = self._pane.model.row_of(Ref("metric", text_of(plain.get("figure"))))
        group = whole_of(plain.get("group"), -1)
        return GroupHeading(group) if row is None and group >= 0 else row

    def _view(self, plain: Mapping[str, object]) -> ViewPlace:
        """Return the place in a view; the table where the view has nothing to show."""
        view: ViewId = next((known for known in _VIEWS if known == plain.get("view")), "table")
        if view == "comparison" and len(self._pane.model.marks) < 2:
            view = "table"
        known = self._pane.views.table.shown_columns
        column = next((one for one in known if one == plain.get("column")), self._pane.views.table.column)
        tops = (whole_of(plain.get(name)) for name in ("line_view_top", "first_column", "first_compared"))
        return ViewPlace(view, whole_of(plain.get("table_top")), column, *tops)

    def spot(self) -> Spot | None:
        """Return the figure under the cursor, or what the selected link of the card leads to."""
        row, at_keys = self._pane.model.cursor.row, self._pane.beside.ref_at_keys
        if at_keys is not None:
            return Spot(at_keys)
        return None if row is None else Spot(self._pane.model.state.dossier.metrics[row].ref)
