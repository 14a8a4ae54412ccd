"""Menu of columns: those shown from the left, then the others."""

from __future__ import annotations

from sufu_tui.explorer.metrics.model import MetricsModel
from sufu_tui.explorer.metrics.table.columns import COLUMNS, ColumnId
from sufu_tui.explorer.metrics.table.widget import Table
from sufu_tui.explorer.widgets.menu import MenuEntry, TickScreen


def columns_menu(model: MetricsModel, table: Table) -> TickScreen:
    """Return the menu of the columns of `table`; each step is taken in `model` at once."""
    words = model.state.words
    return TickScreen(
        words("metrics.columns-title"), words("metrics.columns-hint"), _ColumnTicks(model, table)
    )


class _ColumnTicks:
    """Columns to tick; those shown are ticked."""

    def __init__(self, model: MetricsModel, table: Table) -> None:
        self._model = model
        self._table = table

    def _ids(self) -> tuple[ColumnId, ...]:
        shown = self._table.shown_columns
        hidden = (one for one in COLUMNS if one not in shown and self._model.sheet.has(one))
        return (*shown, *hidden)

    def entries(self) -> list[MenuEntry]:
        shown = self._table.shown_columns
        return [MenuEntry(self._called(one), one in shown) for one in self._ids()]

    def _called(self, column: ColumnId) -> str:
        sheet = self._model.sheet
        name = sheet.header(COLUMNS[column])
        return sheet.words("metrics.bar-of", scale=name) if column == "bar" else name

    def tick(self, number: int) -> int:
        column = self._ids()[number]
        self._model.choose(self._model.choice.toggled(column, self._table.shown_columns))
        return self._ids().index(column)

    def move(self, number: int, step: int) -> int:
        column, shown = self._ids()[number], self._table.shown_columns
        if column in shown:
            self._model.choose(self._model.choice.moved(column, step, shown))
        return self._ids().index(column)
