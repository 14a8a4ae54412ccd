"""Saving of the running explorer's screen as a file in the working folder."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sufu_tui.dossier.citing import sources_of
from sufu_tui.explorer.capture.screen_capture import capture, capture_widget
from sufu_tui.screenshots.captions import caption
from sufu_tui.screenshots.encoding import Screenshot, encode, free_path
from sufu_tui.screenshots.font_choice import pen_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App

    from sufu_tui.dossier.model import Item
    from sufu_tui.explorer.pane import Pane
    from sufu_tui.explorer.state import SharedState
    from sufu_tui.screenshots.grid import ScreenGrid


async def save_screen(app: App[None], pane: Pane, state: SharedState) -> str:
    """Write the screen as an SVG, with the sources of `pane`; return a sentence: its path, or the fault."""
    return await _save(state, capture(app), ".svg", pane.items_in_view())


async def print_pane(pane: Pane, state: SharedState) -> str:
    """Write the pane as plain text; return a sentence with its path, or the fault."""
    return await _save(state, capture_widget(pane), ".txt", pane.items_in_view())


async def _save(state: SharedState, grid: ScreenGrid, suffix: str, shown: Iterable[Item]) -> str:
    words = state.words
    sources = sources_of(shown, state.dossier)
    pane = words(f"app.{state.pane}")
    title = words("picture.title", title=state.dossier.title.in_language(words.language), pane=pane)
    picture = Screenshot(grid, title, caption(sources, state.dossier, words, grid.columns))
    pen = pen_for(words.language, state.dossier, os.environ)
    path = free_path(Path.cwd(), f"{state.dossier.id}-{state.pane}-{words.language}", suffix)
    try:
        # Fonts take a second to read: the keys go on working meanwhile.
        encoded = await asyncio.to_thread(encode, picture, suffix, pen)
        path.write_bytes(encoded.data)
    except OSError as problem:
        return words("screenshot.unwritable", file=path.name, reason=problem.strerror or str(problem))
    return words("picture.saved", file=path.name)
