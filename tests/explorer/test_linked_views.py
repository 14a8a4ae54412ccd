"""The item looked at last shows in the other panes: signs, the axis, the line at the foot, and a key."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.model import parse_ref
from sufu_tui.typesetting.glyphs import LINKED
from tests.explorer.driving import notice, press, screen_lines, screen_text, type_over


async def test_an_event_marks_its_figures_and_names_and_a_key_goes_there(explored):
    async with explored((120, 40), "en", goto="event:framework-agreement") as pilot:
        app = pilot.app
        await press(pilot, "2")
        ids = app.pane.model.links.ids
        assert ids
        assert "; goes" in screen_text(app)
        await press(pilot, "semicolon")
        assert app.state.current.id in ids
        assert any(line.startswith(f"▸{LINKED}") for line in screen_lines(app))


async def test_a_figure_marks_its_time_on_the_axis_and_its_topic_in_the_outline(explored):
    async with explored((180, 50), "en", goto="metric:delegation-visits") as pilot:
        app = pilot.app
        await press(pilot, "3")
        assert "━" in "".join(screen_lines(app)[:5])
        await press(pilot, "2", "1")
        assert LINKED in "".join(line[:30] for line in screen_lines(app))
        await press(pilot, "semicolon")
        place = app.pane.reading.pointed
        assert place in {
            one.number for one in app.state.indexes.links.of(app.state.looked_at_before).paragraphs
        }


async def test_where_nothing_is_linked_the_key_says_so(explored):
    async with explored((120, 40), "en", pane="metrics", press=("semicolon",)) as pilot:
        assert "nothing here is linked" in notice(pilot.app)
        assert LINKED not in screen_text(pilot.app)


async def test_a_long_title_leaves_room_for_the_key(explored):
    async with explored((80, 24), "en", goto="event:park-unveiled", press=("2",)) as pilot:
        assert "; goes there" in screen_text(pilot.app)


async def test_a_title_with_quotation_marks_has_inner_ones_within_others(explored):
    async with explored((120, 40), "zh-Hant", goto="metric:park-matrix", press=("4",)) as pilot:
        assert "「『1+N』園區合作矩陣」" in screen_text(pilot.app)


@pytest.mark.parametrize(
    ("size", "keys"), [((80, 24), ()), ((120, 40), ("|",)), ((80, 24), ("|",)), ((200, 60), ())]
)
async def test_the_text_has_the_sign_beside_paragraphs_and_no_line_moves(size, keys, explored):
    async with explored(size, "zh-Hant", goto="event:framework-agreement", press=("2", *keys, "1")) as pilot:
        app = pilot.app
        reading, places = app.pane.reading, app.pane.links.linked.paragraphs
        here = {place.number for place in places if place.section == app.pane.section.id}
        assert here

        def rows():
            return [reading.render_line(y).text for y in range(reading.size.height)]

        signed, top = rows(), reading.viewport.top
        beside = [y for y, row in enumerate(signed) if LINKED in row]
        assert {reading.layout_shown.line(top + y).anchor for y in beside} == here
        for y in beside:
            assert signed[y].lstrip().startswith(LINKED)
            assert (
                y == 0
                or reading.layout_shown.line(top + y - 1).anchor != reading.layout_shown.line(top + y).anchor
            )
        await press(pilot, "j", "j", "j", "j")  # the sign stays beside what is in view of the paragraph
        anchors = set(reading.anchors_in_view()) & here
        assert bool(anchors) == any(LINKED in row for row in rows())
        await press(pilot, "k", "k", "k", "k", *["escape"] * 3)
        assert app.pane.links.subject is None
        plain = rows()
        assert not any(LINKED in row for row in plain)
        # Selected links and a block that stood out may look otherwise; the words stand where they stood.
        assert [row.replace(LINKED, " ").replace("┃", " ") for row in signed] == [
            row.replace("┃", " ") for row in plain
        ]


async def test_escape_lets_go_what_is_linked_when_nothing_else_is_left(explored):
    async with explored((120, 40), "en", goto="event:framework-agreement", press=("2", "f")) as pilot:
        app = pilot.app
        type_over(app, "area:policy")
        await press(pilot, "enter")
        assert app.pane.links.number
        await press(pilot, "escape")
        assert "cleared" in notice(app)  # the filter is the first to go
        assert app.pane.links.number
        await press(pilot, "escape")
        assert "is marked no more" in notice(app)
        assert LINKED not in screen_text(app)
        assert app.state.looked_at_before is None
        current = app.state.current
        await press(pilot, "escape")
        assert app.state.current == current
        await app.navigator.go_to(parse_ref("event:park-unveiled"))
        await press(pilot, "backspace")
        assert app.state.looked_at_before is None  # as it was there
        assert app.state.current == current


async def test_escape_in_the_timeline_takes_the_signs_from_the_axis_and_back_brings_them(explored):
    async with explored((120, 40), "en", goto="metric:half-year-projects", press=("3",)) as pilot:
        app = pilot.app
        with_signs = screen_lines(app)
        assert any(LINKED in line for line in with_signs[:4])
        await app.navigator.go_to(parse_ref("entity:li-hu"))
        await press(pilot, "3", "escape")
        assert not any(LINKED in line for line in screen_lines(app)[:30])
        await press(pilot, "backspace")
        assert screen_lines(app)[:30] == with_signs[:30]


@pytest.mark.parametrize("pane", ["2", "3", "4"])
async def test_the_foot_counts_what_the_key_reaches(explored, pane):
    """Its number is that of the different items to which the key leads, whatever the filter leaves."""
    subject = "entity:suzhou" if pane == "3" else "event:framework-agreement"
    async with explored((160, 50), "en", goto=subject) as pilot:
        app = pilot.app
        await press(pilot, pane)
        model = app.pane.model
        ids = sorted(model.links.ids)
        assert ids
        for typed in ("", f"id:{ids[0]}", "qqqq"):
            await press(pilot, "f")
            type_over(app, typed)
            await press(pilot, "enter")
            reached = set()
            for _ in range(len(ids) + 1):
                await press(pilot, "semicolon")
                if app.state.current is not None and app.state.current.id in ids:
                    reached.add(app.state.current.id)
            assert model.linked_listed == (len(reached) if typed != "qqqq" else 0), typed
            shown = screen_text(app)
            assert ("the filter hides" in shown) == (typed == "qqqq")
