from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.explorer.metrics.bars.value_scale import value_scale
from sufu_tui.explorer.metrics.charts.chart import Chart
from sufu_tui.explorer.metrics.charts.chart_data import ChartData
from sufu_tui.explorer.metrics.charts.unit_chart import ENDS, MEASURED, UnitChart
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.numbers import written
from sufu_tui.query.filter import Filter
from sufu_tui.typesetting.cells import width
from tests.explorer.driving import press

WORDS = {language: load(language) for language in LANGUAGES}


def chart(rows, dossier, words, *, cells, linear):
    return Chart(ChartData(dossier).charted(rows, linear=linear), dossier, words, cells)


def with_values(dossier, values):
    """Return `dossier` with a figure for each of `values`, all of one unit."""
    metric = dossier.metrics[0]
    return replace(
        dossier,
        metrics=tuple(
            metric._replace(
                id=f"m-{number}",
                earlier=(),
                latest=metric.latest._replace(quantity=metric.quantity._replace(value=value)),
            )
            for number, value in enumerate(values)
        ),
    )


@given(
    st.lists(
        st.one_of(
            st.decimals(-5, 5, places=1),
            st.builds(
                lambda power, sign: sign * Decimal(10) ** power,
                st.integers(-400, 400),
                st.sampled_from((-1, 1)),
            ),
            st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity"), Decimal("0E-9")]),
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_each_unit_has_the_scale_of_its_own_values(minimal, values, linear):
    dossier = with_values(minimal, values)
    charted = ChartData(dossier).charted(range(len(values)), linear=linear)
    own = [[dossier.metrics[row].latest.quantity.value for row in series.rows] for series in charted]
    assert sorted(row for series in charted for row in series.rows) == list(range(len(values)))
    assert [series.scale for series in charted] == [value_scale(values, linear=linear) for values in own]


@given(st.data(), st.booleans())
def test_lines_and_figures_find_each_other(shipped, data, linear):
    everything = range(len(shipped.metrics))
    rows = data.draw(st.lists(st.sampled_from(everything), unique=True))
    lines = chart(rows, shipped, WORDS["en"], cells=80, linear=linear)
    assert len(list(lines)) == len(lines)
    shown = [line.row for line in lines if line.row is not None]
    assert list(lines.rows) == shown
    # Unit by unit, and in each as the reader ordered them.
    units = [unit.id for unit in shipped.units]
    assert shown == sorted(rows, key=lambda row: units.index(shipped.metrics[row].unit))
    for place, row in enumerate(shown):
        assert lines.place_of(row) == place
        assert lines[lines.number_of(place)].row == row
    assert all(lines.place_of(row) is None for row in everything if row not in rows)
    for number in (-1, len(lines)):
        with pytest.raises(IndexError):
            lines[number]


def test_a_value_that_was_not_measured_is_whole_and_its_label_gives_the_room(shipped):
    values = [Decimal(1)] * (2 * MEASURED)
    values[1] = Decimal("1234567.89")  # every third is measured, from the first
    dossier = with_values(shipped, values)
    lines = chart(range(len(values)), dossier, WORDS["en"], cells=80, linear=True)
    plain, long = (lines[lines.number_of(place)].runs for place in (0, 1))
    assert "1,234,567.89" in long[1].text
    assert width(long[0].text + long[1].text) == width(plain[0].text + plain[1].text)
    assert width(long[1].text) > width(plain[1].text)


def test_round_figures_are_written_below():
    assert list(value_scale(map(Decimal, (3, 74)), linear=True).ticks(4)) == [0, 20, 40, 60]
    assert list(value_scale(map(Decimal, (3, 7400)), linear=False).ticks(9)) == [1, 10, 100, 1000]


@pytest.mark.parametrize("values", [[], ["5"], ["NaN", "5"], ["0", "0"]])
def test_where_there_is_nothing_to_compare_there_is_no_scale(values):
    assert value_scale(map(Decimal, values), linear=True) is None
    assert value_scale(map(Decimal, values), linear=False) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [40, 59, 79, 119, 199])
@pytest.mark.parametrize("linear", [True, False])
def test_every_figure_has_a_line_within_the_room(shipped, language, cells, linear):
    rows = range(len(shipped.metrics))
    lines = chart(rows, shipped, WORDS[language], cells=cells, linear=linear)
    assert sorted(line.row for line in lines if line.row is not None) == list(rows)
    assert max(sum(width(run.text) for run in line.runs) for line in lines) <= cells


def drawn_text(line):
    """What stands behind the value of a figure's line."""
    return "".join(run.text for run in line.runs[2:])


def test_a_bar_ends_as_its_qualifier_says_and_grows_with_its_figure(shipped):
    rows = [row for row, metric in enumerate(shipped.metrics) if metric.unit == "CNY"]
    for linear in (True, False):
        lines = {line.row: line for line in chart(rows, shipped, WORDS["en"], cells=160, linear=linear)}
        bars = {row: drawn_text(lines[row]) for row in rows}
        for row in rows:
            metric = shipped.metrics[row]
            end = ENDS.get(written(metric.quantity, shipped.unit(metric.unit)).qualifier, "")
            assert bars[row].endswith(end)
            bars[row] = bars[row].removesuffix(end)
        lengths = [len(bars[row]) for row in sorted(rows, key=lambda row: shipped.metrics[row].value)]
        assert lengths == sorted(lengths)
        assert all(("●" in bar) != linear and bar.strip("● ▏▎▍▌▋▊▉█") == "" for bar in bars.values())
    assert {Qualifier.OVER, Qualifier.NEARLY} <= {shipped.metrics[row].qualifier for row in rows}


async def test_the_chart_follows_the_filter_and_its_cursor_the_card(opened, shipped):
    async with opened((120, 40), "en") as pilot:
        pane = pilot.app.pane
        await press(pilot, "v")
        assert "bars from zero" in pane.views.line_view.text
        assert pilot.app.focused is pane.views.line_view
        await press(pilot, "b")
        assert "points among powers of ten" in pane.views.line_view.text
        assert "●" in pane.views.line_view.text
        assert "█" not in pane.views.line_view.text
        await press(pilot, "down")
        assert pilot.app.state.current == shipped.metrics[pane.model.cursor.row].ref
        assert pane.beside.card.ref == pilot.app.state.current
        pilot.app.state.set_current(shipped.metric("farm-sales").ref)
        await pilot.pause()
        assert any(line.startswith("▸") and "farm goods" in line for line in pilot.app.lines)
        pilot.app.state.set_filter(Filter.parse("unit:CNY"))
        await pilot.pause()
        assert "hours" not in pane.views.line_view.text
        await press(pilot, "enter")
        assert pilot.app.focused is pane.beside.card
        await press(pilot, "escape")
        assert pilot.app.focused is pane.views.line_view
        await press(pilot, "escape")
        assert pane.views.view == "table"
        assert pilot.app.focused is pane.table
        assert pilot.app.state.filter.text == "unit:CNY"


async def test_only_lines_in_view_are_made_of_very_many(opened, minimal, monkeypatch):
    made = set()
    make = UnitChart.__getitem__

    def noted(lines, number):
        made.add(number)
        return make(lines, number)

    monkeypatch.setattr(UnitChart, "__getitem__", noted)
    dossier = with_values(minimal, map(Decimal, range(5000)))
    async with opened((100, 24), "en", dossier) as pilot:
        pane = pilot.app.pane
        await press(pilot, "v")
        height = pane.views.line_view.size.height
        assert pane.views.view == "chart"
        assert made == set(range(height - 1))
        made.clear()
        await press(pilot, "end")
        assert pane.model.cursor.row == 4999
        assert len(made) == height
        made.clear()
        await press(pilot, "space", "s")  # marks, and sorts by label: all are the same
        assert len(made) <= 2 * height
        assert any("▸" in line for line in pilot.app.lines)


async def test_marked_figures_stand_side_by_side_and_scroll(opened, shipped):
    async with opened((80, 24), "en") as pilot:
        pane = pilot.app.pane
        await press(pilot, "C")
        assert pane.views.view == "table"
        for row in range(5):
            pane.model.cursor.choose(row)
            pane.model.mark()
        await press(pilot, "C")
        assert "1 of 4" in pane.views.line_view.text
        await press(pilot, "right", "right", "right", "right")
        assert "4 of 4" in pane.views.line_view.text
        assert shipped.metrics[0].label.in_language("en")[:6] in pane.views.line_view.text
        await press(pilot, "left")
        assert "3 of 4" in pane.views.line_view.text
        await press(pilot, "C")
        assert pane.views.view == "table"
        await press(pilot, "C")
        assert pane.reveal(shipped.metrics[-1].ref)
        await pilot.pause()
        assert pane.views.view == "table"


async def test_keys_before_there_is_room_to_draw(opened):
    async with opened((1, 8), "en") as pilot:
        await press(pilot, "v")
        await press(pilot, "up", "end", "pagedown", "g", "enter", "down")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert pilot.app.pane.views.view == "chart"
        assert any("▸" in line for line in pilot.app.lines)
