from __future__ import annotations

import codecs
import csv
import json

import pytest

from sufu_tui.explorer.listing.clipboard import COPY_FORMATS, table_text
from sufu_tui.explorer.metrics.figure_export import export_view
from sufu_tui.explorer.metrics.table.columns import WIDE, TableText
from sufu_tui.languages.catalogue import load
from sufu_tui.writing.atomic_file import CannotWriteError
from sufu_tui.writing.files import path_of, write_view
from sufu_tui.writing.records import METRIC_FIELDS

ROWS = (3, 1, 19)


@pytest.fixture(scope="module")
def sheet(shipped):
    return TableText(shipped, load("en"))


@pytest.fixture
def view_of(shipped, records_of):
    def view(rows):
        metrics = [shipped.metrics[row] for row in rows]
        return export_view(metrics, records_of(shipped), shipped, load("en"))

    return view


@pytest.fixture
def view(view_of):
    return view_of(ROWS)


def test_csv_and_json_hold_the_rows_in_their_order_with_every_field(view, shipped, tmp_path):
    for suffix in ("csv", "json"):
        write_view(view, tmp_path / f"a.{suffix}")
    assert (tmp_path / "a.csv").read_bytes().startswith(codecs.BOM_UTF8)  # or Excel would not read Chinese
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert tuple(found[0]) == METRIC_FIELDS
    assert [record["id"] for record in found] == [shipped.metrics[row].id for row in ROWS]
    objects = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert tuple(objects[0]) == METRIC_FIELDS
    assert [record["value"] for record in objects] == [shipped.metrics[row].value for row in ROWS]
    assert [record["qualifier"] for record in objects] == [shipped.metrics[row].qualifier for row in ROWS]


def test_markdown_holds_what_is_read_and_its_source(view, shipped, tmp_path):
    write_view(view, tmp_path / "a.md")
    lines = (tmp_path / "a.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "| Figure | Value | Period | Area | Printed | Section |"
    assert len(lines) == 2 + len(ROWS) + 2
    assert lines[-1].endswith(f"<{shipped.sources[0].url}>")


def test_parquet_keeps_numbers_and_lists(view_of, shipped, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    write_view(view_of(range(len(shipped.metrics))), tmp_path / "a.parquet")
    found = parquet.read_table(tmp_path / "a.parquet").to_pydict()
    assert tuple(found) == METRIC_FIELDS
    values = dict(zip(found["id"], found["value"], strict=True))
    printed = [metric for metric in shipped.metrics if not metric.derived]
    assert [values[metric.id] for metric in printed] == [metric.value for metric in printed]
    assert found["part_of"] == [list(metric.part_of) for metric in shipped.metrics]
    assert {type(number) for number in found["section_number"]} == {int}


@pytest.mark.parametrize("form", COPY_FORMATS)
def test_what_is_copied_is_a_table_with_a_header(sheet, form):
    lines = table_text(sheet, WIDE, ROWS, form).splitlines()
    assert len(lines) == len(ROWS) + (1 if form == "tsv" else 2)
    assert "Figure" in lines[0]
    if form == "tsv":
        assert {line.count("\t") for line in lines} == {6}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no-name"),
        ("  ", "no-name"),
        ("a.xlsx", "no-format"),
        ("a", "no-format"),
        ("no/such/folder/a.csv", "no-folder"),
        ("folder.csv", "not-a-file"),
        ("a\0.csv", "impossible"),
        ("~nobody-of-that-name/a.csv", "impossible"),
        ("a" * 5000 + ".csv", "impossible"),
    ],
)
def test_what_is_no_file_to_write_to_is_said(text, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(CannotWriteError) as problem:
        path_of(text)
    assert problem.value.code == code


def test_a_file_that_cannot_be_written_stays_as_it_was(view, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("before")
    broken = view._replace(fields=("no-such-field",))
    with pytest.raises(KeyError):
        write_view(broken, path)
    assert path.read_text() == "before"
    assert [found.name for found in tmp_path.iterdir()] == ["a.csv"]


def test_a_link_stays_a_link(view, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "real.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_view(view, path_of("link.csv"))
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8-sig").startswith("id,")


@pytest.mark.parametrize("suffix", ["csv", "json", "md", "parquet"])
def test_progress_is_told_and_who_hears_of_it_can_end_it(view_of, suffix, tmp_path):
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    path, heard = tmp_path / f"a.{suffix}", []
    view = view_of(tuple(range(47)) * 10)
    write_view(view, path, heard.append)
    assert heard == sorted(heard)
    assert heard[0] == 0
    assert heard[-1] == 1
    assert len(heard) > 10
    before = path.read_bytes()

    class EnoughError(Exception):
        pass

    for enough in (0, 0.5, 1):

        def stop(done, enough=enough):
            if done >= enough:
                raise EnoughError

        with pytest.raises(EnoughError):
            write_view(view, path, stop)
        assert [found.name for found in tmp_path.iterdir()] == [path.name]
        assert path.read_bytes() == before
