"""Menu of columns: those shown from the left, then the others."""

from __future__ import annotations

from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.table.widget import Table
from sufu_tui.explorer.widgets.menu import MenuEntry, TickScreen


def columns_menu(model: ListModel, table: Table) -> TickScreen:
    """Return the menu of the columns of `table`; each step is taken in `model` at once."""
    words = model.state.words
    return TickScreen(
        words("listing.columns-title"), words("listing.columns-hint"), _ColumnTicks(model, table)
    )


class _ColumnTicks:
    """Columns to tick; those shown are ticked."""

    def __init__(self, model: ListModel, table: Table) -> None:
        self._model = model
        self._table = table

    def _ids(self) -> tuple[str, ...]:
        shown = self._table.shown_columns
        hidden = (one for one in self._model.sheet.in_menu() if one not in shown)
        return (*shown, *hidden)

    def entries(self) -> list[MenuEntry]:
        shown = self._table.shown_columns
        return [MenuEntry(self._called(one), one in shown) for one in self._ids()]

    def _called(self, column: str) -> str:
        sheet = self._model.sheet
        return sheet.menu_name(sheet.offered[column])

    def tick(self, number: int) -> int:
        column = self._ids()[number]
        self._model.choose(self._model.choice.toggled(column, self._table.shown_columns))
        return self._ids().index(column)

    def move(self, number: int, step: int) -> int:
        column, shown = self._ids()[number], self._table.shown_columns
        if column in shown:
            self._model.choose(self._model.choice.moved(column, step, shown))
        return self._ids().index(column)
