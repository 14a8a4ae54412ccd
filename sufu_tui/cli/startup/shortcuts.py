"""Switch of every shortcut that exists for speed alone: `SUFU_SHORTCUTS=off` takes them out, all together.

Any difference then, but for time and memory, is a fault of a shortcut. The layers below the command line
get the answer as an argument: one place reads the variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def shortcuts_wanted(environ: Mapping[str, str]) -> bool:
    """Return whether to take shortcuts: unless the variable SUFU_SHORTCUTS is `off`."""
    return environ.get("SUFU_SHORTCUTS") != "off"
