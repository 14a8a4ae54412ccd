"""User folders for the state of programs, by platform (XDG Base Directory Specification)."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def state_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return the folder for the program's state; None where there is none.

    `XDG_STATE_HOME` goes before all, as the XDG Base Directory Specification has it: if it is absolute.
    """
    given = environ.get("XDG_STATE_HOME", "")
    home = environ.get("USERPROFILE" if platform == "win32" else "HOME", "")
    if os.path.isabs(given):  # noqa: PTH117  the text may be no path at all
        return Path(given) / "sufu-tui"
    if platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "sufu-tui"
    if not home:
        return None
    if platform == "darwin":
        return Path(home, "Library", "Application Support", "sufu-tui")
    return Path(home, ".local", "state", "sufu-tui")
