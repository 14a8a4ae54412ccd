"""The compositor: no character of a line in view is lost to a border that something else covers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.terminal.compositor import keep_wide_characters

COLUMNS, ROWS = 24, 6

Place = tuple[Region, str]


class Rectangle(Widget):
    """A rectangle at a place, full of one wide character; a last odd column has a line."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.glyph = place[1]
        self.styles.layer = "above"
        self.styles.position = "absolute"
        self.styles.offset = place[0].offset
        self.styles.width, self.styles.height = place[0].size

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(self.glyph * (self.size.width // 2) + "|" * (self.size.width % 2))])


class Rectangles(App[None]):
    """Rectangles above one another, each in front of those before it."""

    CSS = "Screen { layers: above; }"

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.rectangles = [Rectangle(place) for place in places]

    def get_default_screen(self):
        screen = super().get_default_screen()
        keep_wide_characters(screen)
        return screen

    def compose(self) -> ComposeResult:
        yield from self.rectangles


def painted(places: Sequence[Place]) -> list[str]:
    """Return the rows as a painter makes them; half of a wide character is a blank."""
    cells: list[list[tuple[str, int]]] = [[(" ", 0)] * COLUMNS for _ in range(ROWS)]
    for number, (region, glyph) in enumerate(places, 1):
        shown = region.intersection(Region(0, 0, COLUMNS, ROWS))
        for y in shown.line_range:
            for x in range(*shown.column_span):
                pair, lone = (x - region.x) // 2, region.width % 2 and x == region.right - 1
                cells[y][x] = ("|", 0) if lone else (glyph, number * 1000 + pair)
    rows = []
    for row in cells:
        text = ""
        while (x := cell_len(text)) < COLUMNS:
            glyph, pair = row[x]
            text += glyph if not pair or row[x : x + 2] == [(glyph, pair)] * 2 else " "
        rows.append(text)
    return rows


def run(places: Sequence[Place], look: Callable[[Rectangles], Awaitable[None]]) -> None:
    """Show the rectangles, and look at them."""

    async def shown() -> None:
        app = Rectangles(places)
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            await pilot.pause()
            await look(app)

    asyncio.run(shown())


PLACES = st.lists(
    st.tuples(
        st.builds(
            Region,
            st.integers(-3, COLUMNS - 1),
            st.integers(-2, ROWS - 1),
            st.integers(1, COLUMNS),
            st.integers(1, ROWS),
        ),
        st.sampled_from("漢字蘇阜"),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=40, deadline=None)
@given(PLACES)
def test_every_rectangle_in_front_is_whole(places):
    async def look(app: Rectangles) -> None:
        shown = [strip.text for strip in app.screen._compositor.render_strips()]
        assert shown == painted(places)

    run(places, look)


@settings(max_examples=40, deadline=None)
@given(PLACES, st.data())
def test_a_change_below_leaves_what_is_in_front_whole(places, data):
    chosen = data.draw(st.lists(st.integers(0, len(places) - 1), min_size=1, max_size=4))

    async def look(app: Rectangles) -> None:
        terminal = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.Stream(terminal)
        compositor = app.screen._compositor
        for y, row in enumerate(painted(places)):
            stream.feed(f"\x1b[{y + 1};1H{row}")
        before = terminal.display
        app.screen._update_timer.pause()
        for number in chosen:
            rectangle = app.rectangles[number]
            rectangle.refresh()
            if rectangle in compositor.visible_widgets:
                compositor.update_widgets({rectangle})
                update = compositor.render_update()
                if update is not None:
                    stream.feed(update.render_segments(app.console))
            assert terminal.display == before

    run(places, look)


def test_what_goes_while_the_screen_is_drawn_leaves_the_rest():
    places = [(Region(0, 0, 8, 2), "漢"), (Region(8, 0, 8, 2), "字")]

    async def look(app: Rectangles) -> None:
        asking, going = app.rectangles
        compositor, draw = app.screen._compositor, asking.render_line

        def ask_for_the_place(y: int) -> Strip:
            going.display = False
            compositor._full_map_invalidated = True  # as when a widget has come or gone
            assert not asking.region.x
            return draw(y)

        asking.render_line = ask_for_the_place
        app.screen._update_timer.pause()
        asking.refresh()
        going.refresh()
        compositor.update_widgets({asking, going})
        update = compositor.render_update()
        assert update is not None
        assert going not in compositor.visible_widgets
        terminal = pyte.Screen(COLUMNS, ROWS)
        pyte.Stream(terminal).feed(update.render_segments(app.console))
        assert all(row.startswith("漢" * 4) for row in terminal.display[:2])

    run(places, look)
