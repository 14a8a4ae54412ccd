"""Marked figures that a filter hides: they stay marked and compared, and it is said that they are hidden."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.metrics.charts.side_by_side import side_by_side
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width
from tests.explorer.driving import press, type_over

LANGUAGES = ("zh-Hant", "zh-Hans", "en")


def status(app):
    return app.pane.query_one(StatusLine).text


def compared(app):
    return app.pane.views.line_view.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_they_are_counted_as_outside_in_table_and_comparison(language, explored):
    async with explored((200, 50), language, pane="metrics", press=("space",) * 3) as pilot:
        app, model, words = pilot.app, pilot.app.pane.model, pilot.app.state.words
        marks = model.marks
        hidden = words("listing.marked-outside", number=2)
        none_hidden = status(app)
        await press(pilot, "C")
        assert words("metrics.compared", count=3, outside="") in compared(app)
        await press(pilot, "f")
        type_over(app, f"id:{model.items[model.marked_rows()[1]].id}")
        await press(pilot, "enter")
        assert model.marks == marks
        assert words("listing.marked", number=3, outside=hidden) in status(app)
        assert words("metrics.compared", count=3, outside=hidden) in compared(app)
        await press(pilot, "escape", "escape", "escape")
        assert not app.state.filter
        assert status(app) == none_hidden


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("cells", "at_once"), [(60, 1), (100, 2)])
def test_those_beside_the_baseline_are_counted_without_it(language, cells, at_once, shipped):
    words, metrics = load(language), shipped.metrics[:9]
    for first in range(9 - at_once):
        which = f"{first + 1}" if at_once == 1 else f"{first + 1}–{first + at_once}"
        said = words("metrics.compared-part", which=which, count=8, outside="")
        assert said in side_by_side(metrics, shipped, words, cells=cells, first=first)[0].runs[0].text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [30, 59, 79])
def test_the_head_of_a_comparison_has_room(language, cells, shipped):
    words = load(language)
    outside = words("listing.marked-outside", number=12345)
    lines = side_by_side(shipped.metrics[:9], shipped, words, cells=cells, first=3, outside=outside)
    assert width(lines[0].runs[0].text) <= cells
