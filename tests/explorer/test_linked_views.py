"""The item looked at last shows in the other panes: signs, the axis, the line at the foot, and a key."""

from __future__ import annotations

from sufu_tui.typesetting.glyphs import LINKED
from tests.explorer.driving import notice, press, screen_lines, screen_text


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
