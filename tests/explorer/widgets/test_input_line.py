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
from tests.explorer.driving import open_line, press, screen_lines

# How each line is opened.
PROMPTS = {
    "search": ("slash",),
    "palette": ("ctrl+p",),
    "filter": ("2", "f"),
    "filter-events": ("3", "f"),
    "go-to-date": ("3", "t"),
    "export": ("2", "e"),
}
BOOKMARKS = {"bookmarks": ("2", "asterisk", "apostrophe"), "bookmark-line": ("apostrophe", "f6")}
"""Lines of a list that has keys of its own, which tests/explorer/test_bookmarks.py presses."""
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


async def each_line(pilot, prompts=None):
    """Open one line after the other; yield which it is, and where its text goes."""
    for line, keys in (prompts or PROMPTS).items():
        await press(pilot, *keys)
        assert isinstance(pilot.app.focused, LineInput), line
        yield line, pilot.app.focused
        await press(pilot, "escape")
        assert open_line(pilot.app) is None, line


async def test_nothing_harmful_comes_in(explored):
    async with explored() as pilot:
        async for prompt, line in each_line(pilot, PROMPTS | BOOKMARKS):
            for kind, text in HARMFUL.items():
                line.value = ""
                line.post_message(Paste(text))
                await pilot.pause()
                assert line.value.startswith("a"), (prompt, kind)
                assert line.value.endswith("b"), (prompt, kind)
                assert line.cursor_position == len(line.value), (prompt, kind)
                shown = "".join(screen_lines(pilot.app))
                strange = {
                    one for one in line.value + shown if unicodedata.category(one) in {"Cc", "Cf", "Cs"}
                }
                assert strange == set(), (prompt, kind)
                assert not {"\ufe0f", "\u200d"} & set(shown), (prompt, kind)


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
async def test_the_terminals_cursor_is_where_the_text_goes(language, explored):
    async with explored(size=(80, 24), language=language) as pilot:
        async for prompt, line in each_line(pilot):

            def cells_before(line=line):
                left, row = line.content_region.offset
                assert pilot.app.cursor_position.y == row > 0
                return pilot.app.cursor_position.x - left

            begun = len(line.value)
            assert cells_before() == begun, prompt
            for size in ((100, 30), (80, 24)):
                await pilot.resize_terminal(*size)
                assert cells_before() == begun, (prompt, size)
            await press(pilot, "蘇", "州", "7")
            assert cells_before() == begun + 5, prompt
            await press(pilot, "left", "left")
            assert cells_before() == begun + 2, prompt


async def test_the_cursor_is_right_again_when_the_focus_returns(explored):
    async with explored(size=(80, 24), press=("2", "f", "9", "enter", "f")) as pilot:
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
    assert {*PROMPTS, *BOOKMARKS} == {*get_args(LineId)}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_foot_names_what_works_while_typing_and_nothing_else(language, explored):
    async with explored(size=(80, 24), language=language) as pilot:
        words, footer = pilot.app.state.words, pilot.app.query_one(Footer)
        async for line, focused in each_line(pilot):
            assert isinstance(focused, TextEntry)
            hints, commands = footer.hints, commands_while_typing(line)
            assert [key for key, _ in hints] == [command.shown for command in commands], line
            told = " ".join(f"{key} {label}" for key, label in hints)
            assert screen_lines(pilot.app)[-1].split() == told.split(), line
            own = [command for command in commands if command.scope in {"typing", "choosing"}]
            assert {words(f"typing.{line}-{command.id}") for command in own} <= {label for _, label in hints}
            await press(pilot, "escape")
            assert not isinstance(pilot.app.focused, TextEntry), line
            assert footer.hints != hints, line
            assert ("q", words("command.quit")) in footer.hints, line


async def test_below_a_menu_the_foot_names_no_keys(explored):
    async with explored(size=(80, 24)) as pilot:
        footer = pilot.app.query_one(Footer)
        for pane, menu in (("2", "c"), ("2", "Y"), ("1", "question_mark")):
            await press(pilot, pane)
            hints = footer.hints
            assert hints
            await press(pilot, menu)
            assert footer.hints == [], menu
            assert not screen_lines(pilot.app)[-1].strip(), menu
            await press(pilot, "escape")
            assert footer.hints == hints, menu
            assert screen_lines(pilot.app)[-1].strip(), menu


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


@pytest.mark.parametrize("line", PROMPTS)
async def test_every_key_at_the_foot_works_while_typing(line, explored, monkeypatch):
    async with explored() as pilot:
        done = []
        run = pilot.app.run_action

        async def noted(action, *where, **more):
            if handled := await run(action, *where, **more):
                done.append(action)
            return handled

        hinted = [(command, key) for which, command, key in HINTED if which == line]
        for command, key in sorted(hinted, key=lambda one: one[0].id == "quit"):  # after that there is none
            while pilot.app.screen is not pilot.app.screen_stack[0] or open_line(pilot.app) is not None:
                await press(pilot, "escape")
            await press(pilot, *PROMPTS[line], "ctrl+u", "a")
            with monkeypatch.context() as watched:
                watched.setattr(pilot.app, "run_action", noted)
                await pilot.press(key)
            assert done[:1] == [command.action], key  # the palette carries out another one then
            done.clear()


async def test_one_key_takes_back_all_that_was_typed(explored):
    async with explored() as pilot:
        async for line, focused in each_line(pilot):
            await press(pilot, "9", "9", "left", "ctrl+u")
            assert pilot.app.focused is focused, line
            assert (focused.line, focused.value) == (line, "")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_may_be_typed_is_told_in_full_before_anything_is(language, explored):
    async with explored(size=(80, 24), language=language) as pilot:
        async for line, focused in each_line(pilot):
            if line != "export":  # which begins with a name
                (shown,) = [row for row in screen_lines(pilot.app) if focused.placeholder in row]
                assert shown.strip().endswith(focused.placeholder), line


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
