from __future__ import annotations

from dataclasses import replace
from itertools import cycle

import pytest
from textual.events import MouseScrollDown

from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.metrics.table.columns import WIDE
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.query.filter import Filter
from sufu_tui.query.sort_keys import SortKey, sort_metrics
from sufu_tui.typesetting.cells import width
from tests.explorer.driving import open_line, type_over

SIZES = [(60, 16), (80, 24), (81, 25), (120, 40), (200, 60)]


async def go_to_column(pilot, column_id):
    for _ in range(12):
        await pilot.press("left")
    for _ in range(12):
        if pilot.app.pane.table.column == column_id:
            return
        await pilot.press("right")
    raise AssertionError(column_id)


# Drawing


@pytest.mark.parametrize(("size", "language"), list(zip(SIZES, cycle(LANGUAGES), strict=False)))
async def test_every_line_is_as_wide_as_the_table(opened, size, language):
    async with opened(size, language) as pilot:
        table = pilot.app.pane.table
        for key in ("right", "right", "s", "S", "end", "right", "right", "right", "right", "home"):
            await pilot.press(key)
            for y in range(table.size.height):
                strip = table.render_line(y)
                assert sum(width(segment.text) for segment in strip) == strip.cell_length == table.size.width


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_has_room_beside_or_below(opened, size):
    async with opened(size) as pilot:
        table, card = pilot.app.pane.table.region, pilot.app.pane.card.region
        if size[0] >= 110:
            assert (card.x, card.y) == (table.right, table.y)
        else:
            assert (card.x, card.y) == (0, table.bottom)
        assert table.height >= 4
        assert card.height >= 6


async def test_a_derived_figure_is_marked(opened, shipped):
    async with opened((200, 60)) as pilot:
        for line, metric in zip(pilot.app.lines[1:], shipped.metrics, strict=False):
            assert (line[2] == "ƒ") == metric.derived


async def test_the_cursor_shows_by_shape(opened):
    async with opened() as pilot:
        await pilot.press("down", "down")
        assert [y for y, line in enumerate(pilot.app.lines) if line.startswith("▸")] == [3]


async def test_columns_out_of_view_are_announced(opened):
    async with opened((80, 24), "en") as pilot:
        assert pilot.app.lines[0].endswith("›")
        await go_to_column(pilot, "printed")
        assert "‹" in pilot.app.lines[0]
        assert "Printed" in pilot.app.lines[0]


async def test_a_dossier_without_figures_says_so(opened, minimal):
    async with opened(dossier=replace(minimal, metrics=())) as pilot:
        assert any("這份卷宗沒有指標。" in line for line in pilot.app.lines)
        await pilot.press("down", "enter", "s", "G", "f", "x", "enter")


async def test_markup_in_a_label_is_plain_text(opened, minimal):
    label = Localized({"en": "[red]odd[/] [link=x]"})
    odd = minimal.metrics[0]._replace(label=label)
    async with opened(dossier=replace(minimal, metrics=(odd,)), language="en", size=(200, 24)) as pilot:
        assert "[red]odd[/] [link=x]" in pilot.app.lines[1]


async def test_a_change_of_theme_reaches_every_line(opened):
    async with opened() as pilot:
        before = pilot.app.pane.table.render_line(2)
        pilot.app.theme = "sufu-dark"
        await pilot.pause()
        after = pilot.app.pane.table.render_line(2)
        assert before.text == after.text
        assert list(before) != list(after)


# Moving


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("down",), 1),
        (("j", "j", "up"), 1),
        (("j", "j", "k"), 1),
        (("G",), -1),
        (("end",), -1),
        (("G", "g"), 0),
        (("end", "home"), 0),
        (("up",), 0),
        (("end", "down"), -1),
    ],
)
async def test_keys_move_the_cursor(opened, shipped, keys, row):
    async with opened() as pilot:
        await pilot.press(*keys)
        assert pilot.app.state.current == shipped.metrics[row].ref
        assert pilot.app.pane.card.ref == shipped.metrics[row].ref


async def test_pages_turn_and_the_cursor_keeps_its_line(opened):
    async with opened((80, 24)) as pilot:
        table = pilot.app.pane.table
        await pilot.press("down", "down")
        page = table.size.height - 1
        await pilot.press("pagedown")
        assert pilot.app.pane.model.cursor.row == 2 + page
        assert pilot.app.lines[3].startswith("▸")
        await pilot.press("pageup")
        assert pilot.app.pane.model.cursor.row == 2


async def test_columns_by_key(opened):
    async with opened() as pilot:
        table = pilot.app.pane.table
        await pilot.press("right", "l", "left")
        assert table.column == "value"
        await pilot.press("h", "h", "h")
        assert table.column == "label"


async def test_the_column_stays_in_a_wider_or_narrower_table(opened):
    async with opened((200, 60)) as pilot:
        await go_to_column(pilot, "qualifier")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.pane.table.column == "value"
        await pilot.press("s")
        assert pilot.app.pane.model.order.keys == (SortKey("value"),)


async def test_enter_goes_to_the_card_and_escape_back(opened):
    async with opened() as pilot:
        await pilot.press("enter")
        assert pilot.app.focused is pilot.app.pane.card
        await pilot.press("escape")
        assert pilot.app.focused is pilot.app.pane.table
        await pilot.press("tab")
        assert pilot.app.focused is pilot.app.pane.card


# Sorting


async def test_s_sorts_by_magnitude_then_reverses_then_clears(opened, shipped):
    async with opened() as pilot:
        await go_to_column(pilot, "value")
        await pilot.press("s")
        money = [m for m in pilot.app.listed if shipped.metric(m).unit == "CNY"]
        assert money[:2] == ["chen-revenue", "chen-target"]  # nearly 50 million, then 140 million
        assert money == sorted(money, key=lambda m: shipped.metric(m).quantity.magnitude)
        assert "數值▴" in pilot.app.lines[0]
        await pilot.press("s")
        assert [m for m in pilot.app.listed if shipped.metric(m).unit == "CNY"] == money[::-1]
        assert "數值▾" in pilot.app.lines[0]
        await pilot.press("s")
        assert pilot.app.listed == [metric.id for metric in shipped.metrics]
        assert "▴" not in pilot.app.lines[0] + pilot.app.lines[-1]


@pytest.mark.parametrize("column_id", [column.id for column in WIDE])
async def test_every_column_sorts_stably(opened, shipped, column_id):
    async with opened((200, 60)) as pilot:
        await go_to_column(pilot, column_id)
        await pilot.press("s", "s")
        key = SortKey("value" if column_id == "bar" else column_id, descending=True)
        expected = sort_metrics(shipped.metrics, [key], shipped, "zh-Hant")
        assert pilot.app.listed == [metric.id for metric in expected]


async def test_a_further_key_sorts_within_the_first(opened, shipped):
    async with opened() as pilot:
        await go_to_column(pilot, "area")
        await pilot.press("s")
        await go_to_column(pilot, "value")
        await pilot.press("S", "S")
        keys = [SortKey("area"), SortKey("value", descending=True)]
        expected = sort_metrics(shipped.metrics, keys, shipped, "zh-Hant")
        assert pilot.app.listed == [metric.id for metric in expected]
        assert "領域▴1" in pilot.app.lines[0]
        assert "數值▾2" in pilot.app.lines[0]
        assert pilot.app.query_one(StatusLine).text.endswith("排序：領域 ▴、數值 ▾")


async def test_the_cursor_stays_on_its_figure_and_its_line(opened):
    async with opened((80, 24)) as pilot:
        await pilot.press(*["down"] * 20)
        current = pilot.app.state.current
        line = next(y for y, text in enumerate(pilot.app.lines) if text.startswith("▸"))
        await go_to_column(pilot, "section")
        await pilot.press("s", "s")
        assert pilot.app.state.current == current
        await pilot.press("s", "L")
        assert pilot.app.state.current == current
        assert pilot.app.lines[line].startswith("▸")


async def test_the_order_outlives_a_switch_of_language(opened, shipped):
    async with opened() as pilot:
        await go_to_column(pilot, "value")
        await pilot.press("s")
        listed = pilot.app.listed
        await pilot.press("L", "L")
        assert pilot.app.listed == listed
        assert "Value▴" in pilot.app.lines[0]
        assert pilot.app.query_one(StatusLine).text == f"{len(shipped.metrics)} figures · sorted by Value ▴"


# The mouse


async def test_a_click_on_a_header_sorts_and_with_shift_adds(opened):
    async with opened() as pilot:
        table = pilot.app.pane.table
        value, period = table.arrangement.place("value"), table.arrangement.place("period")
        await pilot.click(table, offset=(value.x + value.cells - 1, 0))
        await pilot.click(table, offset=(period.x, 0), shift=True)
        assert pilot.app.pane.model.order.keys == (SortKey("value"), SortKey("period"))
        assert table.column == "period"


async def test_a_click_selects_and_a_double_click_opens(opened, shipped):
    async with opened() as pilot:
        await pilot.click(pilot.app.pane.table, offset=(20, 5))
        assert pilot.app.state.current == shipped.metrics[4].ref
        assert pilot.app.focused is pilot.app.pane.table
        await pilot.double_click(pilot.app.pane.table, offset=(20, 6))
        assert pilot.app.state.current == shipped.metrics[5].ref
        assert pilot.app.focused is pilot.app.pane.card


async def test_wheel_and_scroll_bar_move_the_view_alone(opened, shipped):
    async with opened((80, 24)) as pilot:
        table = pilot.app.pane.table
        first = pilot.app.lines[1]
        await pilot._post_mouse_events([MouseScrollDown], table, (5, 5))
        await pilot.pause()
        assert pilot.app.lines[1] != first
        assert pilot.app.state.current == shipped.metrics[0].ref
        await pilot.mouse_down(table, offset=(table.size.width - 1, table.size.height - 1))
        await pilot.mouse_up(table, offset=(table.size.width - 1, table.size.height - 1))
        assert shipped.metrics[-1].label.in_language("zh-Hant") in pilot.app.lines[table.size.height - 1]


# The filter


async def type_in(pilot, text):
    type_over(pilot.app, text)
    await pilot.pause()
    await pilot.pause()


async def test_the_filter_narrows_as_it_is_typed(opened, shipped):
    async with opened(language="en") as pilot:
        await pilot.press("f", *"chen")
        await pilot.pause()
        assert pilot.app.state.filter.text == "chen"
        assert 0 < len(pilot.app.listed) < len(shipped.metrics)
        assert any(
            f"{len(pilot.app.listed)} of {len(shipped.metrics)} figures" in line for line in pilot.app.lines
        )
        await pilot.press("enter")
        await pilot.pause()
        assert open_line(pilot.app) is None
        assert pilot.app.focused is pilot.app.pane.table
        assert pilot.app.query_one(StatusLine).text.endswith("filter: chen")


async def test_a_fault_is_shown_at_its_place_and_the_last_good_result_stays(opened):
    async with opened((120, 40), "en") as pilot:
        await pilot.press("f")
        await type_in(pilot, "area:industry")
        listed = pilot.app.listed
        await type_in(pilot, "area:industry aera:x")
        assert pilot.app.listed == listed
        assert pilot.app.state.filter.text == "area:industry"
        assert any("At character 15:" in line and "“area”" in line for line in pilot.app.lines)
        await pilot.press("enter")
        assert open_line(pilot.app) is not None


async def test_what_is_wrong_is_underlined(opened):
    def underlined(pilot):
        return "".join(
            segment.text
            for strip in pilot.app.screen._compositor.render_strips()[-3:]
            for segment in strip
            if segment.style is not None and segment.style.underline
        )

    async with opened((120, 40), "en") as pilot:
        await pilot.press("f")
        await type_in(pilot, "area:industry aera:x")
        assert underlined(pilot) == "aera"
        await type_in(pilot, "蘇州 value>=十億 b")
        assert underlined(pilot) == "十億"
        await type_in(pilot, "蘇州")
        assert underlined(pilot) == ""


@pytest.mark.parametrize("term", ["area:", "-unit:", "value>", "value>=x", "zzz:y", '"a b', "| value<"])
async def test_a_term_that_is_not_finished_hides_nothing(opened, term):
    async with opened((120, 40), "en") as pilot:
        await pilot.press("f")
        await type_in(pilot, "area:industry")
        listed = pilot.app.listed
        assert listed
        for end in range(1, len(term) + 1):
            await type_in(pilot, f"area:industry {term[:end]}")
        assert any("At character" in line for line in pilot.app.lines)
        assert pilot.app.listed == listed
        await type_in(pilot, "area:health")
        health = pilot.app.listed
        await type_in(pilot, "area:")  # taken back to here: nothing says that all should be shown
        assert pilot.app.listed == health


async def test_escape_clears_the_filter_and_brings_the_figure_back(opened, shipped):
    async with opened(language="en") as pilot:
        await pilot.press("down", "f")
        await type_in(pilot, "chen")
        assert pilot.app.pane.model.cursor.row != 1
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.state.filter.text == ""
        assert pilot.app.listed == [metric.id for metric in shipped.metrics]
        assert pilot.app.pane.model.cursor.row == 1
        assert pilot.app.state.current == shipped.metrics[1].ref


async def test_a_kept_filter_is_cleared_by_escape_in_the_table(opened, shipped):
    async with opened() as pilot:
        await pilot.press("f")
        await type_in(pilot, "area:health")
        await pilot.press("enter")
        assert pilot.app.state.current == Ref("metric", pilot.app.listed[0])
        await pilot.press("escape")
        assert pilot.app.state.filter.text == ""
        assert pilot.app.state.current == shipped.metrics[0].ref
        assert len(pilot.app.listed) == len(shipped.metrics)


async def test_nothing_found_is_said_in_a_sentence(opened):
    async with opened() as pilot:
        await pilot.press("f")
        await type_in(pilot, "qqqq")
        assert any("沒有指標符合篩選「qqqq」。" in line for line in pilot.app.lines)
        await pilot.press("enter", "down", "enter", "G", "s")
        assert pilot.app.listed == []


async def test_a_filter_set_elsewhere_is_followed(opened, shipped):
    async with opened() as pilot:
        pilot.app.state.set_filter(Filter.parse("area:health"))
        await pilot.pause()
        assert pilot.app.listed == [metric.id for metric in shipped.metrics if metric.area == "health"]


async def test_a_sort_keeps_the_filter(opened):
    async with opened() as pilot:
        pilot.app.state.set_filter(Filter.parse("area:industry"))
        filtered = set(pilot.app.listed)
        await pilot.press("right", "s")
        assert set(pilot.app.listed) == filtered


async def test_the_filters_line_follows_the_language(opened):
    async with opened() as pilot:
        await pilot.press("f")
        await type_in(pilot, "chen")
        pilot.app.state.set_language("en")
        await pilot.pause()
        await pilot.pause()
        assert open_line(pilot.app).text == "chen"
        count = f"{len(pilot.app.listed)} of {len(pilot.app.state.dossier.metrics)} figures"
        assert count in pilot.app.lines[-1]


# The shared state


async def test_another_current_item_is_followed(opened, shipped):
    async with opened((80, 24)) as pilot:
        pilot.app.state.set_current(shipped.metrics[-1].ref)
        await pilot.pause()
        assert pilot.app.pane.model.cursor.row == len(shipped.metrics) - 1
        assert any(line.startswith("▸") for line in pilot.app.lines)
        assert pilot.app.pane.card.ref == shipped.metrics[-1].ref


async def test_revealing_a_figure_clears_a_filter_that_hides_it(opened):
    async with opened() as pilot:
        pilot.app.state.set_filter(Filter.parse("area:health"))
        assert pilot.app.pane.reveal(Ref("metric", "farm-sales"))
        assert pilot.app.state.filter.text == ""
        assert pilot.app.state.current == Ref("metric", "farm-sales")
        assert pilot.app.pane.card.ref == Ref("metric", "farm-sales")


async def test_only_figures_are_revealed(opened, shipped):
    async with opened() as pilot:
        assert not pilot.app.pane.reveal(shipped.events[0].ref)
        assert not pilot.app.pane.reveal(Ref("metric", "no-such-figure"))
