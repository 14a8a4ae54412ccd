"""Screens and the sizes of a terminal that changes quickly."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from sufu_tui.explorer.terminal.steady_screens import SteadyDialog, SteadyScreen

_BEFORE, _PRESENT = Size(100, 30), Size(80, 24)


class _Program(App[None]):
    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self._first = screen

    def get_default_screen(self) -> Screen[None]:
        return self._first


@pytest.mark.parametrize("is_below", [True, False])
async def test_a_screen_is_never_laid_out_for_a_size_that_the_terminal_has_no_more(is_below, monkeypatch):
    """Else a size of before and the present one follow each other for ever: each tells of the other."""
    below, above, sizes = SteadyScreen(), SteadyDialog[None](), []
    async with _Program(below).run_test(size=_PRESENT) as pilot:
        pilot.app.push_screen(above)
        await pilot.pause()
        for screen in (below, above):
            monkeypatch.setattr(screen, "_screen_resized", sizes.append)
        told = below if is_below else above
        told.post_message(Resize(_BEFORE, _BEFORE))
        await pilot.pause()
        assert _BEFORE not in sizes
        await pilot.resize_terminal(*_BEFORE)
        await pilot.pause()
        assert sizes[-1] == _BEFORE
