"""The rest of a large dossier arrives while its beginning is looked at."""

from __future__ import annotations

import threading
from dataclasses import replace

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.background.dossier_loading import LoadResult
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.metrics.listed_figures import figures_of
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import screen_lines, until


class Reading:
    """What an explorer fetches, under the eyes of a test."""

    def __init__(self, arrived):
        self.arrived = arrived
        self.go_on = threading.Event()
        self.ended = False

    def fetch(self, progress):
        progress(0.4)
        self.go_on.wait(20)
        try:
            progress(0.9)
        except BaseException:
            self.ended = True
            raise
        return self.arrived


def opened(shipped, arrived):
    beginning = replace(shipped, metrics=shipped.metrics[:3])
    reading = Reading(arrived)
    return Explorer(beginning, load("en"), pane="metrics", around=Surroundings(loader=reading.fetch)), reading


async def test_beside_the_progress_no_hint_is_cut(shipped):
    app, reading = opened(shipped, LoadResult(shipped))
    async with app.run_test(size=(80, 24)):
        await until(lambda: "Reading 40%" in screen_lines(app)[-1])
        hints = app.query_one(Footer).hints
        assert hints[-1] == ("q", "quit")
        assert screen_lines(app)[-1].rstrip().endswith("  ".join(f"{key} {label}" for key, label in hints))
        reading.go_on.set()
        await until(lambda: "Reading" not in screen_lines(app)[-1])
        assert len(app.query_one(Footer).hints) > len(hints)


async def test_the_rest_comes_and_the_reader_stays(shipped):
    app, reading = opened(shipped, LoadResult(shipped))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.make_all()
        await until(lambda: "Reading 40%" in screen_lines(app)[-1])
        await pilot.press("down", "space")
        assert len(app.pane.model.rows) == 3
        current, marked = app.state.current, figures_of(app.pane.model, sorted(app.pane.model.marks))
        reading.go_on.set()
        await until(lambda: len(app.pane.model.rows) == len(shipped.metrics))
        assert app.state.current == current
        assert figures_of(app.pane.model, sorted(app.pane.model.marks)) == marked
        assert "Reading" not in screen_lines(app)[-1]
        await pilot.press("3")
        await pilot.pause()
        assert app.pane.id == "timeline"
        await pilot.press("slash", *"Luxshare")
        await until(lambda: "Luxshare" in "".join(screen_lines(app)[2:6]))


async def test_a_pane_that_starts_over_stays_where_it_is(shipped):
    app, reading = opened(shipped, LoadResult(shipped))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.make_all()
        await pilot.press("1", "right_square_bracket")
        await pilot.pause()
        before = app.pane
        reading.go_on.set()
        await until(lambda: app.pane is not before)
        await pilot.pause()
        assert app.pane.id == "narrative"
        assert app.state.dossier is shipped


async def test_a_fault_further_down_leaves_what_is_there(shipped):
    app, reading = opened(shipped, LoadResult(None, "metrics.toml:9:1: something is wrong"))
    async with app.run_test(size=(120, 40)):
        await app.navigator.make_all()
        reading.go_on.set()
        await until(lambda: "something is wrong" in screen_lines(app)[-1])
        assert len(app.pane.model.rows) == 3


async def test_who_leaves_does_not_wait(shipped):
    app, reading = opened(shipped, LoadResult(shipped))
    async with app.run_test(size=(120, 40)):
        await app.navigator.make_all()
    reading.go_on.set()
    for _ in range(100):
        if reading.ended:
            break
        threading.Event().wait(0.02)
    assert reading.ended
