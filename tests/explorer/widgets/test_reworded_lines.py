"""Lines to type in through a change of language: nothing stays in the one before."""

from __future__ import annotations

from itertools import cycle

from sufu_tui.explorer.widgets.picker import ChoiceList
from tests.explorer.driving import open_line, press, screen_lines


def typed(text: str) -> list[str]:
    names = {":": "colon", "-": "minus", ".": "full_stop"}
    return [names.get(letter, letter) for letter in text]


LINES = {
    "search": (("slash",), "suzhou"),
    "search for nothing": (("slash",), "qqqq"),
    "palette": (("ctrl+p",), "sufu-dark"),
    "bookmarks": (("apostrophe",), "x"),
    "filter of the narrative": (("1", "f"), "park"),
    "filter of a list": (("2", "f"), "area:"),
    "faulty filter": (("2", "f"), "qualifer:x"),
    "filter of events": (("3", "f"), "visit"),
    "date": (("3", "t"), "2022"),
    "file": (("2", "e"), "x.csv"),
}


async def test_a_line_that_is_open_while_the_language_changes_is_as_one_opened_after(explored):
    async with explored((80, 24)) as pilot:
        for (what, (keys, text)), change in zip(LINES.items(), cycle(("f2", "alt+l")), strict=False):
            await press(pilot, *keys, "ctrl+u", *typed(text), change)
            through = screen_lines(pilot.app)[1:-1]
            assert open_line(pilot.app).text == text
            await press(pilot, "escape", *keys, "ctrl+u", *typed(text))
            assert screen_lines(pilot.app)[1:-1] == through, what
            await press(pilot, "escape")


async def test_the_cursor_stays_on_its_choice_while_the_language_changes(explored):
    async with explored(press=("slash", *typed("suzhou"), "down", "down")) as pilot:
        choices = pilot.app.query_one(ChoiceList)
        before = choices.choices[choices.cursor].value
        assert choices.cursor > 0
        await press(pilot, "f2")
        assert choices.choices[choices.cursor].value.ref == before.ref
