"""Pane: a part of the explorer that follows the shared state and can show an item."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.state import Change, SharedState


class Pane(Widget):
    """A pane of the explorer.

    A hidden pane does no work: what changed meanwhile reaches `state_changed` when it is shown.
    """

    DEFAULT_CSS = """
    Pane { height: 1fr; width: 1fr; }
    """

    def __init__(self, state: SharedState, *, id: str) -> None:  # noqa: A002  Textual's own word
        super().__init__(id=id)
        self.state = state
        self._pending: frozenset[Change] = frozenset()
        self._unwatch: Callable[[], None] = lambda: None

    def on_mount(self) -> None:
        """Follow the state."""
        self._unwatch = self.state.watch(self._hear)
        self.begin()

    def on_unmount(self) -> None:
        """Stop following."""
        self._unwatch()

    def on_show(self) -> None:
        """Catch up with what changed while the pane was hidden."""
        self.catch_up()

    def catch_up(self) -> None:
        """Tell the pane what changed while it was hidden."""
        pending, self._pending = self._pending, frozenset()
        if pending:
            self.state_changed(pending)

    def _hear(self, changes: frozenset[Change]) -> None:
        if self.display:
            self.state_changed(changes)
        else:
            self._pending |= changes

    def begin(self) -> None:
        """Show the state for the first time."""
        raise NotImplementedError

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show the state again where `changes` touch the pane."""
        raise NotImplementedError

    def say(self, key: str, **values: object) -> None:
        """Show the sentence `key` of the catalogue at the foot of the screen."""
        self.post_message(Notice(self.state.words(key, **values)))

    def focus_on(self, widget: Widget) -> None:
        """Give a widget of the pane the keys, at once: the next one may be for it."""
        if widget.is_attached:
            self.screen.set_focus(widget)

    def take_dossier(self) -> bool:
        """Show the dossier that the state has now; return False where the pane has to be made anew."""
        return False

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:
        """Bring `ref` into view and make it current; return False where this pane does not show it.

        `paragraph` is a paragraph of a section, counted from 0.
        """
        raise NotImplementedError

    def take_focus(self) -> None:
        """Focus the widget that takes the pane's keys."""
        raise NotImplementedError

    def step_up(self) -> bool:
        """Go one level up within the pane (Esc); return False at the top."""
        return False

    def stop_work(self) -> bool:
        """Stop what the pane does beside the reader's own doing; return False where that is nothing."""
        return False
