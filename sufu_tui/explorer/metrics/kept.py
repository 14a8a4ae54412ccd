"""The settings of the table as plain values, for a restart; the filter is not among them."""

from __future__ import annotations

from collections.abc import Mapping

from sufu_tui.asking.sorting import METRIC_COLUMNS, SortKey
from sufu_tui.explorer.metrics.choice import LEAST_WIDTH, MOST_WIDTH, ColumnChoice
from sufu_tui.explorer.metrics.columns import COLUMNS, ColumnId
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.metrics.settings import GROUPINGS, Settings


def plain_settings(settings: Settings) -> dict[str, object]:
    """Return what is kept of `settings`."""
    choice = settings.choice
    return {
        "order": [[key.column, key.descending] for key in settings.order.keys],
        "columns": None if choice.ids is None else list(choice.ids),
        "widths": dict(choice.widths),
        "frozen": choice.frozen,
        "printed": choice.printed,
        "linear": choice.linear,
        "grouping": settings.grouping,
        "folded": sorted(settings.folded),
    }


def settings_from(plain: object) -> Settings:
    """Return the settings that `plain` says, as read from anywhere; what makes no sense is left out."""
    if not isinstance(plain, Mapping):
        return Settings()
    frozen, widths = plain.get("frozen"), plain.get("widths")
    choice = ColumnChoice(
        _columns(plain.get("columns")),
        _widths(widths if isinstance(widths, Mapping) else {}),
        frozen if isinstance(frozen, int) and 0 < frozen <= len(COLUMNS) else 1,
        plain.get("printed") is True,
        plain.get("linear") is True,
    )
    grouping = next((known for known in GROUPINGS if known == plain.get("grouping")), None)
    folded = plain.get("folded") if grouping else None
    hidden = (
        frozenset(key for key in folded if isinstance(key, str)) if isinstance(folded, list) else frozenset()
    )
    return Settings(_order(plain.get("order")), "", choice, grouping, hidden)


def _order(plain: object) -> Order:
    keys: dict[str, SortKey] = {}
    for pair in plain if isinstance(plain, list) else []:
        match pair:
            case [str(column), bool(descending)] if column in METRIC_COLUMNS:
                keys.setdefault(column, SortKey(column, descending))
    return Order(tuple(keys.values()))


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
