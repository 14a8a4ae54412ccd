"""Status of the narrative: what the filter holds, what is linked, and how far the reader is."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.dossier.model import Section
from sufu_tui.explorer.filter_line import filter_sentence
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.narrative.lens import NarrativeLens
from sufu_tui.explorer.narrative.reading_progress import ReadingProgress
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.status_line import StatusLine, StatusPart

_NOTES, _LINKED, _READ, _PLACE, _FILTER = range(5)
"""Ranks of the parts, the least important first."""


def held_text(state: SharedState, lens: NarrativeLens) -> str:
    """Return the number of paragraphs that hold something of what the filter leaves, in words."""
    return state.words.plural("narrative.held", lens.total, shown=lens.count)


class NarrativeStatus:
    """Status of the text in `reading`; the row is not written before the text is laid."""

    def __init__(self, state: SharedState, lens: NarrativeLens, links: LinkedView, reading: FlowText) -> None:
        self.line = StatusLine()
        """Row at the foot."""
        self.notes_from = 0
        """Columns from which notes have room beside two languages; 0 where that is no question."""
        self._state = state
        self._lens = lens
        self._links = links
        self._reading = reading
        self._progress: ReadingProgress | None = None  # no frame waits for it to be counted

    def begin(self, section: Section) -> None:
        """Show where the reader is in `section`; a first time as well."""
        dossier, words, known = self._state.dossier, self._state.words, self._progress
        if known is None or known.dossier is not dossier:
            self._progress = known = ReadingProgress(dossier)
        percent = known.percent(section, self._reading.share_read)
        self.line.say(list(self._parts(section, percent)), words("card.separator"))

    def refresh(self, section: Section) -> None:
        """Show what has changed, unless there has been no text to show it of."""
        if self._progress is not None:
            self.begin(section)

    def _parts(self, section: Section, percent: int) -> Iterator[StatusPart]:
        state, words = self._state, self._state.words
        total = len(state.dossier.sections)
        position = words("narrative.position", number=section.number, total=total)
        place = StatusPart(position, _PLACE), StatusPart(words("narrative.read", percent=percent), _READ)
        if state.filter:
            yield StatusPart(self._held(section))
            yield StatusPart(filter_sentence(state, None), _FILTER)
        else:
            yield from place
        yield from self._links.status(_LINKED)
        if state.filter:
            yield from place
        if self.notes_from:
            yield StatusPart(words("narrative.notes-from", columns=self.notes_from), _NOTES)

    def _held(self, section: Section) -> str:
        """Return which of the paragraphs that hold something stands out, or how many these are."""
        pointed = self._reading.pointed
        place = None if pointed is None else self._lens.rank(section, pointed)
        if place is None:
            return held_text(self._state, self._lens)
        count = self._lens.count
        return self._state.words.plural("narrative.held-place", count, place=place, of=count)
