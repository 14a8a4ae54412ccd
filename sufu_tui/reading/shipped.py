"""Shipped dossier: the folder that comes with the program."""

from __future__ import annotations

from pathlib import Path


def shipped_folder() -> Path:
    """Return the folder of the dossier that comes with the program."""
    package = Path(__file__).parent.parent
    installed = package / "data" / "suzhou-fuyang"
    return installed if installed.is_dir() else package.parent / "data" / "suzhou-fuyang"
