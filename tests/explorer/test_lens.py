"""One filter for the whole explorer: typed in any pane, counted in the header, lifted and brought back."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from sufu_tui.explorer.chrome.tab_bar import TabBar
from sufu_tui.explorer.navigation import PANES
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters
from tests.explorer.driving import notice, press, screen_lines, screen_text, type_over, until


def counts(app):
    """Return what the header says of each pane, by its tab."""
    return screen_lines(app)[0]


async def counted(pilot):
    bar = pilot.app.query_one(TabBar)
    await until(lambda: all(bar.counts.of(pane) is not None for pane in ("narrative", "timeline", "names")))
    await pilot.pause()
    return counts(pilot.app)


@pytest.mark.parametrize("pane", ["narrative", "metrics", "timeline", "names"])
async def test_what_is_typed_in_any_pane_holds_in_all(pane, explored):
    async with explored((120, 40), "en", pane=pane, press=("f",)) as pilot:
        type_over(pilot.app, "name:chen")
        await press(pilot, "enter")
        row = await counted(pilot)
        assert "1 Narrative 2 " in row
        assert "2 Metrics 4 " in row
        assert "3 Timeline 4 " in row
        assert "4 Names 2 " in row
        assert "filter: name:chen" in screen_text(pilot.app)
        await press(pilot, "escape")
        assert pilot.app.state.filter.text == ""
        assert "u brings it back" in notice(pilot.app)
        assert "2 Metrics 4" not in counts(pilot.app)
        await press(pilot, "u")
        assert pilot.app.state.filter.text == "name:chen"
        await press(pilot, "U")
        assert pilot.app.state.filter.text == ""


async def test_in_a_narrow_terminal_the_other_panes_are_counted_without_their_names(explored):
    async with explored((60, 24), "en", pane="metrics", press=("f",)) as pilot:
        type_over(pilot.app, "name:chen")
        await press(pilot, "enter")
        row = await counted(pilot)
        assert "2 Metrics 4 " in row
        assert " 1:2 " in row
        assert " 4:2 " in row


async def test_paragraphs_that_hold_nothing_of_it_are_dimmed_and_marked(explored):
    async with explored((120, 40), "en", press=("right_square_bracket", "f")) as pilot:
        type_over(pilot.app, "during:2022-06")
        await press(pilot, "enter")
        app = pilot.app
        dimmed = app.pane.model.dimmed_in(app.pane.section)
        assert dimmed
        assert len(dimmed) < len(app.pane.section.paragraphs)
        assert any(line.lstrip().startswith("·") for line in screen_lines(app))
        await press(pilot, "escape")
        assert not app.pane.model.dimmed_in(app.pane.section)
        assert not any(line.lstrip().startswith("·") for line in screen_lines(app))


async def test_a_pane_of_which_the_filter_says_nothing_is_whole_and_says_so(explored):
    async with explored((120, 40), "en", pane="names", press=("f",)) as pilot:
        type_over(pilot.app, "unit:CNY")
        await press(pilot, "enter")
        assert len(pilot.app.pane.model.rows) == len(pilot.app.state.dossier.entities)
        assert "says nothing of what is here" in screen_text(pilot.app)


async def test_the_time_in_view_and_that_of_an_event_are_windows_for_everything(explored):
    async with explored((120, 40), "en", pane="timeline") as pilot:
        app = pilot.app
        await press(pilot, "w")
        first = app.state.filter.text
        assert first.startswith("during:")
        model = app.pane.model
        assert all(
            event.date.latest is None or event.date.latest >= model.axis.days_in_view()[0]
            for event in (model.events[number] for number in model.order.events)
        )
        await press(pilot, "W")
        assert app.state.filter.text == f"during:{model.selected_event.date.text}"
        await press(pilot, "W")
        assert app.state.filter.text == ""
        await press(pilot, "u")
        assert app.state.filter.text.startswith("during:")


async def test_tab_completes_and_up_brings_back_what_was_typed_before(explored):
    async with explored((120, 40), "en", pane="metrics", press=("f",)) as pilot:
        app = pilot.app
        line = app.query_one(Input)
        await press(pilot, "u", "n", "tab")
        assert line.value == "unit:"
        assert "CNY (yuan) 8" in screen_text(app)
        await press(pilot, "tab")
        assert line.value == "unit:CNY"
        await press(pilot, "tab")
        assert line.value == "unit:year"
        await press(pilot, "shift+tab")
        assert line.value == "unit:CNY"
        await press(pilot, "enter")
        assert len(app.pane.model.rows) == 8
        await press(pilot, "f", "ctrl+u", "x", "up")
        assert line.value == "unit:CNY"
        await press(pilot, "down")
        assert line.value == "x"


async def test_the_foot_of_the_narrative_says_the_filter_that_leaves_the_same(explored):
    async with explored((120, 40), "en", pane="narrative", press=("f", *"qqqq", "enter")) as pilot:
        assert "filter: qqqq" in screen_text(pilot.app)


@pytest.mark.parametrize("pane", ["narrative", "metrics", "timeline", "names"])
async def test_what_is_found_in_slices_is_what_is_found_at_once(pane, explored, monkeypatch):
    """Of few items a filter is gone through at once; here as if they were many, letter by letter."""
    for module in ("listing.filter_job", "narrative.lens", "timeline.event_finder"):
        monkeypatch.setattr(f"sufu_tui.explorer.{module}.FEW", 3)
    async with explored((120, 40), "en", pane=pane, press=("f",)) as pilot:
        app = pilot.app
        for end in range(1, len("chen | park") + 1):
            type_over(app, "chen | park"[:end])
        wanted = Filter.parse("chen | park")
        await until(lambda: app.state.filter == wanted)
        await pilot.pause()
        kind = next(spec.kind for spec in PANES if spec.id == pane)
        expected = [row for part in Filters(app.state.dossier).listed(kind, wanted) for row in part]
        model = app.pane.model
        listed = {
            "narrative": lambda: model.held,
            "timeline": lambda: model.order.events,
        }.get(pane, lambda: model.rows)
        await until(lambda: sorted(listed()) == expected)
        await press(pilot, "escape")
        assert len(listed()) > len(expected)  # lifted at once
