from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.thumb import thumb, top_for


@given(st.integers(4, 80), st.integers(1, 10**6), st.data())
def test_the_thumb_stays_within_the_bar_and_says_where_the_ends_are(page, more, data):
    rows = page + more
    top = data.draw(st.integers(0, rows - page))
    found = thumb(top, page, rows)
    assert len(found) >= 1
    assert found.start >= 0
    assert found.stop <= page
    if page - len(found) > 1:
        assert (found.start == 0) == (top == 0)
        assert (found.stop == page) == (top == rows - page)


def test_all_in_view_fills_the_bar():
    assert thumb(0, 10, 10) == range(10)


@given(st.integers(4, 80), st.integers(1, 10**6))
def test_pulling_to_the_ends_shows_the_first_and_the_last_row(page, more):
    rows = page + more
    assert top_for(0, page, rows) == 0
    assert top_for(page - 1, page, rows) == rows - page
