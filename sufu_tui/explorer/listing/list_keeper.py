"""Keeper of the place in a list: the item, the marks, the views and the card, by ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.beside.companion import Companion, companion_place_from
from sufu_tui.explorer.listing.cursor import GroupHeading, Line
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.return_path import ListPlace, ReturnPath
from sufu_tui.explorer.listing.table_view import ListViews
from sufu_tui.explorer.reading_place import list_of, table_of, text_of, whole_of

_MOST_MARKS = 1_000
"""Marked items that are kept; of more none is."""


class KeptList(Protocol):
    """List whose place is kept."""

    model: ListModel
    list_views: ListViews
    beside: Companion

    async def resume_views(self, plain: Mapping[str, object]) -> object:
        """Show the view of a place in plain values; return that place."""
        ...


class ListKeeper:
    """Keeper of the place in the pane of a list."""

    def __init__(self, pane: KeptList, return_path: ReturnPath) -> None:
        self._pane = pane
        self._return_path = return_path

    def plain(self) -> dict[str, object]:
        """Return the line under the cursor, the marks, and the places in views and card."""
        place, model = self._return_path.place, self._pane.model
        items, line, marks = model.sheet.items, place.line, model.marks
        return {
            "item": items[line].id if isinstance(line, int) else None,
            "group": line.group if isinstance(line, GroupHeading) else None,
            "marks": [items[row].id for row in sorted(marks)] if len(marks) <= _MOST_MARKS else [],
            "view": self._pane.list_views.plain(),
            "card": place.beside.to_plain(),
        }

    async def resume(self, plain: Mapping[str, object]) -> None:
        """Return to the item in its view; where it is gone, the cursor stays on the first line."""
        model = self._pane.model
        marked = {text_of(one) for one in list_of(plain.get("marks"))[:_MOST_MARKS]}
        if marked:
            model.mark_rows(frozenset(row for row, item in enumerate(model.items) if item.id in marked))
        line = self._line(plain)
        if line is not None:
            model.cursor.choose(line)
        view = await self._pane.resume_views(table_of(plain.get("view")))
        beside = companion_place_from(plain.get("card"), model.state.dossier)
        self._return_path.return_to(ListPlace(line, view, beside))

    def _line(self, plain: Mapping[str, object]) -> Line | None:
        model = self._pane.model
        row = model.row_of(Ref(model.kind.kind, text_of(plain.get("item"))))
        group = whole_of(plain.get("group"), -1)
        return GroupHeading(group) if row is None and group >= 0 else row

    def spot(self) -> Spot | None:
        """Return the item under the cursor, or what the selected link of the card leads to."""
        row, at_keys = self._pane.model.cursor.row, self._pane.beside.ref_at_keys
        if at_keys is not None:
            return Spot(at_keys)
        return None if row is None else Spot(self._pane.model.items[row].ref)
