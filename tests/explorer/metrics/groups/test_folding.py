"""Groups that fold: in the model, and by keys and mouse in the pane."""

from __future__ import annotations

import json

import pytest

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.listing.cursor import GroupHeading
from sufu_tui.explorer.listing.settings import settings_from
from sufu_tui.explorer.metrics.listed_figures import METRICS, figures_of
from sufu_tui.query.filter import Filter
from tests.explorer.driving import press
from tests.explorer.observing import metrics_model


def shown(model):
    """Return how many figures a model lists, and how many headings."""
    lines = model.cursor.lines
    figures = sum(isinstance(line, int) for line in lines)
    return figures, len(lines) - figures


@pytest.fixture
def grouped(shipped):
    model = metrics_model(shipped)
    model.group()
    return model


def test_the_cursor_passes_headings(shipped, grouped):
    cursor = grouped.cursor
    assert len(cursor.lines) == len(shipped.metrics) + len({metric.area for metric in shipped.metrics})
    cursor.move_to(0)
    assert cursor.row is None
    cursor.move_to(1)
    assert cursor.row == cursor.lines[1]


def test_a_group_folds_from_any_of_its_figures_and_the_cursor_stays_on_the_heading(shipped, grouped):
    every, groups = shown(grouped)
    assert every == len(shipped.metrics)
    grouped.cursor.move_to(1)
    area = shipped.metrics[grouped.cursor.row].area
    group = sum(metric.area == area for metric in shipped.metrics)
    for number in (None, None, 0, 0):  # the group under the cursor, or that of a heading
        left = every if shown(grouped)[0] < every else every - group
        grouped.fold(number)
        assert shown(grouped) == (left, groups)
        assert grouped.cursor.line == GroupHeading(0)


def test_all_groups_fold_and_come_back_after_a_restart(shipped):
    model = metrics_model(shipped)
    model.fold_all()
    assert shown(model) == (len(shipped.metrics), 0)  # nothing is grouped
    model.group()
    model.fold_all()
    assert shown(model)[0] == 0
    kept = json.loads(json.dumps(model.settings.to_plain()))
    assert settings_from(kept, METRICS.possible) == model.settings
    assert shown(metrics_model(shipped, kept={"metrics": kept})) == shown(model)
    model.undo()
    assert shown(model)[0] == len(shipped.metrics)
    model.redo()
    model.fold_all()
    assert shown(model)[0] == len(shipped.metrics)


def test_who_goes_to_a_figure_opens_its_group_and_keeps_the_filter(grouped):
    grouped.state.set_filter(Filter.parse("unit:CNY"))
    grouped.fold_all()
    assert grouped.reveal(Ref("metric", "farm-sales"))
    assert grouped.state.filter.text == "unit:CNY"
    assert figures_of(grouped, [grouped.cursor.row])[0].id == "farm-sales"
    folded = len(grouped.groups.groups) - 1
    assert shown(grouped)[0] == len(grouped.group_at_cursor.rows)
    assert len(grouped.settings.folded) == folded


@pytest.mark.parametrize("folded", [False, True])
def test_a_heading_marks_all_of_its_group(shipped, grouped, folded):
    grouped.cursor.move_to(0)
    if folded:
        grouped.fold()
    grouped.mark()
    first = figures_of(grouped, sorted(grouped.marks))
    area = first[0].area
    assert [metric.id for metric in first] == [metric.id for metric in shipped.metrics if metric.area == area]
    grouped.cursor.move_to(0)
    grouped.mark()
    assert grouped.marks == frozenset()


async def test_a_group_folds_by_key_by_enter_and_by_mouse_and_a_double_click_folds_once(opened):
    async with opened(language="en") as pilot:
        pane = pilot.app.pane
        await press(pilot, "B", "home", "down")
        every = shown(pane.model)[0]
        for way in ("z", "enter", "click"):
            for is_open in (False, True):
                if way == "click":
                    await pilot.click(pane.table, offset=(8, 1))
                else:
                    await press(pilot, way)
                assert (shown(pane.model)[0] == every) == is_open, way
                assert pane.model.cursor.line == GroupHeading(0)
                assert pilot.app.lines[1].startswith("▸ ▾ " if is_open else "▸ ▸ ")
        await press(pilot, "Z")
        assert shown(pane.model)[0] == 0
        await press(pilot, "Z")
        await pilot.click(pane.table, offset=(8, 1), times=2)
        assert shown(pane.model)[0] < every
