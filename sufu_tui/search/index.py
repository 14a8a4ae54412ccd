"""Search index: answers a query with the places of a dossier, the thing itself first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cached_property
from unicodedata import normalize

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.query.filters import Filters
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.figures_found import FigureIndex
from sufu_tui.search.folded_lines import FoldedLines
from sufu_tui.search.hits import SearchHits
from sufu_tui.search.number_phrases import UnitNames
from sufu_tui.search.pinyin import Readings
from sufu_tui.search.places import Places
from sufu_tui.search.question import Question, Word, questions_of
from sufu_tui.search.ranking import Ranked, Ranking, merged
from sufu_tui.search.typing_errors import TypingErrors
from sufu_tui.search.word_scan import WantedWord, WordPlaces, scan, wanted_word

_KEPT_SCANS = 16
"""Words of which the places are kept: while one is typed, those before it stay."""


class SearchIndex:
    """Index of a dossier in every language at once.

    Folding a large dossier takes a second. Who answers keys meanwhile makes the index `grow` step by step,
    and searches what there is so far.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.folder = TextFolder()
        self.places = Places(dossier)
        self.lines = FoldedLines(self.places, self.folder)
        self.figures = FigureIndex(self.places, dossier.units)
        self.readings = Readings()
        self.is_whole = False
        """True if every place of the dossier is in the index."""
        self._steps = self._grown()
        self._scans: dict[str, WordPlaces] = {}
        self._scanned = 0  # the packs that were there

    @cached_property
    def units(self) -> UnitNames:
        """Names of the units."""
        return UnitNames(self.dossier.units, self.folder.folded)

    @cached_property
    def filters(self) -> Filters:
        """Filters, for their terms in a query."""
        return Filters(self.dossier)

    @property
    def near(self) -> float:
        """Day near which a date without a year lies: that of the dossier."""
        first, last = self.dossier.date.earliest, self.dossier.date.latest
        known = [day for day in (first, last) if day is not None]
        return sum(known) / len(known) if known else 0.0

    def grow(self) -> Iterator[None]:
        """Take in the places that are missing, a few at each step; it can be left and begun again."""
        yield from self._steps

    def _grown(self) -> Iterator[None]:
        for _ in self.lines.grow():
            yield
            for number in range(len(self.figures), self.lines.lines):
                self.figures.add(self.places[number])
        self.is_whole = True

    def search(self, query: str, language: Language) -> SearchHits:
        """Return the places that `query` means, the likeliest first. An empty query has no hits."""
        deque(self.grow(), 0)
        return self.search_so_far(query, language)

    def search_so_far(self, query: str, language: Language) -> SearchHits:
        """Return those of the places found that are in the index already."""
        asked = questions_of(query)
        ranked = [self._ranked(question) for question in asked.alternatives]
        found = merged(one for one in ranked if one.tiers)
        meant = ""
        is_partial = False
        if not found.tiers:
            corrected = [self._corrected(question) for question in asked.alternatives]
            found = merged(self._ranked(question) for question in corrected if question is not None)
            if found.tiers:
                meant = " ".join(word.text for question in corrected if question for word in question.words)
            else:
                found = merged(Ranking(self, question).with_most_words() for question in asked.alternatives)
                is_partial = bool(found.tiers)
        return SearchHits(
            self.places,
            found.in_order,
            found.words,
            frozenset(found.figures),
            language,
            self.folder,
            meant=meant,
            is_partial=is_partial,
            fault=asked.fault,
        )

    def scan(self, word: WantedWord) -> WordPlaces:
        """Return the places so far that have a word."""
        if self._scanned != len(self.lines.packs) or len(self._scans) > _KEPT_SCANS:
            self._scans.clear()
            self._scanned = len(self.lines.packs)
        if word.text not in self._scans:
            self._scans[word.text] = scan(self.lines.packs, word)
        return self._scans[word.text]

    def wanted(self, word: Word) -> WantedWord:
        """Return a typed word as it is looked for."""
        return wanted_word(self.folder.folded(normalize("NFC", word.text)).strip())

    def _ranked(self, question: Question) -> Ranked:
        return Ranking(self, question).with_all_words()

    def _corrected(self, question: Question) -> Question | None:
        """Return the question with the words that were meant, or None where it has no slips."""
        errors = TypingErrors(self.readings)
        words: list[Word] = []
        for word in question.words:
            wanted = self.wanted(word)
            found = self.scan(wanted)
            meant = None
            if not found.names and not found.texts:
                meant = errors.meant(wanted.text, self.lines.packs, self.lines.characters)
            words.append(word if meant is None else Word(meant, word.is_quoted))
        return None if tuple(words) == question.words else question._replace(words=tuple(words))
