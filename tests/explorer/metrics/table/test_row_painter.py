"""The painted header and lines of the table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.segment import Segment

from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.explorer.listing.settings import Settings
from sufu_tui.explorer.metrics.groups.figure_groups import GROUPINGS
from sufu_tui.explorer.metrics.table.columns import COLUMNS
from sufu_tui.query.filter import Filter
from sufu_tui.typesetting.cells import width
from tests.explorer.metrics.painting import header, painted, painter
from tests.explorer.observing import metrics_model


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_as_wide_as_the_table(shipped, language):
    model = metrics_model(shipped, language)
    for command in (
        lambda: model.sort("value"),
        lambda: model.sort_further("period"),
        model.mark_all,
        model.group,
        lambda: model.choose(model.choice._replace(looks=frozenset({"printed", "powers"}))),
        lambda: model.choose(model.choice._replace(ids=tuple(COLUMNS), frozen=3)),
        lambda: model.widen("area", 60),
    ):
        command()
        for cells in (39, 59, 79, 80, 119, 199):
            for column in model.sheet.columns(model.choice, wide=cells > 100)[::2]:
                drawn = painter(model, cells, column.id)
                strips = [drawn.header()]
                strips += (drawn.line(line, "plain", Segment("|")) for line in model.cursor.lines[::9])
                for strip in strips:
                    assert width(strip.text) == strip.cell_length == cells + 1


def test_a_derived_figure_is_marked(shipped):
    for line, metric in zip(painted(metrics_model(shipped, "zh-Hant")), shipped.metrics, strict=True):
        assert (line[2] == "ƒ") == metric.derived
    assert any(metric.derived for metric in shipped.metrics)


def test_the_cursor_shows_by_shape(shipped):
    model = metrics_model(shipped)
    model.cursor.move_to(2)
    assert [number for number, line in enumerate(painted(model)) if line.startswith("▸")] == [2]
    model.group()
    model.cursor.move_to(0)
    assert [number for number, line in enumerate(painted(model)) if line.startswith("▸")] == [0]
    assert painted(model)[0].startswith("▸ ▾ ")


def test_columns_out_of_view_are_announced(shipped):
    model = metrics_model(shipped)
    assert header(model, 79).endswith("›")
    assert "‹" not in header(model, 79)
    assert "‹" in header(model, 79, "printed")
    assert "Printed" in header(model, 79, "printed")
    assert header(model, 79, "printed").endswith(" ")
    assert not {"‹", "›"} & set(header(model, 199))


def test_columns_that_stay_in_place_stand_before_the_sign_of_those_out_of_view(shipped):
    model = metrics_model(shipped)
    columns = tuple(column.id for column in model.sheet.columns(model.choice, wide=False))
    model.choose(model.choice.froze(columns.index("value") + 1))
    shown = header(model, 79, columns[-1])
    assert "Figure" in shown.partition("‹")[0]
    assert "Value" in shown.partition("‹")[0]
    assert "Printed" in shown.partition("‹")[2]


def test_markup_in_a_label_is_plain_text(minimal):
    odd = minimal.metrics[0]._replace(label=Localized({"en": "[red]odd[/] [link=x]"}))
    (line,) = painted(metrics_model(replace(minimal, metrics=(odd,))), 199)
    assert "[red]odd[/] [link=x]" in line


def test_marked_figures_have_a_mark_in_every_order_and_under_every_filter(shipped):
    model = metrics_model(shipped)
    for row in (0, 2):
        model.cursor.choose(row)
        model.mark()
    for command in (
        lambda: model.sort("label"),
        lambda: model.state.set_filter(Filter.parse("area:industry")),
        lambda: model.state.set_filter(Filter()),
    ):
        command()
        marked = [row for row, line in zip(model.rows, painted(model), strict=True) if line[1] == "✓"]
        assert marked == [row for row in model.rows if row in {0, 2}]
    assert any(
        line[1] == "✓" and shipped.metrics[0].label.in_language("en") in line for line in painted(model)
    )


def test_groups_have_headings(shipped):
    model = metrics_model(shipped)
    model.group()
    lines = painted(model)
    assert len(lines) == len(shipped.metrics) + len({metric.area for metric in shipped.metrics})
    assert any(line[4:].startswith("Plan and agreements · 8 figures") for line in lines)


def test_a_heading_is_cut_where_there_is_no_room(shipped):
    model = metrics_model(shipped, kept={"metrics": Settings(grouping=GROUPINGS[0]).to_plain()})
    assert width(painted(model, 20)[0]) == 21
