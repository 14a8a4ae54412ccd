"""Filtering so many figures that it takes more than one turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.explorer.app import Explorer
from sufu_tui.languages.catalogue import load
from sufu_tui.query.column_scan import SLICE
from sufu_tui.query.filter import Filter
from tests.explorer.driving import screen_lines

MANY = 2 * SLICE + 10


@pytest.fixture
def many(minimal):
    metric = minimal.metrics[0]
    return replace(minimal, metrics=tuple(metric._replace(id=f"m{number}x") for number in range(MANY)))


async def test_the_last_of_several_filters_is_what_counts(many):
    app = Explorer(many, load("en"), pane="metrics")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        pane, listed = app.pane, []
        take = pane.model.take_found

        def noted(wanted, found):
            listed.append(len(found))
            take(wanted, found)

        pane.model.take_found = noted
        app.state.set_filter(Filter.parse("m1"))
        app.state.set_filter(Filter.parse("m12345"))
        assert len(pane.model.rows) == MANY  # until all is found the last list stays
        while not listed:
            await pilot.pause(0.01)
        assert listed == [1]
        assert [pane.model.sheet.dossier.metrics[row].id for row in pane.model.rows] == ["m12345x"]
        app.state.set_filter(Filter.parse("m7"))
        app.state.set_filter(Filter.parse(""))
        await pilot.pause()
        assert listed == [1, MANY]


async def test_what_is_listed_is_said_beside_what_is_typed(many):
    app = Explorer(many, load("en"), pane="metrics")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f", *"m3276")
        while len(app.pane.model.rows) != 11:
            await pilot.pause(0.01)
        await pilot.pause()
        assert f"11 of {MANY:,} figures" in screen_lines(app)[-2]
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.pane.model.rows) == MANY
