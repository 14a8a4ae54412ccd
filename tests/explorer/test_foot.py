"""The foot of the screen: every key that it names does something, in every view and every language."""

from __future__ import annotations

from itertools import cycle

import pytest

from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.commands import COMMANDS, IDLE_IN, commands_here, key_names
from tests.explorer.driving import notice, press, screen_strips

LANGUAGES = ("zh-Hant", "zh-Hans", "en")
SIZE = (200, 50)
VIEWS = {
    "cover": ("cover", ()),
    "table": ("metrics", ()),
    "chart": ("metrics", ("v",)),
    "comparison": ("metrics", ("space", "space", "space", "C")),
    "names": ("names", ()),
    "both": ("timeline", ()),
    "agenda": ("timeline", ("v",)),
    "axis": ("timeline", ("v", "v")),
}


def look(app):
    """Return all that a reader can see or hear of an explorer, and which widget takes the keys."""
    return screen_strips(app), app.focused, notice(app), len(app.screen_stack)


def hints(app):
    return app.query_one(Footer).hints


def nameable(app):
    """Return the commands of the pane that the foot names where it has room; others work everywhere."""
    idle = app.pane.idle_commands
    return [one for one in commands_here(app.state.pane) if one.scope != "app" and one.id not in idle]


@pytest.mark.parametrize("view", VIEWS)
async def test_every_key_that_it_names_does_something(view, explored):
    """What a key does depends on no language: each is pressed in one of the three."""
    pane, keys = VIEWS[view]
    async with explored(SIZE, pane=pane, press=keys) as pilot:
        commands = nameable(pilot.app)
    assert commands
    for command, language in zip(commands, cycle(LANGUAGES)):
        async with explored(SIZE, language, pane=pane, press=keys) as pilot:
            before = look(pilot.app)
            await press(pilot, key_names(command)[0])
            assert look(pilot.app) != before, (command.id, language)


@pytest.mark.parametrize("size", [SIZE, (100, 30), (60, 20)])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
async def test_it_names_in_every_language_only_what_is_not_idle(view, language, size, explored):
    pane, keys = VIEWS[view]
    async with explored(size, language, pane=pane, press=keys) as pilot:
        app = pilot.app
        idle = {one.shown for one in COMMANDS if one.id in app.pane.idle_commands}
        named = {key for key, _ in hints(app)}
        assert named
        assert named <= {one.shown for one in commands_here(pane)} - idle


@pytest.mark.parametrize("view", ["chart", "comparison", "agenda"])
async def test_it_names_again_what_is_idle_in_a_view_once_another_is_shown(view, explored):
    pane, keys = VIEWS[view]
    back = {"chart": "v", "comparison": "C", "agenda": "v"}[view]
    async with explored(SIZE, pane=pane) as pilot:
        before = hints(pilot.app)
        await press(pilot, *keys)
        idle = {one.shown for one in COMMANDS if one.id in IDLE_IN[view]}
        assert idle.isdisjoint(key for key, _ in hints(pilot.app))
        await press(pilot, back)
        assert hints(pilot.app) == before


async def test_tab_leads_from_a_comparison_to_the_source_and_is_named_only_with_it(explored):
    keys = VIEWS["comparison"][1]
    async with explored(SIZE, pane="metrics", press=keys, source="Nothing.\n") as pilot:
        app = pilot.app
        assert "Tab" not in dict(hints(app))
        await press(pilot, "P", "left")
        assert "Tab" in dict(hints(app))
        await press(pilot, "tab")
        assert app.pane.beside.has_keys
        await press(pilot, "left", "P")
        assert "Tab" not in dict(hints(app))


async def test_the_card_scrolls_with_the_key_that_marks_and_the_foot_names_no_mark(explored):
    async with explored((120, 20), pane="metrics", press=("enter",)) as pilot:
        app = pilot.app
        assert app.pane.beside.has_keys
        assert "Space" not in dict(hints(app))
        await press(pilot, "space")
        assert not app.pane.model.marks


async def test_a_mark_in_the_chart_goes_on_to_the_next_figure_of_the_chart(explored):
    async with explored(SIZE, pane="metrics", press=("v",)) as pilot:
        pane = pilot.app.pane
        first, second, third = pane.views.line_view._lines.rows[:3]
        await press(pilot, "space", "space")
        assert pane.model.marks == {first, second}
        assert pane.model.cursor.row == third


@pytest.mark.parametrize(
    ("view", "pane"), [("chart", "metrics"), ("comparison", "metrics"), ("agenda", "timeline")]
)
def test_what_is_idle_in_a_view_is_named_in_its_pane(view, pane):
    assert IDLE_IN[view] <= {one.id for one in commands_here(pane)}
