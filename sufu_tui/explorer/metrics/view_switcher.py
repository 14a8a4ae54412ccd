"""View switcher: the figures as a table, as a chart, or the marked ones side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from textual.widgets import ContentSwitcher

from sufu_tui.explorer.listing.cursor import Line
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.status import outside_text
from sufu_tui.explorer.listing.table.widget import Table
from sufu_tui.explorer.listing.table_view import TablePlace, TableView
from sufu_tui.explorer.metrics.listed_figures import figures_of
from sufu_tui.explorer.reading_place import table_of, whole_of

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.dossier.model import Item
    from sufu_tui.explorer.metrics.charts.chart_data import ChartData, ChartSeries
    from sufu_tui.explorer.metrics.charts.line_view import LineView

ViewId = Literal["table", "chart", "comparison"]
_VIEWS: tuple[ViewId, ...] = get_args(ViewId)


class ViewPlace(NamedTuple):
    """Place in a view: the place in the table, and the first line in view of what may stand there instead."""

    view: ViewId
    table: TablePlace
    line_view_top: int
    first_compared: int = 0
    """Number of figures out of view on the left of a comparison."""


class ViewSwitcher:
    """Switcher of the views of a model; those beside the table are made when first shown."""

    def __init__(self, model: ListModel) -> None:
        self._table_view = TableView(model)
        self.table: Table = self._table_view.table
        """Table of the figures."""
        self.switcher = ContentSwitcher(self.table, initial="metrics-table", id="metrics-views")
        """Textual's switcher, which shows one of the views."""
        self.view: ViewId = "table"
        """View shown."""
        self._model = model
        self._line_views: dict[ViewId, LineView] = {}
        self._figures: ChartData | None = None
        # Line of the cursor before the chart, and the row at the chart's top.
        self._chart_entry: tuple[Line, int] | None = None
        self._first = 0  # number of figures out of view on the left of a comparison

    @property
    def widget(self) -> Widget:
        """Switcher of the views."""
        return self.switcher

    @property
    def line_view(self) -> LineView | None:
        """Chart or comparison shown; None for the table."""
        return self._line_views.get(self.view)

    @property
    def shown(self) -> Widget:
        """Widget shown, which takes the keys."""
        return self.line_view or self.table

    async def show(self, view: ViewId) -> None:
        """Show a view."""
        if not self.switcher.is_attached:  # the reader has left meanwhile
            return
        left, self.view = self.view, view
        self._first = 0
        if view != "table" and view not in self._line_views:
            from sufu_tui.explorer.metrics.charts.line_view import (
                LineView,  # not needed before one is shown
            )

            self._line_views[view] = LineView(id=f"metrics-{view}")
            await self.switcher.add_content(self._line_views[view])
        if left != view == self.view:
            self._enter_chart() if view == "chart" else self._leave_chart()
        self.switcher.current = f"metrics-{self.view}"  # another may have been asked for meanwhile
        self.refresh()

    def _enter_chart(self) -> None:
        """Put the cursor on the top of the chart: it shows the figures in another order."""
        charted, cursor = self._charted(), self._model.cursor
        if charted and cursor.line is not None:
            self._chart_entry = cursor.line, charted[0].rows[0]
            cursor.choose(charted[0].rows[0])

    def _leave_chart(self) -> None:
        """Put the cursor back where it was before the chart, unless it was moved there."""
        cursor = self._model.cursor
        if self._chart_entry is not None and cursor.row == self._chart_entry[1]:
            cursor.choose(self._chart_entry[0])
        self._chart_entry = None

    def refresh(self) -> None:
        """Show the present list of the model."""
        self._table_view.refresh()
        self._draw()

    def mark(self) -> None:
        """Show the marks of the model; a chart shows none."""
        self._table_view.mark()
        if self.view == "comparison":
            self._draw()

    def follow_cursor(self) -> None:
        """Show the present cursor of the model."""
        self._table_view.follow_cursor()
        if self.view == "chart" and self.line_view is not None and self._model.cursor.row is not None:
            self.line_view.put_cursor(self._model.cursor.row)

    def go_on(self) -> None:
        """Go to the next figure of the view shown; a comparison has no cursor."""
        if self.view == "chart" and self.line_view is not None:
            self.line_view.action_line_down()
        else:
            self._table_view.go_on()

    @property
    def place(self) -> ViewPlace:
        """Place of the reader in the view shown, to return to."""
        line_view = self.line_view
        top = 0 if line_view is None else line_view.viewport.top
        return ViewPlace(self.view, self._table_view.place, top, self._first)

    def return_to(self, place: object) -> None:
        """Scroll the view, if it is the same, to where it was left."""
        if not isinstance(place, ViewPlace):
            return
        self._table_view.return_to(place.table)
        if self.line_view is not None and self.view == place.view:
            if self._first != place.first_compared:
                self._first = place.first_compared
                self._draw()
            self.line_view.return_to(place.line_view_top)

    def plain(self) -> dict[str, object]:
        """Return the place as plain values, to be written as JSON."""
        return {**self.place._asdict(), "table": self._table_view.plain()}

    async def resume(self, plain: Mapping[str, object]) -> ViewPlace:
        """Show the view of a place in plain values; the table where the view has nothing to show."""
        view: ViewId = next((known for known in _VIEWS if known == plain.get("view")), "table")
        if view == "comparison" and len(self._model.marks) < 2:
            view = "table"
        if view != "table":
            await self.show(view)
        table = self._table_view.place_from(table_of(plain.get("table")))
        tops = (whole_of(plain.get(name)) for name in ("line_view_top", "first_compared"))
        return ViewPlace(view, table, *tops)

    def items_in_view(self) -> list[Item]:
        """Return the figures in view, with those that the heading of a group counts."""
        if self.line_view is None:
            return self._table_view.items_in_view()
        rows = self.line_view.rows_in_view if self.view == "chart" else self._model.marked_rows()
        return [self._model.items[row] for row in rows]

    def shift(self, step: int) -> bool:
        """Scroll a comparison sideways by `step` figures; return False for other views."""
        if self.view != "comparison" or self.line_view is None:
            return False
        from sufu_tui.explorer.metrics.charts.side_by_side import last_first, shown_at_once

        model, metrics = self._model, figures_of(self._model, self._model.marked_rows())
        shown = shown_at_once(metrics, model.state.dossier, model.state.words, self.line_view.size.width - 1)
        self._first = max(0, min(last_first(len(metrics), shown), self._first + step))
        self._draw()
        return True

    def _draw(self) -> None:
        model = self._model
        dossier, words = model.state.dossier, model.state.words
        if self.line_view is None:
            return
        if self.view == "chart":
            from sufu_tui.explorer.metrics.charts.chart import Chart

            units = self._charted()
            self.line_view.show(lambda cells: Chart(units, dossier, words, cells), model.cursor.row)
            return
        from sufu_tui.explorer.metrics.charts.side_by_side import side_by_side

        metrics, first, second = figures_of(model, model.marked_rows()), self._first, model.state.second_words
        outside = outside_text(model)
        self.line_view.show(
            lambda cells: side_by_side(
                metrics, dossier, words, second, cells=cells, first=first, outside=outside
            )
        )

    def _charted(self) -> tuple[ChartSeries, ...]:
        from sufu_tui.explorer.metrics.charts.chart_data import ChartData

        dossier = self._model.state.dossier
        if self._figures is None or self._figures.dossier is not dossier:
            self._figures = ChartData(dossier)
        return self._figures.charted(self._model.rows, linear="powers" not in self._model.choice.looks)
