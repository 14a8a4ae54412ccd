"""A text that is too long has a bar, which the mouse pulls; the wheel moves the text under it."""

from __future__ import annotations

import pytest
from textual.events import MouseMove, MouseScrollDown, MouseScrollUp

from tests.explorer.driving import point


@pytest.fixture
async def reading(explored):
    async with explored(size=(80, 24), pane="narrative", press=("right_square_bracket",)) as pilot:
        yield pilot, pilot.app.pane.reading


def bar(view):
    return "".join(view.render_line(y).text[-1] for y in range(view.size.height))


async def test_the_bar_tells_where_in_the_text_one_is(reading):
    pilot, view = reading
    assert view.viewport.lines > view.size.height
    assert bar(view) == bar(view).rstrip("│").ljust(view.size.height, "│")
    assert set(bar(view)) == {"┃", "│"}
    await pilot.press("end")
    assert bar(view) == bar(view).lstrip("│").rjust(view.size.height, "│")


async def test_a_text_that_is_all_in_view_has_none(explored):
    async with explored(size=(80, 40), pane="narrative") as pilot:
        view = pilot.app.pane.reading
        assert view.viewport.lines <= view.size.height
        assert not bar(view).strip()
        await point(pilot, MouseScrollDown, view, (5, 5))
        assert view.viewport.top == 0


async def test_the_bar_is_pulled_from_end_to_end_and_let_go(reading):
    pilot, view = reading
    gutter, column, last = view.styles.gutter.top, view.size.width - 1, view.size.height - 1
    await pilot.mouse_down(view, offset=(column, gutter + last))
    bottom = view.viewport.lines - view.size.height
    assert view.viewport.top == bottom
    await point(pilot, MouseMove, view, (column - 20, gutter + last // 2), button=1)
    assert 0 < view.viewport.top < bottom
    await point(pilot, MouseMove, view, (column, gutter), button=1)
    assert view.viewport.top == 0
    await pilot.mouse_up(view, offset=(column, gutter))
    await point(pilot, MouseMove, view, (column, gutter + last), button=0)
    assert view.viewport.top == 0


async def test_beside_the_bar_and_above_the_text_nothing_is_pulled(reading):
    pilot, view = reading
    gutter, column, last = view.styles.gutter.top, view.size.width - 1, view.size.height - 1
    for offset in ((column - 1, gutter + last), (column, 0)):
        await pilot.mouse_down(view, offset=offset)
        await pilot.mouse_up(view, offset=offset)
        assert view.viewport.top == 0


async def test_the_wheel_stops_at_the_ends(reading):
    pilot, view = reading
    bottom = view.viewport.lines - view.size.height
    places = []
    for wheel in [MouseScrollUp, *[MouseScrollDown] * (bottom // 3 + 2), MouseScrollUp]:
        await point(pilot, wheel, view, (5, 5))
        places.append(view.viewport.top)
    assert places[:2] == [0, 3]
    assert places[-3:] == [bottom, bottom, bottom - 3]
