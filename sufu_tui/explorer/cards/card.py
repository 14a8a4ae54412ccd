"""The card: everything that is known of one item, with links to what mentions it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.flowview import FlowView
from sufu_tui.explorer.laidtext import LaidText
from sufu_tui.explorer.state import ViewState
from sufu_tui.typesetting.flow import Block, Run

_MOST_READY = 8
"""How many cards are kept that nobody looked at yet."""


class Card(FlowView):
    """Shows the item that it is told to; empty, it says how to fill it.

    It is written once it is its turn: of many items that pass by at once it writes the last.
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

    def __init__(self, state: ViewState, empty: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._state = state
        self._empty = empty  # the catalogue's key for what an empty card says
        self._ref: Ref | None = None
        self._other: Callable[[], Sequence[Block]] | None = None
        self._due = False
        self._ready: dict[Ref, tuple[Sequence[Block], LaidText]] = {}
        self._edition: tuple[object, ...] = ()  # what the ready ones are good for

    @property
    def ref(self) -> Ref | None:
        """The item on the card."""
        return self._ref

    def show_item(self, ref: Ref | None) -> None:
        """Show the card of the item at `ref`, or of none."""
        if ref != self._ref or self._other is not None:
            self._ref, self._other = ref, None
            if ref in self._ready and not self._due:
                self._write(keep_place=False)  # it takes no time
            else:
                self._write_soon()

    def show_other(self, write: Callable[[], Sequence[Block]]) -> None:
        """Show what is no item: `write` is whoever knows it."""
        self._ref, self._other = None, write
        self._write_soon()

    def rewrite(self) -> None:
        """Write the same card again, in what is now the language."""
        self._write(keep_place=True)

    def on_mount(self) -> None:
        """Say what the card is for."""
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
        ready = self._ready.get(item.ref)
        if ready is not None and not keep_place and self._edition == self._this_edition():
            self.show_ahead(*ready)
        else:
            self.show(self._blocks_of(item), keep_place=keep_place)

    def _blocks_of(self, item: Item) -> Sequence[Block]:
        from sufu_tui.explorer.cards.content import card_blocks  # the first frame has no card

        state = self._state
        return card_blocks(item, state.sums, state.mentions, state.words, state.day_zero)

    # Ahead of the reader

    def get_ready(self, refs: Iterable[Ref]) -> Iterator[None]:
        """Write and draw the cards of `refs`, which the reader may want next, one at each step."""
        for ref in refs:
            if not self._plain or not self._laid_for[0]:
                return
            self._prepare()
            if self._edition != self._this_edition():
                self._ready.clear()
                self._edition = self._this_edition()
            item = self._state.dossier.find(ref)
            if item is not None and ref not in self._ready:
                if len(self._ready) >= _MOST_READY:
                    del self._ready[next(iter(self._ready))]  # the oldest
                blocks = self._blocks_of(item)
                self._ready[ref] = (blocks, self._lay_ahead(blocks))
                yield

    def _this_edition(self) -> tuple[object, ...]:
        """Return all that cards depend on besides their items."""
        state = self._state
        return (state.dossier, state.words, state.day_zero, self._laid_for, self._look)
