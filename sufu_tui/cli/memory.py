"""The file in which the explorer's look outlives a restart: one for each dossier."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from sufu_tui.explorer.remembered import Remembered, from_plain, to_plain
from sufu_tui.writing.files import CannotWriteError, replace

_MOST_BYTES = 1_000_000  # we write some hundred


def state_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return where the system wants what programs remember; None where there is no such place.

    `XDG_STATE_HOME` goes before all, as the XDG Base Directory Specification has it: if it is absolute.
    """
    given = environ.get("XDG_STATE_HOME", "")
    home = environ.get("USERPROFILE" if platform == "win32" else "HOME", "")
    if os.path.isabs(given):  # noqa: PTH117  asked of a text that may be no path at all
        return Path(given) / "sufu-tui"
    if platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "sufu-tui"
    if not home:
        return None
    if platform == "darwin":
        return Path(home) / "Library" / "Application Support" / "sufu-tui"
    return Path(home) / ".local" / "state" / "sufu-tui"


class Memory:
    """Remembers the look of one dossier; without a folder, or with one that cannot be used, nothing."""

    def __init__(self, folder: Path | None, dossier_id: str) -> None:
        name = re.sub(r"[^\w-]", "_", dossier_id)[:80]
        self._file = None if folder is None else folder / f"{name}.json"

    def recall(self) -> Remembered:
        """Return what was remembered; nothing where there is no file, or none that makes sense."""
        if self._file is None:
            return Remembered()
        try:
            with self._file.open("rb") as file:
                return from_plain(json.loads(file.read(_MOST_BYTES)))
        except (OSError, ValueError, RecursionError):
            return Remembered()

    def keep(self, remembered: Remembered) -> None:
        """Remember; where that cannot be done, it is no reason to disturb the reader."""
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(to_plain(remembered), ensure_ascii=False, indent=1)
            replace(self._file, lambda part: _write(part, text))
        except (OSError, CannotWriteError):
            return


def _write(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", encoding="utf-8")
