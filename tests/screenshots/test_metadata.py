"""What a picture says of itself, and what has changed since."""

from __future__ import annotations

import pytest

from sufu_tui.screenshots.captions import CaptionLine
from sufu_tui.screenshots.encoding import SUFFIXES, Screenshot, encode, free_path
from sufu_tui.screenshots.metadata import read_metadata
from sufu_tui.screenshots.staleness import differences
from tests.screenshots.test_grid import BOLD, PLAIN, grid_of

SAID = (CaptionLine("說明"),)
GRID = grid_of("蘇州 <a> & b", "  [red]", "阜陽  ")


def taken(tmp_path, pen, grid=GRID, suffix=".svg", caption="說明"):
    encoded = encode(Screenshot(grid, "標題", (CaptionLine(caption),)), suffix, pen)
    path = tmp_path / f"picture{suffix}"
    path.write_bytes(encoded.data)
    return path, encoded.metadata


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_says_what_it_shows(tmp_path, pen, suffix):
    path, metadata = taken(tmp_path, pen, suffix=suffix)
    read = read_metadata(path)
    assert read == metadata
    assert list(differences(read, metadata)) == []
    assert read.lines[:3] == ("蘇州 <a> & b", "  [red]", "阜陽")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_bytes_every_time(pen, suffix):
    picture = Screenshot(GRID, "標題", SAID)
    assert encode(picture, suffix, pen).data == encode(picture, suffix, pen).data


def test_a_plain_text_is_the_plain_grid(pen):
    assert encode(Screenshot(GRID, "t", SAID), ".txt", pen).data.decode() == "".join(
        f"{line}\n" for line in GRID.lines()
    )


def test_changed_text_is_told_line_by_line(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    now = encode(Screenshot(grid_of("蘇州 <a> & c", "  [red]", "阜陽"), "", SAID), ".svg", pen).metadata
    (change,) = differences(read_metadata(path), now)
    assert change == ("text", 1, "蘇州 <a> & b", "蘇州 <a> & c")


def test_more_lines_are_told(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    now = encode(Screenshot(grid_of(*GRID.lines(), "more"), "", SAID), ".svg", pen).metadata
    assert {change.code for change in differences(read_metadata(path), now)} == {"text"}


def test_a_changed_caption_is_told(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    now = encode(Screenshot(GRID, "", (CaptionLine("another"),)), ".svg", pen).metadata
    assert [change[1:] for change in differences(read_metadata(path), now)] == [(5, "說明", "another")]


def test_changed_looks_are_told_where_the_text_is_the_same(tmp_path, pen):
    path, _ = taken(tmp_path, pen)
    bold = grid_of("蘇州 <a> & b", [("  [red]", BOLD), ("     ", PLAIN)], "阜陽")
    now = encode(Screenshot(bold, "", SAID), ".svg", pen).metadata
    assert [change[:2] for change in differences(read_metadata(path), now)] == [("look", 2)]


def test_another_drawing_is_told_only_with_the_same_fonts(tmp_path, pen, no_pen):
    path, metadata = taken(tmp_path, pen)
    assert [
        change.code for change in differences(read_metadata(path), metadata._replace(drawing="other"))
    ] == ["drawing"]
    now = encode(Screenshot(GRID, "", SAID), ".svg", no_pen).metadata
    assert now.drawing != metadata.drawing
    assert list(differences(read_metadata(path), now)) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"<svg><desc>a</desc><metadata>{}</metadata></svg>",
     b"<svg><desc>a</desc><metadata>[1]</metadata></svg>", b"\xff\xfe",
     b"\x89PNG\r\n\x1a\n\x00\x00\xff\xffiTXt"],
)  # fmt: skip
def test_a_foreign_file_has_no_record(tmp_path, data):
    path = tmp_path / "foreign.svg"
    path.write_bytes(data)
    assert read_metadata(path) is None


def test_a_new_file_takes_the_first_free_number(tmp_path):
    for number in (1, 2):
        path = free_path(tmp_path, "screen", ".svg")
        assert path.name == f"screen-{number}.svg"
        path.touch()
