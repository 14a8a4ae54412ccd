"""Card: all facts of one item, with links to its mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.typesetting.flow import Block, Run


class Card(FlowText):
    """Card of an item; empty, it explains how to fill it.

    It is written in the next turn of its messages: of many items that pass by at once it writes the last.
    """

    DEFAULT_CSS = """
    Card {
        background: $surface;
        padding: 0;
        border-left: solid $ink-faint;
        &:focus { border-left: solid $primary; }
        &.-below { border-left: none; border-top: solid $ink-faint; }
        &.-below:focus { border-top: solid $primary; }
    }
    """

    def __init__(self, state: SharedState, empty: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._state = state
        self._empty = empty  # the catalogue's key of the text of an empty card
        self._ref: Ref | None = None
        self._other: Callable[[], Sequence[Block]] | None = None
        self._due = False

    @property
    def ref(self) -> Ref | None:
        """Item on the card."""
        return self._ref

    def show_item(self, ref: Ref | None) -> None:
        """Show the card of the item at `ref`, or of none."""
        if ref != self._ref or self._other is not None:
            self._ref, self._other = ref, None
            self._write_soon()

    def show_other(self, write: Callable[[], Sequence[Block]]) -> None:
        """Show the blocks that `write` returns, in the place of an item."""
        self._ref, self._other = None, write
        self._write_soon()

    def rewrite(self) -> None:
        """Write the same card again, in the present language."""
        self._write(keep_place=True)

    def on_mount(self) -> None:
        """Show the text of an empty card."""
        self._write(keep_place=False)

    def _write_soon(self) -> None:
        if not self._due:
            self._due = True
            self.call_next(self._write_due)

    def _write_due(self) -> None:
        self._write(keep_place=False)

    def _write(self, *, keep_place: bool) -> None:
        self._due = False
        words = self._state.words
        item = self._state.dossier.find(self._ref) if self._ref else None
        if item is None:
            other = self._other() if self._other is not None else ()
            self.show(other or [Block((Run(words(self._empty), "muted"),))])
            return
        self.show(self._blocks_of(item), keep_place=keep_place)

    def _blocks_of(self, item: Item) -> Sequence[Block]:
        from sufu_tui.explorer.cards.content import card_blocks  # the first frame has no card

        state = self._state
        return card_blocks(item, state.indexes.totals, state.indexes.backlinks, state.words, state.day_zero)
