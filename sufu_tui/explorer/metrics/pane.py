"""The metrics pane: every figure in a table, and what the reader can do with it."""

from __future__ import annotations

from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.metrics.choice import ColumnChoice
from sufu_tui.explorer.metrics.columns import ColumnId
from sufu_tui.explorer.metrics.exporting import ExportingPane
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.metrics.settings import Settings
from sufu_tui.explorer.metrics.table import Table

_WIDEN = 2
"""Cells by which a key makes a column wider or narrower."""


class MetricsPane(ExportingPane):
    """Carries out the commands of the pane."""

    BINDINGS = bindings_of("metrics")
    FILTER_LINE = "filter"

    # Sorting

    def on_table_header_clicked(self, event: Table.HeaderClicked) -> None:
        """Sort by the column that was clicked, as the keys do."""
        event.stop()
        self._sort(self.order.extended(event.column) if event.further else self.order.cycled(event.column))

    def action_sort(self) -> None:
        """Sort by the column under the cursor; then reversed; then no longer."""
        self._sort(self.order.cycled(self.table.sort_column))

    def action_sort_further(self) -> None:
        """Sort by the column under the cursor what is equal so far; then reversed; then no longer."""
        self._sort(self.order.extended(self.table.sort_column))

    def _sort(self, order: Order) -> None:
        self.change(self.settings._replace(order=order))

    def action_reset_view(self) -> None:
        """Show all the figures as they were in the beginning."""
        self.change(Settings())

    # Columns

    def action_column_left(self) -> None:
        """Go to the column on the left; side by side, to the figures on the left."""
        if not self.shift(-1):
            self.table.move_column(-1)

    def action_column_right(self) -> None:
        """Go to the column on the right; side by side, to the figures on the right."""
        if not self.shift(1):
            self.table.move_column(1)

    def action_move_column_left(self) -> None:
        """Move the column under the cursor to the left."""
        self._move_column(-1)

    def action_move_column_right(self) -> None:
        """Move the column under the cursor to the right."""
        self._move_column(1)

    def _move_column(self, step: int) -> None:
        column = self.table.column
        self.choose(self.choice.moved(column, step, self.shown_columns), kind=f"move {column}")
        self.table.show_column(column)

    def action_hide_column(self) -> None:
        """Hide the column under the cursor; the cursor goes to its neighbour."""
        shown = self.shown_columns
        if len(shown) == 1:
            self.say("metrics.last-column")
            return
        place = shown.index(self.table.column)
        neighbour = shown[place + 1] if place + 1 < len(shown) else shown[place - 1]
        self.choose(self.choice.toggled(self.table.column, shown))
        self.table.show_column(neighbour)

    def action_widen_column(self) -> None:
        """Make the column under the cursor wider."""
        self._widen(_WIDEN)

    def action_narrow_column(self) -> None:
        """Make the column under the cursor narrower."""
        self._widen(-_WIDEN)

    def _widen(self, cells: int) -> None:
        place = self.table.arrangement.place(self.table.column)
        if place is not None:
            self._set_width(place.column.id, place.cells + cells)

    def on_table_border_dragged(self, event: Table.BorderDragged) -> None:
        """Widen the column whose border is pulled."""
        event.stop()
        self._set_width(event.column, event.cells)

    def _set_width(self, column: ColumnId, cells: int) -> None:
        self.choose(self.choice.widened(column, cells), kind=f"widen {column}")

    def action_freeze_columns(self) -> None:
        """Keep the columns up to the one under the cursor in place, or only the first again."""
        choice = self.choice.froze(self.shown_columns.index(self.table.column) + 1)
        self.choose(choice)
        self.say("metrics.frozen", number=choice.frozen)

    def action_columns(self) -> None:
        """Choose columns from a menu."""
        from sufu_tui.explorer.metrics.columnsmenu import ColumnsMenu  # not needed at start

        self.app.push_screen(
            ColumnsMenu(self.sheet, lambda: self.choice, lambda: self.shown_columns, self.choose)
        )

    def action_printed_values(self) -> None:
        """Show values as their source prints them, or as the reader's language writes them."""
        self.choose(self.choice._replace(printed=not self.choice.printed))

    def action_bar_scale(self) -> None:
        """Draw the bars from zero, or by powers of ten."""
        self.choose(self.choice._replace(linear=not self.choice.linear))
        self.say("metrics.bars-linear" if self.choice.linear else "metrics.bars-log")

    @property
    def choice(self) -> ColumnChoice:
        """The columns that the reader wants."""
        return self.settings.choice

    @property
    def shown_columns(self) -> tuple[ColumnId, ...]:
        """The ids of the columns of the table, those out of view included."""
        return tuple(column.id for column in self.table.arrangement.columns)

    def choose(self, choice: ColumnChoice, *, kind: str = "") -> None:
        """Show other columns."""
        self.change(self.settings._replace(choice=choice), kind=kind)

    # Groups, filter and marks

    def action_group(self) -> None:
        """Group the figures by area, by section, by unit, then not at all."""
        self.change(self.settings.regrouped())

    async def action_filter(self) -> None:
        """Open the line for the filter, or go back to it."""
        await self.open_filter()

    def action_mark_all(self) -> None:
        """Mark all the figures that are listed; where they are all marked, take every mark away."""
        rows = frozenset(self.rows)
        self.mark(frozenset() if rows <= self.marked else self.marked | rows)
