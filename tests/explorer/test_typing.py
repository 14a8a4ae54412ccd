"""Lines to type in: what may stand in them, and where the terminal's own cursor is."""

from __future__ import annotations

import unicodedata

import pytest
from textual.events import Paste
from textual.widgets import Input

from sufu_tui.explorer.commands import COMMANDS, key_names
from sufu_tui.explorer.prompt import Line

# How each line is opened.
PROMPTS = {
    "search": ("slash",),
    "palette": ("ctrl+p",),
    "filter": ("2", "f"),
    "filter-events": ("3", "f"),
    "date": ("3", "t"),
}
HARMFUL = {
    "bidi override": "a\u202eb",
    "isolate": "a\u2066\u2069b",
    "escape": "a\x1b[31mb",
    "bell": "a\x07b",
    "C1": "a\x9bb",
    "zero width": "a\u200bb\ufeff",
    "soft hyphen": "a\u00adb",
    "VS16": "a\u2764\ufe0fb",
    "ZWJ": "a\U0001f468\u200d\U0001f469b",
    "tab": "a\tb",
    "surrogate": "a\ud800b",
}


@pytest.mark.parametrize("prompt", PROMPTS)
async def test_nothing_harmful_comes_in(prompt, explored, screen_rows):
    async with explored(press=PROMPTS[prompt]) as pilot:
        line = pilot.app.focused
        assert isinstance(line, Line)
        for kind, text in HARMFUL.items():
            line.value = ""
            line.post_message(Paste(text))
            await pilot.pause()
            assert line.value.startswith("a"), kind
            assert line.value.endswith("b"), kind
            assert line.cursor_position == len(line.value), kind
            shown = "".join(screen_rows(pilot))
            strange = {one for one in line.value + shown if unicodedata.category(one) in {"Cc", "Cf", "Cs"}}
            assert strange == set(), kind
            assert not {"\ufe0f", "\u200d"} & set(shown), kind


async def test_what_is_typed_is_made_harmless_as_what_is_pasted_is(explored):
    async with explored(press=("slash", "a", "right-to-left_override", "b")) as pilot:
        line = pilot.app.focused
        line.insert_text_at_cursor("\u202e\u200b蘇")
        assert "\u202e" not in line.value
        assert line.value.endswith("\ufffd蘇")


async def test_undecodable_input_is_no_command(explored):
    bound = {name for command in COMMANDS for name in key_names(command)}
    assert "replacement_character" not in bound
    async with explored(press=("replacement_character",)) as pilot:
        assert pilot.app.pane_id == "narrative"


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
@pytest.mark.parametrize("prompt", PROMPTS)
async def test_the_terminals_cursor_is_where_the_text_goes(prompt, language, explored):
    async with explored(size=(80, 24), language=language, press=PROMPTS[prompt]) as pilot:
        await pilot.pause()
        line = pilot.app.focused
        assert isinstance(line, Input)

        def place(cells):
            return line.content_region.x + cells, line.content_region.y

        assert line.content_region.y > 0
        assert pilot.app.cursor_position == place(0)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.cursor_position == place(0)
        await pilot.press("蘇", "州", "7")
        await pilot.pause()
        assert pilot.app.cursor_position == place(5)
        await pilot.press("left", "left")
        await pilot.pause()
        assert pilot.app.cursor_position == place(2)


async def test_the_cursor_is_right_again_when_the_focus_returns(explored):
    async with explored(size=(80, 24), press=("2", "f", "9")) as pilot:
        line = pilot.app.focused
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        line = pilot.app.focused
        assert isinstance(line, Input)
        assert pilot.app.cursor_position == line.cursor_screen_offset


def full_width(key):
    """What an input method for Chinese sends for `key` in full-width mode, as Textual names it."""
    character = chr(ord(key) + 0xFEE0)
    return (
        character
        if character.isalnum()
        else unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    )


ONE_CHARACTER = [(command, key) for command in COMMANDS for key in command.keys if len(key) == 1]
PUNCTUATION = {
    "/": ["ideographic_comma"],
    "[": ["left_black_lenticular_bracket", "left_corner_bracket"],
    "]": ["right_black_lenticular_bracket", "right_corner_bracket"],
}


@pytest.mark.parametrize(("command", "key"), ONE_CHARACTER, ids=lambda one: getattr(one, "id", one))
def test_every_key_of_one_character_is_bound_in_its_full_width_form(command, key):
    names = key_names(command)
    assert full_width(key) in names
    assert set(PUNCTUATION.get(key, ())) <= set(names)


@pytest.mark.parametrize(("key", "pane"), [("２", "metrics"), ("３", "timeline")])
async def test_a_full_width_digit_opens_its_pane(key, pane, explored):
    async with explored(press=(key,)) as pilot:
        assert pilot.app.pane_id == pane
