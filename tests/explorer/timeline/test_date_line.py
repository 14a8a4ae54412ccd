"""What a reader means who types a date or a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.background.sliced_work import finished
from sufu_tui.explorer.timeline.date_line import TargetFinder
from sufu_tui.explorer.timeline.event_order import in_time
from tests.explorer.driving import notice, press, screen_text, until

NEAR = to_day(2023, 1, 15)


def finder(events):
    """Return a finder whose names are all prepared."""
    found = TargetFinder(events)
    finished(found.prepare())
    return found


def meant(text, events=()):
    return finder(events).find(text, in_time(events, range(len(events))), NEAR, "zh-Hant")


@pytest.mark.parametrize(
    ("text", "date"), [(" 2023 ", "2023"), ("２０２３-05", "2023-05"), ("５月", "2023-05")]
)
def test_a_typed_date_is_found_whatever_its_width(text, date):
    assert meant(text).date == parse(date)


@pytest.mark.parametrize("text", ["", "   ", "nonsense", "first"])
def test_nonsense_leads_nowhere(text):
    assert meant(text) is None


def event(event_id, date, **titles):
    said = Localized({"zh-Hant": titles.get("hant", "無"), "en": titles.get("en", "none")})
    return Event(event_id, parse(date), "point", said, said, "a", "s", SourceRef("x", "1"), date)


EVENTS = (
    event("second-visit", "2022", hant="代表團互訪", en="The second visit"),
    event("agreement", "2023-06", hant="框架協議", en="A framework agreement"),
    event("first-meeting", "2021", hant="首次會面", en="A visit at last"),
    event("visit", "2023-01", hant="代表團來訪", en="A visit"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("框架", 1), ("框架协议", 1), ("FRAMEWORK", 1), ("agreement framework", 1), ("visit", 2),
        ("first", 2), ("last", 1), ("最早", 2), ("最後", 1), ("最后", 1), ("first visit", 2),
        ("last visit", 3), ("latest visit", 3), ("最後代表團", 3), ("最后的代表团", 3), ("最初 代表團", 0),
        ("首次會面", 2),
        ("second visit", 0), ("lasting", None), ("first nonsense", None),
    ],
)  # fmt: skip
def test_words_lead_to_an_event(text, found):
    result = meant(text, EVENTS)
    assert (result.event if result else None) == found


def test_only_events_that_are_shown_are_found():
    assert finder(EVENTS).find("last visit", (2, 0), NEAR, "en").event == 0


async def test_among_very_many_events_a_word_is_understood_once_all_names_are_there(explored, shipped):
    made = (shipped.events[0]._replace(id=f"made-{number}") for number in range(3_000))
    dossier = replace(shipped, events=(*made, *shipped.events[1:]))
    last = shipped.events[-1]
    async with explored(pane="timeline", dossier=dossier) as pilot:
        app = pilot.app
        await pilot.press("t", *last.id)
        await until(lambda: last.title.in_language("en")[:12] in screen_text(app))
        await press(pilot, "enter")
        assert app.state.current == last.ref


async def test_enter_before_that_goes_there_as_well(explored, shipped):
    made = (shipped.events[0]._replace(id=f"made-{number}") for number in range(3_000))
    dossier = replace(shipped, events=(*made, *shipped.events[1:]))
    async with explored(pane="timeline", dossier=dossier) as pilot:
        for key in ("t", *shipped.events[-1].id, "enter"):
            pilot.app.simulate_key(key)
        await until(lambda: pilot.app.state.current == shipped.events[-1].ref)


def test_a_name_counts_by_its_beginning():
    long = "x" * 999_000 + "tail"
    named = EVENTS[0]._replace(title=Localized({"en": f"Long {long}"}))
    assert meant("long", (named,)).event == 0
    assert meant("tail", (named,)) is None


@pytest.mark.parametrize(
    ("keys", "typed", "year"), [("30", "5月", "2023"), ("30", "May", "2023"), ("3", "5月", "2023")]
)
async def test_a_month_without_a_year_is_of_one_near_the_event_looked_at(keys, typed, year, explored):
    """Not near the middle of an axis that begins centuries before."""
    async with explored(size=(100, 30), goto="event:park-unveiled") as pilot:
        await press(pilot, *keys, "t", *typed)
        assert f"May {year}" in screen_text(pilot.app)


async def test_everything_is_the_dossiers_own_time_again_after_a_visit(explored):
    async with explored(size=(100, 30), press=("3", "0")) as pilot:
        app = pilot.app
        before = app.pane.model.axis.window
        await press(pilot, "t", *"1850", "enter")
        assert app.pane.model.axis.window != before
        await press(pilot, "0")
        assert app.pane.model.axis.window == before


async def test_an_event_that_the_filter_hides_is_gone_to_and_the_filter_lifted(explored):
    async with explored(size=(120, 40), press=("3", "f")) as pilot:
        app = pilot.app
        await press(pilot, *"area:industry", "enter", "t", *"last visit", "enter")
        assert app.state.current.kind == "event"
        assert not app.state.filter
        assert "area:industry" in notice(app)
