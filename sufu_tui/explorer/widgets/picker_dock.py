"""Picker dock: the place of the picker above everything, in which it is made when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sufu_tui.languages.catalogue import Catalogue

if TYPE_CHECKING:
    from textual.app import App

    from sufu_tui.explorer.widgets.picker import Picker
    from sufu_tui.explorer.widgets.question import PickerQuestion


class PickerDock:
    """Dock of the picker of an app."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._picker: Picker | None = None

    async def ask(self, question: PickerQuestion[Any], words: Catalogue, text: str = "") -> None:
        """Ask a question, with `text` to begin with."""
        if self._picker is not None:
            self._picker.ask(question, words, text)
            return
        screen = self._app.screen_stack[0]
        if not screen.is_attached:  # the reader has left meanwhile
            return
        from sufu_tui.explorer.widgets.picker import Picker  # with the input widget, which no start needs

        self._picker = Picker()
        self._picker.ask(question, words, text)
        await screen.mount(self._picker)

    def find_again(self) -> None:
        """Let an open picker look at everything that has been read meanwhile."""
        if self._picker is not None:
            self._picker.find_again()

    def reword(self, words: Catalogue) -> None:
        """Write an open picker in another language."""
        if self._picker is not None:
            self._picker.reword(words)

    def close(self) -> None:
        """Hide the picker."""
        if self._picker is not None:
            self._picker.hide()
