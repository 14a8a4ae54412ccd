"""Preferences: how a dossier was looked at, kept from one run to the next as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.explorer.state import Change, SharedState

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

FORMAT = 1
"""Rises with every change that makes what was written before mean something else."""

_SAVE_SECONDS = 1.0


class Preferences(NamedTuple):
    """The theme, and the settings of each pane by its id; None and nothing where not known.

    Not the language: that is what the environment or the command line says, each time.
    """

    theme: str | None = None
    views: Mapping[str, object] = {}

    def to_plain(self) -> dict[str, object]:
        """Return the preferences as plain values, to be written as JSON."""
        return {"format": FORMAT, **self._asdict()}


def preferences_from(plain: object) -> Preferences:
    """Return the preferences in plain values, as read from anywhere; nonsense among them is left out."""
    if not isinstance(plain, Mapping) or plain.get("format") != FORMAT:
        return Preferences()
    theme, views = plain.get("theme"), plain.get("views")
    return Preferences(
        theme if isinstance(theme, str) else None,
        dict(views) if isinstance(views, Mapping) else {},
    )


class PreferencesSaver:
    """Saves the preferences a moment after one changed, and on leaving."""

    def __init__(self, app: App[None], state: SharedState, save: Callable[[Preferences], None]) -> None:
        self._app = app
        self._state = state
        self._save = save
        self._timer: Timer | None = None

    def start(self) -> None:
        """Notice changes from now on."""
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
        """Save what was changed last."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._save(Preferences(self._app.theme, self._state.plain_settings()))
