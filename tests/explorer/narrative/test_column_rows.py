"""The column of notes with a card in it: no note far from its line, nothing over anything, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.narrative.column_rows import ColumnRows, UnfoldedNote, column_rows
from sufu_tui.explorer.narrative.notes import REACH, MarginNote, placed_notes


def linked(counts):
    """Return the links of rows with so many links each, numbered from 0."""
    return [[sum(counts[:row]) + number for number in range(count)] for row, count in enumerate(counts)]


def shifted(notes, by):
    return [note._replace(row=note.row + by) for note in notes]


@st.composite
def columns(draw):
    """A text's notes as they stand beside a view of it, the view's height, and a link of it with its card.

    Some links have no note, as names have none; the view begins and ends anywhere.
    """
    counts = draw(st.lists(st.integers(0, 4), min_size=1, max_size=30))
    links = linked(counts)
    every = [link for row in links for link in row]
    silent = draw(st.sets(st.sampled_from(every))) if every else set()
    cut = draw(st.integers(0, len(links)))  # two paragraphs: a note stays in its own
    noted = [[link for link in row if link not in silent] for row in links]
    notes = placed_notes(noted[:cut], cut) + shifted(placed_notes(noted[cut:], len(links) - cut), cut)
    top = draw(st.integers(0, len(links)))
    homes = {link: row - top for row, here in enumerate(links) for link in here}
    height, lines = draw(st.integers(2, 40)), draw(st.integers(1, 60))
    chosen = draw(st.sampled_from(every)) if every else None
    unfolded = None if chosen is None else UnfoldedNote(chosen, homes[chosen], lines)
    return shifted(notes, -top), homes, height, unfolded


def told(notes):
    return [link for note in notes for link in (note.link, *note.further)]


@given(columns())
def test_without_a_card_the_notes_are_where_they_were(drawn):
    notes, _, height, _ = drawn
    assert column_rows(notes, height) == ColumnRows(tuple(note for note in notes if 0 <= note.row < height))


@given(columns())
def test_no_note_is_far_from_its_line_nor_over_another_or_the_card(drawn):
    notes, homes, height, unfolded = drawn
    found = column_rows(notes, height, unfolded)
    rows = [note.row for note in found.notes]
    assert rows == sorted(set(rows)), "two on one row"
    taken = {*rows, *found.card, *(() if found.count_row is None else (found.count_row,))}
    assert len(taken) == len(rows) + len(found.card) + bool(found.counted), "one over another"
    assert taken <= set(range(height))
    for note in found.notes:
        assert -REACH <= note.row - homes[note.link] == note.moved <= REACH
        assert all(abs(note.row - homes[link]) <= REACH for link in note.further)


@given(columns())
def test_each_note_is_there_or_counted_once(drawn):
    notes, _, height, unfolded = drawn
    found = column_rows(notes, height, unfolded)
    links = [*told(found.notes), *found.counted]
    chosen = None if unfolded is None else unfolded.link
    assert sorted(links) == sorted(link for link in told(column_rows(notes, height).notes) if link != chosen)


@given(columns())
def test_the_card_is_in_the_place_of_its_note_and_what_is_above_it_stays(drawn):
    notes, homes, height, unfolded = drawn
    found = column_rows(notes, height, unfolded)
    if unfolded is None:
        assert not found.card
        return
    room = height - bool(found.counted)
    assert len(found.card) == min(unfolded.lines, room)
    own = [note.row for note in notes if note.link == unfolded.link]
    begin = found.card.start
    lowest = room - len(found.card)
    if own:
        assert begin == max(0, min(own[0], lowest))
    else:
        home = homes[unfolded.link]
        assert max(0, min(home, lowest)) <= begin <= max(0, min(home + REACH, lowest))
    before = {note.link: note.row for note in column_rows(notes, height).notes if note.row < begin}
    after = {note.link: note.row for note in found.notes}
    assert {link: after.get(link) for link in before} == before


@given(columns())
def test_nothing_is_counted_that_would_have_a_row_below_the_card(drawn):
    notes, homes, height, unfolded = drawn
    found = column_rows(notes, height, unfolded)
    if unfolded is None or not found.counted:
        return
    last = max((note.row for note in found.notes), default=-1)
    for link in found.counted:
        note = next((note for note in notes if note.link == link), None)
        free = max(last, found.card.stop) + 1
        if note is not None and note.row >= found.card.start and homes[link] > homes[unfolded.link]:
            assert not note.row <= free <= min(homes[link] + REACH, height - 1)


@pytest.mark.parametrize(
    ("link", "card", "rows", "counted"),
    [
        (0, range(4), {1: 4, 2: 5, 3: 6, 4: 9}, ()),
        (2, range(2, 6), {0: 0, 1: 1, 3: 6, 4: 9}, ()),
        (4, range(6, 10), {0: 0, 1: 1, 2: 2, 3: 3}, ()),
    ],
)
def test_notes_above_stay_and_those_below_move_down(link, card, rows, counted):
    notes = [MarginNote(row, number) for number, row in enumerate((0, 1, 2, 3, 9))]
    found = column_rows(notes, 10, UnfoldedNote(link, notes[link].row, 4))
    assert (found.card, found.counted) == (card, counted)
    assert {note.link: note.row for note in found.notes} == rows


def test_what_has_no_row_is_counted_below_the_card():
    notes = [MarginNote(row, row) for row in range(8)]
    found = column_rows(notes, 10, UnfoldedNote(2, 2, 5))
    assert found.card == range(2, 7)
    assert found.count_row == 7
    assert found.counted == (3, 4, 7)
    assert {note.link: note.row for note in found.notes} == {0: 0, 1: 1, 5: 8, 6: 9}
