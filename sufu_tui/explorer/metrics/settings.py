"""How the reader looks at the figures: all that undo brings back and a restart keeps."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from sufu_tui.explorer.metrics.choice import AUTOMATIC, ColumnChoice
from sufu_tui.explorer.metrics.order import Order

Grouping = Literal["area", "section", "unit"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


class Settings(NamedTuple):
    """Order, filter, columns and groups of the table; without `grouping`, one list and nothing folded.

    `folded` are the ids of the areas, sections or units whose figures are hidden below their heading.
    """

    order: Order = Order()
    filter: str = ""
    choice: ColumnChoice = AUTOMATIC
    grouping: Grouping | None = None
    folded: frozenset[str] = frozenset()

    def regrouped(self) -> Settings:
        """Group by what comes next: area, section, unit, then not at all."""
        following: tuple[Grouping | None, ...] = (*GROUPINGS, None)
        number = -1 if self.grouping is None else GROUPINGS.index(self.grouping)
        return self._replace(grouping=following[number + 1], folded=frozenset())
