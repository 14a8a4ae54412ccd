"""Settings of the table, kept by undo and over a restart; without the shared filter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.explorer.listing.table.column_choice import AUTOMATIC, LEAST_WIDTH, MOST_WIDTH, ColumnChoice
from sufu_tui.query.sort_keys import SortKey


class PossibleSettings(NamedTuple):
    """Possible settings of a list: ids of columns and sort columns, groupings, looks of columns."""

    columns: Collection[str]
    sort_columns: Collection[str]
    groupings: tuple[str, ...]
    looks: tuple[str, ...] = ()


class Settings(NamedTuple):
    """Order, columns and groups of the table; without `grouping`, one list and nothing folded.

    `folded` are the ids of the groups (of a section, say) whose rows are hidden below their heading.
    """

    order: SortOrder = SortOrder()
    choice: ColumnChoice = AUTOMATIC
    grouping: str | None = None
    folded: frozenset[str] = frozenset()

    def regrouped(self, groupings: tuple[str, ...]) -> Settings:
        """Return the settings with the next of `groupings`; after the last, none."""
        following: tuple[str | None, ...] = (*groupings, None)
        number = -1 if self.grouping is None else groupings.index(self.grouping)
        return self._replace(grouping=following[number + 1], folded=frozenset())

    def to_plain(self) -> dict[str, object]:
        """Return the settings as plain values, to be written as JSON."""
        choice = self.choice
        return {
            "order": [[key.column, key.descending] for key in self.order.keys],
            "columns": None if choice.ids is None else list(choice.ids),
            "widths": dict(choice.widths),
            "frozen": choice.frozen,
            **dict.fromkeys(sorted(choice.looks), True),
            "grouping": self.grouping,
            "folded": sorted(self.folded),
        }


def settings_from(plain: object, possible: PossibleSettings) -> Settings:
    """Return the settings in plain values from any source; those that are not `possible` are left out."""
    if not isinstance(plain, Mapping):
        return Settings()
    frozen, widths = plain.get("frozen"), plain.get("widths")
    choice = ColumnChoice(
        _columns(plain.get("columns"), possible),
        _widths(widths if isinstance(widths, Mapping) else {}, possible),
        frozen if isinstance(frozen, int) and 0 < frozen <= len(possible.columns) else 1,
        frozenset(look for look in possible.looks if plain.get(look) is True),
    )
    grouping = next((known for known in possible.groupings if known == plain.get("grouping")), None)
    folded = plain.get("folded") if grouping else None
    hidden = (
        frozenset(key for key in folded if isinstance(key, str)) if isinstance(folded, list) else frozenset()
    )
    return Settings(_order(plain.get("order"), possible), choice, grouping, hidden)


def _order(plain: object, possible: PossibleSettings) -> SortOrder:
    keys: dict[str, SortKey] = {}
    for pair in plain if isinstance(plain, list) else []:
        match pair:
            case [str(column), bool(descending)] if column in possible.sort_columns:
                keys.setdefault(column, SortKey(column, descending))
    return SortOrder(tuple(keys.values()))


def _column(plain: object, possible: PossibleSettings) -> str | None:
    return next((known for known in possible.columns if known == plain), None)


def _columns(plain: object, possible: PossibleSettings) -> tuple[str, ...] | None:
    found = [_column(column, possible) for column in plain] if isinstance(plain, list) else []
    return tuple(dict.fromkeys(column for column in found if column is not None)) or None


def _widths(plain: Mapping[object, object], possible: PossibleSettings) -> tuple[tuple[str, int], ...]:
    return tuple(
        sorted(
            (column, cells)
            for key, cells in plain.items()
            if (column := _column(key, possible)) is not None
            and isinstance(cells, int)
            and LEAST_WIDTH <= cells <= MOST_WIDTH
        )
    )
