"""Every screen in every language and size: each row as wide as the screen, some kept as grids of text.

Each row of a stored grid ends with `|`, so that its blanks can be seen. After a wanted change run
`SUFU_UPDATE=1 pytest tests/explorer/test_screens.py` and read the difference.
"""

import os
from pathlib import Path

import pytest

from tests.explorer.driving import press, screen_lines, type_over

SCREENS = Path(__file__).parents[1] / "screens"
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
SIZES = ((80, 24), (120, 40), (200, 60), (81, 25), (60, 16))
# For each pane what to press first: a link in the second section, the third figure, the fourth event.
# Then, at every size, what opens a screen above it, and the texts to write there one after the other.
JOURNEYS = {
    "narrative": (
        ("right_square_bracket", "tab", "tab", "tab"),
        {
            "slash": {"search": "2022", "nothing-found": "qqqq"},
            "ctrl+p": {"palette": ""},
            "question_mark": {"help": ""},
        },
    ),
    "metrics": (
        ("2", "down", "down"),
        {"f": {"filtered": "value>50", "wrong-filter": "value>>", "no-rows": "qqqq"}},
    ),
    "timeline": (
        ("3", "right", "right", "right"),
        {"t": {"date": "2023-05", "wrong-date": "2023-99"}, "f": {"no-events": "qqqq"}},
    ),
    "names": (("4", "down", "down"), {"f": {"filtered-names": "kind:person", "no-names": "qqqq"}}),
    "agenda": (("3", "v", "r", "right", "right", "right"), {}),
}
SIZES_OF = {"zh-Hant": SIZES, "zh-Hans": (SIZES[0], SIZES[1], SIZES[3]), "en": (SIZES[0], SIZES[1], SIZES[4])}
KEPT = {(name, size) for name in (*JOURNEYS, "help", "search") for size in ((80, 24), (120, 40))}
KEPT_IN_ZH_HANT = {(name, size) for name in JOURNEYS for size in ((60, 16), (200, 60))}


@pytest.mark.timeout(240)  # two hundred screens
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_at_every_size(language, explored):
    kept = KEPT | KEPT_IN_ZH_HANT if language == "zh-Hant" else KEPT

    def look(pilot, state, size):
        grid = "".join(f"{row}|\n" for row in screen_lines(pilot.app))
        assert len(set(grid)) > 10, (state, size)  # something is shown
        if (state, size) in kept:
            path = SCREENS / f"{state}-{language}-{size[0]}x{size[1]}.txt"
            if os.environ.get("SUFU_UPDATE"):
                path.write_text(grid, encoding="utf-8")
            assert grid == path.read_text(encoding="utf-8"), (state, size)

    async with explored(size=(80, 24), language=language) as pilot:
        for pane, (keys, screens) in JOURNEYS.items():
            await press(pilot, *keys)
            for size in SIZES_OF[language]:
                await pilot.resize_terminal(*size)
                look(pilot, pane, size)
            for size in reversed(SIZES_OF[language]) if screens else ():
                await pilot.resize_terminal(*size)
                for key, texts in screens.items():
                    await press(pilot, key)
                    await type_each(pilot, texts, look, size)
                    await press(pilot, "escape")


async def type_each(pilot, texts, look, size):
    """Type each text in the place of the one before, and look at the screen that it makes."""
    for state, text in texts.items():
        if text:
            type_over(pilot.app, text)
            await pilot.pause()
        look(pilot, state, size)


async def test_below_the_least_size_one_sentence_says_so_and_q_quits(explored):
    async with explored(size=SIZES[0]) as pilot:
        for size in ((47, 24), (80, 15), (20, 5), (4, 2), (1, 1)):
            await pilot.resize_terminal(*size)
            for language in LANGUAGES:
                pilot.app.state.set_language(language)
                await pilot.pause()
                text = "".join(row.strip() for row in screen_lines(pilot.app))
                if size[0] * size[1] >= 100:
                    assert "48" in text
                    assert "16" in text
        await pilot.press("q")
        assert pilot.app.return_code == 0


async def test_every_row_stays_as_wide_as_the_screen_while_the_language_changes(explored):
    async with explored(size=SIZES[0]) as pilot:
        for pane in "1234":
            await pilot.press(pane)
            for size in SIZES[4:]:
                await pilot.resize_terminal(*size)
                for _ in LANGUAGES:
                    await pilot.press("L")
                    assert any(row.strip() for row in screen_lines(pilot.app))
