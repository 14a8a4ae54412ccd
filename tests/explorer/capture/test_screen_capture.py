"""The explorer's screen as a grid: for pictures and for printing."""

from __future__ import annotations

import textual._context

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.capture.screen_capture import capture, capture_widget
from sufu_tui.explorer.headless import ScreenRequest, is_key, render_screen
from sufu_tui.languages.catalogue import load
from sufu_tui.screenshots.metadata import read_metadata
from tests.explorer.driving import screen_lines


async def test_the_private_names_of_textual_are_still_there(explored):
    """`explorer/capture.py` relies on these: no public name gives the strips of a screen."""
    async with explored() as pilot:
        assert callable(pilot.app.screen._compositor.render_strips)
        assert isinstance(pilot.app._background_screens, list)
        assert textual._context.visible_screen_stack.get is not None


async def test_the_grid_is_the_screen(explored):
    async with explored(size=(81, 25), language="zh-Hant", press=("2",)) as pilot:
        grid = capture(pilot.app)
        assert grid.lines() == screen_lines(pilot.app)
        assert (grid.columns, len(grid.rows)) == (81, 25)
        assert len({cell.look for row in grid.rows for cell in row}) > 5


async def test_a_dialog_stands_before_what_it_covers(explored):
    async with explored(press=("question_mark",)) as pilot:
        lines = capture(pilot.app).lines()
        assert any("Keys" in line for line in lines)


async def test_a_pane_alone(explored):
    async with explored(size=(81, 25)) as pilot:
        grid = capture_widget(pilot.app.pane)
        assert grid.columns == pilot.app.pane.region.width
        assert grid.lines() == [
            line[: grid.columns] for line in capture(pilot.app).lines()[1 : 1 + len(grid.rows)]
        ]


async def test_the_screen_is_saved_beside_the_reader(explored, shipped, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUFU_FONTS", "")
    async with explored(press=("2",)) as pilot:
        shown = capture(pilot.app).lines()
        await pilot.press("ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("shift+f5")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "suzhou-fuyang-metrics-en-1.txt" in capture(pilot.app).lines()[-1]
    lines = read_metadata(tmp_path / "suzhou-fuyang-metrics-en-1.svg").lines
    assert list(lines[: len(shown)]) == [line.rstrip() for line in shown]
    assert lines[-2] == shipped.sources[0].url
    printed = (tmp_path / "suzhou-fuyang-metrics-en-1.txt").read_text(encoding="utf-8").splitlines()
    assert [line.rstrip() for line in printed] == [line.rstrip() for line in shown[1 : 1 + len(printed)]]


async def test_a_folder_that_takes_nothing_is_told(explored, tmp_path, monkeypatch):
    def refuse(self, data):
        raise PermissionError(13, "Permission denied")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUFU_FONTS", "")
    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    async with explored() as pilot:
        await pilot.press("shift+f5")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "cannot be written: Permission denied" in capture(pilot.app).lines()[-1]


async def test_leaving_at_once_is_no_fault(shipped):
    explorer = Explorer(shipped, load("en"))
    async with explorer.run_test() as pilot:
        await pilot.press("q")
    assert explorer.return_code == 0


def test_a_pose_is_the_same_every_time(shipped):
    asked = ScreenRequest("timeline", 100, 30, "sufu-dark", ("right", "plus"))
    assert render_screen(shipped, load("zh-Hans"), asked) == render_screen(shipped, load("zh-Hans"), asked)


def test_names_of_keys():
    assert all(map(is_key, ("a", "]", "、", "enter", "f1", "ctrl+p", "shift+tab", "shift+f5")))
    assert not any(map(is_key, ("", "hyper", "ctrl+", "enterr")))
