"""What the reader changes is remembered, and found again at the next start."""

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.languages.catalogue import load


async def test_a_restart_looks_as_it_was_left(shipped):
    kept = []
    app = Explorer(shipped, load("en"), pane="metrics", around=Surroundings(save=kept.append))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        assert kept == []
        await pilot.press("right", "s", "s", "x", "B", "p", "b", "L", "ctrl+t")
        left = app.pane.model.settings
    assert kept[-1].theme == "sufu-light"
    again = Explorer(shipped, load("en"), pane="metrics", views=kept[-1].views)
    async with again.run_test(size=(120, 40)):
        await again.navigator.panes_made.wait()
        assert again.pane.model.settings == left
        assert "value" not in again.pane.table.shown_columns


async def test_nothing_is_kept_where_nobody_asks(shipped):
    app = Explorer(shipped, load("en"), pane="metrics")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        await pilot.press("s", "L", "ctrl+t")
    assert app.return_code in {None, 0}
