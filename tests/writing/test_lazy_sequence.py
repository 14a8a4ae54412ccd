from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.writing.lazy_sequence import LazySequence


@given(st.lists(st.integers()), st.slices(8))
def test_what_is_made_on_demand_is_a_sequence(rows, part):
    made = LazySequence(str, rows)
    assert list(made) == [made[place] for place in range(len(made))] == list(map(str, rows))
    assert list(made[part]) == list(map(str, rows[part]))
