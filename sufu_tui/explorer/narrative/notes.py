"""Notes in the margin: which figures and dates a line mentions, and where each note stands beside it.

A note stands on the row of its line, or at most three rows from it where another has that already; never
two on one row, never out of its own paragraph. So those of a paragraph depend on nothing else, and scroll
with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Event, Metric, Ref
from sufu_tui.explorer.cards.labels import item_figure
from sufu_tui.languages.brief_periods import brief_period
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.flow import Line

REACH = 3
"""Rows that a note may stand from its line."""
_EXACT, _VAGUE = "◆", "◇"


class NoteText(NamedTuple):
    """Text of a note, and its style."""

    text: str
    style: str


class MarginNote(NamedTuple):
    """Note on a row, from 0; `moved` is how many rows its line stands above it, negative for below.

    The links that have no row of their own are `further`, counted behind it.
    """

    row: int
    link: int
    moved: int = 0
    further: tuple[int, ...] = ()


def note_text(ref: Ref | None, dossier: Dossier, words: Catalogue) -> NoteText | None:
    """Return the note of a link, value and period of a figure or a date; None where it leads elsewhere."""
    item = dossier.find(ref) if ref is not None and ref.kind in {"metric", "event"} else None
    if isinstance(item, Metric):
        period = brief_period(item.period, words) if item.period else ""
        parts = [item_figure(item, dossier, words), *([period] if period else [])]
        return NoteText(words("card.separator").join(parts), "note-metric")
    if isinstance(item, Event):
        mark = _EXACT if item.exact else _VAGUE
        return NoteText(f"{mark} {item_figure(item, dossier, words)}", "note-event")
    return None


def placed_notes(links: Sequence[Sequence[int]], rows: int) -> list[MarginNote]:
    """Return the notes of a paragraph of `rows` rows; `links` are those that begin on each of its rows."""
    found: list[MarginNote] = []
    for row, here in enumerate(links):
        for link in here:
            free = max(row, found[-1].row + 1 if found else 0)
            if free >= min(rows, row + REACH + 1) and _move_up(found):
                free -= 1
            if free < min(rows, row + REACH + 1):
                found.append(MarginNote(free, link, free - row))
            else:
                found[-1] = found[-1]._replace(further=(*found[-1].further, link))
    return found


def _move_up(notes: list[MarginNote]) -> bool:
    """Move the last notes that stand without a gap a row up; return False where they cannot."""
    first = len(notes) - 1
    while first and notes[first - 1].row == notes[first].row - 1:
        first -= 1
    run = notes[first:]
    if not run or not run[0].row or any(note.moved <= -REACH or note.further for note in run):
        return False
    notes[first:] = [note._replace(row=note.row - 1, moved=note.moved - 1) for note in run]
    return True


def links_by_row(lines: Iterable[Line], has_note: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield the links that begin on each line and have a note, each once."""
    seen: set[int] = set()
    for line in lines:
        here = dict.fromkeys(piece.link for piece in line.pieces if piece.link is not None)
        new = [link for link in here if link not in seen]
        seen.update(new)
        yield [link for link in new if has_note(link)]
