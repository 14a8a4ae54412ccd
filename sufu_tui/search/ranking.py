"""Ranking of the places that a question means, by what of them it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import log
from typing import TYPE_CHECKING, NamedTuple, Protocol
from unicodedata import normalize

from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.dossier.model import Entity, Event, Metric, Section
from sufu_tui.languages.date_parsing import parse_human_date
from sufu_tui.search.figures_found import TimePlaces
from sufu_tui.search.folded_lines import EDGE, Pack
from sufu_tui.search.hits import Tier
from sufu_tui.search.number_phrases import number_phrases
from sufu_tui.search.parsed_query import Query
from sufu_tui.search.places import PlaceKind
from sufu_tui.search.word_scan import HeadPlaces, WantedWord, heads

if TYPE_CHECKING:
    from sufu_tui.query.filters import Filters
    from sufu_tui.search.figures_found import FigureIndex
    from sufu_tui.search.folded_lines import FoldedLines
    from sufu_tui.search.number_phrases import UnitNames
    from sufu_tui.search.parsed_query import Word
    from sufu_tui.search.pinyin import Readings
    from sufu_tui.search.places import Places
    from sufu_tui.search.word_scan import WordScan

_LONGEST_DATE = 9
"""Words of the longest date: from 8 December 2021, end unknown."""
_NO_TIME = TimePlaces(frozenset(), frozenset(), frozenset())
_MAY_BE_DATE = re.compile(
    r"[0-9]{3}|[0-9〇零一二三四五六七八九十元半季]+ ?[年月日季世紀]"
    r"|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|cent)"
)
_EARLY_YEAR = re.compile(r"[0-9]{1,3}年?")
_NAMED_KINDS: tuple[PlaceKind, ...] = ("entity", "area", "source", "section")
"""Kinds that are found by pinyin."""
_LEAST_SCORE = 0.5
"""Share of the best score that a place needs which has only some of the words."""
_LEAST_NAME = {True: 4, False: 2}
"""Characters of the shortest name that is recognised within a query, in ASCII or not."""


class Ranked(NamedTuple):
    """Ranked places by tier; those found by a number, and by a date or a time; the words looked for."""

    tiers: dict[Tier, list[int]]
    numbers: set[int]
    times: set[int]
    words: tuple[WantedWord, ...]

    @property
    def in_order(self) -> list[tuple[Tier, list[int]]]:
        """Tiers with their places, the likeliest first."""
        return list(self.tiers.items())


def merged(found: Iterable[Ranked]) -> Ranked:
    """Return what alternatives found as one: each place at its best tier, in the order of the report."""
    ranked = list(found)
    if len(ranked) == 1:
        return ranked[0]
    best: dict[int, Tier] = {}
    for one in ranked:
        for tier, places in one.tiers.items():
            for number in places:
                best[number] = min(tier, best.get(number, tier))
    tiers: dict[Tier, list[int]] = {}
    for place in sorted(best):
        tiers.setdefault(best[place], []).append(place)
    tiers = dict(sorted(tiers.items()))
    words = dict.fromkeys(word for one in ranked for word in one.words)
    numbers = {*chain(*(one.numbers for one in ranked))}
    return Ranked(tiers, numbers, {*chain(*(one.times for one in ranked))}, tuple(words))


class _Part(NamedTuple):
    """Part of a question: some of its words, and the places that have its number, its time or its sound."""

    words: tuple[WantedWord, ...]
    numbers: frozenset[int]
    time: TimePlaces
    sounds: frozenset[int]

    @property
    def figures(self) -> frozenset[int]:
        """Places that have its number, or are of its time."""
        return self.numbers | self.time.just | self.time.within


class _SoundPlaces(NamedTuple):
    """Places with a name that is pronounced as the query, begins so, or has it within, in order."""

    called: list[int]
    begun: list[int]
    within: list[int]


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

    def scan(self, word: WantedWord) -> WordScan:
        """Return the places that have a word."""
        ...

    def wanted(self, word: Word) -> WantedWord:
        """Return a typed word as it is looked for."""
        ...


class Ranking:
    """Ranking of the places of an index for one question."""

    def __init__(self, index: Searched, question: Query) -> None:
        self._index = index
        self._question = question
        self._words = tuple(word for word in map(index.wanted, question.words) if word.text)
        self._plain = " ".join(word.text for word in self._words)

    def with_all_words(self) -> Ranked:
        """Return the places that have every word, or what it means."""
        if not self._words:
            listed = self._allowed(range(self._index.lines.lines)) if not self._question.is_empty else []
            return Ranked({Tier.TITLES: listed} if listed else {}, set(), set(), ())
        figures: set[int] = {*chain(*(part.figures for part in self._parts))}
        around: set[int] = {*chain(*(part.time.around for part in self._parts))}
        has_figures = bool(figures or around)
        if len(self._words) == 1 and not has_figures:
            named, found = self._index.scan(self._words[0]).names, self._index.scan(self._words[0]).texts
        else:
            every = self._having_all
            figures &= every
            around &= every
            named = sorted(every.intersection(*(self._index.scan(word).names for word in self._words)))
            found = sorted(every - around) if around else sorted(every)
            if around:
                texts = set.intersection(*map(self._told, self._words))
                found = sorted({*found, *(around & texts)})
        headed, sound = self._heads, self._sound
        begun = [number for number in headed.begun if number >= self._index.places.first_name]
        tiers: dict[Tier, list[int]] = {}
        taken: set[int] = set()
        first_name = self._index.places.first_name
        called = sorted((*headed.called, *sound.called), key=lambda number: number < first_name)
        titles = (Tier.TITLES, (*headed.begun, *named, *sound.within))
        values = (Tier.VALUES, sorted(figures, key=self._figure_order))
        # Who types a number wants the figure, and not what is called after it.
        is_number = len(self._parts) == 1 and self._parts[0].numbers
        for tier, numbers in (
            (Tier.SO_CALLED, (*self._addressed(), *called)),
            (Tier.NAMES, (*begun, *sound.begun)),
            *((values, titles) if is_number else (titles, values)),
            (Tier.TEXT, found),
            (Tier.AROUND, sorted(around)),
        ):
            here = self._allowed([number for number in dict.fromkeys(numbers) if number not in taken])
            if here:
                tiers[tier] = here
                taken.update(here)
        numbers = {*chain(*(part.numbers for part in self._parts))}
        times = {*chain(*(chain(*part.time) for part in self._parts))}
        return Ranked(tiers, numbers, times, self._words)

    def with_most_words(self) -> Ranked:
        """Return the places with most of the words, rare ones above all; first those that the query names."""
        every = max(1, self._index.lines.lines)
        scores: dict[int, float] = {}
        for part in self._parts:
            found = self._having(part)
            weight = log(1 + every / (1 + len(found)))
            for number in found:
                scores[number] = scores.get(number, 0.0) + weight
        named = self._allowed(self._named_in_query())
        least = max(scores.values(), default=0.0) * _LEAST_SCORE
        known = set(named)
        rest = [number for number in scores if scores[number] >= least and number not in known]
        rest = self._allowed(sorted(rest, key=lambda number: (-scores[number], number)))
        tiers = {Tier.SO_CALLED: named, Tier.TEXT: rest}
        return Ranked(
            {tier: numbers for tier, numbers in tiers.items() if numbers}, set(), set(), self._words
        )

    # Parts of the question

    @cached_property
    def _parts(self) -> list[_Part]:
        """Parts: numbers and dates of several words as one, every other word by itself."""
        typed = [word.text for word in self._question.words]
        quoted = [word.is_quoted for word in self._question.words]
        numbers: dict[tuple[int, int], list[int]] = {}
        times: dict[tuple[int, int], TimePlaces] = {}
        for phrase in number_phrases(typed, self._index.units):
            numbers[phrase.start, phrase.end] = self._index.figures.of_number(phrase)
        for start, end, date in _dates(typed, self._index.near):
            time = self._index.figures.of_time(date)
            # 21年 is twenty-one years, and hardly ever the year 21.
            is_early = _EARLY_YEAR.fullmatch(" ".join(typed[start:end]))
            times[start, end] = time._replace(around=frozenset()) if is_early else time
        spans = sorted({*numbers, *times}, key=lambda span: (span[0], -span[1]))
        parts: list[_Part] = []
        position = 0
        while position < len(typed):
            wide = next((end for start, end in spans if start == position and not any(quoted[start:end])), 0)
            end = wide or position + 1
            words = tuple(
                word for word in map(self._index.wanted, self._question.words[position:end]) if word.text
            )
            span = (position, wide)
            part = _Part(
                words, frozenset(numbers.get(span, ())), times.get(span, _NO_TIME), self._sounds(words)
            )
            parts += [part] if words else []
            position = end
        return parts

    @property
    def _having_all(self) -> set[int]:
        first, *others = map(self._having, self._parts)
        return first.intersection(*others)

    def _having(self, part: _Part) -> set[int]:
        """Return the places that have all words of a part, its number, its time or its sound."""
        found = set.intersection(*map(self._told, part.words))
        return found.union(part.figures, part.time.around, part.sounds)

    def _told(self, word: WantedWord) -> set[int]:
        """Return the places that have a word anywhere."""
        scanned = self._index.scan(word)
        return {*scanned.names, *scanned.texts}

    # What is found by a name

    @cached_property
    def _heads(self) -> HeadPlaces:
        rarest = min(map(self._index.scan, self._words), key=lambda one: len(one.names))
        return heads(rarest.named, self._words)

    @cached_property
    def _sound(self) -> _SoundPlaces:
        places = _SoundPlaces([], [], [])
        if any(word.is_quoted for word in self._question.words):
            return places
        typed = " ".join(word.text for word in self._question.words)
        for syllables in self._index.readings.spelt(typed, self._index.lines.characters):
            for number, line in self._named_lines(syllables.pattern):
                for found in syllables.pattern.finditer(line):
                    begins, ends = line[found.start() - 1] == EDGE, line[found.end()] == EDGE
                    if begins:
                        (places.called if ends else places.begun).append(number)
                    elif syllables.full and syllables.length > 1:
                        places.within.append(number)
        return places

    def _sounds(self, words: Sequence[WantedWord]) -> frozenset[int]:
        """Return the places with the sound of a word among several within a name."""
        if len(self._words) < 2 or len(words) != 1 or self._index.scan(words[0]).size:
            return frozenset()
        spelt = self._index.readings.spelt(words[0].text, self._index.lines.characters)
        return frozenset(number for one in spelt if one.full for number, _ in self._named_lines(one.pattern))

    def _named_lines(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """Yield the lines of names and sections that have a pattern, with their numbers."""
        ranges = [self._index.places.range_of(kind) for kind in _NAMED_KINDS]
        for pack in self._index.lines.packs:
            here = range(pack.first, pack.first + pack.size)
            if not any(_overlap(here, numbers) for numbers in ranges) or not pattern.search(pack.names):
                continue
            for number, line in enumerate(pack.names.split("\n"), pack.first):
                if any(number in numbers for numbers in ranges) and pattern.search(line):
                    yield number, line

    def _named_in_query(self) -> list[int]:
        """Return the names that stand in the query, the longest first."""
        padded = f" {self._plain} "
        found: list[tuple[int, int]] = []
        ranges = [self._index.places.range_of(kind) for kind in ("entity", "area")]
        for number, line in _lines_of(self._index.lines.packs, ranges):
            lengths = [len(name) for name in line.split(EDGE) if _stands_in(name, padded)]
            if lengths:
                found.append((-max(lengths), number))
        return [number for _, number in sorted(found)]

    def _addressed(self) -> list[int]:
        """Return the place that the query is the address or the id of, if there is one."""
        if len(self._question.words) != 1:
            return []
        return self._index.places.addressed(self._words[0].text)

    # What is left of it

    def _figure_order(self, number: int) -> tuple[bool, bool, int]:
        """Return the sort key among figures: just this number or time first, and of a time the events."""
        just = any(number in part.numbers or number in part.time.just for part in self._parts)
        is_event = number in self._index.places.range_of("event")
        return not just, not is_event, number

    def _allowed(self, numbers: Iterable[int]) -> list[int]:
        """Return those of the kinds that are named, that meet the filter and have no unwanted word."""
        question = self._question
        found = list(numbers)
        if question.kinds:
            found = list(filter(self._index.places.test_of(question.kinds), found))
        if question.condition:
            meets = self._condition
            found = [number for number in found if meets(number)]
        for word in question.unwanted:
            without = self._told(self._index.wanted(word))
            found = [number for number in found if number not in without]
        return found

    @cached_property
    def _condition(self) -> Callable[[int], bool]:
        filters, wanted = self._index.filters, self._question.condition
        first = self._index.places.range_of("metric").start
        metrics = {first + row for rows in filters.rows("metric", wanted) for row in rows}
        holds = filters.predicate(wanted)

        def meets(number: int) -> bool:
            subject = self._index.places[number].subject
            if isinstance(subject, Metric):
                return number in metrics
            return isinstance(subject, (Event, Section, Entity)) and holds(subject)

        return meets


def _dates(words: Sequence[str], near: float) -> Iterator[tuple[int, int, EdtfDate]]:
    """Yield the dates that `words` say, the longest from each first word on; none overlaps another."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_DATE), start, -1):
            text = normalize("NFKC", " ".join(words[start:end]))
            date = parse_human_date(text, near) if _MAY_BE_DATE.search(text) else None
            if date is not None:
                yield start, end, date
                start = end
                break
        else:
            start += 1


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _lines_of(packs: Iterable[Pack], ranges: Sequence[range]) -> Iterator[tuple[int, str]]:
    for pack in packs:
        if any(_overlap(range(pack.first, pack.first + pack.size), numbers) for numbers in ranges):
            for number, line in enumerate(pack.names.split("\n"), pack.first):
                if any(number in numbers for numbers in ranges):
                    yield number, line


def _stands_in(name: str, padded: str) -> bool:
    if len(name) < _LEAST_NAME[name.isascii()]:
        return False
    return f" {name} " in padded if name.isascii() else name in padded
