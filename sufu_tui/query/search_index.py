"""Search index over paragraphs, metrics, events and entities, in every language at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.localized import Language, LocalizedText
from sufu_tui.dossier.model import Dossier, Entity, Event, LocalizedProse, Metric, Ref, Section
from sufu_tui.query.text_folding import Folded, TextFolder

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_QUERY = 200
"""Characters of a query that are used: more is no query, but a pasted text."""


class SearchHit(NamedTuple):
    """Place that holds every term of the query.

    `text` is the text of that place in the reader's language (or in the one that matched), `marks` the
    `(start, end)` positions of the terms in it; `paragraph` counts from 0 within a section.
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


class SearchIndex:
    """Folded texts of a dossier, with a linear search for all terms."""

    def __init__(self, dossier: Dossier) -> None:
        self._folder = TextFolder()
        self._places = tuple(self._make_places(dossier))

    def search(self, query: str, language: Language) -> tuple[SearchHit, ...]:
        """Return the places that hold all terms of `query` (split at blanks), in the order of the dossier.

        An empty query has no hits. At most the first 200 characters are used.
        """
        terms = [self._folder.folded(term) for term in query[:_LONGEST_QUERY].split()]
        terms = [term for term in terms if term]
        if not terms:
            return ()
        return tuple(
            self._hit(place, terms, language)
            for place in self._places
            if all(term in place.everything for term in terms)
        )

    def _hit(self, place: _Place, terms: Sequence[str], language: Language) -> SearchHit:
        """Return the hit in the reader's language, unless only another one has the terms."""
        order = sorted(place.versions, key=lambda other: other != language)
        shown = next(
            (lang for lang in order if all(term in place.versions[lang][1].text for term in terms)), order[0]
        )
        text, folded = place.versions[shown]
        return SearchHit(place.ref, place.paragraph, text, tuple(sorted(_marks(folded, terms))))

    def _make_places(self, dossier: Dossier) -> Iterator[_Place]:
        for item in dossier.items():
            match item:
                case Section():
                    yield self._place(item.ref, None, [item.heading])
                    for number, paragraph in enumerate(item.paragraphs):
                        texts = [paragraph.heading] if paragraph.heading else []
                        yield self._place(item.ref, number, texts, [paragraph.text])
                case Metric():
                    prose = [item.note] if item.note else []
                    printed = [seen.printed for seen in (item.latest, *item.earlier) if seen.printed]
                    yield self._place(item.ref, None, [item.label], prose, " · ".join(printed))
                case Event():
                    prose = [item.text] if item.text else []
                    yield self._place(item.ref, None, [item.title], prose, f"{item.printed} {item.date.text}")
                case Entity():
                    texts = [item.name, item.role] if item.role else [item.name]
                    prose = [item.text] if item.text else []
                    yield self._place(item.ref, None, texts, prose, item.printed)

    def _place(
        self,
        ref: Ref,
        paragraph: int | None,
        texts: Sequence[LocalizedText],
        prose: Sequence[LocalizedProse] = (),
        printed: str = "",
    ) -> _Place:
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
            versions[language] = (written, self._folder.fold(written))
        # The place of a section's id is its heading: its paragraphs are about other things.
        names = [] if paragraph is not None else [ref.id]
        everything = "\n".join([folded.text for _, folded in versions.values()] + names)
        return _Place(ref, paragraph, versions, everything)


def _marks(folded: Folded, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the terms in the text as written; overlapping ones are merged."""
    found: list[tuple[int, int]] = []
    for term in terms:
        position = folded.text.find(term)
        while position >= 0:
            end = position + len(term)
            found.append((folded.place(position), folded.place(end - 1) + 1))
            position = folded.text.find(term, end)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    yield from joined
