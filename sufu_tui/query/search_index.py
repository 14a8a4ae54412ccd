"""Search index over paragraphs, metrics, events and entities, in every language at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import NamedTuple, overload

from sufu_tui.dossier.localized import Language, LocalizedText
from sufu_tui.dossier.model import Dossier, Entity, Event, Kind, LocalizedProse, Metric, Ref, Section
from sufu_tui.query.text_folding import Folded, TextFolder, joined

_LONGEST_QUERY = 200
"""Characters of a query that are used: more is no query, but a pasted text."""


_PART = 20_000
"""Characters of a text that are folded in one step."""
_MOST_MARKS = 100
"""Marks of a hit: more than a line shows."""


class SearchHit(NamedTuple):
    """Place that holds every term of the query.

    `text` is the text of that place in the reader's language (or in the one that matched), `marks` the
    `(start, end)` positions of the terms in it, the first 100; `paragraph` counts from 0 within a section.
    """

    ref: Ref
    paragraph: int | None
    text: str
    marks: tuple[tuple[int, int], ...]


class _Place(NamedTuple):
    """Searchable place: its versions as written and folded, by language, and all folded texts joined."""

    ref: Ref
    paragraph: int | None
    versions: dict[Language, tuple[str, Folded]]
    everything: str


class SearchHits(Sequence[SearchHit]):
    """Hits of one query, each made when it is looked at."""

    def __init__(
        self, places: Sequence[_Place] = (), terms: Sequence[str] = (), language: Language = "en"
    ) -> None:
        self._places = places
        self._terms = terms
        self._language = language

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, number: int) -> SearchHit: ...
    @overload
    def __getitem__(self, number: slice) -> SearchHits: ...
    def __getitem__(self, number: int | slice) -> SearchHit | SearchHits:
        if isinstance(number, slice):
            return SearchHits(self._places[number], self._terms, self._language)
        return self._hit(self._places[number])

    def index(self, value: SearchHit, *_: int) -> int:
        """Return the number of the hit at the place of another, whatever that was found by.

        Raises ValueError where there is none.
        """
        for number, place in enumerate(self._places):
            if place[:2] == value[:2]:
                return number
        raise ValueError("no hit at this place")

    @property
    def kinds(self) -> frozenset[Kind]:
        """Kinds of the items found."""
        return frozenset([place.ref.kind for place in self._places])

    def _hit(self, place: _Place) -> SearchHit:
        """Return the hit in the reader's language, unless only another one has the terms."""
        terms = self._terms
        order = sorted(place.versions, key=lambda other: other != self._language)
        shown = next(
            (lang for lang in order if all(term in place.versions[lang][1].text for term in terms)), order[0]
        )
        text, folded = place.versions[shown]
        return SearchHit(place.ref, place.paragraph, text, tuple(islice(_marks(folded, terms), _MOST_MARKS)))


class SearchIndex:
    """Folded texts of a dossier, with a linear search for all terms.

    Folding a large dossier takes seconds. Who answers keys meanwhile makes the index `grow` place by place,
    and searches what there is so far.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._folder = TextFolder()
        self._places: list[_Place] = []
        self._rest = self._make_places(dossier)
        self.is_whole = False
        """True if every place of the dossier is in the index."""

    def grow(self) -> Iterator[None]:
        """Take in the places that are missing, at most one at each step; it can be left and begun again."""
        for place in self._rest:
            if place is not None:
                self._places.append(place)
            yield
        self.is_whole = True

    def search(self, query: str, language: Language) -> SearchHits:
        """Return the places that hold all terms of `query` (split at blanks), in the order of the dossier.

        An empty query has no hits. At most the first 200 characters are used.
        """
        deque(self.grow(), 0)
        return self.search_so_far(query, language)

    def search_so_far(self, query: str, language: Language) -> SearchHits:
        """Return those of the places found that are in the index already."""
        terms = [self._folder.folded(term) for term in query[:_LONGEST_QUERY].split()]
        terms = [term for term in terms if term]
        places = self._places if terms else []
        for term in terms:
            places = [place for place in places if term in place.everything]
        return SearchHits(places, terms, language)

    def _make_places(self, dossier: Dossier) -> Iterator[_Place | None]:
        for item in dossier.items():
            match item:
                case Section():
                    yield from self._place(item.ref, None, [item.heading])
                    for number, paragraph in enumerate(item.paragraphs):
                        texts = [paragraph.heading] if paragraph.heading else []
                        quoted = [quote for quote in item.quotes if quote.after == number]
                        texts += [quote.text for quote in quoted]
                        printed = [quote.printed for quote in quoted]
                        yield from self._place(item.ref, number, texts, [paragraph.text], " · ".join(printed))
                case Metric():
                    prose = [item.note] if item.note else []
                    printed = [seen.printed for seen in (item.latest, *item.earlier) if seen.printed]
                    yield from self._place(item.ref, None, [item.label], prose, " · ".join(printed))
                case Event():
                    prose = [item.text] if item.text else []
                    yield from self._place(
                        item.ref, None, [item.title], prose, f"{item.printed} {item.date.text}"
                    )
                case Entity():
                    texts = [item.name, item.role] if item.role else [item.name]
                    prose = [item.text] if item.text else []
                    yield from self._place(item.ref, None, texts, prose, item.printed)

    def _place(
        self,
        ref: Ref,
        paragraph: int | None,
        texts: Sequence[LocalizedText],
        prose: Sequence[LocalizedProse] = (),
        printed: str = "",
    ) -> Iterator[_Place | None]:
        """Yield the place; before it None after each part of a long text, to let others have their turn."""
        parts: dict[Language, list[str]] = {}
        for text in texts:
            for language, version in text.versions.items():
                parts.setdefault(language, []).append(version)
        for one in prose:
            for language, spans in one.versions.items():
                parts.setdefault(language, []).append("".join(span.text for span in spans))
        versions: dict[Language, tuple[str, Folded]] = {}
        for language, found in parts.items():
            written = " · ".join([*found, printed] if printed else found)
            folded = [self._folder.fold(written[:_PART])]
            for start in range(_PART, len(written), _PART):
                yield None
                folded.append(self._folder.fold(written[start : start + _PART]))
            versions[language] = (written, folded[0] if len(folded) == 1 else joined(folded))
        # The place of a section's id is its heading: its paragraphs are about other things.
        names = [] if paragraph is not None else [ref.id]
        everything = "\n".join([folded.text for _, folded in versions.values()] + names)
        yield _Place(ref, paragraph, versions, everything)


def _marks(folded: Folded, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the terms in the text as written; overlapping ones are merged."""
    start = end = -1
    for first, last in merge(*(_occurrences(folded.text, term) for term in terms)):
        if end < 0 or folded.place(first) > end:
            if end >= 0:
                yield start, end
            start = folded.place(first)
        end = max(end, folded.place(last - 1) + 1)
    if end >= 0:
        yield start, end


def _occurrences(text: str, term: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a term in a text, from the left."""
    position = text.find(term)
    while position >= 0:
        yield position, position + len(term)
        position = text.find(term, position + len(term))
