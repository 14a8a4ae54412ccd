"""Column choice of the reader: which columns, their order, widths and number of frozen ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sufu_tui.explorer.metrics.table.columns import (
    BARE_VALUE,
    COLUMNS,
    NARROW,
    POWERS,
    PRINTED_VALUE,
    SECOND_LABEL,
    TREND,
    WIDE,
    Column,
    ColumnId,
    TableText,
)

LEAST_WIDTH, MOST_WIDTH = 4, 120
"""Limits of the width of a column, in cells."""


class ColumnChoice(NamedTuple):
    """Choice of columns.

    `ids` are the columns from the left; None leaves them to the width of the table. `widths` are those
    set by hand, in cells. The first `frozen` columns stay where the others scroll sideways. `printed`
    shows values as their source prints them, `powers` draws points among powers of ten, not bars from zero.
    """

    ids: tuple[ColumnId, ...] | None = None
    widths: tuple[tuple[ColumnId, int], ...] = ()
    frozen: int = 1
    printed: bool = False
    powers: bool = False

    def columns(self, sheet: TableText, *, wide: bool) -> tuple[Column, ...]:
        """Return the columns to show; without a choice those for a `wide` table, or for a narrow one."""
        if self.ids is None:
            chosen = WIDE if wide else NARROW
            chosen = _with_trend(chosen) if sheet.has_trends else chosen
            if sheet.second is not None:
                chosen = (chosen[0], SECOND_LABEL, *chosen[1:])
        else:
            chosen = tuple(
                BARE_VALUE if column_id == "value" and "qualifier" in self.ids else COLUMNS[column_id]
                for column_id in self.ids
                if column_id != "second" or sheet.second is not None or len(self.ids) == 1
            )
        if self.printed:  # a printed value has its qualifier with it
            chosen = tuple(
                PRINTED_VALUE if column.id == "value" else column
                for column in chosen
                if column.id != "qualifier" or len(chosen) == 1
            )
        return tuple(POWERS if self.powers and column.id == "bar" else column for column in chosen)

    def width(self, column: Column) -> int | None:
        """Return the width that the reader gave `column`, or None."""
        return dict(self.widths).get(column.id)

    # Changes; `shown` are the columns of the table just now, from which a choice sets out.

    def toggled(self, column_id: ColumnId, shown: Sequence[ColumnId]) -> ColumnChoice:
        """Return the choice with a column shown at the end, or hidden; the last one stays."""
        left = tuple(other for other in shown if other != column_id)
        if len(left) == len(shown):
            return self._replace(ids=(*shown, column_id))
        return self._replace(ids=left, frozen=min(self.frozen, len(left))) if left else self

    def moved(self, column_id: ColumnId, step: int, shown: Sequence[ColumnId]) -> ColumnChoice:
        """Return the choice with a column moved by `step` places; it stops at the ends."""
        ids = [other for other in shown if other != column_id]
        place = max(0, min(len(ids), shown.index(column_id) + step))
        ids.insert(place, column_id)
        return self if tuple(ids) == tuple(shown) else self._replace(ids=tuple(ids))

    def widened(self, column_id: ColumnId, cells: int) -> ColumnChoice:
        """Return the choice with a column `cells` cells wide, within the limits."""
        widths = dict(self.widths) | {column_id: max(LEAST_WIDTH, min(MOST_WIDTH, cells))}
        return self._replace(widths=tuple(sorted(widths.items())))

    def froze(self, count: int) -> ColumnChoice:
        """Return the choice with the first `count` columns frozen; only one, if `count` are already."""
        return self._replace(frozen=1 if count == self.frozen else count)


AUTOMATIC = ColumnChoice()


def _with_trend(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    ids = [column.id for column in columns]
    after = ids.index("bar" if "bar" in ids else "value") + 1
    return (*columns[:after], TREND, *columns[after:])
