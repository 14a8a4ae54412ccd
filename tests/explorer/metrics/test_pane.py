"""The running pane: keys and mouse reach the model, and the screen shows what it lists."""

from __future__ import annotations

from dataclasses import replace

from textual.events import MouseScrollDown

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.listing.settings import Settings
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.query.filter import Filter
from sufu_tui.query.sort_keys import SortKey
from sufu_tui.typesetting.cells import width
from tests.explorer.driving import press

SIZES = [(200, 60), (120, 40), (81, 25), (80, 24), (60, 16)]


def cursors(pilot):
    """Return the rows of the screen that show the cursor."""
    return [y for y, line in enumerate(pilot.app.lines) if line.startswith("▸")]


# Drawing


async def test_in_every_size_the_card_has_room_and_the_lines_fill_the_table(opened):
    async with opened(SIZES[0], "en") as pilot:
        app, pane = pilot.app, pilot.app.pane
        await press(pilot, "right")  # in a wide table the qualifier stands beside its value
        assert pane.table.column == "qualifier"
        for number, size in enumerate(SIZES):
            await pilot.resize_terminal(*size)
            app.state.set_language(LANGUAGES[number % len(LANGUAGES)])
            await pilot.pause()
            table, card = pane.table.region, pane.beside.card.region
            if size[0] >= 110:
                assert (card.x, card.y) == (table.right, table.y)
            else:
                assert (card.x, card.y) == (0, table.bottom)
            assert table.height >= 4
            assert card.height >= 6
            for y in range(table.height):
                strip = pane.table.render_line(y)
                assert sum(width(segment.text) for segment in strip) == strip.cell_length == table.width
        assert pane.table.column == "value"  # which holds the qualifier now
        await press(pilot, "s")
        assert pane.model.order.keys == (SortKey("value"),)


async def test_what_the_model_lists_is_what_the_table_shows(opened):
    async with opened((120, 60), "en") as pilot:
        app, model = pilot.app, pilot.app.pane.model
        await press(pilot, "space", "B")
        app.state.set_filter(Filter.parse("unit:CNY"))
        await pilot.pause()
        assert 0 < len(model.rows) < len(model.sheet)
        for line, shown in zip(model.cursor.lines, app.lines[1:], strict=False):
            if isinstance(line, int):
                label = model.sheet.dossier.metrics[line].label.in_language("en")
                assert shown[4:24] == label[:20].ljust(20)
                assert (shown[1] == "✓") == (line in model.marks)
            else:
                assert model.groups.headings[line.group][:30] in shown
        assert "1 marked" in app.query_one(StatusLine).text
        assert not app.lines[1 + len(model.cursor.lines)][:60].strip()


async def test_columns_out_of_view_are_announced(opened):
    async with opened((80, 24), "en") as pilot:
        assert pilot.app.lines[0].endswith("›")
        await press(pilot, *["right"] * 6)
        assert "‹" in pilot.app.lines[0]
        assert "Printed" in pilot.app.lines[0]


async def test_a_dossier_without_figures_says_so(opened, minimal):
    async with opened(dossier=replace(minimal, metrics=())) as pilot:
        assert any("這份卷宗沒有指標。" in line for line in pilot.app.lines)
        await press(pilot, "down", "enter", "s", "G", "f", "x", "enter")
        assert pilot.app.listed == []


async def test_a_change_of_theme_reaches_every_line(opened):
    async with opened() as pilot:
        before = pilot.app.pane.table.render_line(2)
        pilot.app.theme = "sufu-dark"
        await pilot.pause()
        after = pilot.app.pane.table.render_line(2)
        assert before.text == after.text
        assert list(before) != list(after)


# Keys


async def test_keys_move_the_cursor_and_the_card_follows(opened, shipped):
    async with opened() as pilot:
        last = len(shipped.metrics) - 1
        for key, row in (
            ("up", 0), ("down", 1), ("j", 2), ("up", 1), ("k", 0), ("G", last), ("down", last), ("g", 0),
            ("end", last), ("home", 0),
        ):  # fmt: skip
            await press(pilot, key)
            assert pilot.app.state.current == shipped.metrics[row].ref
            assert pilot.app.pane.beside.card.ref == shipped.metrics[row].ref
            assert cursors(pilot) == [min(row, pilot.app.pane.table.size.height - 2) + 1]


async def test_pages_turn_and_the_cursor_keeps_its_line(opened):
    async with opened((80, 24)) as pilot:
        table, cursor = pilot.app.pane.table, pilot.app.pane.model.cursor
        await press(pilot, "down", "down")
        page = table.size.height - 1
        await press(pilot, "pagedown")
        assert cursor.row == 2 + page
        assert cursors(pilot) == [3]
        await press(pilot, "pageup")
        assert cursor.row == 2


async def test_the_cursor_stays_on_its_figure_and_its_line_in_another_language(opened):
    async with opened((80, 24)) as pilot:
        await press(pilot, "pagedown", "down", "down", "right", "right")
        current, line = pilot.app.state.current, cursors(pilot)
        await press(pilot, "L")
        assert pilot.app.state.current == current
        assert cursors(pilot) == line


async def test_the_cursor_is_on_the_first_line_in_view_after_a_sort(opened):
    async with opened((80, 24)) as pilot:
        for keys in (("pagedown", "s"), ("pagedown", "s"), ("pagedown", "s"), ("pagedown", "S")):
            await press(pilot, *keys)
            model, table = pilot.app.pane.model, pilot.app.pane.table
            assert (model.cursor.position, table.viewport.top) == (0, 0), keys
            assert pilot.app.state.current == model.state.dossier.metrics[model.rows[0]].ref


async def test_enter_goes_to_the_card_and_escape_back(opened):
    async with opened() as pilot:
        await press(pilot, "enter")
        assert pilot.app.focused is pilot.app.pane.beside.card
        await press(pilot, "escape")
        assert pilot.app.focused is pilot.app.pane.table
        await press(pilot, "tab")
        assert pilot.app.focused is pilot.app.pane.beside.card


async def test_the_keys_that_change_the_view_reach_the_model_and_can_be_undone(opened, shipped):
    async with opened() as pilot:
        model = pilot.app.pane.model
        passed = [model.settings]
        for keys in (("s",), ("right", "S"), ("B",), (">",), ("+",), ("-",), ("x",), ("!",), ("p",), ("b",)):
            await press(pilot, *keys)
            assert model.settings != passed[-1], keys
            passed.append(model.settings)
        assert passed[2].order.keys == (SortKey("label"), SortKey("value"))
        assert "printed" in passed[-1].choice.looks
        assert "powers" in passed[-1].choice.looks
        await press(pilot, "u")
        assert model.settings == passed[-2]
        await press(pilot, "ctrl+y")
        assert model.settings == passed[-1]
        await press(pilot, "0")
        assert model.settings == Settings()
        await press(pilot, "shift+f3", "M")
        assert model.settings == passed[-1]
        assert len(model.marks) == len(shipped.metrics)


async def test_the_header_and_the_foot_say_the_order_in_every_language(opened):
    async with opened() as pilot:
        await press(pilot, "right", "s")
        assert "數值▴" in pilot.app.lines[0]
        assert pilot.app.query_one(StatusLine).text.endswith("排序：數值 ▴")
        await press(pilot, "s")
        assert "數值▾" in pilot.app.lines[0]
        await press(pilot, "L", "L")
        assert "Value▾" in pilot.app.lines[0]
        assert pilot.app.query_one(StatusLine).text.endswith("sorted by Value ▾")
        await press(pilot, "s")
        assert not {"▴", "▾"} & set(pilot.app.lines[0] + pilot.app.lines[-1])


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
        assert pilot.app.focused is pilot.app.pane.beside.card


async def test_wheel_and_scroll_bar_move_the_view_alone(opened, shipped):
    async with opened((80, 24)) as pilot:
        table = pilot.app.pane.table
        first = pilot.app.lines[1]
        table.post_message(MouseScrollDown(table, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert pilot.app.lines[1] != first
        assert pilot.app.state.current == shipped.metrics[0].ref
        await pilot.mouse_down(table, offset=(table.size.width - 1, table.size.height - 1))
        await pilot.mouse_up(table, offset=(table.size.width - 1, table.size.height - 1))
        assert shipped.metrics[-1].label.in_language("zh-Hant") in pilot.app.lines[table.size.height - 1]
        assert pilot.app.state.current == shipped.metrics[0].ref


# The shared state


async def test_the_screen_follows_the_current_item_and_what_is_revealed(opened, shipped):
    async with opened((80, 24)) as pilot:
        app, pane = pilot.app, pilot.app.pane
        app.state.set_current(shipped.metrics[-1].ref)
        await pilot.pause()
        assert pane.model.cursor.row == len(shipped.metrics) - 1
        assert len(cursors(pilot)) == 1
        assert pane.beside.card.ref == shipped.metrics[-1].ref
        app.state.set_filter(Filter.parse("area:health"))
        assert not pane.reveal(shipped.events[0].ref)
        assert app.state.filter
        assert pane.reveal(Ref("metric", "farm-sales"))
        assert app.state.filter.text == ""
        assert app.state.current == pane.beside.card.ref == Ref("metric", "farm-sales")
        await pilot.pause()
        assert len(cursors(pilot)) == 1
