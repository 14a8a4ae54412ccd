"""The screen of the running explorer as a file in the folder that it was started in."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sufu_tui.explorer.capture import capture, capture_widget
from sufu_tui.screenshots.captions import caption
from sufu_tui.screenshots.encoding import Screenshot, encode, free_path
from sufu_tui.screenshots.font_choice import pen_for

if TYPE_CHECKING:
    from sufu_tui.explorer.paned import PanedApp
    from sufu_tui.screenshots.grid import ScreenGrid


async def save_screen(app: PanedApp) -> str:
    """Write the screen as an SVG; return a sentence that says where it is, or why it is not."""
    return await _save(app, capture(app), ".svg")


async def print_pane(app: PanedApp) -> str:
    """Write what the pane shows as plain text; return a sentence that says where it is, or why it is not."""
    return await _save(app, capture_widget(app.pane), ".txt")


async def _save(app: PanedApp, grid: ScreenGrid, suffix: str) -> str:
    state, words = app.state, app.state.words
    pane = words(f"app.{app.pane_id}")
    title = words("picture.title", title=state.dossier.title.in_language(words.language), pane=pane)
    picture = Screenshot(grid, title, caption(state.dossier, words, grid.columns))
    pen = pen_for(words.language, state.dossier, os.environ)
    path = free_path(Path.cwd(), f"{state.dossier.id}-{app.pane_id}-{words.language}", suffix)
    try:
        # Fonts take a second to read: the keys go on working meanwhile.
        encoded = await asyncio.to_thread(encode, picture, suffix, pen)
        path.write_bytes(encoded.data)
    except OSError as problem:
        return words("screenshot.unwritable", file=path.name, reason=problem.strerror or str(problem))
    return words("picture.saved", file=path.name)
