"""Key figures of a cover: all in one size, none without its unit, no label cut where it can be wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cover.cover_sheet import CoverSheet
from sufu_tui.explorer.cover.figure_grid import lay_figures
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import CLIP_MARK, width
from sufu_tui.writing.covers import CoverFigure, cover_content

SIZES = ("large", "small", "plain")


def figure(number, text, label="What it is"):
    return CoverFigure(Ref("metric", f"figure-{number}"), text, label, "8 December 2021", "2021")


def drawn(grid, columns, *, with_periods=True):
    """Return the rows of a grid drawn on a sheet of its own."""
    sheet = CoverSheet(columns + 4, columns, load("en"))
    grid.draw(sheet, 0, with_periods=with_periods)
    page = sheet.page([sheet.cut()], 0)
    return page.rows, page.targets


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", range(96, 185, 8))
def test_all_figures_have_one_size_and_their_labels_whole(language, columns, shipped):
    content = cover_content(shipped, load(language))
    for size in SIZES:
        grid = lay_figures(content.figures, columns, size)
        if grid is None:
            assert size == "large"  # there is room for small digits on every page
            continue
        rows, targets = drawn(grid, columns)
        for link, target in enumerate(targets):
            pieces = [piece for row in rows for piece in row if piece.link == link]
            digits = {"large": 5, "small": 3, "plain": 0}[size]
            assert sum(piece.style == "digits" for piece in pieces) == digits, (size, target)
            label = next(one.label for one in content.figures if one.ref == target.ref)
            shown = [piece.text for piece in pieces if piece.style == "metric"]
            assert "".join(shown).replace(" ", "") == label.replace(" ", ""), (size, target)


TEXTS = st.sampled_from(
    ["over CNY 7.4 billion", "about 200,000 people", "3 hours", "超過1,100人次", "23個", "1,234,567,890,123"]
)


@given(st.lists(TEXTS, min_size=1, max_size=9), st.integers(60, 190), st.sampled_from(SIZES))
def test_a_grid_is_as_high_as_it_says_and_stays_within_its_cells(texts, columns, size):
    figures = [figure(number, text) for number, text in enumerate(texts)]
    grid = lay_figures(figures, columns, size)
    if grid is None:
        assert size != "plain"
        return
    for with_periods in (True, False):
        rows, targets = drawn(grid, columns, with_periods=with_periods)
        assert len(rows) == grid.height(with_periods=with_periods)
        assert [target.ref for target in targets] == [one.ref for one in figures]
        for row in rows:
            end = 0
            for piece in row:
                assert piece.column >= end, piece
                end = piece.end
            assert end <= columns + 2  # the sheet begins in its third column


def test_a_figure_without_digits_leaves_all_of_them_in_plain_text():
    figures = [figure(0, "over 90 contacts"), figure(1, "no number at all")]
    assert lay_figures(figures, 100, "small") is None
    rows, _ = drawn(lay_figures(figures, 100, "plain"), 100)
    assert {piece.style for row in rows for piece in row} == {"figure", "metric", "muted"}


def test_figures_stand_in_few_level_rows():
    grid = lay_figures([figure(number, "23 projects") for number in range(6)], 120, "small")
    rows, _ = drawn(grid, 120)
    assert [sum(piece.style == "figure" for piece in row) for row in rows if row] == [0, 0, 3, 0, 0] * 2


def test_a_long_label_takes_another_line_before_it_is_cut():
    label = "Contacts of departments, counties and districts"
    rows, _ = drawn(lay_figures([figure(0, "90", label)] * 4, 120, "small"), 120)
    assert CLIP_MARK not in "".join(piece.text for row in rows for piece in row)
    endless = figure(0, "90", "very " * 40 + "long")
    rows, _ = drawn(lay_figures([endless], 60, "small"), 60)
    words = [piece.text for row in rows for piece in row if piece.style == "metric"]
    assert len(words) == 2
    assert words[1].endswith(CLIP_MARK)
    assert width(words[1]) <= 60
