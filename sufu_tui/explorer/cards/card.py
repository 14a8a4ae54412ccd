"""Card: all facts of one item, with links to its mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Item, Metric, Ref
from sufu_tui.explorer.commands import IDLE_IN
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.explorer.navigation import home_of
from sufu_tui.explorer.pane import Citation
from sufu_tui.explorer.reading_place import ref_in, table_of
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.text_layout import TextPlace, plain_text_place, text_place_from
from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.glyphs import BOOKMARK
from sufu_tui.typesetting.safe_characters import typed


class CardPlace(NamedTuple):
    """Place of a reader on a card: its item, the place in its text, and whether it takes the keys.

    `reckoned` tells whether it shows how the item is reckoned.
    """

    ref: Ref | None = None
    text: TextPlace = TextPlace()
    focused: bool = False
    reckoned: bool = False

    def to_plain(self) -> dict[str, object]:
        """Return the place as plain values, to be kept over a restart."""
        return {
            "ref": None if self.ref is None else str(self.ref),
            "text": plain_text_place(self.text),
            "focused": self.focused,
            "reckoned": self.reckoned,
        }


def card_place_from(plain: object, dossier: Dossier) -> CardPlace:
    """Return the place in plain values from any source; an empty card where its item is gone."""
    table = table_of(plain)
    ref = ref_in(dossier, table.get("ref"))
    if ref is None:
        return CardPlace()
    text = text_place_from(table.get("text"))
    return CardPlace(ref, text, table.get("focused") is True, table.get("reckoned") is True)


class Card(FlowText):
    """Card of an item, or in its place how it is reckoned; empty, it explains how to fill it.

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
        self._reckon: Callable[[], Sequence[Block]] | None = None
        self._due = False
        self._unwatch: Callable[[], None] = lambda: None
        self.idle_commands = IDLE_IN["card"]
        """Ids of the commands of the pane whose keys do something else here."""
        self.reckoned = False
        """True if it shows how its figure, or the totals of its group, are reckoned."""

    @property
    def ref(self) -> Ref | None:
        """Item on the card."""
        return self._ref

    def allow_focus(self) -> bool:
        """Take keys, but not for a card of no item that has no rows among others."""
        return super().allow_focus() and (self._ref is not None or not self.rows.is_shared)

    def show_item(self, ref: Ref | None) -> None:
        """Show the card of the item at `ref`, or of none."""
        if ref != self._ref or self._other is not None:
            self._ref, self._other, self.reckoned = ref, None, False
            self._write_soon()

    def show_other(
        self, write: Callable[[], Sequence[Block]], reckon: Callable[[], Sequence[Block]] | None = None
    ) -> None:
        """Show the blocks that `write` returns in the place of an item; `reckon` returns its reckoning."""
        self._ref, self._other, self._reckon, self.reckoned = None, write, reckon, False
        self._write_soon()

    def reckon(self) -> bool:
        """Show how the card's figure or totals are reckoned; return False where none is in view."""
        if not self.display or not self._reckoning():
            return False
        self.reckoned = True
        self._write(keep_place=False)
        if self.is_attached:
            self.screen.set_focus(self)
        return True

    def close_reckoning(self) -> bool:
        """Show the card again in the place of its reckoning; return False where there is none."""
        if not self.reckoned:
            return False
        self.reckoned = False
        self._write(keep_place=False)
        return True

    def action_open(self) -> None:
        """Open the target of the selected link (of a reckoning, its reckoning), or else of the title."""
        if self.reckoned and self.selected is not None:
            self.post_message(OpenItem(self.selected, reckoned=True))
        elif self._ref is not None and self.place.link is None and self._title_leads(self._ref):
            self.post_message(OpenItem(self._ref))
        else:
            super().action_open()

    def rewrite(self) -> None:
        """Write the same card again, in the present language."""
        self._write(keep_place=True)

    @property
    def card_place(self) -> CardPlace:
        """Place of the reader, to return to."""
        return CardPlace(self._ref, self.place, self.has_focus, self.reckoned)

    def return_to_card(self, place: CardPlace) -> None:
        """Return to a place on the card of an item; the card of a group stays."""
        if place.ref is not None:
            self._ref, self._other, self.reckoned = place.ref, None, place.reckoned
            self._write(keep_place=False)
        self.return_to(place.text)
        if place.focused:
            self.screen.set_focus(self)

    @property
    def ref_at_keys(self) -> Ref | None:
        """Item that the selected link leads to, while the card takes the keys; else None."""
        return self.selected if self.has_focus else None

    def citation(self) -> Citation | None:
        """Return the citation of the item that a selected link leads to, while the card takes the keys.

        Of a link to the web it is the address alone.
        """
        from sufu_tui.explorer.cards.labels import item_citation  # no start needs it

        state, address = self._state, self.selected_address
        if self.has_focus and address is not None:
            return Citation(address, address, address)
        item = state.dossier.find(self.selected) if self.has_focus and self.selected else None
        return None if item is None else item_citation(item, state.dossier, state.words)

    def items_in_view(self) -> Sequence[Item]:
        """Return the item on the card, with the figures that it names: their values stand there as well."""
        if not self.display:
            return ()
        links = (link.ref for link in self.links if link.ref is not None and link.ref.kind == "metric")
        refs = dict.fromkeys(ref for ref in (self._ref, *links) if ref is not None)
        found = (self._state.dossier.find(ref) for ref in refs)
        return [item for item in found if item is not None]

    def on_mount(self) -> None:
        """Show the text of an empty card, and what the search found on every card."""
        self._write(keep_place=False)
        self.mark(self._state.marks)
        self._unwatch = self._state.watch(self._hear)

    def on_unmount(self) -> None:
        """Stop following the search."""
        self._unwatch()

    def _hear(self, changes: frozenset[Change]) -> None:
        if Change.SEARCH in changes:
            self.mark(self._state.marks)

    def _write_soon(self) -> None:
        if not self._due:
            self._due = True
            self.call_next(self.write_due)

    def write_due(self) -> None:
        """Write the item that passed by last; a hidden card waits until it is shown."""
        if self._due and self.display:
            self._write(keep_place=False)

    def _write(self, *, keep_place: bool) -> None:
        self._due = False
        if self.reckoned:
            self.show(self._reckoning(), keep_place=keep_place)
            return
        words = self._state.words
        item = self._state.dossier.find(self._ref) if self._ref else None
        if item is None:
            other = self._other() if self._other is not None else ()
            self.show(other or [Block((Run(words(self._empty), "muted"),))])
            return
        self.show(self._blocks_of(item), keep_place=keep_place)

    def _reckoning(self) -> Sequence[Block]:
        """Return how the figure or the totals are reckoned; nothing where there are none."""
        from sufu_tui.explorer.cards.reckoning import reckoning_blocks  # few ask for one

        state = self._state
        item = state.dossier.find(self._ref) if self._ref else None
        if isinstance(item, Metric):
            return reckoning_blocks(item, state.indexes.calculator, state.indexes.totals, state.words)
        return self._reckon() if self._ref is None and self._reckon is not None else ()

    def _blocks_of(self, item: Item) -> Sequence[Block]:
        from sufu_tui.explorer.cards.content import card_blocks  # the first frame has no card

        state, is_link = self._state, self._title_leads(item.ref)
        indexes, zero, second = state.indexes, state.day_zero, state.second_words
        blocks = card_blocks(item, indexes, state.words, zero, is_link=is_link)
        title, facts = blocks[:1], blocks[1:]
        if second is not None:
            from sufu_tui.explorer.cards.second_version import with_second_version  # few set two

            other = card_blocks(item, indexes, second, zero)
            note = state.words("narrative.lone-links")
            title = with_second_version(title, other[:1], note)
            facts = with_second_version(facts, other[1:], note)
        return [*title, *self._bookmark_blocks(), *facts]

    def _title_leads(self, ref: Ref) -> bool:
        """Return whether the title leads to the list of all names: in any pane but that."""
        return ref.kind == "entity" and home_of(ref) != self._state.pane

    def _bookmark_blocks(self) -> Iterator[Block]:
        """Yield the bookmark of the card's item, with the reader's own line."""
        for bookmark in self._state.bookmarks:
            if bookmark.spot == (self._ref, None):
                line = typed(bookmark.line) or self._state.words("bookmarks.here")
                yield Block((Run(line, "muted"),), 2, Run(BOOKMARK, "label"))
