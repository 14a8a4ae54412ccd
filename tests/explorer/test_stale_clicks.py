"""Clicks on what was listed when the screen was last drawn, and is no longer."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.listing.table.widget import Table
from sufu_tui.explorer.metrics.charts.line_view import LineView
from sufu_tui.explorer.timeline.agenda.widget import AgendaList
from sufu_tui.explorer.timeline.canvas.widget import Canvas
from sufu_tui.query.filter import Filter
from tests.explorer.driving import press
from tests.explorer.observing import ModelObserver, metrics_model, timeline_model


@pytest.mark.parametrize("wanted", ["area:health", "qqqq"])
def test_an_event_that_is_not_listed_is_not_selected(wanted, shipped):
    model = timeline_model(shipped, columns=100)
    model.state.set_filter(Filter.parse(wanted))
    selected = model.selected
    for event in range(len(model.events)):
        model.select(event)
        assert model.selected is None or model.selected in model.order
        assert model.selected == (event if event in model.order else selected)
        selected = model.selected


@pytest.mark.parametrize("group", [0, 3, 99])
def test_a_heading_that_is_gone_folds_nothing(group, shipped):
    observer = ModelObserver()
    model = metrics_model(shipped, observer=observer)
    before = model.settings
    model.fold(group)
    assert model.settings == before
    assert observer.told[-1] == "listing.group-first"


async def test_no_such_click_ends_the_explorer(explored):
    async with explored(press=("3", "f", *"qqqq")) as pilot:
        app = pilot.app
        last = len(app.state.dossier.events) - 1
        app.pane.canvas.post_message(Canvas.EventClicked(last))
        app.pane.canvas.post_message(Canvas.CellClicked(99, 7))
        app.pane.agenda.post_message(AgendaList.EventChosen(last))
        app.pane.agenda.post_message(AgendaList.EventOpened())
        await pilot.pause()
        assert app.pane.model.selected is None
        await press(pilot, "escape", "2", "v", "f", *"qqqq")
        app.pane.views.line_view.post_message(LineView.Pointed(len(app.state.dossier.metrics) - 1))
        app.pane.table.post_message(Table.HeadingOpened(99))
        await pilot.pause()
        assert app.is_running
        assert app.return_code is None
