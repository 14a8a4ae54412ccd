from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.widgets.scroll_view import Viewport


@given(st.integers(4, 80), st.integers(1, 10**6), st.data())
def test_the_thumb_stays_within_the_bar_and_says_where_the_ends_are(page, more, data):
    rows = page + more
    top = data.draw(st.integers(0, rows - page))
    found = Viewport(top, page, rows).thumb
    assert len(found) >= 1
    assert found.start >= 0
    assert found.stop <= page
    if page - len(found) > 1:
        assert (found.start == 0) == (top == 0)
        assert (found.stop == page) == (top == rows - page)


def test_all_in_view_fills_the_bar():
    assert Viewport(0, 10, 10).thumb == range(10)


@given(st.integers(4, 80), st.integers(1, 10**6))
def test_pulling_to_the_ends_shows_the_first_and_the_last_row(page, more):
    rows = page + more
    assert Viewport(0, page, rows).pulled(0).top == 0
    assert Viewport(0, page, rows).pulled(page - 1).top == rows - page
