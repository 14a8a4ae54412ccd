"""The top row and the foot: nothing is cut, what has no room gives way."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.chrome.footer import Footer
from tests.explorer.driving import press, screen_lines


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_part_of_it_is_cut(explored, language):
    async with explored(size=(100, 24), language=language, pane="metrics") as pilot:
        app = pilot.app
        words = app.state.words
        titles = (app.state.dossier.short.in_language(language), words("app.cover"), "1")
        for keys in ((), ("|",), ("f", *"value>5")):
            await press(pilot, *keys)
            for columns in (60, 70, 80, 100):
                await pilot.resize_terminal(columns, 24)
                await pilot.pause()
                row = screen_lines(app)[0]
                assert row.strip().startswith(titles), row
                assert "⋯" not in row
                names = [words(f"{key}-{language}") for key in ("app.language", "listing.fallback")]
                assert any(name in row for name in names), row


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hints_of_a_pane_begin_with_how_one_moves_in_it(explored, language):
    needed = {"cover": {"Tab", "]"}, "narrative": {"Tab"}, "metrics": {"s", "f"}, "timeline": {"← →", "f"}}
    async with explored(size=(80, 24), language=language) as pilot:
        footer = pilot.app.query_one(Footer)
        for pane, keys in needed.items():
            await pilot.app.navigator.show(pane)
            for columns in (60, 80, 120):
                await pilot.resize_terminal(columns, 24)
                await pilot.pause()
                shown = dict(footer.hints)
                assert {*keys, "?", "q", "/", "L"} <= shown.keys(), (pane, columns)
                if columns >= 80:
                    more = {"cover": {"Enter"}, "narrative": {"Enter", "[ ]", "f"}, "timeline": {"t", "+ -"}}
                    assert more.get(pane, {"Enter", "Tab"}) <= shown.keys(), (pane, columns)
                assert ("lang." in shown.values()) <= (columns < 120)
