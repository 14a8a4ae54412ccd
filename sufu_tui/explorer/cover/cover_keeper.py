"""Keeper of the place on the cover: the selected link by what it leads to, and the first row in view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.explorer.cover.page_view import PagePlace, PageView
from sufu_tui.explorer.navigation import EVERY_PANE
from sufu_tui.explorer.reading_place import ref_in, text_of, whole_of
from sufu_tui.explorer.state import SharedState


class CoverWidgets(Protocol):
    """View of the cover, whose place is kept."""

    state: SharedState
    view: PageView


class CoverKeeper:
    """Keeper of the place in the pane of the cover."""

    def __init__(self, pane: CoverWidgets) -> None:
        self._pane = pane

    def plain(self) -> dict[str, object]:
        """Return the selected link and the first row in view."""
        top, link, target = self._pane.view.place
        if link is None or target is None:
            return {"top": top}
        ref = None if target.ref is None else str(target.ref)
        return {"top": top, "ref": ref, "pane": target.pane, "address": target.address}

    async def resume(self, plain: Mapping[str, object]) -> None:
        """Return to the link and the row; without the link, to the row alone."""
        state, top = self._pane.state, whole_of(plain.get("top"))
        pane = next((spec.id for spec in EVERY_PANE if spec.id == plain.get("pane")), None)
        address = text_of(plain.get("address")) or None
        target = PageTarget(ref_in(state.dossier, plain.get("ref")), pane, address)
        is_any = target != PageTarget()
        self._pane.view.return_to(PagePlace(top, 0, target) if is_any else PagePlace(top))

    def spot(self) -> Spot | None:
        """Return the item that the selected link leads to."""
        target = self._pane.view.selected_target
        return None if target is None or target.ref is None else Spot(target.ref)
