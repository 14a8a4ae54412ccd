from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.metrics.undoing import Undoing


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_undoing_everything_and_doing_it_again_leads_back(states):
    steps = [state for n, state in enumerate(states) if n == 0 or states[n - 1] != state]
    undoing = Undoing()
    for before, after in pairwise(steps):
        undoing.did(before, after)
    present, passed = steps[-1], [steps[-1]]
    while (before := undoing.undo(present)) is not None:
        present = before
        passed.append(present)
    assert passed == steps[::-1]
    while (after := undoing.redo(present)) is not None:
        present = after
    assert present == steps[-1]


def test_a_new_step_forgets_what_was_undone():
    undoing = Undoing()
    undoing.did(1, 2)
    assert undoing.undo(2) == 1
    undoing.did(1, 3)
    assert undoing.redo(3) is None
    assert undoing.undo(3) == 1


def test_what_is_done_bit_by_bit_is_one_step():
    undoing = Undoing()
    undoing.did("", "a", "typing")
    undoing.did("a", "ab", "typing")
    undoing.did("ab", "abc", "other")
    assert undoing.undo("abc") == "ab"
    assert undoing.undo("ab") == ""
    assert undoing.undo("") is None


def test_what_was_typed_and_taken_back_is_no_step():
    undoing = Undoing()
    undoing.did(0, 1)
    undoing.did(1, 2, "typing")
    undoing.did(2, 1, "typing")
    assert undoing.undo(1) == 0
