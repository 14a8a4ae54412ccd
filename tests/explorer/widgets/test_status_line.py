"""Status line: what has no room is told in brief or not at all, never cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.widgets.status_line import StatusPart, fitting_parts
from sufu_tui.typesetting.cells import width

TEXTS = st.text(st.sampled_from("ab 蘇州，"), min_size=1, max_size=12)
PARTS = st.lists(
    st.builds(StatusPart, TEXTS, st.integers(0, 5), st.sampled_from(["", "a", "州"])), min_size=1, max_size=6
)


@given(PARTS, st.integers(0, 70))
def test_parts_fit_whole_in_order_and_the_important_stay(parts, cells):
    parts = [  # each can be told from the others
        StatusPart(f"{number}{text}", rank, brief and f"{number}{brief}")
        for number, (text, rank, brief) in enumerate(parts)
    ]
    shown = fitting_parts(parts, " · ", cells)
    assert shown[0] == parts[0].text
    assert len(shown) == 1 or width(" · ".join(shown)) <= cells
    rest = iter(enumerate(parts))
    kept = [next(number for number, part in rest if text in (part.text, part.brief)) for text in shown]
    left_out = [part.rank for number, part in enumerate(parts) if number and number not in kept]
    if len(shown) == len(parts):
        return
    # One of the least rank was left out; none stands for a more important one.
    assert min(part.rank for part in parts[1:]) in left_out


def test_the_least_important_is_told_in_brief_before_it_is_left_out():
    parts = [StatusPart("event 3 of 38"), StatusPart("1 linked to it", 1, "1 linked"), StatusPart("2023", 2)]
    assert fitting_parts(parts, " · ", 40) == ["event 3 of 38", "1 linked to it", "2023"]
    assert fitting_parts(parts, " · ", 31) == ["event 3 of 38", "1 linked", "2023"]
    assert fitting_parts(parts, " · ", 25) == ["event 3 of 38", "2023"]
    assert fitting_parts(parts, " · ", 5) == ["event 3 of 38"]
