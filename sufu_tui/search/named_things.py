"""Named things: what a question calls by a name, to be marked by all its names in every language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from sufu_tui.search.name_sounds import SoundPlaces
from sufu_tui.search.places import versions_of
from sufu_tui.search.query_marks import MarkedThing
from sufu_tui.search.question_parts import QuestionPart
from sufu_tui.search.searched import Searched
from sufu_tui.search.word_scan import FoundLines, WantedWord, heads, wanted_word

_LONGEST_NAME = 8
"""Words of the longest name that is recognised among others."""
_MOST_WORDS = 12
"""Words of a question among which names are looked for."""
_LEAST_CHARACTERS = {True: 3, False: 2}
"""Characters of the shortest name that is marked, in ASCII or not."""
_MOST_BEGUN = 8
"""Names that begin as was typed, at most, that are marked: of more none is likely to be meant."""


def named_things(index: Searched, parts: Sequence[QuestionPart], sound: SoundPlaces) -> Iterator[MarkedThing]:
    """Yield what words side by side call by a name, and what is called as the whole question sounds."""
    words = [(number, word) for number, part in enumerate(parts) for word in part.words][:_MOST_WORDS]
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
            numbers, phrase = zip(*words[start:end], strict=True)
            called = _called(index, phrase)
            if called:
                yield MarkedThing(_names(index, called), frozenset(numbers))
    every = frozenset(range(len(parts)))
    meant = sound.called or (sound.begun if len(sound.begun) <= _MOST_BEGUN else ())
    if sound.written:
        yield MarkedThing((*map(wanted_word, sound.written), *_names(index, meant)), every)
    for number, part in enumerate(parts):
        if part.sounds.written:
            yield MarkedThing(tuple(map(wanted_word, part.sounds.written)), frozenset({number}))


def _called(index: Searched, words: Sequence[WantedWord]) -> list[int]:
    """Return the places, of those that are all name, that are called by just these words."""
    scans = [index.scan(word).named for word in words]
    rarest = min(scans, key=lambda named: len(named.numbers))
    first = bisect_left(rarest.numbers, index.places.first_name)
    return heads(FoundLines(rarest.numbers[first:], rarest.lines[first:]), words).called


def _names(index: Searched, places: Iterable[int]) -> tuple[WantedWord, ...]:
    names = chain.from_iterable(versions_of(index.places[number].names()) for number in places)
    folded = dict.fromkeys(index.folded(name).strip() for name in islice(names, 100))
    return tuple(wanted_word(name) for name in folded if len(name) >= _LEAST_CHARACTERS[name.isascii()])
