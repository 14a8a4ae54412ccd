"""An app of one Textual `DataTable` with the rows of a CSV file; `s` sorts by value, `t` by label."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import DataTable


class OneTable(App[None]):
    """As plain as can be: no header, no footer, the rows added at once."""

    BINDINGS: ClassVar = [("s", "sort('value')", "by value"), ("t", "sort('label')", "by label")]

    def __init__(self, rows_file: Path) -> None:
        super().__init__()
        self._rows_file = rows_file
        self._descending = True

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row", zebra_stripes=True)

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        with self._rows_file.open(encoding="utf-8", newline="") as file:
            names, *rows = csv.reader(file)
        table.add_columns(*((name, name) for name in names))
        value = names.index("value")
        for row in rows:
            row[value] = float(row[value])  # type: ignore[call-overload]
        table.add_rows(rows)

    def action_sort(self, column: str) -> None:
        self._descending = not self._descending
        self.query_one(DataTable).sort(column, reverse=self._descending)


if __name__ == "__main__":
    OneTable(Path(sys.argv[1])).run()
