"""The cursor among lines that change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.listing.cursor import GroupHeading, LineCursor
from tests.explorer.observing import ModelObserver


class Follower(ModelObserver):
    """Counts the moves that it is told of."""

    moves = 0

    def cursor_moved(self):
        self.moves += 1


@pytest.fixture
def cursor():
    made = LineCursor(Follower())
    made.show(range(10))
    return made


@pytest.mark.parametrize(
    ("steps", "row"),
    [((1,), 1), ((1, 1, -1), 1), ((-1,), 0), ((99,), 9), ((99, 1), 9), ((99, -99), 0), ((4, -1, 2), 5)],
)
def test_the_cursor_moves_and_stops_at_the_ends(cursor, steps, row):
    for step in steps:
        cursor.move_to(cursor.position + step)
    assert cursor.row == cursor.line == row


@given(st.permutations(range(10)), st.sets(st.integers(0, 9)), st.integers(0, 9))
def test_the_line_chosen_last_comes_back_whatever_was_listed_meanwhile(order, left, chosen):
    cursor = LineCursor(Follower())
    cursor.show(range(10))
    cursor.move_to(chosen)
    cursor.show(sorted(left))
    assert cursor.row == chosen or chosen not in left
    assert cursor.row in left or not left
    cursor.show(order)
    assert cursor.row == chosen


def test_a_line_that_is_expected_has_the_cursor_when_it_is_listed(cursor):
    cursor.expect(GroupHeading(0))
    assert cursor.row == 0
    cursor.show([4, GroupHeading(0), 5])
    assert cursor.line == GroupHeading(0)
    assert cursor.row is None


def test_only_moves_are_told_of():
    follower = Follower()
    cursor = LineCursor(follower)
    cursor.move_to(3)  # nothing is listed
    cursor.show(range(10))
    cursor.move_to(0)
    cursor.choose(99)
    assert follower.moves == 0
    cursor.move_to(3)
    cursor.choose(5)
    assert follower.moves == 2
