"""Preferences: theme, view settings and place in a dossier, kept from one run to the next as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.explorer.reading_place import ReadingPlace, reading_place_from
from sufu_tui.explorer.state import SharedState

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

FORMAT = 1
"""Version of the format; rises with every change of the meaning of saved values."""

_SAVE_SECONDS = 1.0


class Preferences(NamedTuple):
    """Theme, the settings of each pane by its id, and the reader's place; None and empty where unknown.

    Without a place the dossier has not been read before.
    """

    theme: str | None = None
    views: Mapping[str, object] = {}
    place: ReadingPlace | None = None

    def to_plain(self) -> dict[str, object]:
        """Return the preferences as plain values, to be written as JSON."""
        place = None if self.place is None else self.place.to_plain()
        return {"format": FORMAT, "theme": self.theme, "views": self.views, "place": place}


def preferences_from(plain: object) -> Preferences:
    """Return the preferences in plain values from any source; invalid ones are left out."""
    if not isinstance(plain, Mapping) or plain.get("format") != FORMAT:
        return Preferences()
    theme, views = plain.get("theme"), plain.get("views")
    return Preferences(
        theme if isinstance(theme, str) else None,
        dict(views) if isinstance(views, Mapping) else {},
        reading_place_from(plain.get("place")),
    )


class PreferencesSaver:
    """Saver of the preferences: a second after a change, and on leaving the place as well.

    A reader who has not moved leaves the `kept` place as it is, unless a place was `asked` for.
    """

    def __init__(
        self,
        app: App[None],
        state: SharedState,
        save: Callable[[Preferences], None],
        place: Callable[[], ReadingPlace],
        *,
        kept: Preferences,
        asked: bool,
    ) -> None:
        """Save by `save` what has changed since `kept`; `place` returns the present place."""
        self._app = app
        self._state = state
        self._save = save
        self._place = place
        self._kept = kept
        self._always = asked or kept.place is None
        self._begun: ReadingPlace | None = None
        self._timer: Timer | None = None

    def start(self) -> None:
        """Watch for changes from now on."""
        self._state.watch(lambda _: self._save_soon())
        self._app.theme_changed_signal.subscribe(self._app, lambda _: self._save_soon())

    def begin(self) -> None:
        """Take the present place for the one that the reader begins in."""
        self._begun = self._place()

    def _save_soon(self) -> None:
        if self._timer is None:
            self._timer = self._app.set_timer(_SAVE_SECONDS, self.flush)

    def flush(self, *, gone: bool = False) -> None:
        """Save the last changes, if there are any; of the place those before the screen was `gone`."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        here = self._kept.place
        if not gone:
            place = self._place()
            has_moved = self._begun is not None and place != self._begun
            here = place if has_moved or self._always else here
        views = {**self._kept.views, **self._state.plain_settings()}
        now = Preferences(self._app.theme, views, here)
        if now != self._kept:
            self._kept = now
            self._save(now)
