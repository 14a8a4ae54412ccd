"""What stands where: the axis, the agenda or both, by how wide the pane is and what the reader wants."""

from __future__ import annotations

from typing import Literal

Showing = Literal["both", "axis", "agenda"]

_BOTH_FROM = 140
_BOTH_ON_DEMAND_FROM = 110
"""Where the axis would be narrow beside the list: both are shown to whoever asks for them."""

_AXIS_FROM = 60


def showings(columns: int) -> tuple[Showing, ...]:
    """Return what a pane of so many columns can show, the best first."""
    if columns >= _BOTH_FROM:
        return ("both", "agenda", "axis")
    if columns >= _BOTH_ON_DEMAND_FROM:
        return ("axis", "agenda", "both")
    return ("axis", "agenda") if columns >= _AXIS_FROM else ("agenda", "axis")


def showing(wanted: Showing | None, columns: int) -> Showing:
    """Return what is shown: what is `wanted`, where there is room for it, else the best."""
    able = showings(columns)
    return wanted if wanted in able else able[0]


def next_showing(wanted: Showing | None, columns: int) -> Showing:
    """Return what to show after what is shown now, in a circle."""
    able = showings(columns)
    return able[(able.index(showing(wanted, columns)) + 1) % len(able)]
