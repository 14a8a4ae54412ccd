"""Page opener: a program of its own that hands one URI to the browser of the desktop.

It has no part of ours, for it is run by its path, with nothing but the standard library in reach.
"""

from __future__ import annotations

import sys
from pathlib import PurePath

_TEXT_BROWSERS = frozenset({"www-browser", "links", "links2", "elinks", "lynx", "w3m", "browsh", "carbonyl"})
"""Programs that draw in a terminal; Debian calls any of them `www-browser`."""


def draws_in_terminal(command: str) -> bool:
    """Return whether the browser of a command draws in a terminal."""
    name = PurePath(command.split(maxsplit=1)[0] if command.strip() else "").name
    return name.casefold().removesuffix(".exe") in _TEXT_BROWSERS


def main(uri: str) -> int:
    """Open `uri`; return 0, or 1 where no browser has a window of its own."""
    import webbrowser  # looks for browsers at its first use

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return 1
    return 1 if draws_in_terminal(str(getattr(browser, "name", ""))) or not webbrowser.open(uri) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
