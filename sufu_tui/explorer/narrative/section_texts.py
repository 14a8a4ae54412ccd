"""Texts of sections: the last are kept, and the one read is made ahead in all languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.narrative.text import LinkLook, section_document
from sufu_tui.languages.catalogue import load

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.dossier.model import Section
    from sufu_tui.explorer.state import SharedState
    from sufu_tui.explorer.widgets.text_layout import TextDocument
    from sufu_tui.languages.catalogue import Catalogue

_MOST_KEPT = 3 * len(LANGUAGES)
"""Texts that are kept, at most: those of three sections."""


_NONE: frozenset[int] = frozenset()


class _Version(NamedTuple):
    """Version of a section's text, by all that it depends on."""

    section: str
    language: Language
    interface: Language
    second: Language | None
    look: LinkLook
    bookmarked: frozenset[int]
    is_compact: bool
    dimmed: frozenset[int]


class SectionTexts:
    """Texts of sections in the present languages; a section may have 20,000 links, which take their time."""

    def __init__(self, widget: Widget, state: SharedState) -> None:
        """Make what is made ahead in the idle time of `widget`."""
        self._state = state
        self._idle = IdleWork(widget)
        self._dossier = state.dossier
        self._made: dict[_Version, TextDocument] = {}
        self.is_compact = False
        """True if the key figures of a section stand one after the other."""

    def of(self, section: Section, look: LinkLook, dimmed: frozenset[int] = _NONE) -> TextDocument:
        """Return the text of `section`, some paragraphs `dimmed`; other languages are made in idle time."""
        state = self._state
        if state.dossier is not self._dossier:
            self._dossier, self._made = state.dossier, {}
        if state.shortcuts and state.second_words is None and state.own_interface is None:
            work = (id(self._made), section.id, look, dimmed)
            self._idle.run_when_idle(work, lambda: self._steps(section, look, dimmed))
        return self._in_words(section, look, dimmed, state.words, state.second_words)

    def _steps(self, section: Section, look: LinkLook, dimmed: frozenset[int] = _NONE) -> Iterator[None]:
        for language in LANGUAGES:
            yield
            self._in_words(section, look, dimmed, load(language))

    def _in_words(
        self,
        section: Section,
        look: LinkLook,
        dimmed: frozenset[int],
        words: Catalogue,
        second: Catalogue | None = None,
    ) -> TextDocument:
        beside, marked = None if second is None else second.language, self._bookmarked(section)
        compact = self.is_compact
        key = _Version(section.id, words.language, words.interface, beside, look, marked, compact, dimmed)
        if key not in self._made:
            while len(self._made) >= _MOST_KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = section_document(
                section, self._dossier, words, second, look, marked, is_compact=compact, dimmed=dimmed
            )
        return self._made[key]

    def _bookmarked(self, section: Section) -> frozenset[int]:
        """Return the paragraphs of `section` that have a bookmark."""
        own = (one.spot_in(self._dossier) for one in self._state.bookmarks if one.spot.ref == section.ref)
        return frozenset(spot.paragraph for spot in own if spot is not None and spot.paragraph is not None)
