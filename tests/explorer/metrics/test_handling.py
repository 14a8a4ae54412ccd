"""Columns, marks, groups and the way back, in the running pane."""

from __future__ import annotations

from sufu_tui.explorer.metrics.settings import Settings
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.query.filter import Filter
from sufu_tui.query.sort_keys import SortKey


def header(pilot):
    return pilot.app.lines[0]


async def test_every_change_of_the_view_is_undone_and_done_again(opened):
    async with opened() as pilot:
        pane = pilot.app.pane
        passed = [pane.model.settings]
        for keys in (("s",), ("right", "S"), ("B",), (">",), ("+",), ("x",), ("!",), ("p",), ("b",)):
            await pilot.press(*keys)
            assert pane.model.settings != passed[-1], keys
            passed.append(pane.model.settings)
        for expected in passed[-2::-1]:
            await pilot.press("u")
            assert pane.model.settings == expected
        await pilot.press("u")
        assert pane.model.settings == Settings()
        for expected in passed[1:]:
            await pilot.press("ctrl+y")
            assert pane.model.settings == expected
        await pilot.press("0")
        assert pane.model.settings == Settings()
        await pilot.press("shift+f3")
        assert pane.model.settings == passed[-1]


async def test_a_typed_filter_is_one_step(opened, shipped):
    async with opened() as pilot:
        await pilot.press("s", "f", *"chen", "enter")
        await pilot.pause()
        assert len(pilot.app.listed) < len(shipped.metrics)
        await pilot.press("escape")
        assert len(pilot.app.listed) == len(shipped.metrics)
        await pilot.press("u")
        assert pilot.app.state.filter.text == "chen"
        await pilot.press("u")
        assert pilot.app.state.filter.text == ""
        assert pilot.app.pane.model.order.keys == (SortKey("label"),)


async def test_columns_move_hide_and_stay_in_place(opened):
    async with opened((80, 24), "en") as pilot:
        pane = pilot.app.pane
        await pilot.press("right", "<")
        assert pane.table.shown_columns[:2] == ("value", "label")
        assert pane.table.column == "value"
        await pilot.press("x")
        assert pane.table.shown_columns[0] == pane.table.column == "label"
        await pilot.press("right", "!", "right", "right", "right")
        assert pane.model.settings.choice.frozen == 2
        assert "Figure" in header(pilot)
        assert "Period" in header(pilot)
        assert "‹" in header(pilot)
        for _ in range(9):
            await pilot.press("delete")
        assert len(pane.table.shown_columns) == 1


async def test_a_border_is_pulled_with_the_mouse_and_nothing_is_sorted(opened):
    async with opened() as pilot:
        pane, table = pilot.app.pane, pilot.app.pane.table
        place = table.arrangement.place("value")
        edge = place.x + place.cells
        await pilot.mouse_down(table, offset=(edge, 0))
        await pilot.hover(table, offset=(edge + 4, 0))
        await pilot.mouse_up(table, offset=(edge + 4, 0))
        await pilot.pause()
        assert table.arrangement.place("value").cells == place.cells + 4
        assert pane.model.order.keys == ()


async def test_marks_outlive_sorting_and_filtering(opened, shipped):
    async with opened((120, 60), language="en") as pilot:
        await pilot.press("space", "down", "space")
        assert pilot.app.pane.model.marks == {0, 2}
        await pilot.press("s", "s")
        pilot.app.state.set_filter(Filter.parse("area:industry"))
        await pilot.pause()
        assert pilot.app.pane.model.marks == {0, 2}
        assert "2 marked" in pilot.app.query_one(StatusLine).text
        await pilot.press("M")
        assert len(pilot.app.pane.model.marks) == 2 + len(pilot.app.listed)
        pilot.app.state.set_filter(Filter.parse(""))
        await pilot.pause()
        shown = [line for line in pilot.app.lines if line[1] == "✓"]
        assert any(shipped.metrics[0].label.in_language("en") in line for line in shown)
        await pilot.press("M", "M")
        assert pilot.app.pane.model.marks == frozenset()


async def test_groups_have_headings_that_the_cursor_passes(opened, shipped):
    async with opened((120, 60), "en") as pilot:
        cursor = pilot.app.pane.model.cursor
        await pilot.press("B")
        assert len(cursor.lines) == len(shipped.metrics) + len({metric.area for metric in shipped.metrics})
        assert any(line[4:].startswith("Plan and agreements · 7 figures") for line in pilot.app.lines)
        await pilot.press("home")
        assert cursor.row is None
        await pilot.press("down")
        assert cursor.row == cursor.lines[1]


async def test_the_menu_of_columns_shows_hides_and_moves_at_once(opened):
    async with opened((80, 24), "en") as pilot:
        pane = pilot.app.pane
        await pilot.press("c", "down", "space")  # hides the value
        assert "value" not in pane.table.shown_columns
        assert [entry.text for entry in pilot.app.screen._list.entries][-4:] == [
            "Drawn: From zero",
            "Unit",
            "Source",
            "ID",
        ]
        await pilot.press("space")
        assert pane.table.shown_columns[-1] == "value"
        for _ in range(9):
            await pilot.press("shift+up")
        assert pane.table.shown_columns[0] == "value"
        await pilot.press("escape")
        assert pilot.app.lines[0].split()[0] == "Value"
