"""A finished line is a strip like any other, but for what it keeps."""

from __future__ import annotations

import gc
from itertools import pairwise

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


STYLES = [
    Style(color=colour, bgcolor=ground, **looks)
    for colour in ("red", "blue")
    for ground in ("white", "black")
    for looks in ({}, {"bold": True}, {"underline": True}, {"reverse": True}, {"strike": True})
]


def cells_of(segments):
    """Return what is seen of each character: of a blank only its ground, unless something is drawn on it."""
    seen = []
    for text, style, _ in segments:
        drawn = style.underline or style.reverse or style.strike
        for character in text:
            look = style if drawn or not character.isspace() else style.bgcolor
            seen.append((character, look))
    return seen


@given(st.lists(st.builds(Segment, st.text("ab 蘇\u3000", max_size=5), st.sampled_from(STYLES)), max_size=8))
def test_fewer_segments_look_the_same(segments):
    joined = list(Finish()(segments, Strip(segments).cell_length))
    assert cells_of(joined) == cells_of(segments)
    assert len(joined) <= sum(bool(segment.text) for segment in segments)
    assert all(segment.text for segment in joined)
    assert all(one.style is not other.style for one, other in pairwise(joined))


def test_a_blank_goes_with_its_neighbour():
    muted, plain, marked = Style(color="red", bold=True), Style(color="blue"), Style(underline=True)
    line = [Segment("  ", plain), Segment("Value", muted), Segment("  ", plain), Segment("9", plain)]
    assert list(Finish()(line, 10)) == [Segment("  Value  ", muted), Segment("9", plain)]
    line = [Segment("a", plain), Segment("  ", marked), Segment("b", plain)]
    assert list(Finish()(line, 4)) == line


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
