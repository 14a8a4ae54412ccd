"""Settings of the table, kept by undo and over a restart; without the shared filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from sufu_tui.explorer.metrics.sort_order import SortOrder
from sufu_tui.explorer.metrics.table.column_choice import AUTOMATIC, LEAST_WIDTH, MOST_WIDTH, ColumnChoice
from sufu_tui.explorer.metrics.table.columns import COLUMNS, ColumnId
from sufu_tui.query.sort_keys import METRIC_COLUMNS, SortKey

Grouping = Literal["area", "section", "unit"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


class Settings(NamedTuple):
    """Order, columns and groups of the table; without `grouping`, one list and nothing folded.

    `folded` are the ids of the areas, sections or units whose figures are hidden below their heading.
    """

    order: SortOrder = SortOrder()
    choice: ColumnChoice = AUTOMATIC
    grouping: Grouping | None = None
    folded: frozenset[str] = frozenset()

    def regrouped(self) -> Settings:
        """Return the settings with the next grouping: area, section, unit, none."""
        following: tuple[Grouping | None, ...] = (*GROUPINGS, None)
        number = -1 if self.grouping is None else GROUPINGS.index(self.grouping)
        return self._replace(grouping=following[number + 1], folded=frozenset())

    def to_plain(self) -> dict[str, object]:
        """Return the settings as plain values, to be written as JSON."""
        choice = self.choice
        return {
            "order": [[key.column, key.descending] for key in self.order.keys],
            "columns": None if choice.ids is None else list(choice.ids),
            "widths": dict(choice.widths),
            "frozen": choice.frozen,
            "printed": choice.printed,
            "powers": choice.powers,
            "grouping": self.grouping,
            "folded": sorted(self.folded),
        }


def settings_from(plain: object) -> Settings:
    """Return the settings in plain values from any source; invalid ones are left out."""
    if not isinstance(plain, Mapping):
        return Settings()
    frozen, widths = plain.get("frozen"), plain.get("widths")
    choice = ColumnChoice(
        _columns(plain.get("columns")),
        _widths(widths if isinstance(widths, Mapping) else {}),
        frozen if isinstance(frozen, int) and 0 < frozen <= len(COLUMNS) else 1,
        plain.get("printed") is True,
        plain.get("powers") is True,
    )
    grouping = next((known for known in GROUPINGS if known == plain.get("grouping")), None)
    folded = plain.get("folded") if grouping else None
    hidden = (
        frozenset(key for key in folded if isinstance(key, str)) if isinstance(folded, list) else frozenset()
    )
    return Settings(_order(plain.get("order")), choice, grouping, hidden)


def _order(plain: object) -> SortOrder:
    keys: dict[str, SortKey] = {}
    for pair in plain if isinstance(plain, list) else []:
        match pair:
            case [str(column), bool(descending)] if column in METRIC_COLUMNS:
                keys.setdefault(column, SortKey(column, descending))
    return SortOrder(tuple(keys.values()))


def _column(plain: object) -> ColumnId | None:
    return next((known for known in COLUMNS if known == plain), None)


def _columns(plain: object) -> tuple[ColumnId, ...] | None:
    found = [_column(column) for column in plain] if isinstance(plain, list) else []
    return tuple(dict.fromkeys(column for column in found if column is not None)) or None


def _widths(plain: Mapping[object, object]) -> tuple[tuple[ColumnId, int], ...]:
    return tuple(
        sorted(
            (column, cells)
            for key, cells in plain.items()
            if (column := _column(key)) is not None
            and isinstance(cells, int)
            and LEAST_WIDTH <= cells <= MOST_WIDTH
        )
    )
