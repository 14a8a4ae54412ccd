"""A comparison from which the marks are taken."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.metrics.charts.side_by_side import shown_at_once, side_by_side
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import press, until


@pytest.mark.parametrize("take", [("M",), ("M", "M", "M")])
async def test_it_gives_way_to_the_table_and_can_be_asked_for_again(take, explored):
    async with explored(press=("2", "M", "C")) as pilot:
        pane = pilot.app.pane
        assert pane.views.view == "comparison"
        await press(pilot, *take)
        await until(lambda: pane.views.view == "table")
        assert pilot.app.focused is pane.table
        await press(pilot, "M", "C")
        assert pane.views.view == "comparison"


def test_nothing_side_by_side_is_empty(shipped):
    words = load("en")
    assert len(side_by_side([], shipped, words, cells=80, first=0)) == 0
    assert shown_at_once([], shipped, words, 80) == 0
