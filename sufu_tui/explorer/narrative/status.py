"""Status of the narrative: how far the reader is, the filter, what is linked, and where the notes are."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.dossier.model import Section
from sufu_tui.explorer.filter_line import filter_sentence
from sufu_tui.explorer.state import SharedState


def status_parts(
    section: Section, percent: int, state: SharedState, *, held: str, linked: str, notes_from: int
) -> Iterator[str]:
    """Yield the parts of the status, some of them empty; `held` tells of a filter.

    `notes_from` are the columns from which there are notes beside two languages; 0 where that is no question.
    """
    words = state.words
    place = words("narrative.position", number=section.number, total=len(state.dossier.sections))
    first = [held, filter_sentence(state, None)] if state.filter else []
    read = [place, words("narrative.read", percent=percent)]
    yield from (*first, linked, *read) if first else (*read, linked)
    yield words("narrative.notes-from", columns=notes_from) if notes_from else ""
