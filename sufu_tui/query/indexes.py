"""Indexes of a dossier, each built at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sufu_tui.dossier.calculation import Calculator
    from sufu_tui.dossier.localized import Language
    from sufu_tui.dossier.model import Dossier
    from sufu_tui.dossier.totals import Totals
    from sufu_tui.query.associations import Associations
    from sufu_tui.query.backlinks import Backlinks
    from sufu_tui.query.filters import Filters
    from sufu_tui.query.rank_index import RankIndex


class _LanguageFreeIndexes:
    """Indexes that are the same in every language."""

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
    def calculator(self) -> Calculator:
        from sufu_tui.dossier.calculation import Calculator

        return Calculator(self.dossier.metric, self.dossier.unit, self.totals.inclusion)

    @cached_property
    def filters(self) -> Filters:
        from sufu_tui.query.filters import Filters

        return Filters(self.dossier, by_columns=self._shortcuts, backlinks=lambda: self.backlinks)

    @cached_property
    def associations(self) -> Associations:
        from sufu_tui.query.associations import Associations

        return Associations(self.dossier, self.backlinks)


class DossierIndexes:
    """Indexes of one dossier for readers of one language."""

    def __init__(self, dossier: Dossier, language: Language, *, shortcuts: bool = True) -> None:
        """Answer questions to `dossier`, with or without what exists for speed alone."""
        self._shared = _LanguageFreeIndexes(dossier, shortcuts=shortcuts)
        self._language = language

    def in_language(self, language: Language) -> DossierIndexes:
        """Return the indexes for readers of `language`; those without a language are shared."""
        others = DossierIndexes(self._shared.dossier, language)
        others._shared = self._shared
        return others

    @property
    def backlinks(self) -> Backlinks:
        """Backlinks: the items that mention each item."""
        return self._shared.backlinks

    @property
    def associations(self) -> Associations:
        """Associations: what belongs to each name."""
        return self._shared.associations

    @property
    def totals(self) -> Totals:
        """Totals of the figures that may be added up."""
        return self._shared.totals

    @property
    def calculator(self) -> Calculator:
        """Calculations: how each figure comes about, and what it can be."""
        return self._shared.calculator

    @property
    def filters(self) -> Filters:
        """Filters: the items that an expression matches."""
        return self._shared.filters

    @cached_property
    def ranks(self) -> RankIndex:
        """Rank index: the metrics in any order; text sorts as readers of the language expect."""
        from sufu_tui.query.rank_index import RankIndex
        from sufu_tui.query.sort_keys import metric_columns

        dossier = self._shared.dossier
        return RankIndex(dossier.metrics, metric_columns(dossier, self._language))

    @cached_property
    def entity_ranks(self) -> RankIndex:
        """Rank index of the entities."""
        from sufu_tui.query.rank_index import RankIndex
        from sufu_tui.query.sort_keys import entity_columns

        dossier, mentions = self._shared.dossier, self.backlinks.count
        return RankIndex(dossier.entities, entity_columns(dossier, self._language, mentions))
