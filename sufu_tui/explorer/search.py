"""Search session: the query, its hits, and the present one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import overload

from sufu_tui.dossier.model import Area, Ref, Unit
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.question import Choice, Choices, Heading
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter
from sufu_tui.query.grammar import fault_text
from sufu_tui.search.hits import SearchHit, SearchHits
from sufu_tui.search.index import SearchIndex
from sufu_tui.search.lines import hit_parts

_LINE = 160
"""Cells of an excerpt: no list of hits is much wider."""
_AT_ONCE_SECONDS = 0.03
"""Time for which a search makes its reader wait for an index that is not whole yet."""
_LEAST_STEPS = 25
"""Steps of the index that are always waited for: what is found in few places depends on no one's speed."""
_EVERYWHERE = ("section", "metric", "event", "entity", "area", "unit", "source")


class HitChoices(Sequence[Choice[SearchHit]]):
    """Hits as choices, each made when it is looked at."""

    def __init__(self, hits: SearchHits, state: SharedState) -> None:
        self._hits = hits
        self._state = state

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, number: int) -> Choice[SearchHit]: ...
    @overload
    def __getitem__(self, number: slice) -> list[Choice[SearchHit]]: ...
    def __getitem__(self, number: int | slice) -> Choice[SearchHit] | list[Choice[SearchHit]]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        hit, words = self._hits[number], self._state.words
        return Choice(words(f"search.{hit.kind}"), hit_parts(hit, self._state.dossier, words, _LINE), hit)

    def index(self, value: Choice[SearchHit], *_: int) -> int:
        """Return the number of the choice of the same place, whatever it was found by.

        Raises ValueError where there is none.
        """
        return self._hits.index(value.value)

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags that a choice may have."""
        return tuple(self._state.words(f"search.{kind}") for kind in _EVERYWHERE)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Headings of the groups of hits, with their counts."""
        found: list[Heading] = []
        start = 0
        for tier, number in self._hits.groups:
            found.append(Heading(start, self._state.words(f"search.{tier.key}", number=number)))
            start += number
        return tuple(found)


class SearchSession:
    """Search of one explorer: the question of its picker, and the way from hit to hit.

    Of a large dossier it finds what its index holds so far; `read_on` is called with an index that is not
    whole, to make it so.
    """

    line: LineId = "search"

    def __init__(
        self, state: SharedState, navigator: Navigator, read_on: Callable[[SearchIndex], object]
    ) -> None:
        self._state = state
        self._navigator = navigator
        self._read_on = read_on
        self._index = SearchIndex(state.dossier)
        self._query = ""
        self._hits = SearchHits(self._index.places)
        self._at = -1
        self._searched: object = None  # the index, whether it was whole, and the language

    @property
    def position(self) -> tuple[int, int]:
        """Number of the present hit, from 1, and of all."""
        return self._at + 1, len(self._hits)

    @property
    def index(self) -> SearchIndex:
        """Index of the dossier as it is now."""
        if self._index.dossier is not self._state.dossier:
            self._index = SearchIndex(self._state.dossier)
        return self._index

    # The question

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("search.label")

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return words("search.placeholder")

    def find(self, text: str) -> Choices[SearchHit]:
        """Return the hits of `text` as choices, with a remark on their number and on what was looked at."""
        hits = self._look_for(text)
        choices = HitChoices(hits, self._state)
        return Choices(choices, self._remark(hits, text.strip()), choices.tags, choices.headings)

    def _remark(self, hits: SearchHits, query: str) -> str:
        words = self._state.words
        extent = self._state.extent if self._index.is_whole else "so-far"
        if hits.fault is not None:
            return fault_text(hits.fault, words)
        if not hits:
            return (
                words("search.none" if extent == "whole" else f"search.none-{extent}", query=query)
                if query
                else ""
            )
        if extent != "whole":
            return words(f"search.count-{extent}", number=len(hits))
        if hits.meant:
            return words("search.meant", query=query, meant=hits.meant_as_written)
        return words("search.count-partial" if hits.is_partial else "search.count", number=len(hits))

    async def choose(self, value: SearchHit, text: str) -> str:
        """Go to a hit of `text`, even if another was typed since; return a sentence with its number."""
        if text != self._query:
            self._look_for(text)
        self._state.set_search(text, self._hits.marks)
        self._at = self._number_of(value)
        return await self._go_to(value)

    # From hit to hit

    async def step(self, step: int) -> str:
        """Go to the hit `step` after the present one, in a circle; return a sentence with its number.

        Under a filter, where nothing is marked that was found, go to the next part of the pane that it holds.
        """
        if self._state.filter and self._state.marks is None and self._navigator.pane.step_held(step):
            return ""
        if self._searched != self._extent() and self._state.search:
            before = self._hits[self._at] if self._at >= 0 else None
            self._look_for(self._state.search)
            self._at = self._number_of(before)
        if not self._hits:
            return self._state.words("search.nothing-searched")
        self._state.set_search(self._query, self._hits.marks)
        self._at = (self._at + step) % len(self._hits) if self._at >= 0 else (0 if step > 0 else -1)
        self._at %= len(self._hits)
        return await self._go_to(self._hits[self._at])

    async def _go_to(self, hit: SearchHit) -> str:
        words, notice = self._state.words, await self.show(hit)
        number, total = self.position
        position = words("search.position", number=number, total=total, query=self._state.search)
        return words("card.separator").join(filter(None, (position, notice)))

    async def show(self, hit: SearchHit) -> str:
        """Show a hit: an item where it is at home, of what items share the items; return a sentence."""
        if hit.ref is not None:
            return await self._navigator.go_to(hit.ref, hit.paragraph)
        subject, state = hit.place.subject, self._state
        if isinstance(subject, (Area, Unit)):
            await self._navigator.show("metrics")
            wanted = Filter.parse(f"{hit.kind}:{subject.id}")
            state.set_filter(wanted)
            return state.words("search.filtered", expression=wanted.text)
        citing = (section for section in state.dossier.sections if section.source.source == subject.id)
        section = next(citing, state.dossier.sections[0])
        return await self._navigator.go_to(Ref("section", section.id))

    def hits_of(self, text: str) -> SearchHits:
        """Return what the search finds for a text, of what was read so far; for none it does not wait."""
        seconds, least = (_AT_ONCE_SECONDS, _LEAST_STEPS) if text.strip() else (0, 0)
        index, until = self.index, monotonic() + seconds
        for step, _ in enumerate(index.grow()):
            if step >= least and monotonic() > until:
                self._read_on(index)
                break
        return index.search_so_far(text, self._state.language)

    def _look_for(self, text: str) -> SearchHits:
        self._hits = self.hits_of(text)
        self._query, self._at = text, -1
        self._searched = self._extent()
        return self._hits

    def _extent(self) -> tuple[object, bool, str]:
        """Return what there is to search: the index, whether it is whole, and the language."""
        return self.index, self._index.is_whole, self._state.language

    def _number_of(self, hit: SearchHit | None) -> int:
        """Return the number of a hit among those of now, -1 where it is none of them."""
        try:
            return self._hits.index(hit) if hit is not None else -1
        except ValueError:
            return -1
