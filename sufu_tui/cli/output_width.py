"""Width of the standard output in cells."""

from __future__ import annotations

import os
from typing import TextIO

_USUAL = 80


def columns_of(out: TextIO) -> int | None:
    """Return the cells in a line of the terminal behind `out`, or None where there is no terminal.

    COLUMNS goes before the terminal's own answer; without either it is 80.
    """
    if not out.isatty():
        return None
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return int(asked)
    try:
        return os.get_terminal_size(out.fileno()).columns or _USUAL
    except OSError:
        return _USUAL
