"""A pane is arranged before it is shown: it is laid out once, as it will be."""

import pytest
from textual.screen import Screen

from tests.explorer.driving import at_rest, press


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (170, 50)], ids=str)
async def test_a_pane_that_is_shown_again_is_laid_out_once(explored, size, monkeypatch):
    layouts = []
    lay_out = Screen._refresh_layout

    def counted(screen, *arguments, **options):
        layouts.append(screen)
        return lay_out(screen, *arguments, **options)

    async with explored(size=size) as pilot:
        await press(pilot, "2", "3", "4", "1")
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        for key in ("2", "3", "4", "1", "3", "L", "1", "2"):
            layouts.clear()
            pilot.app.simulate_key(key)
            await at_rest()
            assert len(layouts) <= 1, key


async def test_a_pane_fits_the_size_that_the_terminal_got_while_it_was_hidden(explored):
    async with explored(size=(80, 24), press=("2", "1")) as pilot:
        await pilot.resize_terminal(170, 50)
        for key in ("2", "3", "1"):
            await press(pilot, key)
            pane = pilot.app.pane
            classes = set(pane.classes)
            pane.adapt(pane.size)
            assert set(pane.classes) == classes, key
            assert classes & {"-beside", "-wide"}, key
