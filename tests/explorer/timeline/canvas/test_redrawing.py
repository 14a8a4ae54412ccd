"""Only what changed is sent to the terminal; it shows what a drawing from scratch shows."""

from __future__ import annotations

import pytest

from tests.explorer.driving import press

STEPS = {
    "events": ("right", "right", "left", "down", "up", "comma", "period"),
    "window": ("a", "shift+right", "plus", "plus", "minus", "pagedown", "u", "U"),
    "look": ("B", "b", "0", "z", "v", "v", "L", "ctrl+t", "r", "right"),
    "ends": ("end", "home", "down", "down", "down", "down", "down", "up"),
}


def parts(pilot):
    """Return the parts of the pane that keep what they have drawn, and are shown."""
    pane = pilot.app.pane
    return [widget for widget in (pane.canvas, pane.agenda) if widget.display and widget.size.height]


def rows(widget):
    return [widget.render_line(y) for y in range(widget.size.height)]


async def from_scratch(explored, keys):
    """Return for each key what is shown after it where nothing is kept of what was drawn before."""
    shown = []
    async with explored((160, 40), "en", pane="timeline") as pilot:
        for key in keys:
            await press(pilot, key)
            for widget in parts(pilot):
                widget.notify_style_update()
            shown.append([rows(widget) for widget in parts(pilot)])
    return shown


@pytest.mark.parametrize("name", STEPS)
async def test_what_is_drawn_by_parts_is_the_whole(name, explored, monkeypatch):
    expected = await from_scratch(explored, STEPS[name])
    async with explored((160, 40), "en", pane="timeline") as pilot:
        sent = {}
        for widget in (pilot.app.pane.canvas, pilot.app.pane.agenda):
            sent[widget] = rows(widget)

            def refresh(*regions, of=widget, before=widget.refresh, **options):
                changed = {y for region in regions for y in range(region.y, region.bottom)}
                for y in range(of.size.height) if not regions else changed:
                    sent[of] += [None] * (y + 1 - len(sent[of]))
                    sent[of][y] = of.render_line(y)
                return before(*regions, **options)

            monkeypatch.setattr(widget, "refresh", refresh)
        for key, whole in zip(STEPS[name], expected, strict=True):
            await press(pilot, key)
            assert [sent[widget][: widget.size.height] for widget in parts(pilot)] == whole, key


async def test_a_step_from_event_to_event_asks_for_few_rows(explored, monkeypatch):
    async with explored((160, 50), "en", pane="timeline", press=("right",)) as pilot:
        canvas, asked = pilot.app.pane.canvas, []
        refresh = canvas.refresh
        monkeypatch.setattr(
            canvas, "refresh", lambda *regions, **_: asked.append(regions) or refresh(*regions)
        )
        for _ in range(4):
            await pilot.press("right")
        assert len(asked) == 4
        assert all(1 <= len(regions) <= 4 for regions in asked)
