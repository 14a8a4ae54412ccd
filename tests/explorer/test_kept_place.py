"""The next start shows the screen that was left, whatever the reader did, and says so at once."""

from __future__ import annotations

import json
import random
import threading
from dataclasses import replace

import pytest

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.background.dossier_loading import LoadResult
from sufu_tui.explorer.preferences import Preferences, preferences_from
from sufu_tui.explorer.reading_place import MOST_FILTERS, ReadingPlace, reading_place_from
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import press, screen_lines, until

KEYS = (
    *("1", "2", "3"),
    *("down", "down", "up", "left", "right", "pagedown", "pageup", "g", "G"),
    *("tab", "tab", "shift+tab", "enter", "backspace", "escape", "L"),
    *("s", "S", "B", "v", "C", "space", "m", "c", "x", "p", "b", "z", "i"),
    *("plus", "plus", "minus", "a", "d", "r", "0", "comma", "full_stop"),
    *("right_square_bracket", "left_square_bracket", "u", "vertical_line"),
)
SIZES = ((120, 40), (80, 24), (160, 50))


def screen(app) -> list[str]:
    """Return the screen without its foot, which may hold a notice."""
    return screen_lines(app)[:-1]


def by_json(preferences: Preferences) -> Preferences:
    """Return preferences as the next run finds them."""
    return preferences_from(json.loads(json.dumps(preferences.to_plain())))


async def left_by(dossier, keys, size, kept=None, language="en"):
    """Press keys in an explorer and leave it; return what is kept, the screen that was left, and the pane."""
    saved = [] if kept is None else [kept]
    place = None if kept is None else kept.place
    app = Explorer(
        dossier,
        load(place.language if place else language),
        place=place,
        kept=kept,
        views=kept.views if kept else None,
        around=Surroundings(save=saved.append),
    )
    async with app.run_test(size=size) as pilot:
        await app.navigator.panes_made.wait()
        await pilot.pause()
        await press(pilot, *keys)
        for _ in app.screen_stack[1:]:  # a menu is no place
            await press(pilot, "escape")
        assert len(app.screen_stack) == 1
        await pilot.pause()
        seen = screen(app)
        app.exit()
    return by_json(saved[-1]), seen


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(3))
async def test_a_random_walk_is_taken_up_where_it_was_left(shipped, seed):
    chance = random.Random(seed)
    size = SIZES[seed % len(SIZES)]
    kept = None
    for _ in range(3):
        keys = chance.choices(KEYS, k=14)
        kept, before = await left_by(shipped, keys, size, kept)
        again, after = await left_by(shipped, (), size, kept)
        assert after == before, keys
        assert again == kept


async def test_scrolled_lanes_are_kept(shipped):
    runs = (("3", "full_stop", "tab", "right"), ("full_stop", "b"), ("B", "comma", "0", "B"))
    kept = None
    for keys in runs:
        kept, before = await left_by(shipped, keys, (80, 24), kept)
        again, after = await left_by(shipped, (), (80, 24), kept)
        assert (after, again) == (before, kept), keys
    assert kept.place.panes["timeline"]["lanes_top"] > 0


async def test_a_return_leads_to_the_scrolled_lanes(explored):
    async with explored(size=(80, 24), pane="timeline", press=("B", "comma", "0", "B")) as pilot:
        pane = pilot.app.pane
        pane.canvas.scroll_rows(1)
        before, here, top = screen(pilot.app), pane.place(), pane.canvas.top
        pane.canvas.scroll_rows(-1)
        await pilot.pause()
        assert screen(pilot.app) != before
        await pane.return_to(here)
        await pilot.pause()
        assert (screen(pilot.app), pane.canvas.top) == (before, top)


async def test_a_cursor_on_a_heading_is_kept_and_what_was_looked_at_before(shipped):
    kept, before = await left_by(shipped, ("3", "right", "2", "B", "g", "s"), (120, 40))
    assert kept.place.panes["metrics"]["group"] == 0
    assert kept.place.before.startswith("event:")
    again, after = await left_by(shipped, (), (120, 40), kept)
    assert (after, again) == (before, kept)


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        (("]", "j", "j", "tab"), SIZES[0]),
        (("]", "]", "G"), SIZES[1]),
        (("2", "down", "s"), SIZES[2]),
        (("4", "down", "right"), SIZES[0]),
        (("3", "right"), SIZES[1]),
    ],
)
async def test_the_language_beside_is_kept_unless_it_is_that_of_the_texts_by_now(shipped, keys, size):
    kept, before = await left_by(shipped, ("vertical_line", *keys), size, language="zh-Hant")
    assert kept.place.second == "zh-Hans"
    again, after = await left_by(shipped, (), size, kept)
    assert (after, again) == (before, kept)
    for language, second in (("zh-Hans", None), ("en", "zh-Hans")):
        app = Explorer(shipped, load(language), place=kept.place, kept=kept)
        assert (app.state.language, app.state.second_language) == (language, second)
    away = kept._replace(place=kept.place._replace(second=None))
    assert preferences_from({**away.to_plain(), "place": {**kept.place.to_plain(), "second": "fr"}}) == away


async def make_none() -> None:
    """Make no other pane."""


async def test_the_first_frame_is_right_and_nothing_jumps_after_it(shipped):
    keys = (
        "3",
        "right",
        "right",
        "plus",
        "plus",
        "d",
        "B",
        "2",
        "down",
        "down",
        "s",
        "f",
        *"visits",
        "enter",
    )
    for last in ("1", "2", "3"):
        kept, before = await left_by(shipped, (*keys, last), (120, 40))
        app = Explorer(shipped, load("en"), place=kept.place, views=kept.views)
        make_all, app.navigator.make_all = app.navigator.make_all, make_none
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert screen(app)[1:] == before[1:], last  # what the filter leaves is counted by and by
            await make_all()
            await pilot.pause()
            assert screen(app)[1:] == before[1:], last


async def test_who_only_looks_leaves_the_place_as_it_is(shipped):
    kept, _ = await left_by(shipped, ("3", "right"), (120, 40))
    saved = []
    app = Explorer(shipped, load("en"), kept=kept, around=Surroundings(save=saved.append))  # as with --fresh
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        await pilot.pause()
        assert app.state.pane == "narrative"
        app.exit()
    assert [one.place for one in saved] in ([], [kept.place])


async def test_what_is_asked_for_goes_before_what_is_kept_and_is_kept(shipped):
    kept, _ = await left_by(shipped, ("3", "right"), (120, 40))
    saved = []
    place = kept.place._replace(pane="metrics", filter="area:industry")
    app = Explorer(shipped, load("en"), place=place, kept=kept, around=Surroundings(save=saved.append))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        await pilot.pause()
        assert app.state.pane == "metrics"
        assert 0 < len(app.pane.model.rows) < len(shipped.metrics)
        app.exit()
    assert saved[-1].place.filter == "area:industry"


async def test_a_filter_that_is_none_any_more_is_left_out(shipped):
    app = Explorer(shipped, load("en"), place=ReadingPlace("metrics", filter="nonsense:((("))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert len(app.pane.model.rows) == len(shipped.metrics)


async def test_up_brings_back_the_filters_of_an_earlier_run(shipped):
    typed = ("2", "f", *"park", "enter", "escape", "f", *"visit", "enter", "f", *"ors", "enter")
    kept, _ = await left_by(shipped, typed, (120, 40))
    assert kept.place.filters == ("visitors", "visit", "park")
    app = Explorer(shipped, load("en"), place=kept.place, kept=kept)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        await press(pilot, "3", "f", "ctrl+u", "up", "up", "up")
        assert app.focused.value == "park"
    assert Explorer(shipped, load("en"), kept=kept).state.earlier_filters == ()  # as with --fresh


def test_what_is_no_filter_in_the_file_is_left_out():
    plain = {**ReadingPlace().to_plain(), "filters": ["park", "", None, 7, ["x"], "x" * 20_000, "visit"]}
    assert reading_place_from(plain).filters == ("park", "visit")
    assert len(reading_place_from({**plain, "filters": list(map(str, range(900)))}).filters) == MOST_FILTERS
    assert reading_place_from({**plain, "filters": "park"}).filters == ()


@pytest.mark.parametrize("moves", [(), ("down",)])
async def test_a_place_beyond_the_beginning_is_taken_up_once_all_is_read(shipped, moves):
    beginning = replace(shipped, metrics=shipped.metrics[:5], events=shipped.events[:5])
    kept, before = await left_by(shipped, ("2", "G", "up"), (120, 40))
    read = threading.Event()

    def load_all(_):
        read.wait(20)
        return LoadResult(shipped)

    app = Explorer(
        beginning, load("en"), place=kept.place, views=kept.views, around=Surroundings(loader=load_all)
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        await pilot.pause()
        await press(pilot, *moves)
        read.set()
        await until(lambda: len(app.pane.model.rows) == len(shipped.metrics))
        await pilot.pause()
        assert (screen(app) == before) == (not moves)
        assert app.pane.model.cursor.row == (1 if moves else len(shipped.metrics) - 2)
