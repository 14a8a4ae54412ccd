"""Outline of the sections with their topics, beside the text where there is room."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import TypeAlias

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Section
from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.query.held_paragraphs import ParagraphPlace
from sufu_tui.typesetting.flow import Block, Run

_LEAD = 4
"""Cells before the name of a section, and of a topic."""
_AT_ONCE = 50
"""Sections whose entries are made in a step of idle work."""

_Languages: TypeAlias = "tuple[Language, Language | None]"
"""Language of the names, and the second one below those of sections."""


class Outline:
    """Outline of the state's dossier in a widget, its `view`; the topics of what is `linked` have a sign.

    There may be thousands of sections: it is written again only where something of it has changed, and of
    that only the sections that look otherwise.
    """

    def __init__(self, state: SharedState, linked: LinkedView) -> None:
        self.view = FlowText(id="outline")
        """Widget that shows it."""
        self._state = state
        self._linked = linked
        self._idle = IdleWork(self.view)
        self._dossier: Dossier | None = None
        self._anchors: dict[str, int] = {}  # of sections, by their ids; those of topics follow
        self._plain: dict[_Languages, list[tuple[Block, ...]]] = {}  # entries of which none is current
        self._shown: object = None

    def show(self, current: Section) -> None:
        """Show the sections; the `current` one stands out."""
        dossier, words, second = self._state.dossier, self._state.words, self._state.second_words
        languages = words.language, None if second is None else second.language
        if dossier is not self._dossier:
            self._dossier, self._plain, self._shown = dossier, {}, None
            self._anchors = _anchors_of(dossier.sections)
        if self._shown != (current.id, languages):
            self._shown = current.id, languages
            deque(self._made(dossier, languages), 0)
            self.view.show(list(self._blocks(current, languages)), keep_place=True)
        self.view.mark_linked(frozenset(map(self._topic_of, self._linked.linked.paragraphs)))
        if self._state.shortcuts:
            every = (self._made(dossier, (other, None)) for other in dossier.languages)
            self._idle.run_when_idle(id(dossier), lambda: chain.from_iterable(every))

    def _blocks(self, current: Section, languages: _Languages) -> Iterator[Block]:
        entries, anchor = list(self._plain[languages]), self._anchors[current.id]
        entry = section_entry(current, *languages, anchor=anchor, is_current=True)
        entries[current.number - 1] = tuple(entry)
        return chain.from_iterable(entries)

    def _made(self, dossier: Dossier, languages: _Languages) -> Iterator[None]:
        """Make the entries in some languages unless they are there, a few in each step."""
        if languages in self._plain:
            return
        entries: list[tuple[Block, ...]] = []
        for section in dossier.sections:
            entries.append(tuple(section_entry(section, *languages, anchor=self._anchors[section.id])))
            if not len(entries) % _AT_ONCE:
                yield
        if dossier is self._dossier:
            self._plain[languages] = entries

    def _topic_of(self, place: ParagraphPlace) -> int:
        """Return the anchor of a paragraph's topic, or of its section where it stands before the first."""
        section = self._state.dossier.section(place.section)
        before = enumerate(section.paragraphs[: place.number + 1], 1)
        topics = (number for number, paragraph in before if paragraph.heading is not None)
        return self._anchors[section.id] + max(topics, default=0)


def _anchors_of(sections: Sequence[Section]) -> dict[str, int]:
    """Return the anchors of sections by their ids; each leaves one for each of its paragraphs."""
    starts = accumulate((1 + len(section.paragraphs) for section in sections), initial=0)
    return {section.id: start for section, start in zip(sections, starts, strict=False)}


def section_entry(
    section: Section,
    language: Language,
    second: Language | None = None,
    *,
    anchor: int = 0,
    is_current: bool = False,
) -> Iterator[Block]:
    """Yield a section and its topics, with anchors from `anchor` on; it stands out if it is the current one.

    Below a section is its name in the language of `second`; the topics, which are in the text in both, would
    fill the screen.
    """
    link = Run(section.short.in_language(language), "strong" if is_current else "section", section.ref)
    lead = f"{'▸' if is_current else ' '} {section.number}"
    yield Block((link,), _LEAD, Run(lead, "label"), space=1, anchor=anchor)
    other = "" if second is None else section.short.in_language(second)
    if other and other != link.text:
        yield Block((Run(other, "second"),), _LEAD, anchor=anchor)
    for number, paragraph in enumerate(section.paragraphs, anchor + 1):
        if paragraph.heading is not None:
            yield Block((Run(paragraph.heading.in_language(language), "muted"),), _LEAD, anchor=number)
