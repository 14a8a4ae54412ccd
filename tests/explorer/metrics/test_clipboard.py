"""The clipboard, in the running pane."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.metrics.clipboard import cell_text
from sufu_tui.explorer.metrics.table.columns import COLUMNS, TableText
from sufu_tui.languages.catalogue import load


async def settle(pilot):
    await pilot.pause()
    await pilot.pause()


async def test_a_cell_a_row_and_marked_rows_are_copied(opened, shipped):
    async with opened(language="en") as pilot:
        await pilot.press("Y", "enter")
        await settle(pilot)
        assert pilot.app.clipboard == shipped.metrics[0].label.in_language("en")
        await pilot.press("Y", "down", "down", "enter")  # the row, as Markdown
        await settle(pilot)
        assert pilot.app.clipboard.splitlines()[0].startswith("| Figure |")
        assert len(pilot.app.clipboard.splitlines()) == 3
        await pilot.press("space", "space", "Y", *["down"] * 6, "enter")  # the marked rows, as TSV
        await settle(pilot)
        lines = pilot.app.clipboard.splitlines()
        assert [line.split("\t")[0] for line in lines[1:]] == [
            metric.label.in_language("en") for metric in shipped.metrics[:2]
        ]
        before = pilot.app.clipboard
        await pilot.press("Y", "escape")
        await settle(pilot)
        assert pilot.app.clipboard == before


async def test_only_what_is_chosen_is_made(opened, monkeypatch):
    made = []
    monkeypatch.setattr(
        "sufu_tui.explorer.metrics.clipboard.table_text",
        lambda _sheet, _columns, rows, form: made.append((len(rows), form)) or "text",
    )
    async with opened(language="en") as pilot:
        await pilot.press("M", "Y")
        await settle(pilot)
        assert made == []  # nine tables of a hundred thousand rows would take a quarter of a minute
        await pilot.press("end", "enter")
        await settle(pilot)
        assert made == [(len(pilot.app.listed), "tsv")]
        assert pilot.app.clipboard == "text"


@pytest.mark.parametrize(("column", "text"), [("bar", "288700000"), ("value", "about CNY 288.7 million")])
def test_an_average_is_copied_as_it_is_shown(shipped, column, text):
    row = shipped.metrics.index(shipped.metric("investment-per-landed-project"))
    assert cell_text(TableText(shipped, load("en")), COLUMNS[column], row) == text
