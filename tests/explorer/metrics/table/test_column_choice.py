from __future__ import annotations

import pytest

from sufu_tui.explorer.listing.table.column_choice import AUTOMATIC, LEAST_WIDTH, MOST_WIDTH, ColumnChoice
from sufu_tui.explorer.listing.table.column_layout import GUTTER, first_for, lay_columns
from sufu_tui.explorer.metrics.table.columns import COLUMNS, NARROW, PRINTED_VALUE, WIDE, TableText
from sufu_tui.languages.catalogue import load

SHOWN = ("label", "value", "period", "area")


@pytest.fixture(scope="module")
def sheet(shipped):
    return TableText(shipped, load("en"))


def ids(columns):
    return tuple(column.id for column in columns)


def test_without_a_choice_the_room_decides(sheet):
    assert sheet.columns(AUTOMATIC, wide=True) == WIDE
    assert sheet.columns(AUTOMATIC, wide=False) == NARROW


def test_a_column_hides_and_comes_back_at_the_end():
    hidden = AUTOMATIC.toggled("value", SHOWN)
    assert hidden.ids == ("label", "period", "area")
    assert hidden.toggled("value", hidden.ids).ids == ("label", "period", "area", "value")
    assert AUTOMATIC.toggled("label", ("label",)) is AUTOMATIC


def test_a_column_moves_until_it_is_at_an_end():
    assert AUTOMATIC.moved("value", 1, SHOWN).ids == ("label", "period", "value", "area")
    assert AUTOMATIC.moved("value", -1, SHOWN).ids == ("value", "label", "period", "area")
    assert AUTOMATIC.moved("label", -1, SHOWN) is AUTOMATIC
    assert AUTOMATIC.moved("area", 1, SHOWN) is AUTOMATIC


def test_widths_stay_within_reason():
    choice = AUTOMATIC.widened("area", 1).widened("value", 9999)
    assert dict(choice.widths) == {"area": LEAST_WIDTH, "value": MOST_WIDTH}


def test_a_value_alone_keeps_its_qualifier(sheet):
    assert sheet.columns(ColumnChoice(("label", "value")), wide=True)[1] is COLUMNS["value"]
    parted = sheet.columns(ColumnChoice(("qualifier", "value")), wide=True)
    assert parted[1] is not COLUMNS["value"]


@pytest.mark.parametrize("wide", [True, False])
def test_printed_values_have_their_qualifier_with_them(sheet, wide):
    columns = sheet.columns(ColumnChoice(looks=frozenset({"printed"})), wide=wide)
    assert PRINTED_VALUE in columns
    assert "qualifier" not in ids(columns)
    row = [metric.id for metric in sheet.dossier.metrics].index("farm-sales")
    assert sheet.cell(row, PRINTED_VALUE).text == "超過74億元"


@pytest.mark.parametrize("cells", [40, 60, 79, 120, 199])
@pytest.mark.parametrize("frozen", [0, 1, 2, 3, 9])
def test_columns_that_stay_in_place_stay_and_every_other_can_be_reached(sheet, cells, frozen):
    choice = ColumnChoice(("period", "label", "value", "area", "printed", "id"), frozen=frozen)
    for column_id in choice.ids:
        arrangement = lay_columns(sheet, cells, first_for(sheet, cells, 0, column_id, choice), choice)
        places = arrangement.places
        assert arrangement.place(column_id) is not None
        assert ids(arrangement.columns) == choice.ids
        assert (
            tuple(place.column.id for place in places[: arrangement.frozen])
            == choice.ids[: arrangement.frozen]
        )
        assert len(places) + arrangement.before + arrangement.after == len(choice.ids)
        assert places[0].x == GUTTER


def test_a_width_set_by_hand_is_kept(sheet):
    arrangement = lay_columns(sheet, 120, 0, AUTOMATIC.widened("label", 30).widened("value", 33))
    assert arrangement.place("label").cells == 30
    assert arrangement.place("value").cells == 33


def test_a_border_belongs_to_the_column_on_its_left(sheet):
    arrangement = lay_columns(sheet, 120)
    value = arrangement.place("value")
    assert arrangement.border_at(value.x + value.cells) is value
    assert arrangement.border_at(value.x) is None
