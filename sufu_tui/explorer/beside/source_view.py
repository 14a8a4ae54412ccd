"""Source view: the text of the source, in which claims and unclaimed figures stand out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.message import Message

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.commands import Scope, bindings_of
from sufu_tui.explorer.messages import OpenItem
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.text_layout import TextPlace
from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.measure import MEASURES

if TYPE_CHECKING:
    from sufu_tui.proof.marked_text import MarkedPlace, MarkedText

_ABOVE = 3
"""Share of the page that is above words scrolled to, which are read with what is around them: a third."""


class SourcePlace(NamedTuple):
    """Place of a reader in the source: in its text, the chosen words, and whether it takes the keys."""

    text: TextPlace = TextPlace()
    chosen: MarkedPlace | None = None
    focused: bool = False


class SourceView(FlowText):
    """Text of the source. One place in it is chosen: the claim of an item, or an unclaimed figure."""

    BINDINGS = bindings_of("source")
    DEFAULT_CSS = """
    SourceView {
        background: $surface;
        padding: 1 0 0 0;
        border-left: solid $ink-faint;
        &:focus { border-left: solid $primary; }
        &.-below { padding: 0; border-left: none; border-top: solid $ink-faint; }
        &.-below:focus { border-top: solid $primary; }
    }
    """

    command_scope: ClassVar[Scope] = "source"
    """Scope of the commands that it has beside those for everywhere."""

    class Left(Message):
        """Wish to return to the pane, beside which the source stays."""

    class NothingUnclaimed(Message):
        """Step to an unclaimed figure where there is none."""

    def __init__(self) -> None:
        super().__init__(measure=max(MEASURES.values()), keeps_selection=True, above=_ABOVE)
        self._marked: MarkedText | None = None
        self.chosen: MarkedPlace | None = None
        """Words chosen, if any."""

    def show_text(self, marked: MarkedText) -> None:
        """Show a text from its beginning, with nothing chosen."""
        self._marked, self.chosen = marked, None
        self.show(marked.blocks)

    def shows(self, marked: MarkedText) -> bool:
        """Return whether this text is shown."""
        return self._marked is marked

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence while there is no text yet."""
        self._marked, self.chosen = None, None
        self.show([Block((Run(sentence, "muted"),))])

    def choose(self, place: MarkedPlace) -> None:
        """Choose words, and scroll to them where they are not in view."""
        self.chosen = place
        if place.links:
            self.select(place.links.start)

    def choose_item(self, ref: Ref) -> bool:
        """Choose the words of an item's claim; return False where the text has none."""
        if self.chosen is not None and self.chosen.ref == ref:  # perhaps another claim of it
            return True
        place = self._marked.of(ref) if self._marked is not None else None
        if place is None:
            self.let_go()
            return False
        self.choose(place)
        return True

    def scroll_to_part(self, part: str) -> None:
        """Scroll to the beginning of a part, with nothing chosen."""
        self.let_go()
        number = self._marked.paragraph_of(part) if self._marked is not None else None
        if number is not None:
            self.scroll_to_anchor(number)

    def let_go(self) -> None:
        """Let go of the words chosen."""
        self.chosen = None
        self.clear_selection()

    def is_selected(self, link: int) -> bool:
        """Return whether a link is part of the words chosen."""
        return self.chosen is not None and link in self.chosen.links

    @property
    def source_place(self) -> SourcePlace:
        """Place of the reader, to return to."""
        return SourcePlace(self.place, self.chosen, self.has_focus)

    def return_to_source(self, place: SourcePlace) -> None:
        """Return to a place in the same text."""
        self.chosen = place.chosen
        self.return_to(place.text)
        if place.focused:
            self.screen.set_focus(self)

    def refs_in_view(self) -> Sequence[Ref]:
        """Return the items that claim words in view, each once."""
        bottom = self._top + self.viewport.page
        first, last = self._laid.links_above(self._top), self._laid.links_above(bottom)
        return tuple(dict.fromkeys(link.ref for link in self.links[first:last] if link.ref is not None))

    def select(self, number: int, *, follows: bool = True) -> None:
        """Select a link by its number, and choose the words that it is of."""
        if self.chosen is None or number not in self.chosen.links:
            self.chosen = self._marked.at_link(number) if self._marked is not None else None
        super().select(number, follows=follows)

    # Commands

    def action_next_claim(self) -> None:
        """Choose the next claim, or the first from the top of the view on; after the last, leave."""
        self._step(1)

    def action_previous_claim(self) -> None:
        """Choose the claim before; before the first, leave."""
        self._step(-1)

    def _step(self, step: int) -> None:
        place = self._after(self._marked.claims, step) if self._marked is not None else None
        if place is not None:
            self.choose(place)
        else:
            self.post_message(self.Left())

    def action_step_unclaimed(self, step: int) -> None:
        """Choose the next figure that nothing claims, or with -1 the one before, in a circle."""
        every = self._marked.unclaimed if self._marked is not None else ()
        if not every:
            self.post_message(self.NothingUnclaimed())
            return
        place = self._after(every, step)
        self.choose(place or every[0 if step > 0 else -1])
        self.screen.set_focus(self)

    def _after(self, every: Sequence[MarkedPlace], step: int) -> MarkedPlace | None:
        """Return the place after the chosen one, or with -1 before it; without one, from the view on."""
        chosen, marked = self.chosen, self._marked
        if chosen is not None:
            is_one = bool(every) and (chosen.claim is None) == (every[0].claim is None)
            number = marked.number_of(chosen) if is_one and marked is not None else None
            if number is not None:
                return every[number + step] if 0 <= number + step < len(every) else None
            here = chosen.links.start + (step > 0)
        else:
            here = self._laid.links_above(self._top if step > 0 else self._top + self.viewport.page)
        if step > 0:
            return next((place for place in every if place.links.start >= here), None)
        return next((place for place in reversed(every) if place.links.start < here), None)

    def action_open_claim(self) -> None:
        """Open the item that claims the words chosen."""
        claim = None if self.chosen is None else self.chosen.claim
        if claim is not None:
            self.post_message(OpenItem(claim.ref, claim.statement.paragraph))

    def action_leave_source(self) -> None:
        """Return to the pane."""
        self.post_message(self.Left())

    def action_open(self) -> None:
        """Open the item that claims the words chosen: a click does so as well."""
        self.action_open_claim()
