"""Which dossiers are large, so that reading them takes longer than one waits for a first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARRAYS = {"metrics": "metric", "timeline": "event"}
"""The files that may be large, and the array of tables that makes them so."""

LARGE = 512 * 1024
"""Bytes of a file from which on it is shown before all of it is read."""


def is_large(folder: Path) -> bool:
    """Return whether a file of the dossier in `folder` is, as far as that can be told."""
    try:
        return any((folder / f"{name}.toml").stat().st_size > LARGE for name in ARRAYS)
    except (OSError, ValueError):  # no such file, a zero byte in its name
        return False
