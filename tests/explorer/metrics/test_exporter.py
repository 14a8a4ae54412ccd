"""Files, written by the running pane and by the whole explorer."""

from __future__ import annotations

import csv
import io
import json
import sys
import threading
from dataclasses import replace

import pytest

from sufu_tui.cli import show
from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.writing.atomic_file import CannotWriteError
from sufu_tui.writing.files import write_view
from tests.explorer.driving import open_line, press, type_over, until

MANY = 3000


async def settle(pilot):
    await pilot.pause()
    await pilot.pause()


def remark(pilot):
    return next(line for line in pilot.app.lines[::-1] if "Write to" in line)


@pytest.fixture
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


async def name_file(pilot, name):
    await pilot.press("e")
    await settle(pilot)
    type_over(pilot.app, name)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def test_the_view_is_written_and_nothing_replaced_unasked(opened, shipped, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(language="en") as pilot:
        pilot.app.state.set_filter(Filter.parse("unit:CNY"))
        await pilot.press("right", "s", "s", "e")
        await settle(pilot)
        type_over(pilot.app, "out.json")
        await pilot.press("enter")
        await settle(pilot)
        records = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        values = [record["value"] for record in records]
        assert values == sorted(values, reverse=True)
        assert len(values) == len(pilot.app.listed) < len(shipped.metrics)
        assert open_line(pilot.app) is None

        (tmp_path / "out.json").write_text("mine")
        await pilot.press("e")
        await settle(pilot)
        type_over(pilot.app, "out.json")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "exists already" in remark(pilot)
        assert (tmp_path / "out.json").read_text() == "mine"
        await pilot.press("enter")
        await settle(pilot)
        assert (tmp_path / "out.json").read_text() != "mine"


def as_shown(folder, form, monkeypatch, **more):
    """What `sufu-tui show metrics` writes."""
    out = io.StringIO(newline="")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert show.run(DossierFolder(folder), show.ShowRequest("metrics", form, **more), load("en")) == 0
    return out.getvalue()


@pytest.mark.parametrize(("suffix", "form"), [("csv", "csv"), ("json", "json"), ("md", "markdown")])
@pytest.mark.parametrize("columns", [(), ("x", "x")])
async def test_what_is_written_is_what_show_writes_of_the_same_figures(
    opened, tmp_path, monkeypatch, suffix, form, columns
):
    monkeypatch.chdir(tmp_path)
    async with opened(language="en") as pilot:
        pilot.app.state.set_filter(Filter.parse("unit:CNY"))
        await press(pilot, "right", "s", "s", *columns)
        await name_file(pilot, f"out.{suffix}")
        await until((tmp_path / f"out.{suffix}").exists)
    written = (tmp_path / f"out.{suffix}").read_bytes().decode("utf-8-sig")
    asked = {"filter": "unit:CNY", "sort": "-value"}
    assert written == as_shown(shipped_folder(), form, monkeypatch, **asked)


async def test_what_is_wrong_with_a_name_is_said_and_escape_writes_nothing(opened, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(language="en") as pilot:
        await pilot.press("ctrl+e")
        await settle(pilot)
        type_over(pilot.app, "out.doc")
        await pilot.press("enter")
        await settle(pilot)
        assert "“.doc” is no format here" in remark(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert open_line(pilot.app) is None
        assert pilot.app.focused is pilot.app.pane.table
        assert list(tmp_path.iterdir()) == []


def at_the_foot(pilot):
    return pilot.app.query_one(Footer).render_line(0).text


async def test_many_are_written_as_they_were_listed_while_the_reader_goes_on(
    explored, many, gate, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with explored(dossier=many, press=("2",)) as pilot:
        await name_file(pilot, "out.csv")
        assert open_line(pilot.app) is None
        await until(lambda: "Writing 5" in at_the_foot(pilot))
        pane = pilot.app.pane
        await pilot.press("right", "right", "s", "s", "pagedown")
        await settle(pilot)
        assert pane.model.rows[0] == MANY - 1
        assert pane.model.cursor.row is not None
        await pilot.press("e")
        await settle(pilot)
        assert open_line(pilot.app) is None
        assert "a file is being written" in at_the_foot(pilot)
        assert not (tmp_path / "out.csv").exists()
        gate.set()
        await until(lambda: f"{MANY:,} figures written to out.csv" in at_the_foot(pilot))
        assert "Writing" not in at_the_foot(pilot)
        with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
            values = [int(record["value"]) for record in csv.DictReader(file)]
        assert values == [metric.value for metric in many.metrics]
        assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
        await name_file(pilot, "next.csv")
        await until((tmp_path / "next.csv").exists)


@pytest.mark.parametrize("pane", ["1", "2"])
async def test_escape_stops_writing_and_all_is_as_it_was(pane, explored, many, gate, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out.json").write_text("mine")
    async with explored(dossier=many, press=("2",)) as pilot:
        await name_file(pilot, "out.json")
        await pilot.press("enter")
        await until(lambda: "Writing 5" in at_the_foot(pilot))
        assert len(list(tmp_path.iterdir())) == 2
        await pilot.press(pane, "escape")
        gate.set()
        await until(lambda: "stopped: nothing has been written to out.json" in at_the_foot(pilot))
        assert "Writing" not in at_the_foot(pilot)
        assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
        assert (tmp_path / "out.json").read_text() == "mine"
        assert not pilot.app.pane.stop_work()


async def test_who_leaves_leaves_nothing_behind(explored, many, gate, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with explored(dossier=many, press=("2",)) as pilot:
        await name_file(pilot, "out.md")
        await until(lambda: "Writing 5" in at_the_foot(pilot))
        assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
        await pilot.press("q")
    gate.set()
    await until(lambda: not list(tmp_path.iterdir()))


async def test_what_goes_wrong_meanwhile_is_said(explored, many, tmp_path, monkeypatch):
    def fail(view, path, tell):
        tell(0.0)
        raise CannotWriteError("impossible", "no space left")

    monkeypatch.setattr("sufu_tui.writing.files.write_view", fail)
    monkeypatch.chdir(tmp_path)
    async with explored(dossier=many, press=("2",)) as pilot:
        await name_file(pilot, "out.csv")
        await until(lambda: "it cannot be written: no space left" in at_the_foot(pilot))
        assert "Writing" not in at_the_foot(pilot)
        assert not pilot.app.pane.stop_work()


async def test_few_are_written_before_the_next_key(explored, many, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sufu_tui.explorer.metrics.exporter.ExportJob", None)  # no thread is begun
    few = replace(many, metrics=many.metrics[:150])
    async with explored(dossier=few, press=("2",)) as pilot:
        await name_file(pilot, "out.csv")
        assert (tmp_path / "out.csv").exists()
