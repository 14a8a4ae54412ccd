"""The menu of columns, and the keys that move, hide and widen them, in the running pane."""

from __future__ import annotations

from tests.explorer.driving import press


def entries(pilot):
    """Return the names in the open menu: those ticked, and the others."""
    names = {"[✓] ": [], "[ ] ": []}
    for line in pilot.app.lines:
        for tick, found in names.items():
            if tick in line:
                found.append(line.partition(tick)[2].partition("│")[0].strip())
    return tuple(names.values())


async def test_the_menu_of_columns_shows_hides_and_moves_at_once(opened):
    async with opened((80, 24), "en") as pilot:
        table = pilot.app.pane.table
        await press(pilot, "c", "down", "space")  # hides the value
        assert "value" not in table.shown_columns
        assert entries(pilot)[1][-4:] == ["Drawn: From zero", "Unit", "Source", "ID"]
        assert "Value" not in entries(pilot)[0]
        await press(pilot, "space")
        assert table.shown_columns[-1] == "value"
        assert entries(pilot)[0][-1] == "Value"
        for _ in range(len(table.shown_columns)):
            await press(pilot, "shift+up")
        assert table.shown_columns[0] == "value"
        await press(pilot, "escape")
        assert pilot.app.lines[0].split()[0] == "Value"


async def test_columns_move_hide_and_stay_in_place(opened):
    async with opened((80, 24), "en") as pilot:
        pane, table = pilot.app.pane, pilot.app.pane.table
        await press(pilot, "h", "right", "l", "left", "<")  # the first is as far as it goes
        assert table.shown_columns[:2] == ("value", "label")
        assert table.column == "value"
        await press(pilot, "x")
        assert table.shown_columns[0] == table.column == "label"
        await press(pilot, "right", "!", "right", "right", "right")
        assert pane.model.settings.choice.frozen == 2
        assert "Figure" in pilot.app.lines[0]
        assert "Period" in pilot.app.lines[0]
        assert "‹" in pilot.app.lines[0]
        while len(table.shown_columns) > 1:
            await press(pilot, "delete")
        await press(pilot, "delete")
        assert len(table.shown_columns) == 1


async def test_the_border_of_a_column_is_pulled_with_the_mouse_and_nothing_is_sorted(opened):
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
