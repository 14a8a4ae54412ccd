"""Sizes of dossiers: large ones take longer to read than a first frame should."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARRAYS = {"metrics": "metric", "timeline": "event"}
"""Files that may be large, each with the array of tables that makes it so."""

LARGE = 512 * 1024
"""Bytes of a file above which a preview is shown before all of it is read."""


def is_large(folder: Path) -> bool:
    """Return whether a file of the dossier in `folder` is large; False if none can be read."""
    try:
        return any((folder / f"{name}.toml").stat().st_size > LARGE for name in ARRAYS)
    except (OSError, ValueError):  # no such file, a zero byte in its name
        return False
