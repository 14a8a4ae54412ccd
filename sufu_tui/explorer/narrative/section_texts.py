"""Texts of sections: the last are kept, and the one read is made ahead in all languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.narrative.dimming import with_dimmed
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.dossier.model import Section
    from sufu_tui.explorer.state import SharedState
    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.typesetting.flow import Block

_MOST_KEPT = 3 * len(LANGUAGES)
"""Texts that are kept, at most: those of three sections."""


class SectionTexts:
    """Texts of sections in the present language; a section may have 20,000 links, which take their time."""

    def __init__(self, widget: Widget, state: SharedState) -> None:
        """Make what is made ahead in the idle time of `widget`."""
        self._state = state
        self._idle = IdleWork(widget)
        self._dossier = state.dossier
        self._made: dict[tuple[str, Language, bool, frozenset[int], frozenset[int]], Sequence[Block]] = {}
        self.is_compact = False
        """True if the key figures of a section stand one after the other."""

    def of(self, section: Section, dimmed: frozenset[int] = frozenset()) -> Sequence[Block]:
        """Return the text of `section`, some paragraphs `dimmed`; other languages are made in idle time."""
        state = self._state
        if state.dossier is not self._dossier:
            self._dossier, self._made = state.dossier, {}
        if state.shortcuts:
            key = (id(self._made), section.id, dimmed)
            self._idle.run_when_idle(key, lambda: self._steps(section, dimmed))
        return self._in_words(section, state.words, dimmed)

    def _steps(self, section: Section, dimmed: frozenset[int] = frozenset()) -> Iterator[None]:
        for language in LANGUAGES:
            yield
            self._in_words(section, load(language), dimmed)

    def _in_words(self, section: Section, words: Catalogue, dimmed: frozenset[int]) -> Sequence[Block]:
        marked = self._bookmarked(section)
        key = (section.id, words.language, self.is_compact, marked, dimmed)
        if key not in self._made:
            while len(self._made) >= _MOST_KEPT:
                del self._made[next(iter(self._made))]
            blocks = section_blocks(section, self._dossier, words, marked, is_compact=self.is_compact)
            self._made[key] = tuple(with_dimmed(blocks, dimmed))
        return self._made[key]

    def _bookmarked(self, section: Section) -> frozenset[int]:
        """Return the paragraphs of `section` that have a bookmark."""
        own = (one.spot_in(self._dossier) for one in self._state.bookmarks if one.spot.ref == section.ref)
        return frozenset(spot.paragraph for spot in own if spot is not None and spot.paragraph is not None)
