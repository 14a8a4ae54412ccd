"""Files with the listed figures: the question and the writing without a screen, and both in the explorer."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sys
import threading
from dataclasses import replace

import pytest
from textual.widget import Widget

from sufu_tui.cli import show
from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.listing.exporter import Exporter, ExportJob
from sufu_tui.explorer.messages import Notice, Progress
from sufu_tui.explorer.metrics.figure_export import export_view
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.writing.atomic_file import CannotWriteError
from sufu_tui.writing.files import write_view
from sufu_tui.writing.records import ItemRecords
from tests.explorer.driving import notice, open_line, press, type_over, until
from tests.explorer.observing import metrics_model

MANY = 3000


@pytest.fixture(scope="module")
def many(minimal):
    """So many figures that they are written while the reader goes on."""
    metric = minimal.metrics[0]
    quantities = [metric.quantity._replace(value=metric.value + number) for number in range(MANY)]
    return replace(
        minimal,
        metrics=tuple(
            metric._replace(id=f"m-{number}", latest=metric.latest._replace(quantity=quantity))
            for number, quantity in enumerate(quantities)
        ),
    )


@pytest.fixture
def gate(monkeypatch):
    """Hold every writing when it is half done, until this is set."""
    gate = threading.Event()

    def held(view, path, tell=lambda _: None):
        def tell_later(done):
            tell(done)
            if done > 0.5:
                assert gate.wait(20)
                tell(done)

        write_view(view, path, tell_later)

    monkeypatch.setattr("sufu_tui.writing.files.write_view", held)
    yield gate
    gate.set()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Write into a folder of the test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Written:
    """An exporter of a model in the place of a pane: notes what it is told, and the work that it is given."""

    def __init__(self, dossier):
        self.model = metrics_model(dossier)
        self.exporter = Exporter(self, self.model, InputDock(Widget()))
        self.told = []
        self.works = []

    def post_message(self, message):
        self.told.append(message.text if isinstance(message, Notice) else message)

    def run_worker(self, work, group):
        assert group
        self.works.append(work)

    @property
    def sentences(self):
        return [told for told in self.told if isinstance(told, str)]

    @property
    def shares(self):
        return [told.done for told in self.told if isinstance(told, Progress)]


# The question


def test_the_list_is_written_in_its_order_and_nothing_replaced_unasked(shipped, folder):
    pane = Written(shipped)
    pane.model.state.set_filter(Filter.parse("unit:CNY"))
    pane.model.sort("value")
    pane.model.sort("value")
    assert pane.exporter.submitted("out.json") is None
    records = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    values = [record["value"] for record in records]
    assert values == sorted(values, reverse=True)
    assert len(values) == len(pane.model.rows) < len(shipped.metrics)
    assert pane.sentences == [f"{len(values)} figures written to out.json"]

    (folder / "out.json").write_text("mine")
    remark = pane.exporter.submitted("out.json")
    assert remark.wrong
    assert "exists already" in remark.text
    assert (folder / "out.json").read_text() == "mine"
    pane.exporter.changed("out.jso")  # another name was looked at meanwhile: it is asked again
    assert pane.exporter.submitted("out.json").wrong
    assert pane.exporter.submitted("out.json") is None
    assert (folder / "out.json").read_text() != "mine"


@pytest.mark.parametrize(("suffix", "form"), [("csv", "csv"), ("json", "json"), ("md", "markdown")])
def test_what_is_written_is_what_show_writes_of_the_same_figures(shipped, folder, suffix, form, monkeypatch):
    pane = Written(shipped)
    pane.model.state.set_filter(Filter.parse("unit:CNY"))
    pane.model.sort("value")
    pane.model.sort("value")
    pane.model.choose(pane.model.choice.toggled("label", ("label", "value")))  # columns change nothing
    assert pane.exporter.submitted(f"out.{suffix}") is None
    shown = io.StringIO(newline="")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", shown)
        request = show.ShowRequest("metrics", form, filter="unit:CNY", sort="-value")
        assert show.run(DossierFolder(shipped_folder()), request, load("en")) == 0
    assert (folder / f"out.{suffix}").read_bytes().decode("utf-8-sig") == shown.getvalue()


def test_what_is_wrong_with_a_name_is_said(shipped, folder):
    remark = Written(shipped).exporter.submitted("out.doc")
    assert remark.wrong
    assert "“.doc” is no format here" in remark.text
    assert list(folder.iterdir()) == []


def test_few_are_written_before_the_next_key(many, folder):
    pane = Written(replace(many, metrics=many.metrics[:150]))
    assert pane.exporter.submitted("out.csv") is None
    assert pane.works == []  # no thread is begun
    assert (folder / "out.csv").exists()
    assert pane.sentences == ["150 figures written to out.csv"]


async def test_many_are_written_in_a_thread_with_their_progress(many, folder):
    pane = Written(many)
    assert pane.exporter.submitted("out.csv") is None
    assert not (folder / "out.csv").exists()
    await pane.exporter.open()  # asks for no other file meanwhile
    assert "a file is being written" in pane.sentences[-1]
    (work,) = pane.works
    await work
    assert pane.sentences[-1] == f"{MANY:,} figures written to out.csv"
    *shares, end = pane.shares
    assert shares == sorted(shares)
    assert len(shares) > 10
    assert end is None
    assert not pane.exporter.stop()


async def test_what_goes_wrong_meanwhile_is_said(many, monkeypatch):
    def fail(view, path, tell):
        tell(0.0)
        raise CannotWriteError("impossible", "no space left")

    monkeypatch.setattr("sufu_tui.writing.files.write_view", fail)
    pane = Written(many)
    pane.exporter.submitted("out.csv")
    await pane.works[0]
    assert pane.sentences == ["it cannot be written: no space left"]
    assert pane.shares[-1] is None
    assert not pane.exporter.stop()


async def test_who_stops_writing_leaves_everything_as_it_was(many, gate, folder):
    (folder / "out.json").write_text("mine")
    pane = Written(many)
    pane.exporter.submitted("out.json")
    pane.exporter.submitted("out.json")
    work = asyncio.create_task(pane.works[0])
    await until(lambda: any(share > 0.5 for share in pane.shares))
    assert len(list(folder.iterdir())) == 2
    assert pane.exporter.stop()
    gate.set()
    await work
    assert pane.sentences == ["stopped: nothing has been written to out.json"]
    assert pane.shares[-1] is None
    assert [path.name for path in folder.iterdir()] == ["out.json"]
    assert (folder / "out.json").read_text() == "mine"
    assert not pane.exporter.stop()


async def test_a_cancelled_job_leaves_no_file(many, gate, folder):
    model = metrics_model(many)
    shares = []
    state = model.state
    records = ItemRecords(many, state.words, state.indexes)
    view = export_view(many.metrics, records, many, state.words)
    job = ExportJob(view, folder / "out.md", shares.append)
    task = asyncio.create_task(job.run())
    await until(lambda: any(share > 0.5 for share in shares))
    task.cancel()
    gate.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not list(folder.iterdir()))


# In the explorer


async def name_file(pilot, name):
    await press(pilot, "e")
    type_over(pilot.app, name)
    await pilot.pause()
    await press(pilot, "enter")


async def test_escape_closes_the_question_and_writes_nothing(opened, folder):
    async with opened(language="en") as pilot:
        await press(pilot, "ctrl+e")
        type_over(pilot.app, "out.doc")
        await pilot.pause()
        await press(pilot, "enter")
        assert any("“.doc” is no format here" in line for line in pilot.app.lines)
        await press(pilot, "escape")
        assert open_line(pilot.app) is None
        assert pilot.app.focused is pilot.app.pane.table
        assert list(folder.iterdir()) == []


def foot(pilot):
    """Return what the foot of the screen says."""
    return pilot.app.screen_stack[0].query_one(Footer).render_line(0).text


async def test_many_are_written_as_they_were_listed_while_the_reader_goes_on(explored, many, gate, folder):
    async with explored(dossier=many, press=("2",)) as pilot:
        await name_file(pilot, "out.csv")
        assert open_line(pilot.app) is None
        await until(lambda: "Writing 5" in foot(pilot))
        pane = pilot.app.pane
        await press(pilot, "right", "right", "s", "s", "pagedown")
        assert pane.model.rows[0] == MANY - 1
        assert pane.model.cursor.row is not None
        await press(pilot, "e")
        assert open_line(pilot.app) is None
        assert "a file is being written" in foot(pilot)
        assert not (folder / "out.csv").exists()
        gate.set()
        await until(lambda: f"{MANY:,} figures written to out.csv" in foot(pilot))
        assert "Writing" not in foot(pilot)
        with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            values = [int(record["value"]) for record in csv.DictReader(file)]
        assert values == [metric.value for metric in many.metrics]
        assert [path.name for path in folder.iterdir()] == ["out.csv"]
        await name_file(pilot, "next.csv")
        await until((folder / "next.csv").exists)


async def test_escape_stops_writing_in_every_pane_and_leaving_leaves_nothing_behind(
    explored, many, gate, folder
):
    async with explored(dossier=many, press=("2",)) as pilot:
        for pane in ("2", "1"):
            gate.clear()
            await press(pilot, "2")
            await name_file(pilot, "out.json")
            await until(lambda: "Writing 5" in foot(pilot))
            await press(pilot, pane, "escape")
            gate.set()
            await until(lambda: "stopped: nothing has been written to out.json" in notice(pilot.app))
            await until(lambda: "Writing" not in foot(pilot))
            assert list(folder.iterdir()) == []
        gate.clear()
        await press(pilot, "2")
        await name_file(pilot, "out.md")
        await until(lambda: "Writing 5" in foot(pilot))
        assert [path.suffix for path in folder.iterdir()] == [".part"]
        await press(pilot, "q")
    gate.set()
    await until(lambda: not list(folder.iterdir()))
