"""Headless explorer: its screen in a chosen state, without a terminal, for pictures."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, NamedTuple

from textual.keys import Keys

from sufu_tui.dossier.citing import sources_of
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.capture.screen_capture import capture
from sufu_tui.explorer.reading_place import ReadingPlace
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from sufu_tui.dossier.model import Dossier, Ref, Source
    from sufu_tui.explorer.background.proving import SourceReader
    from sufu_tui.explorer.navigation import PaneId
    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.query.sort_keys import SortKey
    from sufu_tui.screenshots.grid import ScreenGrid
    from sufu_tui.typesetting.glyphs import GlyphSet

_SETTLING = 0.2  # seconds: longer than a search waits for the next letter
_MOST_LOOKS = 20
_MODIFIERS = ("ctrl+", "shift+", "alt+")
_NAMED = frozenset(key.value for key in Keys)


class ScreenRequest(NamedTuple):
    """Requested screen: `keys` are pressed one after the other, by Textual's names."""

    pane: PaneId
    columns: int
    rows: int
    theme: str
    keys: tuple[str, ...] = ()
    goto: Ref | None = None
    glyphs: GlyphSet = "unicode"
    filter: Filter = Filter()
    order: tuple[SortKey, ...] = ()
    source: SourceReader | None = None


def is_key(name: str) -> bool:
    """Return whether `name` is a character or Textual's name of a key."""
    for modifier in _MODIFIERS:
        name = name.removeprefix(modifier)
    return len(name) == 1 or name in _NAMED


class RenderedScreen(NamedTuple):
    """Screen, and the sources of what it shows."""

    grid: ScreenGrid
    sources: tuple[Source, ...]


def render_screen(dossier: Dossier, words: Catalogue, asked: ScreenRequest) -> RenderedScreen:
    """Return the screen of an explorer in the state `asked`; the environment does not change its colours."""
    for name in ("NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    return asyncio.run(_posed(dossier, words, asked))


async def _posed(dossier: Dossier, words: Catalogue, asked: ScreenRequest) -> RenderedScreen:
    app = Explorer(
        dossier,
        words,
        pane=asked.pane,
        goto=asked.goto,
        theme=asked.theme,
        glyphs=asked.glyphs,
        place=ReadingPlace(filter=asked.filter.text),
        views={
            "names" if asked.pane == "names" else "metrics": {"order": [list(key) for key in asked.order]}
        },
        around=Surroundings(source=asked.source),
    )
    async with app.run_test(size=(asked.columns, asked.rows)) as pilot:
        await app.navigator.panes_made.wait()  # they must not be mounted while the explorer is closing
        await _press(pilot, asked.keys, app)
        grid = await _settled(pilot)
        return RenderedScreen(grid, sources_of(app.pane.items_in_view(), dossier))


async def _press(pilot: Pilot[None], keys: Sequence[str], app: Explorer) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        while app.prover.is_running:
            await pilot.pause(_SETTLING)
    if keys:
        await pilot.pause(_SETTLING)


async def _settled(pilot: Pilot[None]) -> ScreenGrid:
    """Return the screen once two captures in a row are the same."""
    await pilot.pause()
    seen = capture(pilot.app)
    for _ in range(_MOST_LOOKS):
        await pilot.pause(0.02)
        again = capture(pilot.app)
        if again == seen:
            break
        seen = again
    return seen
