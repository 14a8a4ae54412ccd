"""Where a system wants what programs keep for themselves."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def state_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return where the system wants what programs remember; None where there is no such place.

    `XDG_STATE_HOME` goes before all, as the XDG Base Directory Specification has it: if it is absolute.
    """
    return _folder(environ, platform, "XDG_STATE_HOME", (".local", "state"), ("Application Support",))


def cache_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Return where the system wants what can be made again; None where there is no such place.

    `XDG_CACHE_HOME` goes before all, as the XDG Base Directory Specification has it: if it is absolute.
    """
    found = _folder(environ, platform, "XDG_CACHE_HOME", (".cache",), ("Caches",))
    is_windows = platform == "win32" and not os.path.isabs(environ.get("XDG_CACHE_HOME", ""))  # noqa: PTH117
    return found / "Cache" if found is not None and is_windows else found


def _folder(
    environ: Mapping[str, str], platform: str, variable: str, unix: tuple[str, ...], mac: tuple[str, ...]
) -> Path | None:
    given = environ.get(variable, "")
    home = environ.get("USERPROFILE" if platform == "win32" else "HOME", "")
    if os.path.isabs(given):  # noqa: PTH117  asked of a text that may be no path at all
        return Path(given) / "sufu-tui"
    if platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "sufu-tui"
    if not home:
        return None
    if platform == "darwin":
        return Path(home, "Library", *mac, "sufu-tui")
    return Path(home, *unix, "sufu-tui")
