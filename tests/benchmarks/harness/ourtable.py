"""An app of our table alone: to hold the table against one that has no card beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.explorer.listing.cursor import LineCursor
from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.explorer.listing.table.widget import Table, TableContent
from sufu_tui.explorer.metrics.table.columns import TableText
from sufu_tui.explorer.terminal.terminal_app import TerminalApp
from sufu_tui.explorer.theme.themes import DARK, theme_variables, themes
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes


class OurTable(TerminalApp):
    """As plain as `OneTable`; `s` sorts by value, again reverses."""

    BINDINGS: ClassVar = [("s", "sort", "sort")]
    CSS = "Table { width: 1fr; height: 1fr; }"

    def __init__(self, folder: Path) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK
        words = load("en")
        dossier = open_dossier(DossierFolder(folder), words)
        assert dossier is not None
        self._sheet = TableText(dossier, words)
        self._ranking = DossierIndexes(dossier, "en").ranks
        self._order = SortOrder()
        self._cursor = LineCursor(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Table(self._cursor, TableContent(self._sheet))

    def on_mount(self) -> None:
        self.query_one(Table).focus()
        self._show()

    def _show(self) -> None:
        rows = self._ranking.sorted(range(len(self._sheet)), self._order.keys)
        self._cursor.show(rows)
        self.query_one(Table).show(TableContent(self._sheet, self._order))

    def cursor_moved(self) -> None:
        """Do nothing: the table, which moved it, shows it, and nothing else follows."""

    def action_sort(self) -> None:
        self._order = self._order.cycled("value")
        self._show()


if __name__ == "__main__":
    OurTable(Path(sys.argv[1])).run()
