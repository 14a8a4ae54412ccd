"""Filtering so many figures that it takes more than one turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.query.filter import Filter
from tests.explorer.driving import press, type_over, until

SLICE = 100
MANY = 2 * SLICE + 10


@pytest.fixture
def many(minimal, monkeypatch):
    """Figures in three slices, each shorter than those of the product."""
    monkeypatch.setattr("sufu_tui.query.column_scan.SLICE", SLICE)
    monkeypatch.setattr("sufu_tui.explorer.listing.filter_job.FEW", SLICE)
    metric = minimal.metrics[0]
    return replace(minimal, metrics=tuple(metric._replace(id=f"m{number}x") for number in range(MANY)))


async def test_the_last_of_several_filters_is_what_counts_and_its_number_is_said(opened, many, monkeypatch):
    async with opened((100, 30), "en", many) as pilot:
        state, model, found = pilot.app.state, pilot.app.pane.model, []
        take = model.take_found
        monkeypatch.setattr(
            model, "take_found", lambda wanted, rows: (found.append(len(rows)), take(wanted, rows))
        )
        state.set_filter(Filter.parse("m1"))
        state.set_filter(Filter.parse("m123"))
        assert len(model.rows) == MANY  # until all is found the last list stays
        await until(lambda: found)
        assert found == [1]
        assert pilot.app.listed == ["m123x"]
        state.set_filter(Filter.parse("m7"))
        state.set_filter(Filter.parse(""))
        await pilot.pause()
        assert found == [1, MANY]

        await press(pilot, "f")
        type_over(pilot.app, "m20")
        await until(lambda: len(model.rows) == 11)
        await pilot.pause()
        assert f"11 of {MANY:,} figures" in pilot.app.lines[-1]  # beside what is typed
        await press(pilot, "escape")
        assert len(model.rows) == MANY

        await press(pilot, "v")
        state.set_filter(Filter.parse("id:m123x"))
        await until(lambda: len(model.rows) == 1)
        await pilot.pause()
        assert "1 figure" in pilot.app.pane.views.line_view.text  # the chart follows as well
