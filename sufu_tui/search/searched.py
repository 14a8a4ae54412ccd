"""Searched index, as a ranking asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sufu_tui.query.filters import Filters
    from sufu_tui.search.figures_found import FigureIndex
    from sufu_tui.search.folded_lines import FoldedLines
    from sufu_tui.search.number_phrases import UnitNames
    from sufu_tui.search.parsed_query import Word
    from sufu_tui.search.pinyin import Readings
    from sufu_tui.search.places import Places
    from sufu_tui.search.word_scan import WantedWord, WordScan


class Searched(Protocol):
    """Index as a ranking asks it."""

    lines: FoldedLines
    places: Places
    figures: FigureIndex
    readings: Readings

    @property
    def units(self) -> UnitNames:
        """Names of the units."""
        ...

    @property
    def filters(self) -> Filters:
        """Filters, for their terms in a query."""
        ...

    @property
    def near(self) -> float:
        """Day near which a date without a year lies."""
        ...

    def folded(self, text: str) -> str:
        """Return a text folded."""
        ...

    def scan(self, word: WantedWord) -> WordScan:
        """Return the places that have a word."""
        ...

    def wanted(self, word: Word) -> WantedWord:
        """Return a typed word as it is looked for."""
        ...
