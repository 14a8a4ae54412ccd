from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.undo import UndoStack


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_stack_everything_and_doing_it_again_leads_back(states):
    steps = [state for n, state in enumerate(states) if n == 0 or states[n - 1] != state]
    stack = UndoStack()
    for before, after in pairwise(steps):
        stack.push(before, after)
    present, passed = steps[-1], [steps[-1]]
    while (before := stack.undo(present)) is not None:
        present = before
        passed.append(present)
    assert passed == steps[::-1]
    while (after := stack.redo(present)) is not None:
        present = after
    assert present == steps[-1]


def test_a_new_step_forgets_what_was_undone():
    stack = UndoStack()
    stack.push(1, 2)
    assert stack.undo(2) == 1
    stack.push(1, 3)
    assert stack.redo(3) is None
    assert stack.undo(3) == 1


def test_what_is_done_bit_by_bit_is_one_step():
    stack = UndoStack()
    stack.push("", "a", "typing")
    stack.push("a", "ab", "typing")
    stack.push("ab", "abc", "other")
    assert stack.undo("abc") == "ab"
    assert stack.undo("ab") == ""
    assert stack.undo("") is None


def test_what_was_typed_and_taken_back_is_no_step():
    stack = UndoStack()
    stack.push(0, 1)
    stack.push(1, 2, "typing")
    stack.push(2, 1, "typing")
    assert stack.undo(1) == 0


def test_a_step_after_the_end_of_a_run_is_a_step_of_its_own():
    stack = UndoStack()
    stack.push("", "a", "typing")
    stack.seal()
    stack.push("a", "ab", "typing")
    assert stack.undo("ab") == "a"
    assert stack.undo("a") == ""


def test_a_state_that_came_about_by_other_means_is_no_step():
    stack = UndoStack()
    stack.push(0, 1, "zoom")
    stack.push(1, 2, "pan")
    assert stack.undo(1) == 0


def test_only_so_many_steps_are_kept():
    stack = UndoStack()
    for step in range(300):
        stack.push(step, step + 1)
    undone = []
    while (before := stack.undo(300)) is not None:
        undone.append(before)
    assert undone == list(range(299, 99, -1))
