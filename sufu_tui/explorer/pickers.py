"""Questions of the picker: the search, the command palette and the bookmarks, each made when first asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.widgets.picker_dock import PickerDock

if TYPE_CHECKING:
    from textual.app import App

    from sufu_tui.explorer.bookmark_store import BookmarkStore
    from sufu_tui.explorer.bookmarks import BookmarkList
    from sufu_tui.explorer.palette.command_palette import CommandPalette
    from sufu_tui.explorer.search import SearchSession
    from sufu_tui.explorer.widgets.question import PickerQuestion


_MODULES = (
    "sufu_tui.search.pinyin",
    "sufu_tui.search.word_scan",
    "sufu_tui.search.number_phrases",
    "sufu_tui.search.figures_found",
    "sufu_tui.search.parsed_query",
    "sufu_tui.search.ranking",
    "sufu_tui.explorer.search",
    "sufu_tui.explorer.widgets.picker",
)
"""Modules of the search, those first that others import: each is a step of idle work."""


class PickerQuestions:
    """Questions that an app asks with its picker."""

    def __init__(
        self, app: App[None], state: SharedState, navigator: Navigator, store: BookmarkStore
    ) -> None:
        """Ask in a dock of `app`; the bookmarks are kept in `store`."""
        self.dock = PickerDock(app)
        """Dock of the picker."""
        self._app = app
        self._state = state
        self._navigator = navigator
        self._store = store
        state.watch(self._state_changed)

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.LANGUAGE in changes:
            self.dock.reword(self._state.words)

    def import_ahead(self) -> None:
        """Import the search while the reader rests: that would be half of the time of the first one."""
        if self._state.shortcuts and self._app.screen_stack:
            IdleWork(self._app.screen_stack[0]).run_when_idle(_MODULES, self._imported)

    def _imported(self) -> Iterator[None]:
        for module in _MODULES:
            import_module(module)
            yield

    @cached_property
    def search(self) -> SearchSession:
        """Search of everything."""
        from sufu_tui.explorer.background.index_growth import IndexGrowth
        from sufu_tui.explorer.search import SearchSession

        growth = IndexGrowth(self._app.screen_stack[0], self.dock)
        return SearchSession(self._state, self._navigator, growth.grow)

    @cached_property
    def palette(self) -> CommandPalette:
        """Commands by their names."""
        from sufu_tui.explorer.palette.command_palette import CommandPalette

        return CommandPalette(self._app, self._state, self._navigator, self.search)

    @cached_property
    def bookmarks(self) -> BookmarkList:
        """Bookmarks of the reader."""
        from sufu_tui.explorer.bookmarks import BookmarkList

        return BookmarkList(self._state, self._navigator, self._store)

    async def ask_for_bookmark(self) -> None:
        """Ask for one of the bookmarks."""
        self.bookmarks.begin()
        await self.ask(self.bookmarks)

    async def ask(self, question: PickerQuestion[Any], text: str = "") -> None:
        """Ask a question, with `text` to begin with."""
        await self.dock.ask(question, self._state.words, text)
