"""Only what changed is sent to the terminal; it shows what a drawing from scratch shows."""

from __future__ import annotations

from copy import copy

import pytest

from sufu_tui.explorer.timeline.agenda.widget import AgendaList
from sufu_tui.explorer.timeline.canvas.widget import Canvas
from tests.explorer.driving import press

STEPS = {
    "events": ("right", "right", "left", "down", "up", "comma", "period"),
    "window": ("a", "shift+right", "plus", "plus", "minus", "pagedown", "u", "U"),
    "look": ("B", "b", "0", "z", "v", "v", "L", "ctrl+t", "r", "right"),
    "ends": ("end", "home", "down", "down", "down", "down", "down", "up"),
}


def from_scratch(widget):
    """Return the rows of a widget that has kept none: a copy of it, which has forgotten all of its styles."""
    twin = copy(widget)
    twin.refresh = lambda *_, **__: twin
    twin.notify_style_update()
    return [twin.render_line(y) for y in range(widget.size.height)]


@pytest.mark.parametrize("name", STEPS)
async def test_what_is_drawn_by_parts_is_the_whole(name, explored, monkeypatch):
    async with explored((160, 40), "en", pane="timeline") as pilot:
        canvas, listing = pilot.app.screen.query_one(Canvas), pilot.app.screen.query_one(AgendaList)
        sent = {}
        for widget in (canvas, listing):
            sent[widget] = [widget.render_line(y) for y in range(widget.size.height)]

            def refresh(*regions, of=widget, before=widget.refresh, **options):
                rows = {y for region in regions for y in range(region.y, region.bottom)}
                for y in range(of.size.height) if not regions else rows:
                    sent[of] += [None] * (y + 1 - len(sent[of]))
                    sent[of][y] = of.render_line(y)
                return before(*regions, **options)

            monkeypatch.setattr(widget, "refresh", refresh)
        for key in STEPS[name]:
            await press(pilot, key)
            for widget, rows in sent.items():
                if widget.display and widget.size.height:
                    assert rows[: widget.size.height] == from_scratch(widget), (key, widget)


async def test_a_step_from_event_to_event_asks_for_few_rows(explored, monkeypatch):
    async with explored((160, 50), "en", pane="timeline", press=("right",)) as pilot:
        canvas, asked = pilot.app.screen.query_one(Canvas), []
        refresh = canvas.refresh
        monkeypatch.setattr(
            canvas, "refresh", lambda *regions, **_: asked.append(regions) or refresh(*regions)
        )
        for _ in range(4):
            await pilot.press("right")
        assert len(asked) == 4
        assert all(1 <= len(regions) <= 4 for regions in asked)
