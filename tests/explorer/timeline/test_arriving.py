"""A jump arrives: what is asked for is selected and in view, however early it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.model import parse_ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.timeline.canvas.row_painter import labels
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import month_text, month_tick
from tests.explorer.driving import press, type_over, until
from tests.explorer.observing import timeline_model

WORDS = load("en")


def is_in_view(model, event, columns=120):
    return model.frame(columns, WORDS).layout.row_of(event) is not None


def arrived(pane):
    """Return whether the selected event is drawn, in a row that is in view."""
    canvas, selected = pane.canvas, pane.model.selected
    if not canvas.size.width or canvas._frame is None or selected is None:
        return False
    row = canvas._frame.layout.row_of(selected)
    return row is not None and canvas._top <= row < canvas._top + canvas.lane_rows


@pytest.mark.parametrize("columns", [20, 60, 130])
def test_an_event_selected_before_the_axis_has_a_window_is_in_it_once_it_has(shipped, columns):
    for event in range(len(shipped.events)):
        model = timeline_model(shipped, "en")
        model.select(event)
        assert is_in_view(model, event, columns)
        assert is_in_view(model, event, columns + 40)
        assert is_in_view(model, event, columns - 5)


def test_the_last_of_several_jumps_before_there_is_a_window_counts(shipped):
    model = timeline_model(shipped, "en")
    first, last = model.order.events[0], model.order.events[-1]
    for event in (first, last, first):
        model.go_to_event(event)
    assert model.selected == first
    assert is_in_view(model, first)
    model.select(last)
    assert is_in_view(model, last)


@pytest.mark.parametrize("asked", ["2013-05", "1000", "-0500", "2023-08-18", "2023-05/2023-09", "2002~"])
def test_a_date_gone_to_before_there_is_a_window_is_shown_once_there_is(shipped, asked):
    early, late = timeline_model(shipped, "en"), timeline_model(shipped, "en", 120)
    date = parse(asked)
    for model in (early, late):
        model.go_to_date(date, on_axis=True)
    assert early.frame(120, WORDS) == late.frame(120, WORDS)
    first, last = early.axis.days_in_view()
    assert first <= date.earliest
    assert date.latest <= last


def test_everything_asked_for_before_there_is_a_window_is_shown_once_there_is(shipped):
    early, late = timeline_model(shipped, "en"), timeline_model(shipped, "en", 120)
    for model in (early, late):
        model.everything()
    assert early.frame(120, WORDS) == late.frame(120, WORDS)


FAR = "event:chen-arrives"  # outside the first window


@pytest.mark.parametrize("size", [(80, 24), (160, 40)])
@pytest.mark.parametrize("way", ["goto", "search", "link", "date", "back"])
@pytest.mark.parametrize("panes_made", [False, True])
async def test_every_way_to_an_event_arrives_in_a_pane_that_was_never_shown(shipped, size, way, panes_made):
    title = shipped.item(parse_ref(FAR)).title.in_language("en")
    app = Explorer(shipped, WORDS, goto=parse_ref(FAR) if way == "goto" else None)
    async with app.run_test(size=size) as pilot:
        if panes_made:
            await until(app.navigator.panes_made.is_set)
            assert len(app.screen_stack[0].query(Pane)) > 1
        if way == "search":
            await pilot.press("slash")
            await until(lambda: app.query("Picker"))
            app.query_one("Picker").query_one("Input").value = title
            await pilot.press("enter")
        elif way in {"link", "back"}:
            app.say(await app.navigator.go_to(parse_ref(FAR)))
            if way == "back":
                app.say(await app.navigator.go_to(parse_ref("metric:partner-cities")))
                app.say(await app.navigator.back())
        elif way == "date":
            await pilot.press("3", "t")
            await until(lambda: app.query("InputLine"))
            type_over(app, title)
            await pilot.press("enter")
        await until(lambda: app.state.pane == "timeline" and app.pane.model.selected_event is not None)
        await until(lambda: app.pane.model.selected_event.ref == parse_ref(FAR) and arrived(app.pane))
        for other in ((130, 30), (70, 24), size):
            await pilot.resize_terminal(*other)
            await until(lambda: app.pane.size.width == other[0] and arrived(app.pane))  # noqa: B023


async def test_an_event_chosen_in_the_list_alone_is_on_the_axis_when_that_is_first_shown(shipped, explored):
    async with explored((59, 24), goto=FAR) as pilot:
        assert not pilot.app.pane.has_axis
        await press(pilot, "v")
        await until(lambda: arrived(pilot.app.pane))
        assert pilot.app.pane.model.selected_event.ref == parse_ref(FAR)


@pytest.mark.parametrize("columns", [20, 60, 109, 190])
@pytest.mark.parametrize(
    "asked",
    [
        "2023-05/2023-09",
        "2023-08-18/2023-08-19",
        "2023-08-18/2023-08-18",
        "1900/2023",
        "1000/1100",
        "-0500/0500",
    ],
)
def test_the_days_asked_for_are_those_in_view(shipped, asked, columns):
    model, date = timeline_model(shipped, "en", columns), parse(asked)
    for broken in (True, False):
        model.go_to_date(date, on_axis=True)
        model.frame(columns, WORDS)
        assert model.axis.days_in_view() == (date.earliest, date.latest), broken
        span = model.axis.window.span
        model.zoom(1)
        assert model.axis.window.span <= span
        model.toggle_breaks()


@given(st.dates(), st.dates(), st.integers(10, 250))
def test_any_days_asked_for_are_those_in_view(minimal, day, other, columns):
    date = parse("/".join(map(str, sorted((day, other)))))
    model = timeline_model(minimal, "en", columns)
    model.go_to_date(date, on_axis=True)
    model.frame(columns, WORDS)
    assert model.axis.days_in_view() == (date.earliest, date.latest)


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("columns", range(70, 131, 10))
def test_every_month_asked_for_has_its_tick_and_its_name(shipped, columns, language):
    words = load(language)
    model = timeline_model(shipped, language, columns)
    model.go_to_date(parse("2023-05/2023-09"), on_axis=True)
    frame = model.frame(columns, words)
    drawn = [text for _, text, _ in labels(frame.axis.ticks, (), frame.columns)]
    months = [month_tick(month, words) for month in range(5, 10)]
    shown = drawn if set(months) & set(drawn) else [tick.label for tick in frame.axis.enclosing]
    for month in range(5, 10):
        assert any(label in shown for label in (months[month - 5], month_text(2023, month, words)))
