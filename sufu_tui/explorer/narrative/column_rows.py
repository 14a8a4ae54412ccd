"""Rows of the margin's column: which row each note has, and which rows the card of the one that unfolds.

The notes above the card stay; those below it move down, at most so far from their lines as every note may.
What has no row left is counted in the row below the card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.explorer.narrative.notes import REACH, MarginNote

NO_LINK = -1
"""Number of no link: a card of none begins where its row is."""


class UnfoldedNote(NamedTuple):
    """Note that unfolds to a card: its link, the row of its line, from 0, and the lines of the card.

    The line may be out of view: its row is then negative, or below the column.
    """

    link: int
    row: int
    lines: int


class ColumnRows(NamedTuple):
    """Rows of a column: the notes, the card, and how many have no row."""

    notes: tuple[MarginNote, ...] = ()
    card: range = range(0)
    counted: tuple[int, ...] = ()
    """Links whose notes have no row, in the order of the column without a card."""

    @property
    def count_row(self) -> int | None:
        """Row of the count, below the card; None where nothing is counted."""
        return self.card.stop if self.counted else None


class _Fitted(NamedTuple):
    """Notes that have a row, and those that have none."""

    notes: list[MarginNote]
    lost: list[MarginNote]


def column_rows(notes: Sequence[MarginNote], height: int, unfolded: UnfoldedNote | None = None) -> ColumnRows:
    """Return the rows of a column of `height` rows, two at least; `notes` are where they are without a card.

    The card begins where its note was, further up as far as it needs to fit; it has the whole column at most.
    """
    if unfolded is None:
        return ColumnRows(tuple(_shown(notes, height)))
    place, begin = _place_of(unfolded, notes), unfolded.row
    behind: tuple[int, ...] = ()  # counted behind the note that unfolds
    before = [_without(note, unfolded.link) for note in notes[:place]]
    after = list(notes[place:])
    if after and after[0].link == unfolded.link:
        own = after.pop(0)
        begin = own.row
        behind = own.further if 0 <= begin < height else ()
    elif before:  # without a note of its own it stands below those of its line that begin before it
        begin = max(begin, min(before[-1].row + 1, begin + REACH))
    before, after = list(_shown(before, height)), list(_shown(after, height))
    for count_rows in (0, 1):
        lines = max(1, min(unfolded.lines, height - count_rows))
        first = max(0, min(begin, height - count_rows - lines))
        card = range(first, first + lines)
        above, below = _fitted_above(before, first), _fitted_below(after, card.stop + count_rows, height)
        counted = (*_links(above.lost), *behind, *_links(below.lost))
        if not counted:
            break
    return ColumnRows((*above.notes, *below.notes), card, counted)


def _shown(notes: Sequence[MarginNote], height: int) -> Iterator[MarginNote]:
    return (note for note in notes if 0 <= note.row < height)


def _links(notes: Sequence[MarginNote]) -> Iterator[int]:
    for note in notes:
        yield from (note.link, *note.further)


def _without(note: MarginNote, link: int) -> MarginNote:
    return note._replace(further=tuple(one for one in note.further if one != link))


def _place_of(unfolded: UnfoldedNote, notes: Sequence[MarginNote]) -> int:
    """Return the number of the note that unfolds, or of the first one behind it where it has none."""
    for number, note in enumerate(notes):
        if note.link == unfolded.link:
            return number
        if unfolded.link in note.further:
            return number + 1
    here = unfolded.row, unfolded.link
    for number, note in enumerate(notes):
        if note.row >= unfolded.row and (note.row - note.moved, note.link) > here:
            return number
    return len(notes)


def _moved_to(note: MarginNote, row: int) -> MarginNote:
    return note._replace(row=row, moved=note.moved + row - note.row)


def _fitted_above(notes: Sequence[MarginNote], end: int) -> _Fitted:
    """Fit notes into the rows above `end`: those that are there stay, others move up to free rows."""
    stay = [note for note in notes if note.row < end]
    least, free = (stay[-1].row + 1 if stay else 0), end - 1
    moved: list[MarginNote] = []
    lost: list[MarginNote] = []
    for note in reversed(notes[len(stay) :]):
        risen = _moved_to(note, free)
        # What it counts behind it is of lines further down.
        if free >= least and risen.moved >= -REACH and not note.further:
            moved.insert(0, risen)
            free -= 1
        else:
            lost.insert(0, note)
    return _Fitted([*stay, *moved], lost)


def _fitted_below(notes: Sequence[MarginNote], begin: int, height: int) -> _Fitted:
    """Fit notes into the rows from `begin` on: where they are, or else down to free rows."""
    found = _Fitted([], [])
    free = begin
    for note in notes:
        sunk = _moved_to(note, max(free, note.row))
        if sunk.row < height and sunk.moved <= REACH:
            found.notes.append(sunk)
            free = sunk.row + 1
        else:
            found.lost.append(note)
    return found
