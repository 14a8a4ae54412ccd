"""A table that is not laid out yet, as it is while keys come faster than frames."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.listing.table.column_choice import ColumnChoice
from sufu_tui.explorer.listing.table.widget import Table, TableContent
from sufu_tui.explorer.metrics.table.columns import COLUMNS
from tests.explorer.observing import metrics_model


@pytest.mark.parametrize("left", [0, 1, 3, 30])
async def test_lines_in_view_are_lines_that_there_are(left, explored, shipped):
    model = metrics_model(shipped)
    async with explored():
        table = Table(model.cursor, TableContent(model.sheet))
        model.cursor.move_to(40)
        table.follow_cursor(35)
        model.cursor.show(range(left))
        table.show(TableContent(model.sheet, range(left)))
        assert 0 <= table.viewport.top <= max(0, left - 1)


@pytest.mark.parametrize("hidden", ["value", "period", "label", "qualifier"])
async def test_the_cursor_is_on_a_column_that_is_shown(hidden, explored, shipped):
    """Whoever hid its column in an earlier run goes on from the one in its place."""
    model = metrics_model(shipped)
    async with explored():
        for choice in (ColumnChoice(), model.choice.toggled(hidden, tuple(COLUMNS))):
            table = Table(model.cursor, TableContent(model.sheet, choice=choice))
            table.return_to(0, hidden, 0)
            assert table.column in table.shown_columns
            before = table.shown_columns.index(table.column)
            table.step_column(1)
            assert table.shown_columns.index(table.column) == before + 1
            assert table.sort_column
