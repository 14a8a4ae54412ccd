"""Keys, pastes and what does nothing: nothing is lost, nothing overtakes, nothing is silent."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.chrome.help_screen import HelpScreen
from sufu_tui.explorer.chrome.unbound_keys import key_label, unbound_sentence
from sufu_tui.explorer.commands import COMMANDS, key_names, scopes_of
from sufu_tui.explorer.navigation import EVERY_PANE
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width
from tests.explorer.driving import notice, open_line, press, until

OPENING = "Opening: a ten-year compact"
CTRL_U = "\x15"


def burst(app, *keys):
    """Post keys as one read brings them: the next before the one before is done with."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


# Order


async def test_text_after_a_key_that_clears_the_line_stays(explored):
    async with explored(press=("2", "f", *"area:x")) as pilot:
        burst(pilot.app, "ctrl+u", *"over")
        await until(lambda: open_line(pilot.app).text == "over")


async def test_a_step_in_what_was_found_comes_after_the_finding(explored):
    async with explored(press=("slash",)) as pilot:
        burst(pilot.app, *"park", "down", "down", "enter")
        await until(lambda: open_line(pilot.app) is None)
        await until(lambda: notice(pilot.app).startswith("match 3 of"))


async def test_the_next_match_comes_after_the_first(explored):
    async with explored() as pilot:
        burst(pilot.app, "slash", *"park", "enter", "n", "n")
        await until(lambda: notice(pilot.app).startswith("match 3 of"))
        assert open_line(pilot.app) is None


async def test_a_pane_asked_for_after_a_jump_is_the_one_shown(explored):
    async with explored(press=("right_square_bracket", "tab")) as pilot:
        while pilot.app.pane.reading.selected.kind not in {"metric", "event"}:  # a name leads nowhere else
            await press(pilot, "tab")
        burst(pilot.app, "enter", "3")
        await until(lambda: pilot.app.pane.id == "timeline")
        await pilot.pause()
        assert pilot.app.pane.id == "timeline"
        await press(pilot, "backspace")
        assert pilot.app.pane.id != "timeline"


async def test_keys_for_a_dialog_come_after_it_is_there(explored):
    async with explored(size=(80, 24)) as pilot:
        burst(pilot.app, "question_mark", "G")
        await until(lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.pause()
        assert pilot.app.screen.query_one("#help").viewport.top > 0


async def test_keys_that_only_change_what_is_drawn_are_drawn_once(explored, monkeypatch):
    async with explored(pane="metrics") as pilot:
        written, write = [], Card._write
        monkeypatch.setattr(Card, "_write", lambda card, **how: (written.append(card), write(card, **how)))
        before = pilot.app.pane.model.cursor.row
        burst(pilot.app, *["down"] * 30)
        await until(lambda: pilot.app.pane.model.cursor.row == before + 30)
        await pilot.pause()
        assert 0 < len(written) <= 2  # of the first, and of the last


@pytest.mark.parametrize("keys", [("question_mark",), ("2", "c"), ("2", "Y")])
async def test_a_dialog_closes_once(keys, explored):
    async with explored() as pilot:
        burst(pilot.app, *keys, "escape", "escape", "escape")
        await pilot.pause()
        await until(lambda: len(pilot.app.screen_stack) == 1)
        burst(pilot.app, *keys)
        await until(lambda: len(pilot.app.screen_stack) == 2)
        dialog = pilot.app.screen
        (dialog.action_close if isinstance(dialog, HelpScreen) else dialog.action_cancel)()
        (dialog.action_close if isinstance(dialog, HelpScreen) else dialog.action_cancel)()
        await until(lambda: len(pilot.app.screen_stack) == 1)
        assert pilot.app.is_running


def test_in_one_read_of_a_terminal_nothing_is_lost(opened):
    terminal = opened("--lang", "en")
    terminal.until(OPENING)
    terminal.type("2fwrong" + CTRL_U + "value>=1e9")
    terminal.until(" Filter value>=1e9")
    terminal.type("\x1b[21~")
    assert terminal.status() == 0


# Pastes


@pytest.mark.parametrize("lines", ["over\nhealth", "over\r\nhealth\r\n", "over\r\rhealth"])
async def test_every_line_of_a_paste_is_taken(lines, explored):
    async with explored(press=("2", "f")) as pilot:
        pilot.app.post_message(Paste(lines))
        await until(lambda: open_line(pilot.app).text == "over health")


async def test_keys_before_and_after_a_paste_stay_around_it(explored):
    async with explored(press=("2",)) as pilot:
        burst(pilot.app, "f", "a")
        pilot.app.post_message(Paste("b\nc"))
        burst(pilot.app, "d")
        await until(lambda: open_line(pilot.app) is not None and open_line(pilot.app).text == "ab cd")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_paste_into_nothing_says_what_takes_one(language, explored):
    async with explored(language=language) as pilot:
        pilot.app.post_message(Paste("park"))
        await until(lambda: notice(pilot.app) == pilot.app.state.words("app.unused-paste"))


async def test_a_full_width_blank_is_text(explored):
    async with explored(press=("2", "f", "a")) as pilot:
        pilot.app.post_message(Key("ideographic_space", "\u3000"))
        burst(pilot.app, "b")
        await until(lambda: open_line(pilot.app).text == "a b")


# A search again


async def test_typing_replaces_the_words_of_the_last_search(explored):
    async with explored(press=("slash", *"park", "enter", "slash")) as pilot:
        assert open_line(pilot.app).text == "park"
        await press(pilot, *"rice")
        assert open_line(pilot.app).text == "rice"


async def test_the_words_of_the_last_search_can_be_gone_on_with(explored):
    async with explored(press=("slash", *"park", "enter", "slash", "end", "s")) as pilot:
        assert open_line(pilot.app).text == "parks"


async def test_the_key_of_the_search_takes_nothing_back_while_it_is_typed(explored):
    async with explored(press=("slash", *"rice", "f3", "s")) as pilot:
        assert open_line(pilot.app).text == "rices"


# Nothing is silent


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["5", "6", "９"])
async def test_a_number_without_a_pane_names_the_panes(key, language, explored):
    async with explored(language=language, press=(key,)) as pilot:
        words = pilot.app.state.words
        assert f"3 {words('app.timeline')}" in notice(pilot.app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", [("ctrl+c",), ("2", "f", "ctrl+c"), ("question_mark", "ctrl+c")])
async def test_ctrl_c_says_which_key_leaves(keys, language, explored):
    async with explored(language=language, press=keys) as pilot:
        await pilot.pause()
        assert notice(pilot.app) == pilot.app.state.words("app.ctrl-c")


async def test_ctrl_c_copies_what_is_selected_in_a_line(explored):
    async with explored(press=("slash", *"park", "shift+home", "ctrl+c")) as pilot:
        assert pilot.app.clipboard == "park"
        assert notice(pilot.app) == ""


@pytest.mark.parametrize(
    ("keys", "named"),
    [(("J",), "J"), (("ctrl+b",), "ctrl+b"), (("f12",), "F12"), (("shift+f10",), "shift+F10"),
     (("2", "f", "pagedown"), "PageDown"), (("question_mark", "2"), "2"), (("2", "c", "p"), "p"),
     (("蘇",), "蘇")],
)  # fmt: skip
async def test_a_key_without_a_meaning_says_so(keys, named, explored):
    async with explored(press=keys) as pilot:
        await pilot.pause()
        assert notice(pilot.app) == pilot.app.state.words("app.unbound-key", key=named)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [("ctrl+c", None), ("4", "4"), ("ctrl+shift+pagedown", None), ("x", "x")])
def test_the_sentences_fit_into_80_columns(key, language):
    assert width(unbound_sentence(*key, load(language))) <= 78
    assert width(load(language)("app.unused-paste")) <= 78


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pane", [spec.id for spec in EVERY_PANE])
def test_a_key_of_another_pane_says_so_within_80_columns(pane, language):
    words, told = load(language), 0
    bound = {"app", "moving", *scopes_of(pane)}
    here = {name for command in COMMANDS if command.scope in bound for name in key_names(command)}
    for command in COMMANDS:
        if command.scope not in {"listing", *(spec.id for spec in EVERY_PANE)}:
            continue
        for key in key_names(command):
            if key not in here:
                sentence = unbound_sentence(key, key if len(key) == 1 else None, words, pane)
                assert sentence != unbound_sentence(key, key if len(key) == 1 else None, words)
                assert width(sentence) <= 78, sentence
                told += 1
    assert told


def test_what_a_key_is_elsewhere():
    words = load("en")
    assert unbound_sentence("m", "m", words, "cover") == (
        "m does nothing here; Narrative: links · Metrics, Names: mark"
    )
    assert unbound_sentence("left", None, words, "cover") == (
        "← does nothing here, only in Narrative, Metrics, Names, Timeline"
    )


@pytest.mark.parametrize(
    ("key", "character", "label"),
    [("alt+q", "q", "alt+q"), ("plus", "+", "+"), ("ideographic_space", "\u3000", "Space"),
     ("f13", None, "F13"), ("ctrl+shift+up", None, "ctrl+shift+↑"), ("蘇", "蘇", "蘇")],
)  # fmt: skip
def test_a_key_is_named_as_the_hints_name_keys(key, character, label):
    assert key_label(key, character) == label


def test_a_harmful_character_is_named_not_shown():
    assert "\u202e" not in unbound_sentence("right-to-left_override", "\u202e", load("en"))


async def test_one_notice_does_not_end_with_the_time_of_another(explored):
    async with explored() as pilot:
        pilot.app.say("first", 0.05)
        pilot.app.say("second", 30)
        await pilot.pause(0.2)
        assert notice(pilot.app) == "second"


# Reading on


@pytest.mark.parametrize("key", ["space", "pagedown"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_one_key_reads_everything_to_the_end(key, size, explored, shipped):
    async with explored(size=size) as pilot:
        pane, seen = pilot.app.pane, [1]
        for _ in range(200):
            before = pane.section.number, pane.reading.viewport.top
            await press(pilot, key)
            seen.append(pane.section.number)
            if (pane.section.number, pane.reading.viewport.top) == before:
                break
        assert sorted(set(seen)) == [section.number for section in shipped.sections]
        assert seen == sorted(seen)
        assert notice(pilot.app) == pilot.app.state.words("narrative.at-end")


@pytest.mark.parametrize("key", ["b", "pageup", "shift+space"])
async def test_one_key_reads_back_to_the_cover(key, explored, shipped):
    async with explored(size=(80, 24), goto=f"section:{shipped.sections[-1].id}") as pilot:
        pane = pilot.app.pane
        assert pane.section is shipped.sections[-1]
        await press(pilot, key)
        assert pane.section is shipped.sections[-2]
        assert pane.reading.viewport.top == pane.reading.viewport.at(9999).top > 0
        for _ in range(200):
            await press(pilot, key)
            if pilot.app.state.pane == "cover":
                break
        await press(pilot, key, key)
        assert pane.section is shipped.sections[0]
        assert pilot.app.state.pane == "cover"


async def test_space_at_the_end_of_a_card_turns_no_page(explored):
    async with explored(press=("tab",)) as pilot:
        pane = pilot.app.pane
        pilot.app.screen.set_focus(pane.beside.card)
        await press(pilot, *["pagedown"] * 9)
        assert pane.section.number == 1


async def test_space_pages_through_time_and_says_where_it_ends(explored):
    async with explored(press=("3", *["plus"] * 4)) as pilot:
        axis = pilot.app.pane.model.axis
        before = axis.window
        await press(pilot, "pageup")
        assert axis.window != before
        for _ in range(60):
            await press(pilot, "space")
            if notice(pilot.app):
                break
        assert notice(pilot.app) == pilot.app.state.words("timeline.at-end")
