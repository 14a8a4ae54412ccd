"""What is remembered of a dossier's look from one run to the next: plain values, to be written as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

FORMAT = 1
"""Rises with every change that makes what was written before mean something else."""


class Remembered(NamedTuple):
    """The theme, and how each pane was looked at, by its id; None and nothing where not known.

    Not the language: that is what the environment or the command line says, each time.
    """

    theme: str | None = None
    views: Mapping[str, object] = {}


def to_plain(remembered: Remembered) -> dict[str, object]:
    """Return what is written of `remembered`."""
    return {"format": FORMAT, **remembered._asdict()}


def from_plain(plain: object) -> Remembered:
    """Return what `plain` says, as read from anywhere; what it does not say well is not remembered."""
    if not isinstance(plain, Mapping) or plain.get("format") != FORMAT:
        return Remembered()
    theme, views = plain.get("theme"), plain.get("views")
    return Remembered(
        theme if isinstance(theme, str) else None,
        dict(views) if isinstance(views, Mapping) else {},
    )
