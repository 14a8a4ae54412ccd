"""Texts of sections: the last are kept, and the one read is made ahead in all languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.narrative.dimming import with_dimmed
from sufu_tui.explorer.narrative.text import (
    LinkLook,
    parallel_document,
    section_blocks,
    version_document,
)
from sufu_tui.languages.catalogue import load

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.dossier.model import Section
    from sufu_tui.explorer.state import SharedState
    from sufu_tui.explorer.widgets.text_layout import TextDocument
    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.typesetting.flow import Block

_MOST_KEPT = 3 * len(LANGUAGES)
"""Texts that are kept, at most: those of three sections."""
_AT_ONCE = 50
"""Blocks that are made in a step of idle work: a section may have thousands of paragraphs."""


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
        key = self._version(section, look, dimmed, state.words, state.second_words)
        return self._document(key, section, state.words, state.second_words)

    def _steps(self, section: Section, look: LinkLook, dimmed: frozenset[int] = _NONE) -> Iterator[None]:
        made = self._made
        for language in LANGUAGES:
            yield
            words = load(language)
            key = self._version(section, look, dimmed, words)
            if key not in self._made:
                blocks: list[Block] = []
                for block in self._blocks(key, section, words):
                    blocks.append(block)
                    if not len(blocks) % _AT_ONCE:
                        yield
                    if self._made is not made:  # of another dossier by now
                        return
                self._keep(key, version_document(blocks, words))

    def _document(
        self, key: _Version, section: Section, words: Catalogue, second: Catalogue | None
    ) -> TextDocument:
        if key not in self._made:
            alone = self._made.get(key._replace(second=None))
            first = self._blocks(key, section, words) if alone is None else alone.blocks
            if second is None:
                self._keep(key, version_document(first, words))
            else:
                other = self._blocks(key, section, second, beside=words)
                self._keep(key, parallel_document(first, other, words, second))
        return self._made[key]

    def _version(
        self,
        section: Section,
        look: LinkLook,
        dimmed: frozenset[int],
        words: Catalogue,
        second: Catalogue | None = None,
    ) -> _Version:
        beside, marked = None if second is None else second.language, self._bookmarked(section)
        return _Version(
            section.id, words.language, words.interface, beside, look, marked, self.is_compact, dimmed
        )

    def _blocks(
        self, key: _Version, section: Section, words: Catalogue, *, beside: Catalogue | None = None
    ) -> Iterator[Block]:
        marked = key.bookmarked if beside is None else _NONE
        compact = key.is_compact
        blocks = section_blocks(
            section, self._dossier, words, marked, look=key.look, beside=beside, is_compact=compact
        )
        return with_dimmed(blocks, key.dimmed)

    def _keep(self, key: _Version, document: TextDocument) -> None:
        while len(self._made) >= _MOST_KEPT:
            del self._made[next(iter(self._made))]
        self._made[key] = document

    def _bookmarked(self, section: Section) -> frozenset[int]:
        """Return the paragraphs of `section` that have a bookmark."""
        own = (one.spot_in(self._dossier) for one in self._state.bookmarks if one.spot.ref == section.ref)
        return frozenset(spot.paragraph for spot in own if spot is not None and spot.paragraph is not None)
