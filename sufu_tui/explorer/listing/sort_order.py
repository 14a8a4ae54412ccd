"""Sort order that the reader builds key by key."""

from __future__ import annotations

from dataclasses import dataclass

from sufu_tui.query.sort_keys import SortKey

ASCENDING_MARK, DESCENDING_MARK = "▴", "▾"


@dataclass(frozen=True, slots=True)
class SortOrder:
    """Sort keys of the rows, the most significant first; without keys, the dossier's own order."""

    keys: tuple[SortKey, ...] = ()

    def cycled(self, column: str) -> SortOrder:
        """Return the next order by `column` alone: ascending, descending, the dossier's own."""
        alone = [key.column for key in self.keys] == [column]
        return SortOrder(_turned(self.keys if alone else (), column))

    def extended(self, column: str) -> SortOrder:
        """Return the next order with `column` as the least significant key: ascending, descending, none."""
        return SortOrder(_turned(self.keys, column))

    def mark(self, column: str) -> str:
        """Return the sign for the header of `column`: a direction, and its number among several keys."""
        for number, key in enumerate(self.keys, 1):
            if key.column == column:
                return direction(key) + (str(number) if len(self.keys) > 1 else "")
        return ""


def direction(key: SortKey) -> str:
    """Return the sign of the direction of `key`."""
    return DESCENDING_MARK if key.descending else ASCENDING_MARK


def _turned(keys: tuple[SortKey, ...], column: str) -> tuple[SortKey, ...]:
    """Return `keys` with that of `column` one step further: absent, ascending, descending, absent."""
    if all(key.column != column for key in keys):
        return (*keys, SortKey(column))
    return tuple(
        SortKey(column, descending=True) if key.column == column else key
        for key in keys
        if key.column != column or not key.descending
    )
