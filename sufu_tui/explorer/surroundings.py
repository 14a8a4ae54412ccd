"""Surroundings of an explorer: the files, the source and the browser that it is to use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sufu_tui.explorer.bookmark_store import BookmarkStore, UnkeptBookmarks

if TYPE_CHECKING:
    from sufu_tui.explorer.background.dossier_loading import Loader
    from sufu_tui.explorer.background.proving import SourceReader
    from sufu_tui.explorer.preferences import Preferences


@dataclass(frozen=True)
class Surroundings:
    """Surroundings of an explorer; without any, nothing is kept and nothing further is read."""

    bookmarks: BookmarkStore = field(default_factory=UnkeptBookmarks)
    """Keeper of the reader's bookmarks."""
    save: Callable[[Preferences], None] | None = None
    """Saver of the preferences, called a moment after one changed, and on leaving."""
    loader: Loader | None = None
    """Reader of the whole of a large dossier, of which the beginning is shown."""
    source: SourceReader | None = None
    """Reader of the source's text, called once it is to be shown."""
    browse: Callable[[str], bool] = lambda _: False
    """Opener of a URI in the reader's browser, called in a thread; returns False where there is none."""
    on_started: Callable[[], None] = lambda: None
    """Listener called once a start is complete: every pane, and the whole of the dossier."""
