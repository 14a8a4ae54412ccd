"""Who leaves while something is still on its way leaves in peace."""

from __future__ import annotations

import pytest
from textual.events import Resize
from textual.geometry import Size

from sufu_tui.dossier.model import parse_ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.background.dossier_loading import READING, DossierLoaded, LoadResult
from sufu_tui.explorer.messages import Progress
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.widgets.input_line import InputLine
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import faults, open_line, press


async def test_no_pane_is_made_for_who_has_left(shipped):
    app = Explorer(shipped, load("en"), goto=parse_ref("event:plan-issued"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.exit()
        await app.navigator.show("metrics")
        await app.on_dossier_loaded(DossierLoaded(LoadResult(shipped)))
        app.on_progress(Progress(READING, 0.5))
        await app.on_mount()  # and whoever leaves before the first frame is led nowhere
        await pilot.pause()
        assert len(app.query(Pane)) <= 1
    assert faults(app) == []


async def test_the_timeline_begins_with_nothing_where_it_is_gone(explored):
    async with explored(pane="timeline") as pilot:
        pane = pilot.app.pane
        await pane.remove()
        pane.take_focus()
        assert faults(pilot.app) == []


async def test_the_terminals_cursor_is_put_nowhere_once_the_line_is_closed(explored):
    async with explored(pane="metrics", press=("f",)) as pilot:
        prompt = pilot.app.query_one(InputLine)
        await press(pilot, "escape")
        assert open_line(pilot.app) is None
        prompt.place_cursor()


@pytest.mark.parametrize("keys", ["3fab", "2vCc", "/park\r", "2f\x1b", "?"])
def test_leaving_at_once_after_keys_is_no_fault(opened, keys):
    terminal = opened("--lang", "en")
    terminal.until("Enter open")
    terminal.type(keys)
    terminal.type("\x1b[21~")  # F10, which leaves from everywhere but a menu
    terminal.type("\x1b[21~")
    terminal.type("\x11\x11")
    if terminal.status() != 0 or b"Traceback" in terminal.raw:
        pytest.fail(terminal.raw.decode(errors="replace")[-3000:])


async def test_another_size_a_search_and_a_proof_come_to_nothing_once_the_reader_has_left(
    explored, traps, traps_text
):
    async with explored(pane="metrics", dossier=traps, source=traps_text) as pilot:
        app = pilot.app
        app.exit()
        app.on_resize(Resize(Size(10, 3), Size(10, 3)))
        await app.action_search()
        await app.action_source_beside()
        await pilot.pause()
    assert faults(app) == []
