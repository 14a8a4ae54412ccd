"""Preferences: theme and view settings of a dossier, kept from one run to the next as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.explorer.state import Change, SharedState

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

FORMAT = 1
"""Version of the format; rises with every change of the meaning of saved values."""

_SAVE_SECONDS = 1.0


class Preferences(NamedTuple):
    """Theme, and the settings of each pane by its id; None and empty where unknown.

    Not the language: that comes from the environment or the command line, each time.
    """

    theme: str | None = None
    views: Mapping[str, object] = {}

    def to_plain(self) -> dict[str, object]:
        """Return the preferences as plain values, to be written as JSON."""
        return {"format": FORMAT, **self._asdict()}


def preferences_from(plain: object) -> Preferences:
    """Return the preferences in plain values from any source; invalid ones are left out."""
    if not isinstance(plain, Mapping) or plain.get("format") != FORMAT:
        return Preferences()
    theme, views = plain.get("theme"), plain.get("views")
    return Preferences(
        theme if isinstance(theme, str) else None,
        dict(views) if isinstance(views, Mapping) else {},
    )


class PreferencesSaver:
    """Saver of the preferences, a second after a change and on leaving."""

    def __init__(self, app: App[None], state: SharedState, save: Callable[[Preferences], None]) -> None:
        self._app = app
        self._state = state
        self._save = save
        self._timer: Timer | None = None

    def start(self) -> None:
        """Watch for changes from now on."""
        self._state.watch(self._state_changed)
        self._app.theme_changed_signal.subscribe(self._app, lambda _: self._save_soon())

    def _state_changed(self, changes: frozenset[Change]) -> None:
        if Change.PANE_SETTINGS in changes:
            self._save_soon()

    def _save_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._app.set_timer(_SAVE_SECONDS, self.flush)

    def flush(self) -> None:
        """Save the last changes."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._save(Preferences(self._app.theme, self._state.plain_settings()))
