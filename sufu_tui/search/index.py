"""Search index: answers a query with the places of a dossier, the thing itself first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from unicodedata import normalize

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.query.filters import Filters
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.figures_found import FigureIndex
from sufu_tui.search.folded_lines import FoldedLines, Pack
from sufu_tui.search.hits import SearchHits, Tier
from sufu_tui.search.number_phrases import UnitNames
from sufu_tui.search.number_ranges import ranged
from sufu_tui.search.parsed_query import Query, Word, bare_questions, queries_of
from sufu_tui.search.pinyin import Readings
from sufu_tui.search.places import Places
from sufu_tui.search.query_marks import QueryMarks
from sufu_tui.search.ranking import Ranked, Ranking, answered, merged
from sufu_tui.search.superlatives import superlative_of
from sufu_tui.search.text_figures import TextFigures
from sufu_tui.search.typing_errors import TypingErrors
from sufu_tui.search.word_parting import WordParting
from sufu_tui.search.word_scan import WantedWord, WordScan, narrowed, scan, wanted_word

_KEPT_LINES = 200_000
"""Lines of words typed before that are kept, to look only at these when a word is typed on."""


_SAID_ONLY = frozenset({Tier.TEXT, Tier.AROUND})
"""Tiers of what has the words somewhere in its text."""


class SearchIndex:
    """Index of a dossier in every language at once.

    Folding a large dossier takes a second. Who answers keys meanwhile makes the index `grow` step by step,
    and searches what there is so far.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.folder = TextFolder()
        self.places = Places(dossier)
        self.figures = FigureIndex(self.places, dossier.units)
        self.lines = FoldedLines(self.places, self.folder, self.figures.add)
        self.readings = Readings()
        self._text_figures = TextFigures()
        self._parting = WordParting(self)
        self.is_whole = False
        """True if every place of the dossier is in the index."""
        self._steps = self._grown()
        self._scans: dict[str, WordScan] = {}
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
        # Not `yield from`: that would close the steps with a reader who leaves.
        for step in self._steps:  # noqa: UP028
            yield step

    def _grown(self) -> Iterator[None]:
        self.readings.prepare()
        yield
        yield from self.lines.grow()
        self.is_whole = True

    def search(self, query: str, language: Language) -> SearchHits:
        """Return the places that `query` means, the likeliest first. An empty query has no hits."""
        deque(self.grow(), 0)
        return self.search_so_far(query, language)

    def search_so_far(self, query: str, language: Language) -> SearchHits:
        """Return those of the places found that are in the index already."""
        asked = queries_of(query, [kind.id for kind in self.dossier.own_kinds])
        questions = asked.alternatives
        found = self._ranked(questions)
        if not found.tiers or found.best in _SAID_ONLY:
            found = self._by_superlative(questions) or found
        if not found.tiers or found.best in _SAID_ONLY:
            questions, found = self._bare(questions, found)
        meant = ""
        if not found.tiers:
            ranges = tuple(ranged(one, self.units) or one for one in questions)
            found = self._ranked(ranges) if ranges != questions else found
        for whole in (True, False):
            if not found.tiers:
                parted = tuple(self._parting.parted(one, by_names=not whole) for one in questions)
                found = self._ranked(parted) if parted != questions else found
        if not found.tiers:
            corrected = tuple(map(self._corrected, questions))
            found = self._ranked(corrected) if corrected != questions else found
            if found.tiers:
                meant = " ".join(word.text for question in corrected for word in question.words)
        is_partial = not found.tiers
        if is_partial:
            found = merged(Ranking(self, question).with_most_words() for question in questions)
        return SearchHits(
            self.places,
            found.in_order,
            QueryMarks(found.marked, self.folder, self.units, self._text_figures),
            (found.numbers, found.times),
            language,
            meant=meant,
            is_partial=is_partial and bool(found.tiers),
            fault=asked.fault,
        )

    def scan(self, word: WantedWord) -> WordScan:
        """Return the places so far that have a word."""
        if self._scanned != len(self.lines.packs):
            self._scans.clear()
            self._scanned = len(self.lines.packs)
        found = self._scans.get(word.needle)
        if found is None:
            parts = [one for one in self._scans.values() if one.needle in word.needle]
            nearest = min(parts, key=lambda one: one.size, default=None)
            if nearest is not None:
                found = narrowed(nearest, word, self.lines.packs)
            else:
                found = scan(self.lines.packs, word)
            self._scans[word.needle] = found
            self._forget()
        return found

    def _forget(self) -> None:
        """Drop the oldest scans: the words before the one that is typed stay."""
        lines = 0
        for needle in reversed(tuple(self._scans)):
            lines += self._scans[needle].size
            if lines > _KEPT_LINES and needle != next(reversed(self._scans)):
                del self._scans[needle]

    @property
    def _names_first(self) -> list[Pack]:
        """Packs, those with entities and what items share before the others."""
        first = self.places.first_name
        return sorted(self.lines.packs, key=lambda pack: pack.first + pack.size <= first)

    def folded(self, text: str) -> str:
        """Return a text folded."""
        return self.folder.folded(text)

    def wanted(self, word: Word) -> WantedWord:
        """Return a typed word as it is looked for."""
        return wanted_word(self.folder.folded(normalize("NFC", word.text)).strip())

    def _ranked(self, questions: Iterable[Query]) -> Ranked:
        return merged(Ranking(self, question).with_all_words() for question in questions)

    def _by_superlative(self, questions: tuple[Query, ...]) -> Ranked | None:
        """Return the largest or the latest of something, and what comes after it; None if not asked for.

        Those that have the words in a name come first.
        """
        asked = superlative_of(questions[0], self.units, self.dossier) if len(questions) == 1 else None
        if asked is None:
            return None
        found = self._ranked([asked.question])
        named = [number for tier, some in found.tiers.items() if tier <= Tier.TITLES for number in some]
        told = [number for tier, some in found.tiers.items() if tier > Tier.TITLES for number in some]
        parts = (asked.ranked(part, self.places, self.dossier) for part in (named, told))
        ordered = [*chain.from_iterable(parts)]
        if not ordered:
            return None
        shown = frozenset(ordered)
        numbers, times = (shown, found.times) if asked.order.of == "metric" else (found.numbers, shown)
        return Ranked({Tier.ORDERED: ordered}, numbers, times, found.marked)

    def _bare(self, questions: tuple[Query, ...], found: Ranked) -> tuple[tuple[Query, ...], Ranked]:
        """Return the questions without small words at their ends, and what they find, where that is better.

        Of a text that has them all nothing is lost: it has the rest as well.
        """
        bare = [bare_questions(one) or (one,) for one in questions]
        narrow, wide = (tuple(one[which] for one in bare) for which in (0, -1))
        again = self._ranked(wide) if wide != questions else found
        if narrow != wide:
            answer = self._ranked(narrow)
            if (
                not answer.tiers
            ):  # what is asked for may be found by parts of a word that stands elsewhere as one
                answer = self._ranked(tuple(self._parting.parted(one, always=True) for one in narrow))
            again = answered(answer, again)
        if again.best is not None and (found.best is None or again.best < found.best):
            return wide, again
        return (questions if found.tiers else wide), found

    def _corrected(self, question: Query) -> Query:
        """Return the question with the words that were meant by those that stand nowhere."""
        errors = TypingErrors(self.readings)
        words: list[Word] = []
        for word in question.words:
            wanted = self.wanted(word)
            found = self.scan(wanted)
            meant = None
            if not found.names and not found.texts:
                meant = errors.meant(wanted.text, self._names_first, self.lines.characters)
            words.append(word if meant is None else Word(meant, word.is_quoted))
        return question._replace(words=tuple(words))
