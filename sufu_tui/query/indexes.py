"""Indexes of a dossier: what answers questions to it at once, each made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sufu_tui.dossier.localized import Language
    from sufu_tui.dossier.model import Dossier
    from sufu_tui.dossier.totals import Totals
    from sufu_tui.query.backlinks import Backlinks
    from sufu_tui.query.filters import Filters
    from sufu_tui.query.rank_index import RankIndex
    from sufu_tui.query.search_index import SearchIndex


class _LanguageFreeIndexes:
    """Indexes that are the same for the readers of every language."""

    def __init__(self, dossier: Dossier, *, shortcuts: bool) -> None:
        self.dossier = dossier
        self._shortcuts = shortcuts

    @cached_property
    def backlinks(self) -> Backlinks:
        from sufu_tui.query.backlinks import Backlinks

        return Backlinks(self.dossier)

    @cached_property
    def totals(self) -> Totals:
        from sufu_tui.dossier.totals import Totals

        return Totals(self.dossier)

    @cached_property
    def filters(self) -> Filters:
        from sufu_tui.query.filters import Filters

        return Filters(self.dossier, by_columns=self._shortcuts)

    @cached_property
    def search(self) -> SearchIndex:
        from sufu_tui.query.search_index import SearchIndex

        return SearchIndex(self.dossier)


class DossierIndexes:
    """Indexes of one dossier for the readers of one language; for others there are other ones."""

    def __init__(self, dossier: Dossier, language: Language, *, shortcuts: bool = True) -> None:
        """Answer questions to `dossier`, with or without what exists for speed alone."""
        self._shared = _LanguageFreeIndexes(dossier, shortcuts=shortcuts)
        self._language = language

    def in_language(self, language: Language) -> DossierIndexes:
        """Return the indexes for readers of `language`, with those that are the same in every language."""
        others = DossierIndexes(self._shared.dossier, language)
        others._shared = self._shared
        return others

    @property
    def backlinks(self) -> Backlinks:
        """The items that mention each item."""
        return self._shared.backlinks

    @property
    def totals(self) -> Totals:
        """The figures that may be added up, and what they come to."""
        return self._shared.totals

    @property
    def filters(self) -> Filters:
        """The items that a filter matches."""
        return self._shared.filters

    @property
    def search(self) -> SearchIndex:
        """The places that hold searched words."""
        return self._shared.search

    @cached_property
    def ranks(self) -> RankIndex:
        """The metrics in any order; text sorts as readers of the language expect."""
        from sufu_tui.query.rank_index import RankIndex

        return RankIndex(self._shared.dossier, self._language)
