"""What is looked at: the one observable object that the app and its panes share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.dossier.model import Dossier, Event, Ref
from sufu_tui.explorer.history import History
from sufu_tui.languages.catalogue import Catalogue, load

if TYPE_CHECKING:
    from sufu_tui.asking.filtering import Filters
    from sufu_tui.asking.mentions import Backlinks
    from sufu_tui.asking.ranking import RankIndex
    from sufu_tui.dossier.totals import Totals


class Change(Enum):
    """What changed in the state."""

    CURRENT = "current item"
    DOSSIER = "dossier"
    DAY_ZERO = "day zero"
    FILTER = "filter"
    LANGUAGE = "language"
    SEARCH = "search"
    VIEW = "how a pane is looked at"


Watcher = Callable[[frozenset[Change]], None]


class ViewState:
    """The dossier, and how it is looked at just now.

    Panes read it and change it through its methods; whoever watches is told what changed.
    """

    def __init__(self, dossier: Dossier, words: Catalogue, views: Mapping[str, object] | None = None) -> None:
        self.dossier = dossier
        self.views: dict[str, object] = dict(views or {})
        """How each pane was left, by its id, as plain values; what they mean is the pane's affair."""
        self.words = words
        self.history = History()
        self.current: Ref | None = None
        self.day_zero: Event | None = None
        """The event that every other is counted from, if any."""
        self.filter = ""
        self.search = ""
        self._watchers: list[Watcher] = []

    @property
    def language(self) -> Language:
        """The language of the interface and, where the dossier has it, of the data."""
        return self.words.language

    @cached_property
    def mentions(self) -> Backlinks:
        """What mentions what; found when it is first asked for, as all that follows."""
        from sufu_tui.asking.mentions import Backlinks

        return Backlinks(self.dossier)

    @cached_property
    def sums(self) -> Totals:
        """What may be added up, and what it comes to."""
        from sufu_tui.dossier.totals import Totals

        return Totals(self.dossier)

    @cached_property
    def filters(self) -> Filters:
        """The filter expressions over the dossier."""
        from sufu_tui.asking.filtering import Filters

        return Filters(self.dossier)

    @cached_property
    def ranking(self) -> RankIndex:
        """The metrics by whatever the reader sorts them by."""
        from sufu_tui.asking.ranking import RankIndex

        return RankIndex(self.dossier, self.language)

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Tell `watcher` of every change from now on; the returned function ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def replace_dossier(self, dossier: Dossier) -> None:
        """Look at `dossier`, of which the one so far was the beginning."""
        self.dossier = dossier
        for made_of_it in ("mentions", "sums", "filters", "ranking"):
            self.__dict__.pop(made_of_it, None)
        self._tell(Change.DOSSIER)

    def set_current(self, ref: Ref | None) -> None:
        """Make `ref` the current item."""
        if ref != self.current:
            self.current = ref
            self._tell(Change.CURRENT)

    def set_day_zero(self, event: Event | None) -> None:
        """Count every date from `event`, or from none any more."""
        if event != self.day_zero:
            self.day_zero = event
            self._tell(Change.DAY_ZERO)

    def set_filter(self, expression: str) -> None:
        """Narrow every list to what `expression` matches; an empty one shows all.

        The expression has been parsed by whoever took it from the reader.
        """
        if expression != self.filter:
            self.filter = expression
            self._tell(Change.FILTER)

    def set_search(self, query: str) -> None:
        """Remember what was searched for."""
        if query != self.search:
            self.search = query
            self._tell(Change.SEARCH)

    def set_view(self, pane: str, view: object) -> None:
        """Remember how a pane is looked at, as plain values."""
        if self.views.get(pane) != view:
            self.views[pane] = view
            self._tell(Change.VIEW)

    def set_language(self, language: Language) -> None:
        """Switch interface and data to `language`."""
        if language != self.language:
            self.words = load(language)
            self.__dict__.pop("ranking", None)  # texts sort as readers of the language expect
            self._tell(Change.LANGUAGE)

    def next_language(self) -> Language:
        """Return the language after the present one, in a circle."""
        return LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]

    def _tell(self, *changes: Change) -> None:
        for watcher in tuple(self._watchers):
            watcher(frozenset(changes))
