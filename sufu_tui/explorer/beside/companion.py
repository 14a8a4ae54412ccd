"""Companion: what stands beside a pane, or below it: the card of the item, or the source in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Dossier, Item, Ref, Section
from sufu_tui.explorer.cards.card import Card, CardPlace, card_place_from
from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.pane import Citation
from sufu_tui.explorer.state import Change, CompanionKind, SharedState

if TYPE_CHECKING:
    from textual.events import Resize

    from sufu_tui.explorer.beside.source_foot import SourceFoot
    from sufu_tui.explorer.beside.source_view import SourcePlace, SourceView
    from sufu_tui.explorer.widgets.flow_text import FlowText
    from sufu_tui.typesetting.flow import Block


_LOW = 8
"""Rows below which the foot of the source has one."""


class CompanionPlace(NamedTuple):
    """Place of a reader beside a pane: what stands there, and the places on the card and in the source."""

    kind: CompanionKind = "card"
    card: CardPlace = CardPlace()
    source: SourcePlace | None = None

    def to_plain(self) -> dict[str, object]:
        """Return the place on the card as plain values: another run may have no source."""
        return self.card.to_plain()


def companion_place_from(plain: object, dossier: Dossier) -> CompanionPlace:
    """Return the place in plain values from any source, on the card."""
    return CompanionPlace(card=card_place_from(plain, dossier))


class Companion(Container):
    """Companion of a pane. The source in it follows the current item, the card what the pane shows on it.

    The pane lays it out; it is `-filled` with an item's card, or shows the `-source`.
    """

    DEFAULT_CSS = """
    Companion.-low SourceFoot { height: 1; }
    """

    def __init__(self, state: SharedState, empty: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.card = Card(state, empty)
        """Card of an item."""
        self.source: SourceView | None = None
        """Text of the source, once it was asked for."""
        self._foot: SourceFoot | None = None
        self._state = state
        self._is_below = False

    def compose(self) -> ComposeResult:
        """Compose the card; the source is made when it is first shown."""
        yield self.card

    def on_resize(self, event: Resize) -> None:
        """Leave the words of the source the rows of a low terminal."""
        self.set_class(event.size.height < _LOW, "-low")

    def on_mount(self) -> None:
        """Show the source where it stands beside the other panes."""
        if self.shows_source:
            self._arrange()

    @property
    def shows_source(self) -> bool:
        """True if the source stands in the place of the card."""
        return self._state.beside == "source"

    @property
    def ref(self) -> Ref | None:
        """Item on the card."""
        return self.card.ref

    @property
    def ref_at_keys(self) -> Ref | None:
        """Item that the selected link or words lead to, while what stands here takes the keys; else None."""
        source = self.source
        if source is not None and source.has_focus:
            return None if source.chosen is None else source.chosen.ref
        return self.card.ref_at_keys

    @property
    def has_keys(self) -> bool:
        """True if the card or the source takes the keys."""
        return self.card.has_focus or (self.source is not None and self.source.has_focus)

    def set_below(self, below: bool) -> None:
        """Draw for a place below the pane, or beside it."""
        self._is_below = below
        for widget in (self.card, self.source):
            if widget is not None:
                widget.set_class(below, "-below")

    # What a pane shows

    def show_item(self, ref: Ref | None) -> None:
        """Show the card of the item at `ref`, or of none."""
        self.set_class(ref is not None, "-filled")
        self.card.show_item(ref)

    def show_other(
        self, write: Callable[[], Sequence[Block]], reckon: Callable[[], Sequence[Block]] | None = None
    ) -> None:
        """Show a card of no item, as `Card.show_other` does."""
        self.card.show_other(write, reckon)

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language, another companion or the words of another current item."""
        if changes & {Change.LANGUAGE, Change.SECOND_LANGUAGE, Change.DAY_ZERO, Change.BOOKMARKS}:
            self.card.rewrite()
        if Change.SEARCH in changes and self.source is not None:
            self.source.mark(self._state.marks)
        if changes & {Change.BESIDE, Change.PROOF, Change.DOSSIER}:
            self._arrange()
        elif self.shows_source and changes & {Change.CURRENT, Change.LANGUAGE}:
            self._follow()

    def take_keys(self) -> None:
        """Let the next key be for what stands here."""
        widget = self.source if self.shows_source and self.source is not None else self.card
        if widget.is_attached:
            self.screen.set_focus(widget)

    # What the explorer asks for

    def step_up(self) -> bool:
        """Give back the card for its reckoning or the source; return False where there is neither."""
        if self.card.close_reckoning():
            return True
        if not self.shows_source:
            return False
        self._state.set_beside("card")
        return True

    def toggle_reckoning(self) -> str:
        """Show how the figure on the card is reckoned, or the card again; return a sentence if neither."""
        is_done = self.card.close_reckoning() or self.reckon()
        return "" if is_done else self._state.words("reckoning.none")

    def reckon(self) -> bool:
        """Show on the card how its figure is reckoned; return False where it has none."""
        if not self.shows_source:
            return self.display and self.card.reckon()
        self._state.set_beside("card")
        return self.card.reckon()

    def citation(self) -> Citation | None:
        """Return the citation of what is selected here, while it takes the keys."""
        source = self.source
        if source is None or not source.has_focus:
            return self.card.citation()
        from sufu_tui.explorer.cards.labels import item_citation  # no start needs it

        dossier = self._state.dossier
        item = dossier.find(source.chosen.ref) if source.chosen and source.chosen.ref else None
        return None if item is None else item_citation(item, dossier, self._state.words)

    def items_in_view(self) -> Sequence[Item]:
        """Return the items that are named here."""
        if not self.display:
            return ()
        if not self.shows_source or self.source is None:
            return self.card.items_in_view()
        found = (self._state.dossier.find(ref) for ref in self.source.refs_in_view())
        return [item for item in found if item is not None]

    @property
    def place(self) -> CompanionPlace:
        """Place of the reader, to return to."""
        source = self.source.source_place if self.shows_source and self.source is not None else None
        return CompanionPlace(self._state.beside, self.card.card_place, source)

    def return_to(self, place: CompanionPlace) -> None:
        """Return to a place."""
        self.set_class(place.card.ref is not None, "-filled")
        self._state.set_beside(place.kind)
        self.card.return_to_card(place.card)
        if self.source is not None and place.source is not None and self._state.proof is not None:
            self.source.return_to_source(place.source)
            self._say_foot()

    # The source

    def _arrange(self) -> None:
        """Show what the state says."""
        if not self.shows_source:
            if self.source is not None and self.source.has_focus:
                self.post_message(self.source.Left())
            self._set_kind()
            self.card.write_due()
            return
        if not self.is_attached:  # the reader has left meanwhile
            return
        source, foot = self._made()
        proof = self._state.proof
        if proof is None:
            source.show_sentence(self._state.words("beside.proving"))
            foot.say((), "")
        elif not source.shows(proof):
            source.show_text(proof)
            source.mark(self._state.marks)
        self._set_kind()
        self._follow()

    def _set_kind(self) -> None:
        shows_source = self.shows_source
        self.set_class(shows_source, "-source")
        self.card.display = not shows_source
        for widget in (self.source, self._foot):
            if widget is not None:
                widget.display = shows_source

    def _made(self) -> tuple[SourceView, SourceFoot]:
        if self.source is None or self._foot is None:
            # No start needs them.
            from sufu_tui.explorer.beside.source_foot import SourceFoot
            from sufu_tui.explorer.beside.source_view import SourceView

            self.source, self._foot = SourceView(), SourceFoot()
            self.source.set_class(self._is_below, "-below")
            self.mount(self.source, self._foot)
        return self.source, self._foot

    def _follow(self) -> None:
        """Choose the words of the current item in the source."""
        source, ref = self.source, self._state.current
        if source is None or self._state.proof is None:
            return
        item = self._state.dossier.find(ref) if ref is not None else None
        if isinstance(item, Section):
            if source.chosen is None or source.chosen.ref != item.ref:  # not a quotation of it
                source.scroll_to_part(item.source.part)
        elif item is not None:
            source.choose_item(item.ref)
        self._say_foot()

    def _say_foot(self) -> None:
        proof, words = self._state.proof, self._state.words
        if proof is None or self._foot is None or self.source is None:
            return
        from sufu_tui.explorer.beside.source_foot import chosen_parts, proven_parts

        chosen = self.source.chosen
        ref = self._state.current if chosen is None else chosen.ref
        item = self._state.dossier.find(ref) if ref is not None else None
        told = tuple(chosen_parts(proof, chosen, item, words))
        self._foot.say((told, tuple(proven_parts(proof.proof, words))), words("card.separator"))

    def on_flow_text_link_selected(self, event: FlowText.LinkSelected) -> None:
        """Tell of other words chosen in the source; of the card nothing is told."""
        event.stop()
        self._say_foot()

    def on_source_view_nothing_unclaimed(self) -> None:
        """Say that there is nothing to step to."""
        self.post_message(Notice(self._state.words("beside.nothing-unclaimed")))
