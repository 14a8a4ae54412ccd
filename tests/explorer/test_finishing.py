"""A finished line is a strip like any other, but for what it keeps."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sufu_tui.explorer.finishing import Finish, Finished

SEGMENTS = st.lists(
    st.tuples(st.text("ab蘇州…", max_size=6), st.sampled_from([None, Style(bold=True)])).map(
        lambda made: Segment(*made)
    ),
    max_size=5,
)


@given(SEGMENTS, st.lists(st.integers(0, 40), unique=True).map(sorted))
def test_it_is_divided_as_any_strip_is(segments, cuts):
    cells = Strip(segments).cell_length
    for every in (cuts, [cells], [*(cut for cut in cuts if 0 < cut < cells), cells]):
        ours, theirs = Finished(segments, cells).divide(every), Strip(segments, cells).divide(every)
        assert [list(strip) for strip in ours] == [list(strip) for strip in theirs]


@pytest.mark.parametrize("cuts", [[4], [4, 9]])
def test_one_that_was_shown_whole_goes_when_nobody_needs_it(cuts):
    def there():
        return sum(type(found) is Finished for found in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = there()
        line = Finish()([Segment("蘇州")], 4)
        assert line.divide(cuts) == [line]
        assert there() == before + 1
        del line
        assert there() == before
    finally:
        gc.enable()
