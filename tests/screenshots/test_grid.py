"""Cells, runs and parts of a grid."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.screenshots.grid import CellStyle, ScreenGrid, cells_of
from sufu_tui.typesetting.cells import width

PLAIN = CellStyle("#ffffff", "#000000")
BOLD = PLAIN._replace(bold=True)
TEXTS = st.text(st.sampled_from("ab 蘇州“é\u0301中│"), max_size=12)


def grid_of(*rows, ground=PLAIN):
    """Make a grid of texts, or of lists of text and look; each row is filled with blanks."""
    made = []
    for row in rows:
        parts = [(row, ground)] if isinstance(row, str) else row
        made.append([cell for text, look in parts for cell in cells_of(text, look)])
    columns = max((sum(cell.cells for cell in row) for row in made), default=0)
    blank = next(cells_of(" ", ground))
    filled = tuple((*row, *[blank] * (columns - sum(cell.cells for cell in row))) for row in made)
    return ScreenGrid(columns, filled, ground)


@given(TEXTS)
def test_cells_take_the_room_of_their_text(text):
    cells = list(cells_of(text, PLAIN))
    assert sum(cell.cells for cell in cells) == width(text)
    assert all(cell.cells in {1, 2} for cell in cells)


@given(TEXTS.filter(lambda text: not text or width(text[0])))
def test_no_character_is_lost(text):
    assert "".join(cell.text for cell in cells_of(text, PLAIN)) == text


def test_a_mark_joins_the_character_before_it():
    assert [cell.text for cell in cells_of("ae\u0301蘇", PLAIN)] == ["a", "e\u0301", "蘇"]


def test_runs_are_as_long_as_their_look():
    grid = grid_of([("蘇州", BOLD), (" ab", PLAIN), ("c", BOLD)])
    runs = [(run.column, run.text, run.cells, run.look.bold) for run in grid.runs(0)]
    assert runs == [(0, "蘇州 ", 5, True), (5, "ab", 2, False), (7, "c", 1, True)]


LOOKS = st.builds(
    CellStyle, st.sampled_from(["#ffffff", "#ff0000"]), st.sampled_from(["#000000", "#111111"]),
    bold=st.booleans(), underline=st.booleans(),
)  # fmt: skip


def seen(text, look):
    """Return what is seen of each character: of a blank its background, unless it has a line."""
    return [(one, look.background if one == " " and not look.underline else look) for one in text]


@given(st.lists(st.tuples(st.text("ab ", max_size=4), LOOKS), max_size=8))
def test_runs_show_what_the_cells_show_in_as_few_as_may_be(parts):
    grid = grid_of(parts)
    runs = list(grid.runs(0))
    shown = [one for run in runs for one in seen(run.text, run.look)]
    assert shown == [one for text, look in parts for one in seen(text, look)]
    assert all(one.look != other.look for one, other in pairwise(runs))


def test_a_digest_does_not_depend_on_what_a_blank_does_not_show():
    one, other = grid_of([("a", PLAIN), (" ", BOLD)]), grid_of([("a", PLAIN), (" ", PLAIN)])
    assert one.look_digests() == other.look_digests()


@given(st.lists(TEXTS, min_size=1, max_size=3), *[st.integers(0, 8)] * 4)
def test_a_part_is_as_wide_as_asked_for(texts, column, row, columns, rows):
    grid = grid_of(*texts)
    column, row = min(column, grid.columns), min(row, len(grid.rows))
    columns, rows = min(columns, grid.columns - column), min(rows, len(grid.rows) - row)
    part = grid.crop(column, row, columns, rows)
    assert len(part.rows) == rows
    assert all(width(line) == columns for line in part.lines())


def test_half_a_wide_character_becomes_a_blank():
    assert grid_of("蘇州ab").crop(1, 0, 4, 1).lines() == [" 州a"]
    assert grid_of("ab蘇州").crop(0, 0, 3, 1).lines() == ["ab "]


@pytest.mark.parametrize(
    "other",
    [[("蘇州 ", PLAIN)], [("蘇", PLAIN), ("州", BOLD)], [("蘇州", PLAIN._replace(background="#111111"))]],
)
def test_a_digest_tells_looks_apart(other):
    assert grid_of("蘇州").look_digests() != grid_of(other).look_digests()


def test_a_digest_says_nothing_of_the_text():
    assert grid_of("蘇州").look_digests() == grid_of("abcd").look_digests()
