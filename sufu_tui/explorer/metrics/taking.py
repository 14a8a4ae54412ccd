"""Taking figures along on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sufu_tui.explorer.metrics.columns import Column
from sufu_tui.explorer.metrics.pictured import PicturedPane


class TakingPane(PicturedPane):
    """Copies a cell, a row, the marked rows or all that are listed."""

    def _columns(self) -> tuple[Column, ...]:
        return self.table.arrangement.columns

    def action_copy_as(self) -> None:
        """Choose what to copy, and how."""
        from sufu_tui.explorer.menu import Entry, MenuScreen  # not needed at start
        from sufu_tui.explorer.metrics.extracts import FORMS, cell_text, table_text

        words, row = self.state.words, self.table.cursor
        offers: list[tuple[str, Callable[[], str]]] = []  # of many rows only the text that is wanted is made
        if row is not None:
            column = next(column for column in self._columns() if column.id == self.table.column)
            text = cell_text(self.sheet, column, row)
            offers.append((words("metrics.copy-cell", text=text), partial(str, text)))
        marked = [row for row in self.rows if row in self.marked]
        marked += sorted(self.marked - set(marked))
        for key, rows in (("row", [] if row is None else [row]), ("marked", marked), ("listed", self.rows)):
            if rows:
                offers += [
                    (
                        words(f"metrics.copy-{key}", form=words(f"metrics.form-{form}"), number=len(rows)),
                        partial(table_text, self.sheet, self._columns(), rows, form),
                    )
                    for form in FORMS
                ]
        if not offers:
            self.say("app.nothing-to-copy")
            return

        def copy(number: int | None) -> None:
            if number is not None:
                name, make = offers[number]
                self.app.copy_to_clipboard(make())
                self.say("app.copied", title=name)

        entries = [Entry(name) for name, _ in offers]
        self.app.push_screen(
            MenuScreen(words("metrics.copy-title"), words("metrics.copy-hint"), entries), copy
        )
