"""Bookmark store: where the bookmarks of a dossier are kept, and one that forgets them with the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sufu_tui.dossier.bookmark import Bookmark

Bookmarks = tuple[Bookmark, ...]


class BookmarkStore(Protocol):
    """Store of the bookmarks of a dossier, which other explorers may change as well."""

    def load(self) -> Bookmarks:
        """Return the bookmarks kept."""
        ...

    def change(self, edit: Callable[[Bookmarks], Bookmarks]) -> Bookmarks | None:
        """Keep what `edit` makes of the bookmarks that are kept by now; return None where that fails."""
        ...


class UnkeptBookmarks:
    """Bookmarks of one run."""

    def __init__(self) -> None:
        self._bookmarks: Bookmarks = ()

    def load(self) -> Bookmarks:
        """Return the bookmarks."""
        return self._bookmarks

    def change(self, edit: Callable[[Bookmarks], Bookmarks]) -> Bookmarks:
        """Change the bookmarks by `edit`."""
        self._bookmarks = edit(self._bookmarks)
        return self._bookmarks
