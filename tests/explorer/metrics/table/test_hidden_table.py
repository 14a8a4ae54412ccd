"""A table that is not laid out yet, as it is while keys come faster than frames."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.listing.table.widget import Table, TableContent
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
