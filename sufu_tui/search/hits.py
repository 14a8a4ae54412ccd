"""Hits of a search: made when they are looked at, with what of them matched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import IntEnum
from itertools import accumulate, chain
from typing import NamedTuple, overload

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Prose, Ref
from sufu_tui.query.grammar import FilterError
from sufu_tui.search.places import AnyText, Place, PlaceKind, Places, plain
from sufu_tui.search.query_marks import Marks, QueryMarks


class Tier(IntEnum):
    """Rank of a hit: by what it was found."""

    SO_CALLED = 0
    """Name that was typed."""
    NAMES = 1
    """Name that begins so."""
    TITLES = 2
    VALUES = 3
    """Figure of the number typed, or date of the time."""
    TEXT = 4
    AROUND = 5
    """Stretch of time that the time typed is a part of."""
    ORDERED = 6
    """Figure by its size, or event by its time, where the largest or the latest was asked for."""

    @property
    def key(self) -> str:
        """Key of its name in the catalogues, after `search.`."""
        return f"tier-{self.name.lower().replace('_', '-')}"


class SearchHit(NamedTuple):
    """Place that was found: its title and a text of it that matched, in the reader's language if that has it.

    Marks are the positions of what matched. Where nothing in the text did, it is empty.
    """

    place: Place
    tier: Tier
    title: str
    title_marks: Marks
    text: str = ""
    text_marks: Marks = ()
    by_number: bool = False
    """True where its figure was looked for."""
    by_time: bool = False
    """True where its date or its period was looked for."""

    @property
    def kind(self) -> PlaceKind:
        """Kind of the place."""
        return self.place.kind

    @property
    def ref(self) -> Ref | None:
        """Address of the item; None where it is what items share."""
        return self.place.item

    @property
    def paragraph(self) -> int | None:
        """Number of the paragraph of a section, from 0."""
        return self.place.paragraph


class SearchHits(Sequence[SearchHit]):
    """Hits of one query, the likeliest first, each made when it is looked at."""

    def __init__(
        self,
        places: Places,
        tiers: Sequence[tuple[Tier, Sequence[int]]] = (),
        marks: QueryMarks | None = None,
        figures: tuple[AbstractSet[int], AbstractSet[int]] = (frozenset(), frozenset()),
        language: Language = "en",
        *,
        meant: str = "",
        is_partial: bool = False,
        fault: FilterError | None = None,
    ) -> None:
        self.meant = meant
        """Words that were meant by words that stand nowhere; empty where the typed ones were found."""
        self.is_partial = is_partial
        """True where nothing has all the words, and what has most of them was found."""
        self.fault = fault
        """Fault of a filter's term, which was left out."""
        self._places = places
        self._tiers = [(tier, numbers) for tier, numbers in tiers if numbers]
        self._starts = [0, *accumulate(len(numbers) for _, numbers in self._tiers)]
        self._numbers = list(chain.from_iterable(numbers for _, numbers in self._tiers))
        self._marks = marks
        self._numbered, self._timed = figures
        self._language = language
        self._made: dict[int, SearchHit] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, number: int) -> SearchHit: ...
    @overload
    def __getitem__(self, number: slice) -> list[SearchHit]: ...
    def __getitem__(self, number: int | slice) -> SearchHit | list[SearchHit]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        at = range(len(self))[number]
        if at not in self._made:
            self._made[at] = self._hit(at)
        return self._made[at]

    def index(self, value: SearchHit, *_: int) -> int:
        """Return the number of the hit at the place of another, whatever that was found by.

        Raises ValueError where there is none.
        """
        wanted = (value.place.ref, value.place.paragraph)
        for number, at in enumerate(self._numbers):
            place = self._places[at]
            if place.paragraph == wanted[1] and place.ref == wanted[0]:
                return number
        raise ValueError("no hit at this place")

    @property
    def groups(self) -> list[tuple[Tier, int]]:
        """Tiers that have hits, in order, and how many each has."""
        return [(tier, len(numbers)) for tier, numbers in self._tiers]

    @property
    def meant_as_written(self) -> str:
        """Words that were meant, as they are written where they were found."""
        hit = self[0]
        marked = ((hit.title, hit.title_marks), (hit.text, hit.text_marks))
        written = next(([text[first:last] for first, last in marks] for text, marks in marked if marks), [])
        return " ".join(dict.fromkeys(written)) or (hit.title if hit.tier <= Tier.NAMES else self.meant)

    def marks(self, text: str) -> Marks:
        """Return what of a text the query marks, as written."""
        return () if self._marks is None else self._marks.of(text)

    def _hit(self, at: int) -> SearchHit:
        number = self._numbers[at]
        tier = self._tiers[bisect_right(self._starts, at) - 1][0]
        place = self._places[number]
        names, texts = list(place.names()), list(place.texts())
        title, title_marks = self._title(place, names)
        by_number, by_time = number in self._numbered, number in self._timed
        text = ""
        text_marks: Marks = ()
        if place.paragraph is not None:
            text, text_marks = self._version(texts)
        elif not title_marks and not by_number and not by_time:
            text, text_marks = self._version([*names[1:], *texts])
            if not text_marks:
                text, text_marks = self._other_title(names)
        return SearchHit(place, tier, title, title_marks, text, text_marks, by_number, by_time)

    def _title(self, place: Place, names: Sequence[AnyText]) -> tuple[str, Marks]:
        if place.paragraph is not None and not names:  # a paragraph without a heading goes by its section
            return "", ()
        title = _in_language(names[0], self._language)
        return title, self.marks(title)

    def _other_title(self, names: Sequence[AnyText]) -> tuple[str, Marks]:
        """Return the title in the other language that has the words."""
        for name in names:
            if not isinstance(name, str):
                for version in _versions(name, self._language):
                    if marks := self.marks(version):
                        return version, marks
        return "", ()

    def _version(self, texts: Sequence[AnyText]) -> tuple[str, Marks]:
        """Return the text with most of the words: in the reader's language, unless only another has them."""
        best: tuple[int, str, Marks] = (0, "", ())
        for text in texts:
            for version in _versions(text, self._language):
                if self._marks is None:
                    continue
                marks, found = self._marks.in_text(version)
                if (found, bool(marks)) > (best[0], bool(best[2])):
                    best = (found, version, marks)
                if found >= self._marks.parts > 0:
                    return version, marks
        if not best[2] and texts and not isinstance(texts[0], str):
            return _in_language(texts[0], self._language), ()
        return best[1:]


def _versions(text: AnyText, language: Language) -> Iterator[str]:
    """Yield the versions of a text, that of the reader first."""
    if isinstance(text, str):
        yield text
        return
    versions: Mapping[Language, str | Prose] = text.versions
    for _, version in sorted(versions.items(), key=lambda one: one[0] != language):
        yield plain(version)


def _in_language(text: AnyText, language: Language) -> str:
    return text if isinstance(text, str) else plain(text.in_language(language))
