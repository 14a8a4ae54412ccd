"""Lines to type in: what may stand in them, and where the terminal's own cursor is."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from textual.events import Paste
from textual.widgets import Input

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.commands import COMMANDS, LineId, commands_while_typing, key_names
from sufu_tui.explorer.terminal.text_entry import TextEntry
from sufu_tui.explorer.widgets.input_line import LineInput
from sufu_tui.explorer.widgets.picker import ChoiceList

# How each line is opened.
PROMPTS = {
    "search": ("slash",),
    "palette": ("ctrl+p",),
    "filter": ("2", "f"),
    "filter-events": ("3", "f"),
    "go-to-date": ("3", "t"),
    "export": ("2", "e"),
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
        assert isinstance(line, LineInput)
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
        assert pilot.app.state.pane == "narrative"


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
        begun = len(line.value)
        assert pilot.app.cursor_position == place(begun)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.cursor_position == place(begun)
        await pilot.press("蘇", "州", "7")
        await pilot.pause()
        assert pilot.app.cursor_position == place(begun + 5)
        await pilot.press("left", "left")
        await pilot.pause()
        assert pilot.app.cursor_position == place(begun + 2)


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
        assert pilot.app.state.pane == pane


def test_every_line_is_tried_here():
    assert set(PROMPTS) == set(get_args(LineId))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", PROMPTS)
async def test_the_foot_names_what_works_while_typing_and_nothing_else(
    line, language, explored, screen_rows, until
):
    async with explored(size=(80, 24), language=language, press=PROMPTS[line]) as pilot:
        words = pilot.app.state.words
        await until(pilot, lambda: isinstance(pilot.app.focused, TextEntry))
        hints = pilot.app.query_one(Footer).hints
        commands = commands_while_typing(line)
        assert [key for key, _ in hints] == [command.shown for command in commands]
        assert screen_rows(pilot)[-1].split() == " ".join(f"{key} {label}" for key, label in hints).split()
        own = [command for command in commands if command.scope in {"typing", "choosing"}]
        assert {words(f"typing.{line}-{command.id}") for command in own} <= {label for _, label in hints}
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.focused, TextEntry))
        assert pilot.app.query_one(Footer).hints != hints
        assert ("q", words("command.quit")) in pilot.app.query_one(Footer).hints


@pytest.mark.parametrize("keys", [("2", "c"), ("2", "Y"), ("question_mark",)])
async def test_below_a_menu_the_foot_names_no_keys(keys, explored, screen_rows):
    async with explored(size=(80, 24), press=keys[:-1]) as pilot:
        footer = pilot.app.query_one(Footer)
        hints = footer.hints
        assert hints
        await pilot.press(keys[-1])
        await pilot.pause()
        assert footer.hints == []
        assert not screen_rows(pilot)[-1].strip()
        await pilot.press("escape")
        await pilot.pause()
        assert footer.hints == hints
        assert screen_rows(pilot)[-1].strip()


HINTED = [
    (line, command, key)
    for line in PROMPTS
    for command in commands_while_typing(line)
    for key in command.keys
    if len(key) > 1  # any other is typed
]


def test_no_hint_is_without_a_key_that_works_while_typing():
    hinted = {(line, command) for line, command, _ in HINTED}
    assert hinted == {(line, command) for line in PROMPTS for command in commands_while_typing(line)}


@pytest.mark.parametrize(("line", "command", "key"), HINTED, ids=lambda one: getattr(one, "id", one))
async def test_every_key_at_the_foot_works_while_typing(line, command, key, explored, monkeypatch):
    async with explored(press=(*PROMPTS[line], "a")) as pilot:
        done = []
        run = pilot.app.run_action

        async def noted(action, *where, **more):
            if handled := await run(action, *where, **more):
                done.append(action)
            return handled

        monkeypatch.setattr(pilot.app, "run_action", noted)
        await pilot.press(key)
        assert done[:1] == [command.action]  # the palette carries out another one then


@pytest.mark.parametrize("line", PROMPTS)
async def test_one_key_takes_back_all_that_was_typed(line, explored):
    async with explored(press=(*PROMPTS[line], "9", "9", "left", "ctrl+u")) as pilot:
        assert pilot.app.focused.line == line
        assert pilot.app.focused.value == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", ["filter", "filter-events", "go-to-date", "search", "palette"])
async def test_what_may_be_typed_is_told_in_full_before_anything_is(line, language, explored, screen_rows):
    async with explored(size=(80, 24), language=language, press=PROMPTS[line]) as pilot:
        await pilot.pause()
        (shown,) = [row for row in screen_rows(pilot) if pilot.app.focused.placeholder in row]
        assert shown.strip().endswith(pilot.app.focused.placeholder)


async def test_arrows_and_pages_move_in_what_was_found(explored):
    async with explored(press=("ctrl+p",)) as pilot:
        found = pilot.app.query_one(ChoiceList)
        places = []
        for key in ("down", "pagedown", "up", "pageup"):
            await pilot.press(key)
            places.append(found.cursor)
        assert places == [1, 11, 10, 0]


@pytest.mark.parametrize("line", ["filter-events", "go-to-date"])
async def test_lanes_are_stepped_through_while_typing_below_them(line, explored):
    async with explored(press=(*PROMPTS[line], "down")) as pilot:
        first = pilot.app.state.current
        await pilot.press("down")
        assert pilot.app.state.current != first
