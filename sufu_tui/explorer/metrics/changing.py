"""How the reader looks at the figures: the settings, and every change of them to be undone."""

from __future__ import annotations

from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.metrics.finding import FindingPane
from sufu_tui.explorer.metrics.kept import plain_settings, settings_from
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.metrics.settings import Settings
from sufu_tui.explorer.metrics.undoing import Undoing
from sufu_tui.explorer.state import ViewState


class ChangingPane(FindingPane):
    """Keeps the settings, in the shared state too, which outlives a restart."""

    def __init__(self, state: ViewState, *, id: str) -> None:  # noqa: A002  Textual's own word
        super().__init__(state, id=id)
        self._settings = settings_from(state.views.get("metrics"))._replace(filter=state.filter)
        self._undoing: Undoing[Settings] = Undoing()

    @property
    def settings(self) -> Settings:
        """How the figures are looked at."""
        return self._settings

    @property
    def order(self) -> Order:
        """What the figures are sorted by."""
        return self._settings.order

    def list_anew(self) -> None:
        """List the figures as the settings say."""
        raise NotImplementedError

    def change(self, settings: Settings, *, kind: str = "") -> None:
        """Look at the figures in another way, which can be undone; a `kind` joins what is done bit by bit."""
        self._undoing.did(self._settings, settings, kind)
        self.restore(settings)

    def restore(self, settings: Settings) -> None:
        """Look at the figures as `settings` say; no step to undo."""
        self._settings = settings
        self.state.set_view("metrics", plain_settings(settings))
        if settings.filter == self.state.filter:
            self.list_anew()
        else:
            self.state.set_filter(settings.filter)  # we hear of it, and list

    def action_undo(self) -> None:
        """Take back the last change of order, filter, columns or groups."""
        self._go(self._undoing.undo(self._settings), "metrics.nothing-to-undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._go(self._undoing.redo(self._settings), "metrics.nothing-to-redo")

    def _go(self, settings: Settings | None, none: str) -> None:
        if settings is None:
            self.say(none)
        else:
            self.close_filter()
            self.restore(settings)

    def say(self, key: str, **values: object) -> None:
        """Show the sentence `key` of the catalogue at the foot of the screen."""
        self.post_message(Notice(self.state.words(key, **values)))
