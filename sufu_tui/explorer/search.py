"""Search session: the query, its hits, and the present one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, overload

from sufu_tui.explorer.cards.labels import item_title
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.question import Choice, Choices
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import clip

if TYPE_CHECKING:
    from sufu_tui.query.search_index import SearchHit, SearchHits, SearchIndex

_CONTEXT = 12
"""Characters shown before the first match of a hit."""
_TITLE = 60
"""Cells that a title may take before a match further on."""
_AT_ONCE_SECONDS = 0.03
"""Time for which a search makes its reader wait for an index that is not whole yet."""


class HitChoices(Sequence[Choice["SearchHit"]]):
    """Hits as choices, each made when it is looked at."""

    def __init__(self, hits: SearchHits, state: SharedState) -> None:
        self._hits = hits
        self._state = state

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, number: int) -> Choice[SearchHit]: ...
    @overload
    def __getitem__(self, number: slice) -> HitChoices: ...
    def __getitem__(self, number: int | slice) -> Choice[SearchHit] | HitChoices:
        if isinstance(number, slice):
            return HitChoices(self._hits[number], self._state)
        hit = self._hits[number]
        return Choice(self._state.words(f"search.{hit.ref.kind}"), self._parts(hit), hit)

    def index(self, value: Choice[SearchHit], *_: int) -> int:
        """Return the number of the choice of the same place, whatever it was found by.

        Raises ValueError where there is none.
        """
        return self._hits.index(value.value)

    @property
    def tags(self) -> tuple[str, ...]:
        """Tags of the choices."""
        return tuple(self._state.words(f"search.{kind}") for kind in self._hits.kinds)

    def _parts(self, hit: SearchHit) -> tuple[tuple[str, bool], ...]:
        """Split a hit's text into parts, the matching ones marked: the title, then the matches in context."""
        title = item_title(self._state.dossier.item(hit.ref), self._state.words)
        start = 0
        parts: list[tuple[str, bool]] = []
        if hit.marks and hit.marks[0][0] > len(title) + _CONTEXT:
            start = hit.marks[0][0] - _CONTEXT
            named = hit.paragraph is None and hit.text.startswith(title)
            parts.append((f"{clip(title, _TITLE)} ⋯ " if named else "⋯", False))
        for first, last in hit.marks:
            parts += [(hit.text[start:first], False), (hit.text[first:last], True)]
            start = last
        parts.append((hit.text[start:], False))
        return tuple(part for part in parts if part[0])


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
        self._query = ""
        self._hits: Sequence[SearchHit] = ()
        self._at = -1
        self._searched: object = None  # the indexes of a dossier and a language, and whether whole

    @property
    def position(self) -> tuple[int, int]:
        """Number of the present hit, from 1, and of all."""
        return self._at + 1, len(self._hits)

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
        words, shown = self._state.words, text.strip()
        extent = self._state.extent if self._state.indexes.search.is_whole else "so-far"
        if not hits:
            key = "search.none" if extent == "whole" else f"search.none-{extent}"
            return Choices((), words(key, query=shown) if shown else "")
        key = "search.count" if extent == "whole" else f"search.count-{extent}"
        choices = HitChoices(hits, self._state)
        return Choices(choices, words(key, number=len(hits)), choices.tags)

    async def choose(self, value: SearchHit, text: str) -> str:
        """Go to a hit of `text`, even if another was typed since; return a sentence with its number."""
        self._state.set_search(text)
        if text != self._query:
            self._look_for(text)
        self._at = self._number_of(value)
        return await self._go_to(value)

    # From hit to hit

    async def step(self, step: int) -> str:
        """Go to the hit `step` after the present one, in a circle; return a sentence with its number."""
        if self._searched != self._extent() and self._state.search:
            before = self._hits[self._at] if self._at >= 0 else None
            self._look_for(self._state.search)
            self._at = self._number_of(before)
        if not self._hits:
            return self._state.words("search.nothing-searched")
        self._at = (self._at + step) % len(self._hits) if self._at >= 0 else (0 if step > 0 else -1)
        self._at %= len(self._hits)
        return await self._go_to(self._hits[self._at])

    async def _go_to(self, hit: SearchHit) -> str:
        words, notice = self._state.words, await self._navigator.go_to(hit.ref, hit.paragraph)
        number, total = self.position
        position = words("search.position", number=number, total=total, query=self._state.search)
        return words("card.separator").join(filter(None, (position, notice)))

    def _look_for(self, text: str) -> SearchHits:
        index, until = self._state.indexes.search, monotonic() + _AT_ONCE_SECONDS
        for _ in index.grow():
            if monotonic() > until:
                self._read_on(index)
                break
        self._query, self._at = text, -1
        self._hits = hits = index.search_so_far(text, self._state.language)
        self._searched = self._extent()
        return hits

    def _extent(self) -> tuple[object, bool]:
        """Return what there is to search: the indexes, and whether they are whole."""
        return self._state.indexes, self._state.indexes.search.is_whole

    def _number_of(self, hit: SearchHit | None) -> int:
        """Return the number of a hit among those of now, -1 where it is none of them."""
        try:
            return self._hits.index(hit) if hit is not None else -1
        except ValueError:
            return -1
