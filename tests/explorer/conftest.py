"""The explorer, run without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, parse_ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.languages.catalogue import load

Explored = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def explored(shipped: Dossier) -> Explored:
    """Open the explorer on the shipped dossier, or on another, and wait until all panes are made."""

    @asynccontextmanager
    async def explored(
        size: tuple[int, int] = (120, 40),
        language: Language = "en",
        goto: str | None = None,
        dossier: Dossier = shipped,
        press: tuple[str, ...] = (),
    ) -> AsyncIterator[Pilot[None]]:
        app = Explorer(dossier, load(language), goto=parse_ref(goto) if goto else None)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.25)
            for key in press:
                await pilot.press(key)
                await pilot.pause()
            yield pilot

    return explored


@pytest.fixture
def screen_rows() -> Callable[[Pilot[None]], list[str]]:
    """Return the rows of the screen as text, each checked to be exactly as wide as the screen."""

    def rows(pilot: Pilot[None]) -> list[str]:
        screen = pilot.app.screen
        found = ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]
        assert len(found) == screen.size.height
        for number, row in enumerate(found):
            assert cell_len(row) == screen.size.width, (number, row)
        return found

    return rows
