"""Ranking of the places that a question means, by what of them it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import log
from typing import NamedTuple

from sufu_tui.dossier.model import Entity, Event, Metric, Section
from sufu_tui.query.item_text import NAME_LOOKED_AT
from sufu_tui.reading.prints.printed_numbers import numbers
from sufu_tui.search.folded_lines import EDGE, Pack
from sufu_tui.search.hits import Tier
from sufu_tui.search.name_sounds import NameSounds, SoundPlaces
from sufu_tui.search.named_things import named_things
from sufu_tui.search.parsed_query import Query
from sufu_tui.search.places import versions_of
from sufu_tui.search.query_marks import MarkedQuery, joined_marks
from sufu_tui.search.question_parts import QuestionPart, question_parts
from sufu_tui.search.searched import Searched
from sufu_tui.search.word_scan import HeadPlaces, WantedWord, heads

_LEAST_SCORE = 0.5
"""Share of the best score that a place needs which has only some of the words."""
_LEAST_NAME = {True: 4, False: 2}
"""Characters of the shortest name that is recognised within a query, in ASCII or not."""
_MOST_ROLES = 200
"""Entities whose roles are looked at: where more have the words, none is likely to be meant."""
_NUMBERED_SECTION = re.compile(
    r"(?:section|part|chapter|§) *(?P<number>.+)|(?P<rank>.+) (?:section|part|chapter)"
    r"|(?P<chinese>第.+)(?:小?[节章]|部分)"
)


class Ranked(NamedTuple):
    """Ranked places by tier; those found by a number, and by a date or a time; what is to be marked."""

    tiers: dict[Tier, list[int]]
    numbers: frozenset[int] = frozenset()
    times: frozenset[int] = frozenset()
    marked: MarkedQuery = MarkedQuery()

    @property
    def best(self) -> Tier | None:
        """Tier of the first place, if there is any."""
        return min(self.tiers, default=None)

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
    return Ranked(
        tiers,
        frozenset().union(*(one.numbers for one in ranked)),
        frozenset().union(*(one.times for one in ranked)),
        joined_marks(one.marked for one in ranked),
    )


def answered(answer: Ranked, everything: Ranked) -> Ranked:
    """Return what was found of the kinds that a question asks for, before all that was found.

    Where something else is ranked higher, it is not what was asked for.
    """
    if answer.best is None or everything.best is None or answer.best > everything.best:
        return answer if answer.tiers else everything
    known = {number for places in answer.tiers.values() for number in places}
    tiers = {
        tier: [
            *answer.tiers.get(tier, ()),
            *(number for number in everything.tiers.get(tier, ()) if number not in known),
        ]
        for tier in sorted({*answer.tiers, *everything.tiers})
    }
    return Ranked(
        tiers,
        answer.numbers | everything.numbers,
        answer.times | everything.times,
        joined_marks((answer.marked, everything.marked)),
    )


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
            return Ranked({Tier.TITLES: listed} if listed else {})
        figures: set[int] = {*chain(*(part.figures for part in self._parts))}
        around: set[int] = {*chain(*(part.time.around for part in self._parts))}
        has_figures = bool(figures or around)
        if len(self._words) == 1 and not has_figures:
            named, found = self._index.scan(self._words[0]).names, self._index.scan(self._words[0]).texts
        else:
            every = self._having_all
            figures &= every
            around &= every
            named = sorted(self._named_among(every))
            found = sorted(every - around) if around else sorted(every)
            if around:
                texts = set.intersection(*map(self._told, self._words))
                found = sorted({*found, *(around & texts)})
        headed, sound = self._heads, self._sound
        first_name = self._index.places.first_name
        begun = sorted(
            chain.from_iterable(some[bisect_left(some, first_name) :] for some in (headed.led, headed.begun))
        )
        called = sorted((*headed.called, *sound.called), key=lambda number: number < first_name)
        role = self._by_role(found) if not has_figures else ()
        titles = (Tier.TITLES, (*headed.led, *headed.whole, *headed.begun, *named, *sound.within, *role))
        values = (Tier.VALUES, sorted(figures, key=self._figure_order))
        # Who types a number wants the figure, and not what is called after it.
        is_number = len(self._parts) == 1 and self._parts[0].numbers
        tiers: dict[Tier, list[int]] = {}
        taken: set[int] = set()
        for tier, places in (
            (Tier.SO_CALLED, (*self._addressed(), *called)),
            (Tier.NAMES, (*begun, *sound.begun)),
            *((values, titles) if is_number else (titles, values)),
            (Tier.TEXT, found),
            (Tier.AROUND, sorted(around)),
        ):
            here = self._allowed([number for number in dict.fromkeys(places) if number not in taken])
            if here:
                tiers[tier] = here
                taken.update(here)
        return Ranked(
            tiers,
            frozenset().union(*(part.numbers for part in self._parts)),
            frozenset().union(*chain(*(part.time for part in self._parts))),
            self._marked,
        )

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
        return Ranked({tier: numbers for tier, numbers in tiers.items() if numbers}, marked=self._marked)

    @property
    def _marked(self) -> MarkedQuery:
        """Return what is to be marked: the parts of the question, and the names of what they call."""
        things = named_things(self._index, self._parts, self._sound)
        return MarkedQuery(tuple(part.marked for part in self._parts), tuple(things))

    # Parts of the question

    @cached_property
    def _sounds(self) -> NameSounds:
        return NameSounds(self._index)

    @cached_property
    def _parts(self) -> list[QuestionPart]:
        return question_parts(self._index, self._question, self._sounds)

    @property
    def _having_all(self) -> set[int]:
        first, *others = map(self._having, self._parts)
        return first.intersection(*others)

    def _having(self, part: QuestionPart) -> set[int]:
        """Return the places that have all words of a part, its number, its time or its sound."""
        found = set.intersection(*map(self._told, part.words))
        return found.union(part.figures, part.time.around, part.sounds.anywhere)

    def _named_among(self, places: set[int]) -> set[int]:
        """Return those of `places` that have the words of each part in names, or its sound."""
        for part in self._parts:
            in_names = [self._index.scan(word).names for word in part.words]
            sounding = places & part.sounds.anywhere
            places = places.intersection(*in_names) | sounding
        return places

    def _told(self, word: WantedWord) -> set[int]:
        """Return the places that have a word anywhere."""
        scanned = self._index.scan(word)
        return {*scanned.names, *scanned.texts}

    # What is found by a name

    @cached_property
    def _heads(self) -> HeadPlaces:
        rarest = min(map(self._index.scan, self._words), key=lambda one: len(one.names))
        return heads(rarest.named, self._words, self._index.places.first_name)

    @cached_property
    def _sound(self) -> SoundPlaces:
        if any(word.is_quoted for word in self._question.words):
            return SoundPlaces()
        return self._sounds.of(" ".join(word.text for word in self._question.words))

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

    def _by_role(self, found: Sequence[int]) -> Iterator[int]:
        """Yield the entities, of those found in order, that have the words in their names and their role."""
        places = self._index.places
        entities = places.range_of("entity")
        first, after = bisect_left(found, entities.start), bisect_left(found, entities.stop)
        for number in found[first : min(after, first + _MOST_ROLES)]:
            entity = places[number].subject
            if isinstance(entity, Entity) and entity.role is not None:
                named = EDGE.join(versions_of((*places[number].names(), entity.role)))
                text = self._index.folded(named[:NAME_LOOKED_AT])
                if all(word.stands_in(text) for word in self._words):
                    yield number

    def _addressed(self) -> list[int]:
        """Return the place that the query is the address, the id or the number of, if there is one."""
        numbered = _NUMBERED_SECTION.fullmatch(self._plain)
        if numbered is not None:
            found = numbers(next(filter(None, numbered.groups())))
            said = {value for number in found for value in number.values}
            return [number for number in self._index.places.sections if self._number_of(number) in said]
        if len(self._question.words) != 1:
            return []
        return self._index.places.addressed(self._words[0].text)

    def _number_of(self, place: int) -> int:
        subject = self._index.places[place].subject
        return subject.number if isinstance(subject, Section) else 0

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
        metrics = {first + row for rows in filters.strict_rows("metric", wanted) for row in rows}
        holds = filters.predicate(wanted)

        def meets(number: int) -> bool:
            subject = self._index.places[number].subject
            if isinstance(subject, Metric):
                return number in metrics
            return isinstance(subject, (Event, Section, Entity)) and holds(subject)

        return meets


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
