"""Finding things by typing: hits of the search and commands of the palette as choices of a picker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.explorer.cards.naming import item_title
from sufu_tui.explorer.commands import COMMANDS, Command

if TYPE_CHECKING:
    from sufu_tui.asking.searching import Hit, SearchIndex
    from sufu_tui.explorer.history import PaneId
    from sufu_tui.explorer.state import ViewState
    from sufu_tui.languages.catalogue import Catalogue

_CONTEXT = 12
"""Characters shown before the first match of a hit."""


class Choice(NamedTuple):
    """A line of a picker: a tag in the margin, then text in parts, those to stand out marked."""

    tag: str
    parts: tuple[tuple[str, bool], ...]
    value: Command | Hit


class Finder:
    """The search of one explorer: its index, its hits, and which of them the reader is at."""

    def __init__(self, state: ViewState) -> None:
        self._state = state
        self._index: SearchIndex | None = None
        self._indexed = state.dossier
        self._query = ""
        self._hits: tuple[Hit, ...] = ()
        self._at = -1

    def find(self, query: str) -> tuple[Sequence[Choice], str]:
        """Return the hits of `query` as choices, and a remark on how many there are."""
        words = self._state.words
        self._query, self._hits, self._at = query, self._search(query), -1
        if not self._hits:
            shown = query.strip()
            return (), words("search.none", query=shown) if shown else ""
        choices = [Choice(words(f"search.{hit.ref.kind}"), self._parts(hit), hit) for hit in self._hits]
        return choices, words("search.count", number=len(self._hits))

    def went_to(self, hit: Hit, query: str) -> None:
        """Remember that the reader went to a hit of `query`, even if another was typed since."""
        if query != self._query:
            self._query, self._hits = query, self._search(query)
        self._at = self._hits.index(hit) if hit in self._hits else -1

    def step(self, step: int) -> Hit | None:
        """Return the hit `step` after the present one, in a circle; None where there are none."""
        if not self._hits and self._state.search:
            self._query, self._hits = self._state.search, self._search(self._state.search)
        if not self._hits:
            return None
        self._at = (self._at + step) % len(self._hits) if self._at >= 0 else (0 if step > 0 else -1)
        self._at %= len(self._hits)
        return self._hits[self._at]

    @property
    def position(self) -> tuple[int, int]:
        """The number of the present hit, from 1, and of all."""
        return self._at + 1, len(self._hits)

    def _parts(self, hit: Hit) -> tuple[tuple[str, bool], ...]:
        """Cut a hit's text into parts, those that match marked: what it is, then where it matches."""
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

    def _search(self, query: str) -> tuple[Hit, ...]:
        if self._index is None or self._indexed is not self._state.dossier:
            # Folding a dossier takes some milliseconds: not before anybody searches.
            from sufu_tui.asking.searching import SearchIndex

            self._indexed = self._state.dossier
            self._index = SearchIndex(self._indexed)
        return self._index.search(query, self._state.language)


def command_choices(query: str, pane: PaneId, words: Catalogue) -> tuple[Sequence[Choice], str]:
    """Return the commands whose words hold every term of `query`; those of another pane are left out."""
    terms = query.casefold().split()
    found: list[Choice] = []
    for command in COMMANDS:
        if command.scope not in {"app", pane}:
            continue
        text = words(f"command.{command.id}-help")
        everything = f"{text} {words(f'command.{command.id}')} {command.id}".casefold()
        if command.id != "palette" and all(term in everything for term in terms):
            found.append(Choice(command.listed, ((text, False),), command))
    return found, "" if found else words("search.none", query=query.strip())
