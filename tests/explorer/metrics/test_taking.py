"""The clipboard and files, in the running pane."""

from __future__ import annotations

import json

from textual.widgets import Input

from sufu_tui.explorer.prompt import Prompt


async def settle(pilot):
    await pilot.pause()
    await pilot.pause()


def remark(pilot):
    return next(line for line in pilot.app.lines[::-1] if "Write to" in line)


async def test_a_cell_a_row_and_marked_rows_are_copied(opened, shipped):
    async with opened(language="en") as pilot:
        await pilot.press("Y", "enter")
        await settle(pilot)
        assert pilot.app.clipboard == shipped.metrics[0].label.in_("en")
        await pilot.press("Y", "down", "down", "enter")  # the row, as Markdown
        await settle(pilot)
        assert pilot.app.clipboard.splitlines()[0].startswith("| Figure |")
        assert len(pilot.app.clipboard.splitlines()) == 3
        await pilot.press("space", "space", "Y", *["down"] * 6, "enter")  # the marked rows, as TSV
        await settle(pilot)
        lines = pilot.app.clipboard.splitlines()
        assert [line.split("\t")[0] for line in lines[1:]] == [
            metric.label.in_("en") for metric in shipped.metrics[:2]
        ]
        before = pilot.app.clipboard
        await pilot.press("Y", "escape")
        await settle(pilot)
        assert pilot.app.clipboard == before


async def test_only_what_is_chosen_is_made(opened, monkeypatch):
    made = []
    monkeypatch.setattr(
        "sufu_tui.explorer.metrics.extracts.table_text",
        lambda _sheet, _columns, rows, form: made.append((len(rows), form)) or "text",
    )
    async with opened(language="en") as pilot:
        await pilot.press("M", "Y")
        await settle(pilot)
        assert made == []  # nine tables of a hundred thousand rows would take a quarter of a minute
        await pilot.press("end", "enter")
        await settle(pilot)
        assert made == [(len(pilot.app.listed), "tsv")]
        assert pilot.app.clipboard == "text"


async def test_the_view_is_written_and_nothing_replaced_unasked(opened, shipped, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(language="en") as pilot:
        pilot.app.state.set_filter("unit:CNY")
        await pilot.press("right", "s", "s", "e")
        await settle(pilot)
        field = pilot.app.query_one("#export-line").query_one(Input)
        field.value = "out.json"
        await pilot.press("enter")
        await settle(pilot)
        records = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        values = [record["value"] for record in records]
        assert values == sorted(values, reverse=True)
        assert len(values) == len(pilot.app.listed) < len(shipped.metrics)
        assert not pilot.app.query(Prompt)

        (tmp_path / "out.json").write_text("mine")
        await pilot.press("e")
        await settle(pilot)
        pilot.app.query_one("#export-line").query_one(Input).value = "out.json"
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "exists already" in remark(pilot)
        assert (tmp_path / "out.json").read_text() == "mine"
        await pilot.press("enter")
        await settle(pilot)
        assert (tmp_path / "out.json").read_text() != "mine"


async def test_what_is_wrong_with_a_name_is_said_and_escape_writes_nothing(opened, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(language="en") as pilot:
        await pilot.press("ctrl+e")
        await settle(pilot)
        pilot.app.query_one("#export-line").query_one(Input).value = "out.doc"
        await pilot.press("enter")
        await settle(pilot)
        assert "“.doc” is no format here" in remark(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not pilot.app.query(Prompt)
        assert pilot.app.focused is pilot.app.pane.table
        assert list(tmp_path.iterdir()) == []
