"""Every pane in every language, as a grid of text.

Each row of a stored grid ends with `|`, so that its blanks can be seen. After a wanted change run
`SUFU_UPDATE=1 pytest tests/explorer/test_screens.py` and read the difference.
"""

import os
from pathlib import Path

import pytest

SCREENS = Path(__file__).parents[1] / "screens"
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
# What to press first: a link in the second section, the third figure, the fourth event.
STATES = {
    "narrative": ("right_square_bracket", "tab", "tab", "tab"),
    "metrics": ("2", "down", "down"),
    "timeline": ("3", "right", "right", "right"),
    "agenda": ("3", "v", "r", "right", "right", "right"),
    "help": ("question_mark",),
    "search": ("slash", "2", "0", "2", "2"),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
async def test_screen(state, language, size, explored, screen_rows):
    async with explored(size=size, language=language, press=STATES[state]) as pilot:
        await pilot.pause(0.05)
        grid = "".join(f"{row}|\n" for row in screen_rows(pilot))
    path = SCREENS / f"{state}-{language}-{size[0]}x{size[1]}.txt"
    if os.environ.get("SUFU_UPDATE"):
        path.write_text(grid, encoding="utf-8")
    assert grid == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(60, 16), (81, 25), (200, 60)], ids=["60x16", "81x25", "200x60"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
async def test_every_row_is_as_wide_as_the_screen(state, language, size, explored, screen_rows):
    async with explored(size=size, language=language, press=STATES[state]) as pilot:
        assert any(row.strip() for row in screen_rows(pilot))


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (20, 5), (4, 2), (1, 1)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_below_the_least_size_one_sentence_says_so_and_q_quits(language, size, explored, screen_rows):
    async with explored(size=size, language=language) as pilot:
        text = "".join(row.strip() for row in screen_rows(pilot))
        if size[0] * size[1] >= 100:
            assert "60" in text
            assert "16" in text
        await pilot.press("q")
        assert pilot.app.return_code == 0
