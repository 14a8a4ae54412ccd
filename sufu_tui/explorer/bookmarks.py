"""List of bookmarks: set and removed where the reader is, each with a line of the reader's own."""

from __future__ import annotations

from sufu_tui.dossier.bookmark import Bookmark, Spot, bookmark_at
from sufu_tui.explorer.bookmark_store import Bookmarks, BookmarkStore
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.question import Choice, Choices
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.bookmark_order import in_report_order
from sufu_tui.typesetting.safe_characters import typed
from sufu_tui.writing.spot_title import spot_title


class BookmarkList:
    """Question of a picker for bookmarks, and their changes.

    What is removed stays in the list until it is opened again, and is brought back by the same key.
    """

    line: LineId = "bookmarks"

    def __init__(self, state: SharedState, navigator: Navigator, store: BookmarkStore) -> None:
        self._state = state
        self._navigator = navigator
        self._store = store
        self._removed: dict[Spot, Bookmark] = {}  # with their lines, for one that is set again
        self._listed: Bookmarks = ()
        self._is_kept = True

    def begin(self) -> None:
        """Begin a new list, with the bookmarks that another explorer has set meanwhile."""
        if self._is_kept:
            self._state.set_bookmarks(self._store.load())
        self._listed = self._state.bookmarks

    def _change(self, spot: Spot, wanted: Bookmark | None) -> str:
        """Put `wanted`, or none, in the place of the bookmark at `spot`; say so where it is not kept."""

        def edit(bookmarks: Bookmarks) -> Bookmarks:
            changed = tuple(wanted if one.spot == spot else one for one in bookmarks)
            if wanted is not None and wanted not in changed:
                changed = (*changed, wanted)
            return tuple(one for one in changed if one is not None)

        kept = self._store.change(edit) if self._is_kept else None
        self._is_kept = kept is not None
        self._state.set_bookmarks(edit(self._state.bookmarks) if kept is None else kept)
        return "" if self._is_kept else self._state.words("bookmarks.unkept")

    def _say(self, key: str, title: str, fault: str) -> str:
        words = self._state.words
        return words("card.separator").join(filter(None, (fault, words(key, title=title))))

    def toggle(self, spot: Spot | None, nowhere: str) -> str:
        """Set a bookmark at `spot`, or remove that which is there; return a sentence.

        That for no spot is `nowhere` in the catalogue.
        """
        dossier, words = self._state.dossier, self._state.words
        if spot is None or dossier.find(spot.ref) is None:
            return words(nowhere)
        title = spot_title(spot, dossier, words)
        there = next((one for one in self._state.bookmarks if one.spot_in(dossier) == spot), None)
        if there is not None:
            self._removed[spot] = there
            return self._say("bookmarks.removed", title, self._change(there.spot, None))
        again = self._removed.pop(spot, None)
        new = bookmark_at(spot, dossier, again.line if again is not None else "")
        return self._say("bookmarks.set", title, self._change(spot, new))

    # The question

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("bookmarks.label")

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return words("bookmarks.placeholder")

    def find(self, text: str) -> Choices[Bookmark]:
        """Return the bookmarks whose words hold every term of `text`, in the order of the report."""
        state, words, terms = self._state, self._state.words, text.casefold().split()
        ordered = in_report_order(self._listed, state.dossier, state.indexes.backlinks)
        choices = [self.choice(bookmark, bookmark.line) for bookmark in ordered]
        found = [choice for choice in choices if all(term in _words_of(choice) for term in terms)]
        if not found:
            remark = words("search.none", query=text.strip()) if self._listed else words("bookmarks.empty")
            return Choices((), remark)
        return Choices(found, words("bookmarks.count", number=len(found)), tuple({one.tag for one in found}))

    def choice(self, bookmark: Bookmark, line: str) -> Choice[Bookmark]:
        """Return a bookmark as a choice: kind, title and the reader's own `line`."""
        state, words = self._state, self._state.words
        spot = bookmark.spot_in(state.dossier)
        title = typed(str(bookmark.spot.ref)) if spot is None else spot_title(spot, state.dossier, words)
        own = f"  {typed(line)}" if line else ""
        tag = words("bookmarks.gone" if spot is None else f"search.{spot.ref.kind}")
        if bookmark not in state.bookmarks:
            tag = words("bookmarks.is-removed")
        return Choice(tag, tuple(part for part in ((title, False), (own, True)) if part[0]), bookmark)

    async def choose(self, value: Bookmark, text: str) -> str:  # noqa: ARG002  argument of every question
        """Go to a bookmark."""
        spot = value.spot_in(self._state.dossier)
        if spot is None:
            return self._state.words("bookmarks.no-spot", ref=typed(str(value.spot.ref)))
        return await self._navigator.go_to(spot.ref, spot.paragraph)

    def remove(self, value: Bookmark) -> str:
        """Remove a bookmark from the list, or bring one back; return a sentence."""
        words, dossier = self._state.words, self._state.dossier
        spot = value.spot_in(dossier)
        title = typed(str(value.spot.ref)) if spot is None else spot_title(spot, dossier, words)
        if value not in self._state.bookmarks:
            return self._say("bookmarks.set", title, self._change(value.spot, value))
        return self._say("bookmarks.removed-here", title, self._change(value.spot, None))

    def about(self, value: Bookmark) -> BookmarkLine:
        """Return the question for the reader's own line of a bookmark."""
        return BookmarkLine(self, value)

    def write(self, value: Bookmark, line: str) -> str:
        """Keep the reader's own `line` of a bookmark; return a sentence."""
        words = self._state.words
        changed = value._replace(line=typed(line).strip())
        fault = self._change(value.spot, changed)
        return fault or words("bookmarks.written" if changed.line else "bookmarks.unwritten")


class BookmarkLine:
    """Question of a picker for the reader's own line of a bookmark."""

    line: LineId = "bookmark-line"

    def __init__(self, bookmarks: BookmarkList, bookmark: Bookmark) -> None:
        self._bookmarks = bookmarks
        self._bookmark = bookmark

    @property
    def text(self) -> str:
        """Line as it is."""
        return self._bookmark.line

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("bookmarks.line-label")

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return words("bookmarks.line-placeholder")

    def find(self, text: str) -> Choices[Bookmark]:
        """Return the bookmark with `text` as its line."""
        choice = self._bookmarks.choice(self._bookmark, text)
        return Choices([choice], "", (choice.tag,))

    async def choose(self, value: Bookmark, text: str) -> str:
        """Keep the line."""
        return self._bookmarks.write(value, text)


def _words_of(choice: Choice[Bookmark]) -> str:
    return f"{choice.tag} {''.join(text for text, _ in choice.parts)}".casefold()
