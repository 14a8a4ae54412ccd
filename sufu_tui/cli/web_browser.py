"""Web browser: opens an address on the reader's desktop, and never in the explorer's terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from sufu_tui.cli import page_opener

_WAIT_SECONDS = 3.0
"""Time after which a browser that has not ended is one that shows the page."""


def has_desktop(environ: Mapping[str, str], platform: str) -> bool:
    """Return whether a browser with a window of its own can be seen by the reader.

    On another machine (SSH) its window would open there. A command in BROWSER is taken at its word wherever
    it is: it may hand the address back over the connection, as editors have it.
    """
    if environ.get("BROWSER"):
        return True
    if any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")):
        return False
    if platform in {"win32", "darwin", "cygwin"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def browse(uri: str) -> bool:
    """Open a URI in the browser of the desktop; return False where there is none, or it fails at once."""
    if not has_desktop(os.environ, sys.platform):
        return False
    # A process without our terminal: some browsers write there, or read keys from it.
    # Isolated (-I): a file in the working folder could be called webbrowser.py.
    try:
        process = subprocess.Popen(  # noqa: S603  no shell: the address is one argument
            [sys.executable, "-I", page_opener.__file__, uri],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        return process.wait(_WAIT_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
