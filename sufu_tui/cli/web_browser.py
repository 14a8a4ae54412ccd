"""Web browser: opens an address on the reader's desktop, and never in the explorer's terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePath

_TEXT_BROWSERS = frozenset({"www-browser", "links", "links2", "elinks", "lynx", "w3m", "browsh", "carbonyl"})
"""Programs that would draw in a terminal; Debian calls any of them `www-browser`."""

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
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
    if not has_desktop(os.environ, sys.platform) or draws_in_terminal(_browser_name()):
        return False
    # A process of its own, without our terminal: some browsers write there, or read keys from it.
    # Isolated (-I): a file in the working folder could be called webbrowser.py.
    try:
        process = subprocess.Popen(  # noqa: S603  no shell: the address is one argument
            [sys.executable, "-I", "-c", _OPEN, uri],
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


def draws_in_terminal(command: str | None) -> bool:
    """Return whether the browser of a command draws in a terminal; None is no browser at all."""
    if command is None:
        return True
    name = PurePath(command.split(maxsplit=1)[0] if command.strip() else "").name
    return name.casefold().removesuffix(".exe") in _TEXT_BROWSERS


def _browser_name() -> str | None:
    """Return the command of the browser that the standard library would open first; None without any."""
    import webbrowser  # looks for every browser at its first use, which takes a while

    try:
        return str(getattr(webbrowser.get(), "name", ""))
    except webbrowser.Error:
        return None
