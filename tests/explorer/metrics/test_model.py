"""The list of the metrics, its order, and the way back, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.listing.settings import Settings
from sufu_tui.explorer.listing.status import status_parts
from sufu_tui.explorer.listing.table.column_choice import AUTOMATIC
from sufu_tui.explorer.metrics.listed_figures import figures_of
from sufu_tui.explorer.metrics.table.columns import COLUMNS, WIDE
from sufu_tui.query.filter import Filter
from sufu_tui.query.sort_keys import SortKey, sort_metrics
from tests.explorer.metrics.painting import header
from tests.explorer.observing import ModelObserver, metrics_model

SHOWN = tuple(column.id for column in WIDE)


def listed(model):
    """Return the ids of the metrics listed, from the top."""
    return [metric.id for metric in figures_of(model, model.rows)]


def status(model):
    """Return the parts of the status line."""
    return tuple(part.text for part in status_parts(model, model.state.filter))


# Sorting


def test_sorting_goes_by_magnitude_then_reverses_then_clears(shipped):
    model = metrics_model(shipped, "zh-Hant")
    model.sort("value")
    money = [name for name in listed(model) if shipped.metric(name).unit == "CNY"]
    assert money[:2] == ["chen-revenue", "chen-target"]  # nearly 50 million, then 140 million
    assert money == sorted(money, key=lambda name: shipped.metric(name).quantity.magnitude)
    assert "數值▴" in header(model)
    model.sort("value")
    assert [name for name in listed(model) if shipped.metric(name).unit == "CNY"] == money[::-1]
    assert "數值▾" in header(model)
    model.sort("value")
    assert listed(model) == [metric.id for metric in shipped.metrics]
    assert "▴" not in header(model) + "".join(status(model))


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.id)
def test_every_column_sorts_stably(shipped, column):
    model = metrics_model(shipped, "zh-Hant")
    model.sort(column.sort)
    model.sort(column.sort)
    key = SortKey(column.sort, descending=True)
    expected = sort_metrics(shipped.metrics, [key], shipped, "zh-Hant")
    assert listed(model) == [metric.id for metric in expected]


def test_a_further_key_sorts_within_the_first(shipped):
    model = metrics_model(shipped, "zh-Hant")
    model.sort("area")
    model.sort_further("value")
    model.sort_further("value")
    keys = [SortKey("area"), SortKey("value", descending=True)]
    expected = sort_metrics(shipped.metrics, keys, shipped, "zh-Hant")
    assert listed(model) == [metric.id for metric in expected]
    assert "領域▴1" in header(model)
    assert "數值▾2" in header(model)
    assert status(model)[-1] == "排序：領域 ▴、數值 ▾"


def test_the_order_outlives_a_switch_of_language(shipped):
    model = metrics_model(shipped, "zh-Hant")
    model.sort("value")
    before = listed(model)
    model.state.set_language("en")
    assert listed(model) == before
    assert "Value▴" in header(model)
    assert status(model) == (f"{len(shipped.metrics)} figures", "sorted by Value ▴")


def test_names_are_sorted_in_the_order_of_the_language(shipped):
    model = metrics_model(shipped, "zh-Hant")
    model.sort("label")
    for language in ("zh-Hans", "en"):
        model.state.set_language(language)
        expected = sort_metrics(shipped.metrics, [SortKey("label")], shipped, language)
        assert listed(model) == [metric.id for metric in expected]


def test_an_order_of_an_earlier_run_is_the_first(shipped):
    kept = Settings()._replace(choice=AUTOMATIC.widened("area", 20)).to_plain() | {"order": [["value", True]]}
    model = metrics_model(shipped, kept={"metrics": kept})
    assert model.order.keys == (SortKey("value", descending=True),)
    assert dict(model.choice.widths) == {"area": 20}
    expected = sort_metrics(shipped.metrics, model.order.keys, shipped, "en")
    assert listed(model) == [metric.id for metric in expected]


# Filters


def test_a_sort_keeps_the_filter(shipped):
    model = metrics_model(shipped)
    model.state.set_filter(Filter.parse("area:industry"))
    filtered = set(listed(model))
    model.sort("value")
    assert set(listed(model)) == filtered
    assert 0 < len(filtered) < len(shipped.metrics)


def test_a_filter_set_elsewhere_is_followed(shipped):
    model = metrics_model(shipped)
    model.state.set_filter(Filter.parse("area:health"))
    assert listed(model) == [metric.id for metric in shipped.metrics if metric.area == "health"]
    assert status(model) == (
        f"{len(model.rows)} of {len(shipped.metrics)} figures",
        "filter: area:health",
    )


def test_where_nothing_is_found_every_command_does_nothing(shipped):
    model = metrics_model(shipped)
    model.state.set_filter(Filter.parse("qqqq"))
    for command in (
        lambda: model.cursor.move_to(1), lambda: model.cursor.move_to(-1), lambda: model.sort("label"),
        model.mark, model.mark_all, model.group, model.fold, model.fold_all, model.make_current,
    ):  # fmt: skip
        command()
        assert listed(model) == []
        assert model.cursor.row is None
        assert model.marks == frozenset()


def test_a_dossier_without_figures_has_an_empty_list(minimal):
    model = metrics_model(replace(minimal, metrics=()), "zh-Hant")
    model.cursor.move_to(1)
    model.sort("value")
    model.mark()
    assert listed(model) == []
    assert model.cursor.line is None
    assert status(model)[0] == "0項指標"


# The current item


def test_another_current_item_is_followed(shipped):
    model = metrics_model(shipped)
    model.state.set_current(shipped.metrics[-1].ref)
    assert model.cursor.row == len(shipped.metrics) - 1
    model.state.set_current(shipped.events[0].ref)
    assert model.cursor.row == len(shipped.metrics) - 1


def test_a_current_item_that_is_not_listed_has_the_cursor_once_it_is(shipped):
    model = metrics_model(shipped)
    model.state.set_filter(Filter.parse("area:health"))
    model.state.set_current(Ref("metric", "farm-sales"))
    assert "farm-sales" not in listed(model)
    model.state.set_filter(Filter())
    assert figures_of(model, [model.cursor.row])[0].id == "farm-sales"


def test_revealing_a_figure_clears_a_filter_that_hides_it(shipped):
    model = metrics_model(shipped)
    model.state.set_filter(Filter.parse("area:health"))
    assert model.reveal(Ref("metric", "farm-sales"))
    assert model.state.filter.text == ""
    assert model.state.current == Ref("metric", "farm-sales")


def test_only_figures_are_revealed(shipped):
    model = metrics_model(shipped)
    before = model.cursor.row
    assert not model.reveal(shipped.events[0].ref)
    assert not model.reveal(Ref("metric", "no-such-figure"))
    assert model.cursor.row == before


def test_the_cursor_stays_on_its_figure_in_another_language_and_after_undo(shipped):
    model = metrics_model(shipped, "zh-Hant")
    model.sort("section")
    model.cursor.choose(20)
    for command in (lambda: model.state.set_language("en"), model.undo, model.redo):
        command()
        assert model.cursor.row == 20
    assert model.state.current == shipped.metrics[20].ref


def test_the_cursor_goes_to_the_first_line_of_a_sort(shipped):
    model = metrics_model(shipped)
    for sort in (model.sort, model.sort_further) * 4:
        model.cursor.move_to(20)
        sort("value")
        assert model.cursor.position == 0


def test_after_a_filter_the_cursor_is_on_its_figure_if_that_is_left_else_on_the_first_line(shipped):
    model = metrics_model(shipped)
    for row, metric in enumerate(shipped.metrics):
        for text in ("value>50", "-value>50", f"section:{metric.section}", "qualifier:about"):
            model.state.set_filter(Filter())
            model.cursor.choose(row)
            model.state.set_filter(Filter.parse(text))
            assert model.cursor.row == (row if row in model.rows else model.rows[0])


def test_a_figure_that_a_filter_hid_has_the_cursor_again_when_it_is_cleared(shipped):
    model = metrics_model(shipped)
    model.cursor.move_to(1)
    model.state.set_filter(Filter.parse("chen"))
    assert model.cursor.row != 1
    model.state.set_filter(Filter())
    assert listed(model) == [metric.id for metric in shipped.metrics]
    assert model.cursor.row == 1


# Undo


def test_every_change_of_the_view_is_undone_and_done_again(shipped):
    model = metrics_model(shipped)
    passed = [model.settings]
    for command in (
        lambda: model.sort("label"),
        lambda: model.sort_further("qualifier"),
        model.group,
        lambda: model.choose(model.choice.moved("qualifier", 1, SHOWN), kind="move qualifier"),
        lambda: model.widen("qualifier", 14),
        lambda: model.choose(model.choice.toggled("qualifier", SHOWN)),
        lambda: model.choose(model.choice.froze(2)),
        lambda: model.choose(model.choice.looking("printed")),
        lambda: model.choose(model.choice.looking("powers")),
        model.fold_all,
    ):
        command()
        assert model.settings != passed[-1]
        passed.append(model.settings)
    for expected in passed[-2::-1]:
        assert model.undo()
        assert model.settings == expected
    assert not model.undo()
    assert model.settings == Settings()
    for expected in passed[1:]:
        assert model.redo()
        assert model.settings == expected
    assert not model.redo()
    model.reset()
    assert model.settings == Settings()
    assert model.undo()
    assert model.settings == passed[-1]


def test_a_column_that_is_widened_step_by_step_is_one_step_back(shipped):
    model = metrics_model(shipped)
    for cells in (20, 22, 24):
        model.widen("area", cells)
    assert dict(model.choice.widths) == {"area": 24}
    assert model.undo()
    assert model.settings == Settings()


def test_a_typed_filter_is_one_step(shipped):
    model = metrics_model(shipped)
    model.sort("label")
    model.end_typing()
    for end in range(1, 5):
        model.state.set_filter(Filter.parse("chen"[:end]))
    assert 0 < len(model.rows) < len(shipped.metrics)
    model.end_typing()
    model.state.set_filter(Filter())
    assert len(model.rows) == len(shipped.metrics)
    model.undo()
    assert model.state.filter.text == "chen"
    assert 0 < len(model.rows) < len(shipped.metrics)
    model.undo()
    assert model.state.filter.text == ""
    assert model.order.keys == (SortKey("label"),)


def test_settings_are_kept_as_they_are_changed_and_undone(shipped):
    model = metrics_model(shipped)
    model.sort("value")
    assert model.state.plain_settings()["metrics"] == model.settings.to_plain()
    model.undo()
    assert model.state.plain_settings()["metrics"] == Settings().to_plain()


# Marks


def test_marks_outlive_sorting_and_filtering(shipped):
    model = metrics_model(shipped)
    model.mark()
    model.cursor.move_to(2)
    model.mark()
    assert model.marks == {0, 2}
    model.sort("label")
    model.sort("label")
    model.state.set_filter(Filter.parse("area:industry"))
    assert model.marks == {0, 2}
    assert "2 marked, 2 outside the filter" in status(model)
    model.mark_all()
    assert model.marks == {0, 2, *model.rows}
    assert len(model.marks) == 2 + len(model.rows)
    model.state.set_filter(Filter())
    model.mark_all()
    assert model.marks == frozenset(range(len(shipped.metrics)))
    model.mark_all()
    assert model.marks == frozenset()
    model.mark()
    model.mark()
    assert model.marks == frozenset()


def test_of_the_marked_figures_those_listed_come_first(shipped):
    model = metrics_model(shipped)
    hidden = [row for row, metric in enumerate(shipped.metrics) if metric.area != "industry"][:2]
    model.state.set_filter(Filter.parse("area:industry"))
    model.sort("value")
    model.mark_all()
    model.state.set_filter(Filter())
    for row in hidden:
        model.cursor.choose(row)
        model.mark()
    model.state.set_filter(Filter.parse("area:industry"))
    assert model.marked_rows() == [*model.rows, *hidden]


# What the observer is told


def test_the_observer_is_told_of_lists_and_of_marks(shipped):
    observer = ModelObserver()
    model = metrics_model(shipped, observer=observer)
    for command, expected in (
        (model.mark, ["marked"]),
        (lambda: model.sort("value"), ["listed"]),
        (lambda: model.choose(model.choice.froze(2)), ["listed"]),
        (lambda: model.state.set_filter(Filter.parse("area:industry")), ["listed"]),
        (lambda: model.cursor.move_to(0 if model.cursor.position else 1), ["cursor_moved"]),
        (lambda: model.cursor.move_to(model.cursor.position), []),
        (model.fold, ["listing.group-first"]),
        (model.fold_all, ["listing.group-first"]),
    ):
        observer.told.clear()
        command()
        assert observer.told == expected
