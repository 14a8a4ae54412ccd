"""What a picture says of itself, and what has changed since."""

from __future__ import annotations

import pytest

from sufu_tui.pictures.comparing import changes
from sufu_tui.pictures.files import SUFFIXES, Picture, encode, free_path
from sufu_tui.pictures.records import read_record
from tests.pictures.test_grid import BOLD, PLAIN, grid_of

GRID = grid_of("蘇州 <a> & b", "  [red]", "阜陽  ")


def taken(tmp_path, pen, grid=GRID, suffix=".svg", caption="說明"):
    encoded = encode(Picture(grid, "標題", caption), suffix, pen)
    path = tmp_path / f"picture{suffix}"
    path.write_bytes(encoded.data)
    return path, encoded.record


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_says_what_it_shows(tmp_path, pen, suffix):
    path, record = taken(tmp_path, pen, suffix=suffix)
    read = read_record(path)
    assert read == record
    assert list(changes(read, record)) == []
    assert read.lines[:3] == ("蘇州 <a> & b", "  [red]", "阜陽")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_bytes_every_time(pen, suffix):
    picture = Picture(GRID, "標題", "說明")
    assert encode(picture, suffix, pen).data == encode(picture, suffix, pen).data


def test_a_plain_text_is_the_plain_grid(pen):
    assert encode(Picture(GRID, "t", "c"), ".txt", pen).data.decode() == "".join(
        f"{line}\n" for line in GRID.lines()
    )


def test_changed_text_is_told_line_by_line(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    now = encode(Picture(grid_of("蘇州 <a> & c", "  [red]", "阜陽"), "", "說明"), ".svg", pen).record
    (change,) = changes(read_record(path), now)
    assert change == ("text", 1, "蘇州 <a> & b", "蘇州 <a> & c")


def test_more_lines_are_told(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    now = encode(Picture(grid_of(*GRID.lines(), "more"), "", "說明"), ".svg", pen).record
    assert {change.code for change in changes(read_record(path), now)} == {"text"}


def test_a_changed_caption_is_told(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    now = encode(Picture(GRID, "", "another"), ".svg", pen).record
    assert [change[1:] for change in changes(read_record(path), now)] == [(5, "說明", "another")]


def test_changed_looks_are_told_where_the_text_is_the_same(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    bold = grid_of("蘇州 <a> & b", [("  [red]", BOLD), ("     ", PLAIN)], "阜陽")
    now = encode(Picture(bold, "", "說明"), ".svg", pen).record
    assert [change[:2] for change in changes(read_record(path), now)] == [("look", 2)]


def test_another_drawing_is_told_only_with_the_same_fonts(tmp_path, pen, no_pen):
    path, record = taken(tmp_path, pen)
    assert [change.code for change in changes(read_record(path), record._replace(drawing="other"))] == [
        "drawing"
    ]
    now = encode(Picture(GRID, "", "說明"), ".svg", no_pen).record
    assert now.drawing != record.drawing
    assert list(changes(read_record(path), now)) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"<svg><desc>a</desc><metadata>{}</metadata></svg>",
     b"<svg><desc>a</desc><metadata>[1]</metadata></svg>", b"\xff\xfe",
     b"\x89PNG\r\n\x1a\n\x00\x00\xff\xffiTXt"],
)  # fmt: skip
def test_a_foreign_file_has_no_record(tmp_path, data):
    path = tmp_path / "foreign.svg"
    path.write_bytes(data)
    assert read_record(path) is None


def test_a_new_file_takes_the_first_free_number(tmp_path):
    for number in (1, 2):
        path = free_path(tmp_path, "screen", ".svg")
        assert path.name == f"screen-{number}.svg"
        path.touch()
