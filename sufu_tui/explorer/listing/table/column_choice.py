"""Column choice of the reader: which columns, their order, widths and number of frozen ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LEAST_WIDTH, MOST_WIDTH = 4, 120
"""Limits of the width of a column, in cells."""


class ColumnChoice(NamedTuple):
    """Choice of columns.

    `ids` are the columns from the left; None leaves them to the width of the table. `widths` are those
    set by hand, in cells. The first `frozen` columns stay where the others scroll sideways. `looks` are the
    ways in which some columns are shown that are not the usual ones; each kind of list has its own.
    """

    ids: tuple[str, ...] | None = None
    widths: tuple[tuple[str, int], ...] = ()
    frozen: int = 1
    looks: frozenset[str] = frozenset()

    def width(self, column_id: str) -> int | None:
        """Return the width that the reader gave a column, or None."""
        return dict(self.widths).get(column_id)

    def looking(self, look: str) -> ColumnChoice:
        """Return the choice with a look switched on, or off."""
        return self._replace(looks=self.looks ^ {look})

    # Changes; `shown` are the columns of the table just now, from which a choice sets out.

    def toggled(self, column_id: str, shown: Sequence[str]) -> ColumnChoice:
        """Return the choice with a column shown at the end, or hidden; the last one stays."""
        left = tuple(other for other in shown if other != column_id)
        if len(left) == len(shown):
            return self._replace(ids=(*shown, column_id))
        return self._replace(ids=left, frozen=min(self.frozen, len(left))) if left else self

    def moved(self, column_id: str, step: int, shown: Sequence[str]) -> ColumnChoice:
        """Return the choice with a column moved by `step` places; it stops at the ends."""
        ids = [other for other in shown if other != column_id]
        place = max(0, min(len(ids), shown.index(column_id) + step))
        ids.insert(place, column_id)
        return self if tuple(ids) == tuple(shown) else self._replace(ids=tuple(ids))

    def widened(self, column_id: str, cells: int) -> ColumnChoice:
        """Return the choice with a column `cells` cells wide, within the limits."""
        widths = dict(self.widths) | {column_id: max(LEAST_WIDTH, min(MOST_WIDTH, cells))}
        return self._replace(widths=tuple(sorted(widths.items())))

    def froze(self, count: int) -> ColumnChoice:
        """Return the choice with the first `count` columns frozen; only one, if `count` are already."""
        return self._replace(frozen=1 if count == self.frozen else count)


AUTOMATIC = ColumnChoice()
