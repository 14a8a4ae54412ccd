"""Shared state: the observable object of the dossier, the current item, the filter and the languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Literal, Protocol

from sufu_tui.dossier.bookmark import Bookmark
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Event, Ref
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.explorer.reader_languages import ReaderLanguages
from sufu_tui.explorer.reading_place import MOST_FILTERS
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter
from sufu_tui.query.indexes import DossierIndexes

if TYPE_CHECKING:
    from sufu_tui.proof.marked_text import MarkedText


class Change(Enum):
    """Changed part of the state."""

    BESIDE = "what stands beside the pane"
    BOOKMARKS = "bookmarks"
    CURRENT = "current item"
    DAY_ZERO = "day zero"
    DOSSIER = "dossier"
    EARLIER_FILTERS = "filters to bring back"
    FILTER = "filter"
    LANGUAGE = "language"
    LOOKED_AT = "item looked at before the current one"
    PANE = "pane shown"
    PANE_SETTINGS = "settings of a pane"
    PROOF = "proof"
    SEARCH = "search"
    SECOND_LANGUAGE = "language beside the texts"


Extent = Literal["whole", "so-far", "in-part"]
"""Extent of the dossier at hand: all of it, its beginning while the rest is being read, or for good."""

CompanionKind = Literal["card", "source"]
"""Kind of what stands beside every pane: the card of an item, or the text of the source."""

Watcher = Callable[[frozenset[Change]], object]


class PaneSettings(Protocol):
    """Settings of a pane, to be kept for another run."""

    def to_plain(self) -> object:
        """Return the settings as plain values, to be written as JSON."""
        ...


class SharedState:
    """Dossier, and the present view of it.

    Widgets read it and change it through its methods; watchers are called with the changes.
    """

    def __init__(
        self,
        dossier: Dossier,
        words: Catalogue,
        *,
        pane: PaneId = "narrative",
        kept_settings: Mapping[str, object] | None = None,
        shortcuts: bool = True,
    ) -> None:
        """Begin with `dossier` in the language of `words`; `kept_settings` are those of an earlier run."""
        self.dossier = dossier
        self._languages = ReaderLanguages(words)
        self.indexes = DossierIndexes(dossier, words.language, shortcuts=shortcuts)
        self.extent: Extent = "whole"
        """Extent of the dossier."""
        self.pane: PaneId = pane
        """Pane shown."""
        self.current: Ref | None = None
        """Current item."""
        self.looked_at_before: Ref | None = None
        """Last current item of another kind than the present one; no section."""
        self.bookmarks: tuple[Bookmark, ...] = ()
        """Bookmarks of the reader."""
        self.day_zero: Event | None = None
        """Event from which every other is counted, if any."""
        self.filter = Filter()
        """Filter of every list."""
        self.earlier_filters: tuple[str, ...] = ()
        """Filters that the reader set before, the last one first."""
        self.beside: CompanionKind = "card"
        """Kind of what stands beside the panes."""
        self.proof: MarkedText | None = None
        """Text of the source, held against the dossier; None before it is asked for."""
        self.search = ""
        """Last query of a search."""
        self.marks: Callable[[str], Sequence[tuple[int, int]]] | None = None
        """Finder of what that query found in a text, as long as it is to be marked."""
        self.shortcuts = shortcuts
        """True to use what exists for speed alone."""
        self.kept_settings: Mapping[str, object] = dict(kept_settings or {})
        """Settings of panes of an earlier run by their ids, as plain values."""
        self._settings: dict[str, PaneSettings] = {}
        self._watchers: list[Watcher] = []

    @property
    def words(self) -> Catalogue:
        """Words of the interface, with those of the texts' figures and dates."""
        return self._languages.words

    @property
    def language(self) -> Language:
        """Language of the dossier's texts, where it has it."""
        return self._languages.texts

    @property
    def own_interface(self) -> Language | None:
        """Language of the interface where it was chosen apart; None where it is that of the texts."""
        return self._languages.own_interface

    @property
    def second_language(self) -> Language | None:
        """Language of the version beside the texts, if any."""
        return self._languages.second

    @property
    def second_words(self) -> Catalogue | None:
        """Words for the version beside the texts, if there is one."""
        return self._languages.second_words

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` with every change from now on; the returned function ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def replace_dossier(self, dossier: Dossier) -> None:
        """Switch to the whole `dossier`, of which the one so far was the beginning."""
        self.extent = "whole"
        self.dossier = dossier
        self.proof = None
        self.indexes = DossierIndexes(dossier, self.language, shortcuts=self.shortcuts)
        self._notify(Change.DOSSIER)

    def show_pane(self, pane: PaneId) -> None:
        """Switch to another pane."""
        if pane != self.pane:
            self.pane = pane
            self._notify(Change.PANE)

    def set_current(self, ref: Ref | None) -> None:
        """Make `ref` the current item."""
        if ref != self.current:
            before = self.current
            if before is not None and before.kind not in {"section", None if ref is None else ref.kind}:
                self.looked_at_before = before
            self.current = ref
            self._notify(Change.CURRENT)

    def look_again(self, ref: Ref | None, before: Ref | None) -> None:
        """Make `ref` the current item as when `before` had been looked at before it."""
        self.set_current(ref)
        if before != self.looked_at_before:
            self.looked_at_before = before
            self._notify(Change.LOOKED_AT)

    def set_bookmarks(self, bookmarks: tuple[Bookmark, ...]) -> None:
        """Show other bookmarks."""
        if bookmarks != self.bookmarks:
            self.bookmarks = bookmarks
            self._notify(Change.BOOKMARKS)

    def set_day_zero(self, event: Event | None) -> None:
        """Count every date from `event`, or from none any more."""
        if event != self.day_zero:
            self.day_zero = event
            self._notify(Change.DAY_ZERO)

    def set_filter(self, wanted: Filter) -> None:
        """Narrow every list to the matches of `wanted`; an empty filter shows all."""
        if wanted != self.filter:
            self.filter = wanted
            self._notify(Change.FILTER)

    def remember_filter(self, text: str) -> None:
        """Remember a filter, to be brought back while another is typed."""
        kept = text.strip()
        if kept:
            others = (one for one in self.earlier_filters if one != kept)
            self.earlier_filters = (kept, *others)[:MOST_FILTERS]
            self._notify(Change.EARLIER_FILTERS)

    def set_beside(self, kind: CompanionKind) -> None:
        """Show the card beside every pane, or the source."""
        if kind != self.beside:
            self.beside = kind
            self._notify(Change.BESIDE)

    def set_proof(self, proof: MarkedText | None) -> None:
        """Take the text of the source as it was held against the dossier."""
        self.proof = proof
        self._notify(Change.PROOF)

    def set_search(self, query: str, marks: Callable[[str], Sequence[tuple[int, int]]] | None = None) -> None:
        """Remember the query of a search, and mark in every text what `marks` finds."""
        self.search, self.marks = query, marks
        self._notify(Change.SEARCH)

    def clear_marks(self) -> bool:
        """Mark nothing any more; return False where nothing is marked."""
        if self.marks is None:
            return False
        self.marks = None
        self._notify(Change.SEARCH)
        return True

    def set_settings(self, pane: PaneId, settings: PaneSettings) -> None:
        """Remember the settings of a pane."""
        if self._settings.get(pane) != settings:
            self._settings[pane] = settings
            self._notify(Change.PANE_SETTINGS)

    def plain_settings(self) -> dict[str, object]:
        """Return the settings of all panes by their ids, as plain values; kept ones for panes not shown."""
        return {**self.kept_settings, **{pane: own.to_plain() for pane, own in self._settings.items()}}

    def set_language(self, language: Language) -> None:
        """Switch texts to `language`, and the interface unless its language was chosen apart."""
        if language != self.language:
            self._languages.set_texts(language)
            self.indexes = self.indexes.in_language(language)
            self._notify(Change.LANGUAGE)

    def set_second_language(self, language: Language | None) -> None:
        """Set a version in `language` beside the texts, or none."""
        if language != self.second_language:
            self._languages.second = None if language == self.language else language
            self._notify(Change.SECOND_LANGUAGE)

    def set_interface(self, language: Language | None) -> None:
        """Switch the interface alone to `language`; None lets it follow the texts again."""
        if language != self.own_interface:
            self._languages.own_interface = language
            self._notify(Change.LANGUAGE)

    def next_language(self) -> Language:
        """Return the language after that of the texts, in a circle."""
        return self._languages.next_texts()

    def next_second_language(self) -> Language | None:
        """Return the next language of the dossier to set beside the texts; after the last one none."""
        return self._languages.next_second(self.dossier.languages)

    def next_interface(self) -> Language | None:
        """Return the next language of the interface alone; after the last one none."""
        return self._languages.next_interface()

    def _notify(self, change: Change) -> None:
        for watcher in tuple(self._watchers):
            watcher(frozenset({change}))
