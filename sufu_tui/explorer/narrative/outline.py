"""Outline of the sections with their topics, beside the text where there is room."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from itertools import chain
from typing import TypeAlias

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Section
from sufu_tui.explorer.background.idle import IdleWork
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.query.held_paragraphs import ParagraphPlace
from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.glyphs import LINKED

_LEAD = 4
"""Cells before the name of a section, and of a topic."""
_AT_ONCE = 50
"""Sections whose entries are made in a step of idle work."""

_Languages: TypeAlias = "tuple[Language, Language | None]"
"""Language of the names, and the second one below those of sections."""


class Outline:
    """Outline of the state's dossier in a widget, its `view`; `linked` says what has a sign.

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
        self._plain: dict[_Languages, list[tuple[Block, ...]]] = {}  # entries with nothing at them
        self._shown: object = None

    def show(self, current: Section) -> None:
        """Show the sections; the `current` one stands out."""
        dossier, words, second = self._state.dossier, self._state.words, self._state.second_words
        languages = words.language, None if second is None else second.language
        places = frozenset(self._linked.linked.paragraphs)
        if dossier is not self._dossier:
            self._dossier, self._plain, self._shown = dossier, {}, None
        if self._shown == (current.id, places, languages):
            return
        self._shown = current.id, places, languages
        deque(self._made(dossier, languages), 0)
        marked = {current.id, *(place.section for place in places)}
        shown = (
            section_entry(section, *languages, is_current=section is current, linked=places)
            if section.id in marked
            else plain
            for section, plain in zip(dossier.sections, self._plain[languages], strict=True)
        )
        self.view.show(list(chain.from_iterable(shown)), keep_place=True)
        if self._state.shortcuts:
            every = (self._made(dossier, (other, None)) for other in dossier.languages)
            self._idle.run_when_idle(id(dossier), lambda: chain.from_iterable(every))

    def _made(self, dossier: Dossier, languages: _Languages) -> Iterator[None]:
        """Make the entries in some languages unless they are there, a few in each step."""
        if languages in self._plain:
            return
        entries: list[tuple[Block, ...]] = []
        for section in dossier.sections:
            entries.append(tuple(section_entry(section, *languages)))
            if not len(entries) % _AT_ONCE:
                yield
        if dossier is self._dossier:
            self._plain[languages] = entries


def section_entry(
    section: Section,
    language: Language,
    second: Language | None = None,
    *,
    is_current: bool = False,
    linked: Collection[ParagraphPlace] = (),
) -> Iterator[Block]:
    """Yield a section and its topics; it stands out if it is the current one.

    The topics of paragraphs `linked`, which mention what the reader looks at, have a sign. Below a section is
    its name in the language of `second`; the topics, which are in the text in both, would fill the screen.
    """
    link = Run(section.short.in_language(language), "strong" if is_current else "section", section.ref)
    signs = dict.fromkeys(_topics_of(section, linked), LINKED) if linked else {}
    lead = f"{'▸' if is_current else ' '}{signs.get(-1, ' ')}{section.number}"
    yield Block((link,), _LEAD, Run(lead, "label"), space=1)
    other = "" if second is None else section.short.in_language(second)
    if other and other != link.text:
        yield Block((Run(other, "second"),), _LEAD)
    for number, paragraph in enumerate(section.paragraphs):
        if paragraph.heading is not None:
            topic = Run(paragraph.heading.in_language(language), "muted")
            yield Block((topic,), _LEAD, Run(f"  {signs[number]}", "pointer") if number in signs else None)


def _topics_of(section: Section, linked: Collection[ParagraphPlace]) -> Iterator[int]:
    """Yield the numbers of the topics under which a paragraph is linked; -1 for one before the first."""
    topic = -1
    for number, paragraph in enumerate(section.paragraphs):
        topic = number if paragraph.heading is not None else topic
        if ParagraphPlace(section.id, number) in linked:
            yield topic
