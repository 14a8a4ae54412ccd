"""Windows of the timeline that come back: with `b` a second time, and step by step with `u`."""

from __future__ import annotations

from random import Random

import pytest

from sufu_tui.dossier.model import Ref
from tests.explorer.driving import press, type_over

SIZE = (120, 40)
VISITS = ("2023-05", "2023-05-01/2023-05-02", "1500", "1200-03/1300", "1990", "framework")


async def go(pilot, text):
    await press(pilot, "t")
    type_over(pilot.app, text)
    await press(pilot, "enter")


def axis(pilot):
    return pilot.app.pane.model.axis


@pytest.mark.parametrize("first", [(), ("b",), ("plus", "plus"), ("0",)])
@pytest.mark.parametrize("text", ["", *VISITS])
async def test_breaks_that_come_and_go_leave_the_window_as_it_was(text, first, explored):
    async with explored(SIZE, pane="timeline", press=first) as pilot:
        if text:
            await go(pilot, text)
        before = axis(pilot).state
        await press(pilot, "b")
        other = axis(pilot).state
        assert other != before
        for expected in (before, other, before):
            await press(pilot, "b")
            assert axis(pilot).state == expected


@pytest.mark.parametrize("text", VISITS[:2])
async def test_breaks_widen_no_window_that_was_moved_between(text, explored):
    async with explored(SIZE, pane="timeline") as pilot:
        await go(pilot, text)
        span = axis(pilot).window.span
        for _ in range(5):
            days = axis(pilot).days_in_view()
            await press(pilot, "b")
            assert axis(pilot).days_in_view() == days
            assert axis(pilot).window.span == pytest.approx(span)
            await press(pilot, "d")


async def test_two_visits_are_two_steps_back(explored):
    async with explored(SIZE, pane="timeline") as pilot:
        windows = [axis(pilot).state]
        for text in ("2023-05", "1500", "1990"):
            await go(pilot, text)
            windows.append(axis(pilot).state)
        for expected in windows[-2::-1]:
            await press(pilot, "u")
            assert axis(pilot).state == expected


async def test_the_window_before_a_link_is_a_step_back_and_that_before_the_return_as_well(explored):
    async with explored(SIZE, pane="timeline", press=("plus",) * 6) as pilot:
        app, near = pilot.app, axis(pilot).state
        events = app.state.dossier.events
        for one in events:
            await app.navigator.go_to(one.ref)
            await pilot.pause()
            if axis(pilot).state != near:
                break
        visited = axis(pilot).state
        assert visited != near
        await press(pilot, "minus")
        wide = axis(pilot).state
        while axis(pilot).state != near:
            await press(pilot, "backspace")
        for expected in (wide, visited, near):
            await press(pilot, "u")
            assert axis(pilot).state == expected


@pytest.mark.parametrize("seed", range(12))
async def test_going_back_passes_through_the_windows_that_were_there_in_reverse_order(seed, explored):
    """A run of the same zooming or panning is one step; moving the selection alone is none."""
    random = Random(seed)
    async with explored(SIZE, pane="timeline") as pilot:
        app, last = pilot.app, ""
        refs = [Ref("event", one.id) for one in app.state.dossier.events]
        windows = [axis(pilot).state]
        for _ in range(14):
            kind = random.choice(["zoom", "pan", "0", "z", "b", "go", "link", "select"])
            before = axis(pilot).state
            if kind == "go":
                await go(pilot, random.choice(VISITS))
            elif kind == "link":
                await app.navigator.go_to(random.choice(refs))
                await pilot.pause()
            else:
                keys = {"zoom": ["plus", "minus"], "pan": ["a", "d"], "select": ["right", "left", "G", "g"]}
                await press(pilot, random.choice(keys.get(kind, [kind])))
            now = axis(pilot).state
            if now == before:
                continue
            if kind == "select" or (kind in {"zoom", "pan"} and kind == last):
                windows[-1] = now
            else:
                windows.append(now)
            last = kind
        windows = [one for n, one in enumerate(windows) if not n or one != windows[n - 1]]
        assert len(windows) > 3
        for expected in windows[-2::-1]:
            await press(pilot, "u")
            assert axis(pilot).state == expected


async def test_the_window_and_the_filter_that_a_link_lifted_come_back(explored):
    async with explored(SIZE, pane="timeline", press=("f",)) as pilot:
        app = pilot.app
        type_over(app, "area:health")
        await press(pilot, "enter", *["plus"] * 6)
        near, wanted = axis(pilot).state, app.state.filter
        hidden = next(one for one in app.state.dossier.events if one.area != "health")
        await app.navigator.go_to(hidden.ref)
        await pilot.pause()
        assert app.state.current == hidden.ref
        passed = [axis(pilot).state]
        while app.state.filter != wanted:
            await press(pilot, "u")
            passed.append(axis(pilot).state)
        assert len(passed) <= 3
        assert passed[-1] == near
        assert set(passed[1:]) == {near}
