"""Linked view: what of a pane belongs to the item that the reader looked at before, in another one."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.model import Kind, Ref
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.status_line import StatusPart
from sufu_tui.query.linked_items import LinkedItems
from sufu_tui.typesetting.phrases import clip_phrase

LINKED = "»"
"""Sign of what belongs to that item."""

_NOTHING = LinkedItems()
_TITLE_CELLS = 24
"""Cells of its title in a sentence, which must leave room for the key and for what stands after it."""


class LinkedView:
    """View of one pane, whose items are of `kind`; the narrative's are paragraphs."""

    def __init__(self, state: SharedState, kind: Kind) -> None:
        self._state = state
        self._kind = kind
        self._for: tuple[Ref | None, int] = (None, 0)
        self._linked = _NOTHING

    @property
    def subject(self) -> Ref | None:
        """Item to which things belong: the current one where it is of another kind, else the one before."""
        state = self._state
        for ref in (state.current, state.looked_at_before):
            if ref is not None and ref.kind not in {self._kind, "section"}:
                return ref
        return None

    @property
    def linked(self) -> LinkedItems:
        """Items, paragraphs and time that belong to it."""
        subject, dossier = self.subject, self._state.dossier
        if self._for != (subject, id(dossier)):
            self._for = (subject, id(dossier))
            found = None if subject is None or dossier.find(subject) is None else subject
            self._linked = _NOTHING if found is None else self._state.indexes.links.of(found)
        return self._linked

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the items of the pane that belong to it."""
        return self.linked.ids(self._kind)

    def status(self, rank: int) -> Sequence[StatusPart]:
        """Return how many belong to which item, and the key that goes there; nothing where none does."""
        number = len(self.linked.paragraphs if self._kind == "section" else self.ids)
        subject = self.subject
        if not number or subject is None:
            return ()
        from sufu_tui.explorer.cards.labels import item_title  # no start needs it
        from sufu_tui.languages.quotation import within_quotes

        words = self._state.words
        title = within_quotes(item_title(self._state.dossier.item(subject), words))
        sentence = words.plural("linked.status", number, title=clip_phrase(title, _TITLE_CELLS))
        return (StatusPart(sentence, rank, words("linked.brief", number=number)),)
