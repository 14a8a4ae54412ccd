"""The whole screen in another set of glyphs, and what the terminal answers."""

from __future__ import annotations

import pytest
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.explorer.terminal.driver import TerminalDriver, WidthProbingDriver, driver_class
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.substitutes import is_ambiguous
from tests.explorer.driving import press, screen_lines

# Every pane, every dialog, and the places where Textual draws by itself: inputs, borders, scrollbars.
STATES = {
    "narrative": ("tab", "tab"),
    "metrics": ("2", "s"),
    "chart": ("2", "v"),
    "compared": ("2", "space", "space", "C"),
    "grouped": ("2", "B", "B"),
    "columns": ("2", "c"),
    "copying": ("2", "Y"),
    "exporting": ("2", "e"),
    "filtered": ("2", "f", "9", "0"),
    "timeline": ("3", "right"),
    "zoomed": ("3", "plus", "plus", "plus"),
    "date": ("3", "t", "2", "0", "2", "3"),
    "help": ("question_mark",),
    "search": ("slash", "2", "0", "2", "2"),
    "palette": ("ctrl+p",),
}


@pytest.mark.parametrize(("glyphs", "language"), [("narrow", "zh-Hans"), ("ascii", "en")])
async def test_no_ambiguous_character_is_left_on_any_screen(glyphs, language, shipped):
    app = Explorer(shipped, load(language), glyphs=glyphs)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.navigator.make_all()
        for state, keys in STATES.items():
            await press(pilot, *keys)
            text = "".join(screen_lines(pilot.app))
            assert text.strip()
            assert {one for one in text if is_ambiguous(one)} == set(), state
            if glyphs == "ascii":
                strange = {one for one in text if width(one) == 1 and not one.isascii() and not one.isalpha()}
                assert strange == set(), state
            await pilot.press("escape", "escape")


async def test_unicode_has_no_filter_of_ours(explored):
    async with explored(pane="narrative") as pilot:
        ours = [one for one in pilot.app.get_line_filters() if type(one).__module__.startswith("sufu_tui")]
        assert ours == []


async def test_the_reader_switches_while_reading(explored):
    async with explored(pane="timeline") as pilot:
        before = screen_lines(pilot.app)
        assert "◆" in "".join(before)
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert pilot.app.glyphs == "narrow"
        assert "◆" not in "".join(screen_lines(pilot.app))
        assert pilot.app.screen.query_one(Footer).notice == load("en")("glyphs.narrow")
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "*" in "".join(screen_lines(pilot.app))
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert screen_lines(pilot.app)[:-1] == before[:-1]


@pytest.mark.parametrize(
    ("answers", "glyphs"),
    [
        ([(1, 0)], "unicode"),
        ([(2, 0)], "narrow"),
        ([(1, 0), (2, 0)], "unicode"),  # only the first is the answer, the next is a key
        ([(2, 5)], "unicode"),
        ([(4, 0)], "unicode"),
    ],
)
async def test_the_terminals_answer(answers, glyphs, explored):
    async with explored(pane="narrative") as pilot:
        for x, y in answers:
            pilot.app.post_message(CursorPosition(x, y))
            await pilot.pause()
        assert pilot.app.glyphs == glyphs
        said = pilot.app.screen.query_one(Footer).notice
        assert said == (load("en")("glyphs.found-wide") if glyphs == "narrow" else "")


async def test_an_answer_that_comes_late_is_a_key(explored, monkeypatch):
    async with explored(pane="narrative") as pilot:
        monkeypatch.setattr("sufu_tui.explorer.terminal.terminal_app.monotonic", lambda: float("inf"))
        pilot.app.post_message(CursorPosition(2, 0))
        await pilot.pause()
        assert pilot.app.glyphs == "unicode"


async def test_nobody_is_asked_where_the_reader_has_chosen(shipped):
    app = Explorer(shipped, load("en"), glyphs="unicode")
    async with app.run_test() as pilot:
        app.post_message(CursorPosition(2, 0))
        await pilot.pause()
        assert app.glyphs == "unicode"
    assert app.driver_class is TerminalDriver
    assert Explorer(shipped, load("en")).driver_class is WidthProbingDriver


def test_a_driver_of_another_kind_stays_as_it_is():
    class Other(LinuxDriver.__base__):
        pass

    assert driver_class(Other, ask_width=True) is Other


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
def test_the_sentence_fits_into_80_columns(language):
    assert width(load(language)("glyphs.found-wide")) <= 78


async def test_a_help_opened_in_ascii_is_right_in_other_glyphs(explored):
    async with explored(pane="narrative", press=("?",)) as pilot:
        fine = screen_lines(pilot.app)
        await pilot.press("escape")
        pilot.app.use_glyphs("ascii")
        await pilot.press("?")
        await pilot.pause()
        assert screen_lines(pilot.app) != fine
        pilot.app.use_glyphs("unicode")
        await pilot.pause()
        assert screen_lines(pilot.app) == fine
