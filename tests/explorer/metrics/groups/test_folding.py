"""Groups that fold, by keys and by mouse."""

from __future__ import annotations

import json

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.metrics.cursor import GroupHeading
from sufu_tui.explorer.metrics.settings import settings_from
from sufu_tui.query.filter import Filter


def shown(pilot):
    """Return how many figures the table lists, and how many headings."""
    lines = pilot.app.pane.model.cursor.lines
    figures = sum(isinstance(line, int) for line in lines)
    return figures, len(lines) - figures


async def test_a_group_folds_and_opens_by_key_by_enter_and_by_mouse(opened, shipped):
    async with opened(language="en") as pilot:
        pane = pilot.app.pane
        every = len(shipped.metrics)
        await pilot.press("B", "home", "down")
        group = sum(metric.area == shipped.metrics[pane.model.cursor.row].area for metric in shipped.metrics)
        groups = shown(pilot)[1]
        for way in ("z", "enter", "click"):
            for left in (every - group, every):
                if way == "click":
                    await pilot.click(pane.table, offset=(8, 1))
                else:
                    await pilot.press(way)
                assert shown(pilot) == (left, groups), (way, left)
                assert pane.model.cursor.line == GroupHeading(0)  # the cursor stays on the heading
            assert pilot.app.lines[1].startswith("▸ ▾ ")


async def test_a_double_click_folds_once(opened):
    async with opened() as pilot:
        await pilot.press("B")
        figures = shown(pilot)[0]
        await pilot.click(pilot.app.pane.table, offset=(8, 1), times=2)
        assert shown(pilot)[0] < figures


async def test_all_groups_fold_and_come_back_after_a_restart(opened, shipped):
    async with opened() as pilot:
        pane = pilot.app.pane
        await pilot.press("Z")
        assert shown(pilot) == (len(shipped.metrics), 0)  # nothing is grouped
        await pilot.press("B", "Z")
        assert shown(pilot)[0] == 0
        kept = settings_from(json.loads(json.dumps(pane.model.settings.to_plain())))
        assert kept == pane.model.settings
        await pilot.press("u")
        assert shown(pilot)[0] == len(shipped.metrics)
        await pilot.press("U", "Z")
        assert shown(pilot)[0] == len(shipped.metrics)


async def test_who_goes_to_a_figure_opens_its_group_and_keeps_the_filter(opened):
    async with opened() as pilot:
        pane = pilot.app.pane
        pilot.app.state.set_filter(Filter.parse("unit:CNY"))
        await pilot.press("B", "Z")
        assert pane.reveal(Ref("metric", "farm-sales"))
        assert pilot.app.state.filter.text == "unit:CNY"
        assert pane.model.metrics_of([pane.model.cursor.row])[0].id == "farm-sales"
        assert shown(pilot)[0] == 1


async def test_a_heading_marks_all_of_its_group(opened, shipped):
    async with opened() as pilot:
        pane = pilot.app.pane
        await pilot.press("B", "home", "z")
        await pilot.press("space")
        first = pane.model.metrics_of(sorted(pane.model.marks))
        area = first[0].area
        assert [metric.id for metric in first] == [
            metric.id for metric in shipped.metrics if metric.area == area
        ]
        await pilot.press("home", "space")
        assert pane.model.marks == frozenset()
