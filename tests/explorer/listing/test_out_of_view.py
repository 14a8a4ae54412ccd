"""A table that comes into view after its columns have become others."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.listing.table.widget import Table
from tests.explorer.driving import press


@pytest.mark.parametrize("pane", ["2", "4"])
async def test_a_column_that_went_while_out_of_view_is_drawn_no_more(pane, explored, monkeypatch):
    """A frame may be drawn before the table has heard of its size."""
    drawn = []
    resize = Table.on_resize

    def draw_and_resize(table, event):
        table.render_line(0)
        drawn.append(table.shown_columns)
        assert table.column in table.shown_columns
        resize(table, event)

    async with explored(size=(160, 40)) as pilot:
        await press(pilot, pane, "vertical_line")
        table = pilot.app.focused
        assert "second" in table.shown_columns
        table.show_column("second")
        await press(pilot, "3")
        while pilot.app.state.second_language is not None:
            await press(pilot, "vertical_line")
        monkeypatch.setattr(Table, "on_resize", draw_and_resize)
        await press(pilot, pane)
    assert drawn
    assert not any("second" in columns for columns in drawn)
