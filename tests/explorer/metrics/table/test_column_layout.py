from __future__ import annotations

from itertools import pairwise

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.listing.table.column_choice import AUTOMATIC
from sufu_tui.explorer.listing.table.column_layout import GUTTER, first_for, lay_columns
from sufu_tui.explorer.metrics.table.columns import NARROW, WIDE, TableText
from sufu_tui.languages.catalogue import load


@pytest.fixture(scope="module", params=LANGUAGES)
def sheet(request, shipped):
    return TableText(shipped, load(request.param))


def ids(arrangement):
    return [place.column.id for place in arrangement.places]


@pytest.mark.parametrize("cells", [60, 79, 80, 119, 150, 199, 300])
def test_columns_stand_side_by_side_within_the_table(sheet, cells):
    places = lay_columns(sheet, cells).places
    assert places[0].x == GUTTER
    for left, right in pairwise(places):
        assert left.x + left.cells + right.gap == right.x
    assert places[-1].x + places[-1].cells <= cells


def test_eighty_columns_show_what_matters_most(sheet):
    shown = ids(lay_columns(sheet, 79))
    assert shown[:3] == ["label", "value", "period"]
    # English words take more room than Chinese ones: there the area gives way to the label.
    assert "area" in shown or sheet.words.language == "en"


def test_two_hundred_columns_show_everything(sheet):
    arrangement = lay_columns(sheet, 199)
    assert ids(arrangement) == [column.id for column in WIDE]
    assert arrangement.before == arrangement.after == 0


def test_what_is_out_of_view_is_counted(sheet):
    arrangement = lay_columns(sheet, 79)
    assert len(arrangement.places) + arrangement.after == len(NARROW)
    scrolled = lay_columns(sheet, 79, len(NARROW))
    assert ids(scrolled)[-1] == "printed"
    assert scrolled.before > 0
    assert scrolled.after == 0


@pytest.mark.parametrize("cells", [60, 79, 100])
def test_every_column_can_be_brought_into_view(sheet, cells):
    for first in range(len(NARROW)):
        for column in lay_columns(sheet, cells).columns[1:]:
            found = lay_columns(sheet, cells, first_for(sheet, cells, first, column.id))
            assert found.place(column.id) is not None


def test_a_column_in_view_does_not_scroll(sheet):
    assert first_for(sheet, 79, 0, "value") == 0
    assert first_for(sheet, 79, 1, "label") == 1


def test_a_gap_belongs_to_the_column_on_its_right(sheet):
    arrangement = lay_columns(sheet, 120)
    value = arrangement.place("value")
    assert arrangement.at(value.x) is value
    assert arrangement.at(value.x - 1) is value
    assert arrangement.at(GUTTER) is arrangement.places[0]
    assert arrangement.at(0) is None


def test_the_bar_grows_where_the_label_has_all_it_needs(sheet):
    short, long = (lay_columns(sheet, cells).place("bar").cells for cells in (199, 260))
    assert short <= long == 36
    assert lay_columns(sheet, 260).place("label").cells >= sheet.width(NARROW[0])
    row = next(number for number, metric in enumerate(sheet.dossier.metrics) if metric.id == "farm-sales")
    for cells in (short, long):
        (bar,) = sheet.bar(row, WIDE[3], cells).runs
        assert bar.text == "█" * cells  # the largest of its unit


def test_a_bar_keeps_the_width_that_the_reader_gave_it(sheet):
    choice = AUTOMATIC.widened("bar", 14)
    assert {lay_columns(sheet, cells, choice=choice).place("bar").cells for cells in (199, 260)} == {14}


def test_gaps_grow_only_from_what_the_label_does_not_need(minimal):
    sheet = TableText(minimal, load("en"))
    for cells in range(60, 240):
        arrangement = lay_columns(sheet, cells)
        if any(place.gap > 2 for place in arrangement.places):
            assert arrangement.place("label").cells >= sheet.width(NARROW[0]), cells


def test_a_course_is_shown_at_every_width_where_there_is_one(minimal):
    sheet = TableText(minimal, load("en"))
    for cells in (79, 120, 199):
        assert "trend" in ids(lay_columns(sheet, cells))
