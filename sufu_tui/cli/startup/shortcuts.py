"""Switch of every shortcut that exists for speed alone: `SUFU_SHORTCUTS=off` takes them out, all together.

Whatever is then different, but for time and memory, is a fault of a shortcut. What stands lower than the
command line is handed the answer: one place reads the variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def shortcuts_wanted(environ: Mapping[str, str]) -> bool:
    """Return whether to take shortcuts: unless the variable SUFU_SHORTCUTS is `off`."""
    return environ.get("SUFU_SHORTCUTS") != "off"
