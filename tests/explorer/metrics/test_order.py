from __future__ import annotations

from sufu_tui.explorer.metrics.sort_order import Order
from sufu_tui.query.sort_keys import SortKey


def test_a_column_goes_up_then_down_then_away():
    order = Order().cycled("value")
    assert order == Order((SortKey("value"),))
    assert order.cycled("value") == Order((SortKey("value", descending=True),))
    assert order.cycled("value").cycled("value") == Order()


def test_another_column_replaces_all_keys():
    order = Order().cycled("area").extended("value")
    assert order.cycled("label") == Order((SortKey("label"),))
    assert order.cycled("area") == Order((SortKey("area"),))


def test_a_further_key_keeps_its_place():
    order = Order().cycled("area").extended("value").extended("area")
    assert order.keys == (SortKey("area", descending=True), SortKey("value"))
    assert order.extended("area").keys == (SortKey("value"),)


def test_marks_show_direction_and_number():
    order = Order().cycled("value")
    assert order.mark("value") == "▴"
    assert order.cycled("value").mark("value") == "▾"
    assert order.mark("area") == ""
    assert [order.extended("area").mark(name) for name in ("value", "area")] == ["▴1", "▴2"]
