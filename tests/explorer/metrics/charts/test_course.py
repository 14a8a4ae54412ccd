"""A figure that was observed more than once shows its course below its bar; what has none says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.explorer.metrics.charts.chart import Chart
from sufu_tui.explorer.metrics.charts.chart_data import MOST_EARLIER, ChartData
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width


def observed(metric, *course, **changes):
    """`metric` with a value for each year of `course`, the last one its latest."""
    found = [
        metric.latest._replace(
            quantity=metric.quantity._replace(value=Decimal(value)), period=parse(str(year)) if year else None
        )
        for year, value in course
    ]
    return metric._replace(latest=found[-1], earlier=tuple(found[:-1]), **changes)


def lines_of(dossier, metrics, *, cells=100, linear=True, language="en"):
    dossier = replace(dossier, metrics=tuple(metrics))
    charted = ChartData(dossier).charted(range(len(metrics)), linear=linear)
    return Chart(charted, dossier, load(language), cells)


def texts(lines):
    return ["".join(run.text for run in line.runs) for line in lines]


def test_every_earlier_observation_has_a_bar_on_the_same_scale_the_newest_first(minimal):
    metric = observed(minimal.metrics[0], (2021, 30), (2022, 45), (2023, 60))
    chart = lines_of(minimal, [metric, metric._replace(id="next", earlier=())])
    shown = [line for line in texts(chart) if "█" in line]
    assert [line.count("█") for line in shown] == [
        (full := shown[0].count("█")),
        full * 3 // 4,
        full // 2,
        full,
    ]
    assert ["2022" in shown[1], "2021" in shown[2]] == [True, True]
    # The cursor goes from figure to figure.
    assert [chart[chart.number_of(place)].row for place in (0, 1)] == [0, 1]
    assert chart.number_of(1) == chart.number_of(0) + 3


def test_a_single_figure_with_a_course_is_compared_with_itself(minimal):
    shown = texts(lines_of(minimal, [observed(minimal.metrics[0], (2022, 1), (2023, 2))]))
    assert sum("█" in line for line in shown) == 2


def test_what_was_observed_earlier_and_is_not_drawn_is_counted(minimal):
    years = [(1900 + number, number + 1) for number in range(30)]
    shown = texts(lines_of(minimal, [observed(minimal.metrics[0], *years)]))
    assert sum("19" in line and "█" in line for line in shown) == MOST_EARLIER
    assert any(f"earlier ones not drawn: {29 - MOST_EARLIER}" in line for line in shown)
    undated = texts(lines_of(minimal, [observed(minimal.metrics[0], (None, 1), (2023, 2))]))
    assert any("earlier ones not drawn: 1" in line for line in undated)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("linear", [True, False])
@pytest.mark.parametrize("cells", [40, 79, 160])
def test_zero_negative_and_endless_values_are_drawn_or_say_why_not(minimal, language, linear, cells):
    words = load(language)
    values = ("8", "0", "-4", "Infinity")
    metrics = [
        observed(minimal.metrics[0], (2023, value), id=f"m-{number}") for number, value in enumerate(values)
    ]
    chart = lines_of(minimal, metrics, cells=cells, linear=linear, language=language)
    drawn = {line.row: "".join(run.text for run in line.runs[2:]) for line in chart if line.row is not None}
    assert words("metrics.bar-zero") in drawn[1]
    assert words("metrics.bar-not-finite") in drawn[3]
    if linear:
        zero = drawn[0].index("│")
        assert "█" in drawn[0][zero:]
        assert drawn[2].index("│") == zero
        assert drawn[2].rstrip().endswith("│")
        assert "│" in drawn[1]
    else:
        assert words("metrics.bar-negative") in drawn[2]
    assert all(sum(width(run.text) for run in line.runs) <= cells for line in chart)


def test_the_mark_of_a_negative_bar_points_to_where_the_value_may_be(minimal):
    metric = observed(minimal.metrics[0], (2023, -8))
    metrics = [
        metric._replace(
            id=f"m-{number}", latest=metric.latest._replace(quantity=metric.quantity._replace(qualifier=one))
        )
        for number, one in enumerate((Qualifier.OVER, Qualifier.UNDER))
    ]
    shown = [line for line in texts(lines_of(minimal, metrics)) if "█" in line]
    assert "▸█" in shown[0]
    assert "◂█" in shown[1]


@pytest.mark.parametrize("cells", [30, 59, 120])
def test_lines_of_courses_keep_to_the_room(minimal, cells):
    metric = observed(minimal.metrics[0], (2021, "-30.5"), (2022, 45), (2023, "60e9"))
    for linear in (True, False):
        chart = lines_of(minimal, [metric, metric], cells=cells, linear=linear)
        assert all(sum(width(run.text) for run in line.runs) <= cells for line in chart)
        assert len(texts(chart)) == len(chart)


async def test_a_chart_opens_at_its_top_and_the_table_where_it_was_left(opened, shipped):
    async with opened((120, 24), "en") as pilot:
        pane = pilot.app.pane
        await pilot.press("down", "down", "v")
        view = pane.views.line_view
        assert view.viewport.top == 0
        row = pane.model.cursor.row
        assert row == next(line.row for line in _chart_of(pane) if line.row is not None)
        assert pane.beside.card.ref == shipped.metrics[row].ref
        await pilot.press("v")
        assert pane.model.cursor.row == 2
        await pilot.press("v", "down", "v")
        assert pane.model.cursor.row not in {2, row}
        await pilot.press("v")
        assert pane.views.line_view.viewport.top == 0


def _chart_of(pane):
    state = pane.model.state
    charted = ChartData(state.dossier).charted(pane.model.rows, linear=True)
    return Chart(charted, state.dossier, state.words, 80)
