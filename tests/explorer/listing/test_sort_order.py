from __future__ import annotations

from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.query.sort_keys import SortKey


def test_a_column_goes_up_then_down_then_away():
    order = SortOrder().cycled("value")
    assert order == SortOrder((SortKey("value"),))
    assert order.cycled("value") == SortOrder((SortKey("value", descending=True),))
    assert order.cycled("value").cycled("value") == SortOrder()


def test_another_column_replaces_all_keys():
    order = SortOrder().cycled("area").extended("value")
    assert order.cycled("label") == SortOrder((SortKey("label"),))
    assert order.cycled("area") == SortOrder((SortKey("area"),))


def test_a_further_key_keeps_its_place():
    order = SortOrder().cycled("area").extended("value").extended("area")
    assert order.keys == (SortKey("area", descending=True), SortKey("value"))
    assert order.extended("area").keys == (SortKey("value"),)


def test_marks_show_direction_and_number():
    order = SortOrder().cycled("value")
    assert order.mark("value") == "▴"
    assert order.cycled("value").mark("value") == "▾"
    assert order.mark("area") == ""
    assert [order.extended("area").mark(name) for name in ("value", "area")] == ["▴1", "▴2"]
