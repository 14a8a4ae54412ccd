"""Search session: the query, its hits, and the present one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sufu_tui.explorer.cards.labels import item_title
from sufu_tui.explorer.commands import LineId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.question import Choice
from sufu_tui.languages.catalogue import Catalogue

if TYPE_CHECKING:
    from sufu_tui.query.indexes import DossierIndexes
    from sufu_tui.query.search_index import SearchHit

_CONTEXT = 12
"""Characters shown before the first match of a hit."""


class SearchSession:
    """Search of one explorer: the question of its picker, and the way from hit to hit."""

    line: LineId = "search"

    def __init__(self, state: SharedState, navigator: Navigator) -> None:
        self._state = state
        self._navigator = navigator
        self._query = ""
        self._hits: tuple[SearchHit, ...] = ()
        self._at = -1
        self._searched: DossierIndexes | None = None  # those of a dossier and a language

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

    def find(self, text: str) -> tuple[Sequence[Choice[SearchHit]], str]:
        """Return the hits of `text` as choices, and a remark on their number and on what was looked at."""
        words, extent = self._state.words, self._state.extent
        self._look_for(text)
        number, shown = len(self._hits), text.strip()
        if not self._hits:
            key = "search.none" if extent == "whole" else f"search.none-{extent}"
            return (), words(key, query=shown) if shown else ""
        choices = [Choice(words(f"search.{hit.ref.kind}"), self._parts(hit), hit) for hit in self._hits]
        return choices, words(
            "search.count" if extent == "whole" else f"search.count-{extent}", number=number
        )

    async def choose(self, value: SearchHit, text: str) -> str:
        """Go to a hit of `text`, even if another was typed since; return a sentence with its number."""
        self._state.set_search(text)
        if text != self._query:
            self._look_for(text)
        self._at = self._hits.index(value) if value in self._hits else -1
        return await self._go_to(value)

    # From hit to hit

    async def step(self, step: int) -> str:
        """Go to the hit `step` after the present one, in a circle; return a sentence with its number."""
        if self._searched is not self._state.indexes and self._state.search:
            before = self._hits[self._at] if self._at >= 0 else None
            self._look_for(self._state.search)
            same = (n for n, hit in enumerate(self._hits) if before and hit[:2] == before[:2])
            self._at = next(same, -1)
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

    def _look_for(self, text: str) -> None:
        hits = self._state.indexes.search.search(text, self._state.language)
        self._query, self._hits, self._at = text, hits, -1
        self._searched = self._state.indexes

    def _parts(self, hit: SearchHit) -> tuple[tuple[str, bool], ...]:
        """Split a hit's text into parts, the matching ones marked: the title, then the matches in context."""
        title = item_title(self._state.dossier.item(hit.ref), self._state.words)
        start = 0
        parts: list[tuple[str, bool]] = []
        if hit.marks and hit.marks[0][0] > len(title) + _CONTEXT:
            start = hit.marks[0][0] - _CONTEXT
            named = hit.paragraph is None and hit.text.startswith(title)
            parts.append((f"{title} ⋯ " if named else "⋯", False))
        for first, last in hit.marks:
            parts += [(hit.text[start:first], False), (hit.text[first:last], True)]
            start = last
        parts.append((hit.text[start:], False))
        return tuple(part for part in parts if part[0])
