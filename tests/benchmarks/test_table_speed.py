"""How long the table takes to draw and to sort, beside Textual's DataTable with the same rows.

Each ratio is made of times taken in turn in this run; what the machine does else hits both alike.
"""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.widgets import DataTable

from sufu_tui.asking.sorting import SortKey, sort_metrics
from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.metrics.columns import WIDE, Sheet
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.metrics.table import Table
from sufu_tui.explorer.theme import DARK, inks, themes
from sufu_tui.languages.catalogue import load

SIZE = (200, 61)
ROUNDS = 7


def grown(dossier: Dossier, rows: int) -> Dossier:
    """Return a dossier with `rows` metrics: those of `dossier` again and again, with other values."""
    metrics = []
    for number in range(rows):
        metric = dossier.metrics[number % len(dossier.metrics)]
        quantity = metric.quantity._replace(value=metric.value * (1 + number * 7919 % rows))
        metrics.append(metric._replace(id=str(number), latest=metric.latest._replace(quantity=quantity)))
    return replace(dossier, metrics=tuple(metrics))


class OurApp(App[None]):
    """One table of ours."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK
        self._sheet = sheet

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return inks(dark=True)

    def compose(self) -> ComposeResult:
        yield Table(self._sheet)


class TheirApp(App[None]):
    """A DataTable with the same cells, and the number of each row to sort by."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row", zebra_stripes=True)

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        for column in WIDE:
            table.add_column(self._sheet.header(column), key=column.id)
        table.add_column("row", key="row")
        columns = [self._sheet.cells(column) for column in WIDE]
        for row in range(len(self._sheet)):
            table.add_row(*(cells[row].text for cells in columns), row)


@pytest.mark.parametrize("rows", [50, 1000])
async def test_sort_and_draw_the_first_page(shipped, rows, capsys):
    sheet = Sheet(grown(shipped, rows), load("zh-Hant"))
    dossier = sheet.dossier
    units = {unit.id: rank for rank, unit in enumerate(dossier.units)}
    # The units keep their order in both directions.
    up = [(units[metric.unit], metric.quantity.magnitude) for metric in dossier.metrics]
    down = [(-unit, magnitude) for unit, magnitude in up]
    page = Region(0, 0, *SIZE)
    times: dict[str, list[float]] = {"our sort": [], "our draw": [], "their sort": [], "their draw": []}
    async with (
        OurApp(sheet).run_test(size=SIZE) as our_pilot,
        TheirApp(sheet).run_test(size=SIZE) as their_pilot,
    ):
        ours, theirs = our_pilot.app.query_one(Table), their_pilot.app.query_one(DataTable)

        def sort_ours(*, descending: bool) -> None:
            key = SortKey("value", descending)
            metrics = sort_metrics(dossier.metrics, [key], dossier, "zh-Hant")
            order = [int(metric.id) for metric in metrics]
            ours.show(sheet, order, Order((key,)), cursor=order[0], empty="")

        def sort_theirs(*, descending: bool) -> None:
            theirs.sort("row", key=(down if descending else up).__getitem__, reverse=descending)

        for turn in range(ROUNDS + 1):
            for name, pilot, table, sort in (
                ("our", our_pilot, ours, sort_ours),
                ("their", their_pilot, theirs, sort_theirs),
            ):
                with pilot.app._context():
                    started = time.perf_counter()
                    sort(descending=bool(turn % 2))
                    sorted_at = time.perf_counter()
                    strips = table.render_lines(page)
                    drawn_at = time.perf_counter()
                assert len(strips) == SIZE[1]
                if turn:  # the first is for warming up
                    times[f"{name} sort"].append(sorted_at - started)
                    times[f"{name} draw"].append(drawn_at - sorted_at)
        assert [theirs.get_row_at(n)[-1] for n in range(rows)] == list(ours.rows)
    draw, both = (median(times["our draw"]), median(times["their draw"])), _sums(times)
    with capsys.disabled():
        print(
            f"\n{rows} rows: drawing 60 after a sort {draw[0] * 1000:.1f} ms, "
            f"{draw[0] / draw[1]:.2f} of DataTable's; "
            f"sort and first page {both[0] * 1000:.1f} ms, {both[0] / both[1]:.2f} of DataTable's"
        )


def _sums(times: dict[str, list[float]]) -> tuple[float, float]:
    """Return the median time of sorting and drawing together, ours and theirs."""
    ours, theirs = (
        median(map(sum, zip(times[f"{name} sort"], times[f"{name} draw"], strict=True)))
        for name in ("our", "their")
    )
    return ours, theirs
