"""The first frame of a start: laid out as the last, and nothing blank in it that is told in a moment."""

from __future__ import annotations

import pytest
from textual.app import App

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.reading_place import ReadingPlace
from sufu_tui.explorer.timeline.pane import TimelinePane
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import screen_lines

PARK = "park-unveiled"


async def first_and_last(dossier, place, size, monkeypatch):
    """Return the rows of the first frame that is drawn of a start at `place`, and of the last."""
    frames: list[list[str]] = []
    display = App._display

    def watched(app, screen, renderable):
        frames.append(screen_lines(app))
        display(app, screen, renderable)

    monkeypatch.setattr(App, "_display", watched)
    app = Explorer(dossier, load("en"), place=place)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return frames[0], screen_lines(app)


@pytest.mark.parametrize("size", [(60, 16), (120, 40), (160, 50)])
@pytest.mark.parametrize("view", ["axis", "both"])
async def test_the_timeline_has_its_axis_at_once(shipped, size, view, monkeypatch):
    monkeypatch.setattr(TimelinePane, "on_canvas_resized", lambda *_: None)  # as if it came too late
    kept = {"timeline": {"event": PARK, "view": view, "broken": True}}
    place = ReadingPlace(pane="timeline", current=f"event:{PARK}", panes=kept)
    first, last = await first_and_last(shipped, place, size, monkeypatch)
    assert any("┬" in row for row in first[:4])
    assert any("◆" in row for row in first)
    different = [(a, b) for a, b in zip(first, last, strict=True) if a != b]
    # The status learns what is in view once that is drawn; a narrow list scrolls to its line.
    assert len(different) <= (1 if (view, size[0]) != ("both", 120) else size[1]), different


@pytest.mark.parametrize("pane", ["narrative", "metrics", "names", "cover"])
async def test_no_row_of_a_pane_is_blank_at_first(shipped, pane, monkeypatch):
    first, last = await first_and_last(shipped, ReadingPlace(pane=pane), (120, 40), monkeypatch)
    assert not [b for a, b in zip(first, last, strict=True) if b.strip() and not a.strip()]
    cut = last[10].find("│")  # where the card begins
    assert cut < 0 or first[10].find("│") == cut
