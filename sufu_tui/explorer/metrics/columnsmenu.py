"""The menu of columns: those shown from the left, then those that are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sufu_tui.explorer.menu import Entry, TickScreen
from sufu_tui.explorer.metrics.choice import ColumnChoice
from sufu_tui.explorer.metrics.columns import COLUMNS, ColumnId, Sheet


class ColumnsMenu(TickScreen):
    """Shows, hides and moves columns; every step is told to `choose` at once.

    `shown` gives the columns of the table as it is just now.
    """

    def __init__(
        self,
        sheet: Sheet,
        choice: Callable[[], ColumnChoice],
        shown: Callable[[], Sequence[ColumnId]],
        choose: Callable[[ColumnChoice], None],
    ) -> None:
        self._sheet = sheet
        self._choice = choice
        self._shown = shown
        self._choose = choose
        words = sheet.words
        super().__init__(
            words("metrics.columns-title"),
            words("metrics.columns-hint"),
            self._listed,
            tick=self._toggle,
            move=self._move,
        )

    def _ids(self) -> tuple[ColumnId, ...]:
        shown = tuple(self._shown())
        hidden = tuple(
            column_id
            for column_id in COLUMNS
            if column_id not in shown and (column_id != "trend" or self._sheet.has_trends)
        )
        return shown + hidden

    def _listed(self) -> list[Entry]:
        shown = self._shown()
        return [Entry(self._called(one), one in shown) for one in self._ids()]

    def _called(self, column: ColumnId) -> str:
        name = self._sheet.header(COLUMNS[column])
        return self._sheet.words("metrics.bar-of", scale=name) if column == "bar" else name

    def _toggle(self, number: int) -> int:
        column = self._ids()[number]
        self._choose(self._choice().toggled(column, tuple(self._shown())))
        return self._ids().index(column)

    def _move(self, number: int, step: int) -> int:
        column, shown = self._ids()[number], tuple(self._shown())
        if column in shown:
            self._choose(self._choice().moved(column, step, shown))
        return self._ids().index(column)
