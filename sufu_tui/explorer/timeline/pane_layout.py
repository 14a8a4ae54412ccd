"""Layout of the timeline pane: the axis, the agenda or both, by its size and the reader's wish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from sufu_tui.explorer.commands import IDLE_IN

TimelineView = Literal["both", "axis", "agenda"]

_BOTH_FROM = 140
_BOTH_ON_DEMAND_FROM = 110
"""Columns from which both are shown on demand: the axis is narrow beside the list."""

_AXIS_FROM = 60
_CARD_BESIDE = 150
_LIST_AND_CARD = 110
_LOW, _TALL = 18, 34
"""Rows below which the card is low, and from which it is tall."""


def available_views(columns: int) -> tuple[TimelineView, ...]:
    """Return the views of a pane of so many columns, the best first."""
    if columns >= _BOTH_FROM:
        return ("both", "agenda", "axis")
    if columns >= _BOTH_ON_DEMAND_FROM:
        return ("axis", "agenda", "both")
    return ("axis", "agenda") if columns >= _AXIS_FROM else ("agenda", "axis")


def chosen_view(wanted: TimelineView | None, columns: int) -> TimelineView:
    """Return the view shown: the `wanted` one where there is room for it, else the best."""
    able = available_views(columns)
    return wanted if wanted in able else able[0]


def next_view(wanted: TimelineView | None, columns: int) -> TimelineView:
    """Return the view after the present one, in a circle."""
    able = available_views(columns)
    return able[(able.index(chosen_view(wanted, columns)) + 1) % len(able)]


class PaneLayout(NamedTuple):
    """Layout of a pane of so many columns and rows that shows `view`."""

    view: TimelineView
    columns: int
    rows: int

    @property
    def card_is_beside(self) -> bool:
        """True if the card stands beside the axis or the list, and not below."""
        beside_list = self.view == "agenda" and self.columns >= _LIST_AND_CARD
        return beside_list or (self.view == "axis" and self.columns >= _CARD_BESIDE)

    @property
    def idle_commands(self) -> frozenset[str]:
        """Ids of the commands that are none in the view: those of the axis in a list without it."""
        return IDLE_IN["agenda"] if self.view == "agenda" else frozenset()

    @property
    def classes(self) -> Mapping[str, bool]:
        """CSS classes of the pane, True for those that it has."""
        return {
            "-low": self.rows < _LOW,
            "-tall": self.rows >= _TALL,
            "-both": self.view == "both",
            "-agenda": self.view == "agenda",
            "-wide": self.columns >= _LIST_AND_CARD,
            "-beside": self.view == "axis" and self.columns >= _CARD_BESIDE,
        }


def laid_out(wanted: TimelineView | None, columns: int, rows: int) -> PaneLayout:
    """Return the layout of a pane of so many columns and rows with the `wanted` view, if there is room."""
    return PaneLayout(chosen_view(wanted, columns), columns, rows)
