"""Preferences file: the view settings of a dossier from one run to the next; one for each dossier."""

from __future__ import annotations

import re
from pathlib import Path

from sufu_tui.explorer.preferences import Preferences, preferences_from

_MOST_BYTES = 1_000_000  # we write some hundred


def file_stem(dossier_id: str) -> str:
    """Return the beginning of the names of the files that are kept of a dossier."""
    return re.sub(r"[^\w-]", "_", dossier_id)[:80]


class PreferencesFile:
    """File of the preferences of one dossier; without a usable folder nothing is kept."""

    def __init__(self, folder: Path | None, dossier_id: str) -> None:
        self._file = None if folder is None else folder / f"{file_stem(dossier_id)}.json"

    def load(self) -> Preferences:
        """Return the preferences kept; the defaults where there is no file, or no valid one."""
        if self._file is None or not self._file.exists():
            return Preferences()
        import json  # not needed by a first start

        try:
            with self._file.open("rb") as file:
                return preferences_from(json.loads(file.read(_MOST_BYTES)))
        except (OSError, ValueError, RecursionError):
            return Preferences()

    def save(self, preferences: Preferences) -> None:
        """Save `preferences`; a failure is no reason to disturb the reader."""
        if self._file is None:
            return
        import json

        from sufu_tui.writing.atomic_file import CannotWriteError, replace  # no start needs it

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(preferences.to_plain(), ensure_ascii=False, indent=1)
            replace(self._file, lambda part: _write(part, text))
        except (OSError, CannotWriteError):
            return


def _write(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", encoding="utf-8")
