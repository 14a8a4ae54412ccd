"""Linked view: what of a pane belongs to the item that the reader looked at before, in another one."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.model import Kind, Ref
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.status_line import StatusPart
from sufu_tui.query.linked_items import LinkedItems
from sufu_tui.typesetting.phrases import clip_phrase

_NOTHING = LinkedItems()
_NO_IDS: frozenset[str] = frozenset()
_TITLE_CELLS = 24
"""Cells of its title in a sentence, which must leave room for the key and for what stands after it."""
_SHORT_TITLE_CELLS = 14
"""Cells of its title where the sentence says more."""


class LinkedView:
    """View of one pane, whose items are of `kind`; the narrative's are paragraphs."""

    def __init__(self, state: SharedState, kind: Kind) -> None:
        self._state = state
        self._kind = kind
        self._for: tuple[Ref | None, int] = (None, 0)
        self._linked = _NOTHING
        self._ids: frozenset[str] = frozenset()

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
            self._ids = self._linked.ids(self._kind)
        return self._linked

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the items of the pane that belong to it."""
        return self._ids if self.linked.refs else _NO_IDS

    @property
    def number(self) -> int:
        """Number of the items of the pane, or of the paragraphs, that belong to it."""
        return len(self.linked.paragraphs if self._kind == "section" else self.ids)

    def status(self, rank: int, listed: int | None = None, outside: int = 0) -> Sequence[StatusPart]:
        """Return how many belong to which item, and the key that goes there; nothing where none does.

        So many of them are `listed`, all unless told: no key leads to what a filter hides. Of these so many
        lie `outside` of what is in view.
        """
        number, subject, words = self.number, self.subject, self._state.words
        if not number or subject is None:
            return ()
        if listed == 0:
            hidden = words.plural("linked.hidden", number, title=self._title(subject, _TITLE_CELLS))
            return (StatusPart(hidden, rank),)
        number = number if listed is None else listed
        brief = words("linked.brief", number=number)
        if not outside:
            title = self._title(subject, _TITLE_CELLS)
            return (StatusPart(words.plural("linked.status", number, title=title), rank, brief),)
        title = self._title(subject, _SHORT_TITLE_CELLS)
        sentence = words.plural("linked.status-outside", number, title=title, count=outside)
        return (StatusPart(sentence, rank, brief),)

    def clear(self) -> str:
        """Let nothing belong to it any more, and say so; an empty sentence where nothing in the pane did."""
        subject, state = self.subject, self._state
        in_time = self._kind == "event" and self.linked.time is not None
        if subject is None or not (self.number or in_time):
            return ""
        state.look_again(None if state.current == subject else state.current, None)
        return state.words("linked.cleared", title=self._title(subject))

    def _title(self, subject: Ref, cells: int | None = None) -> str:
        from sufu_tui.explorer.cards.labels import item_title  # no start needs it
        from sufu_tui.languages.quotation import within_quotes

        title = item_title(self._state.dossier.item(subject), self._state.words)
        return within_quotes(title if cells is None else clip_phrase(title, cells))
