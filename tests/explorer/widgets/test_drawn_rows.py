"""What is drawn again is all that looks different: the screen is as if every row had been drawn anew."""

import pytest

from tests.explorer.driving import press, screen_strips

JOURNEYS = {
    "cards": ("2", "j", "j", "tab", "tab", "enter", "backspace", "i", "k", "L", "j", "G", "g", "escape"),
    "names": ("4", "j", "j", "j", "tab", "enter", "backspace", "L", "j"),
    "text": ("]", "tab", "tab", "shift+tab", "L", "vertical_line", "tab", "space", "m", "escape", "["),
    "matches": ("slash", "a", "r", "enter", "n", "n", "tab", "2", "j", "1", "escape"),
    "time": ("3", "right", "j", "tab", "tab", "escape", "plus", "v", "j", "L"),
}


@pytest.mark.parametrize("size", [(100, 24), (160, 40)], ids=str)
@pytest.mark.parametrize("journey", JOURNEYS)
async def test_the_screen_is_as_if_all_were_drawn_anew(explored, journey, size):
    async with explored(size=size) as pilot:
        app = pilot.app
        for key in JOURNEYS[journey]:
            await press(pilot, key)
            drawn = [list(strip) for strip in screen_strips(app)][1:]  # the tabs count by and by
            for widget in app.screen.walk_children(with_self=True):
                widget.refresh()
            await pilot.pause()
            assert [list(strip) for strip in screen_strips(app)][1:] == drawn, key
