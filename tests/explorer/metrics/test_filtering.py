"""The filter's line and the list that it narrows, without a screen; then both as they are seen."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.capture.screen_capture import capture
from sufu_tui.explorer.filter_line import FilterLine
from sufu_tui.explorer.listing.status import count_text
from sufu_tui.explorer.metrics.listed_figures import figures_of
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.question import LineRemark
from sufu_tui.explorer.widgets.status_line import StatusLine
from tests.explorer.driving import open_line, press, type_over
from tests.explorer.observing import metrics_model

UNFINISHED = ["area:", "-unit:", "value>", "value>=x", "zzz:y", '"a b', "| value<"]


class FilteredModel:
    """A model with the line that filters it."""

    def __init__(self, dossier):
        self.model = metrics_model(dossier)
        self.line = FilterLine(
            self,
            self.model.state,
            InputDock(Widget()),
            line="filter",
            placeholder="metrics.filter-placeholder",
        )

    @property
    def listed(self):
        return [metric.id for metric in figures_of(self.model, self.model.rows)]

    def listed_text(self):
        return count_text(self.model)

    def take_focus(self):
        pass

    def say(self, key, **values):
        self.said = self.model.state.words(key, **values)


@pytest.fixture
def filtered(shipped):
    return FilteredModel(shipped)


def test_the_filter_narrows_as_it_is_typed(filtered, shipped):
    counts = [len(shipped.metrics)]
    for end in range(1, 5):
        remark = filtered.line.changed("chen"[:end])
        counts.append(len(filtered.listed))
        assert remark == LineRemark(filtered.listed_text())
    assert remark.text == f"{counts[-1]} of {counts[0]} figures"
    assert filtered.model.state.filter.text == "chen"
    assert counts == sorted(counts, reverse=True)
    assert 0 < counts[-1] < counts[0]
    assert filtered.line.submitted("chen") is None


def test_a_fault_is_told_with_its_place_and_the_last_good_result_stays(filtered):
    filtered.line.changed("area:industry")
    before = filtered.listed
    for ask in (filtered.line.changed, filtered.line.submitted):  # Enter does not close the line
        remark = ask("area:industry aera:x")
        assert remark.wrong
        assert remark.text.startswith("At character 15: ")
        assert "“area”" in remark.text
        assert remark.text.endswith(remark.short)
        assert filtered.listed == before
        assert filtered.model.state.filter.text == "area:industry"


@pytest.mark.parametrize(
    ("text", "fault"),
    [("area:industry aera:x", "aera"), ("蘇州 value>=十億 b", "十億"), ("蘇州", ""), ("area:health", "")],
)
def test_the_remark_says_which_characters_are_wrong(filtered, text, fault):
    assert text[slice(*filtered.line.changed(text).fault)] == fault


def test_a_remark_is_short_where_it_has_no_room(filtered):
    remark = filtered.line.changed("qualifer:over")
    assert remark.short == "There is no field “qualifer”. Did you mean “qualifier”?"
    assert remark.text == f"At character 1: {remark.short}"


@pytest.mark.parametrize("term", UNFINISHED)
def test_a_term_that_is_not_finished_hides_nothing(filtered, term):
    filtered.line.changed("area:industry")
    before = filtered.listed
    assert before
    for end in range(1, len(term) + 1):
        remark = filtered.line.changed(f"area:industry {term[:end]}")
    assert remark.wrong
    assert "At character" in remark.text
    assert filtered.listed == before
    filtered.line.changed("area:health")
    health = filtered.listed
    filtered.line.changed("area:")  # taken back to here: nothing says that all should be shown
    assert filtered.listed == health


def test_whoever_cancels_sees_everything_again_with_the_cursor_where_it_was(filtered, shipped):
    model = filtered.model
    model.cursor.move_to(1)
    filtered.line.changed("chen")
    assert model.cursor.row != 1
    filtered.line.cancelled()
    assert "chen" in filtered.said
    assert model.state.filter.text == ""
    assert filtered.listed == [metric.id for metric in shipped.metrics]
    assert model.cursor.row == 1
    assert model.state.current == shipped.metrics[1].ref


# In the pane


async def test_a_filter_is_typed_corrected_and_kept_and_escape_clears_it(opened, shipped):
    def underlined(pilot):
        last = capture(pilot.app).rows[-3:]
        return "".join(cell.text for row in last for cell in row if cell.look.underline)

    async with opened(language="en") as pilot:
        app, pane = pilot.app, pilot.app.pane
        await press(pilot, "f", *"chen")
        count = f"{len(app.listed)} of {len(shipped.metrics)} figures"
        assert any(count in line for line in app.lines)
        type_over(app, "area:industry aera:x")
        await pilot.pause()
        assert any("At character 15:" in line and "“area”" in line for line in app.lines)
        assert underlined(pilot) == "aera"
        await press(pilot, "enter")
        assert open_line(app) is not None
        type_over(app, "area:health")
        await pilot.pause()
        assert underlined(pilot) == ""
        await press(pilot, "enter")
        assert open_line(app) is None
        assert app.focused is pane.table
        assert app.state.current == Ref("metric", app.listed[0])
        assert pane.query_one(StatusLine).text.endswith("filter: area:health")
        await press(pilot, "escape")
        assert app.state.filter.text == ""
        assert app.state.current == shipped.metrics[0].ref
        assert len(app.listed) == len(shipped.metrics)
        await press(pilot, "u")
        assert app.state.filter.text == "area:health"


async def test_escape_in_the_line_brings_the_figure_back(opened, shipped):
    async with opened(language="en") as pilot:
        app = pilot.app
        await press(pilot, "down", "f")
        type_over(app, "chen")
        await pilot.pause()
        assert 0 < len(app.listed) < len(shipped.metrics)
        await press(pilot, "escape")
        assert open_line(app) is None
        assert app.state.filter.text == ""
        assert app.listed == [metric.id for metric in shipped.metrics]
        assert app.state.current == shipped.metrics[1].ref


async def test_what_may_have_been_meant_is_not_cut_off(opened):
    async with opened((80, 24), "en") as pilot:
        await press(pilot, "f")
        type_over(pilot.app, "qualifer:over")
        for columns, begin in ((80, ""), (120, "At character 1: ")):
            await pilot.resize_terminal(columns, 24)
            await pilot.pause()
            (line,) = [line for line in pilot.app.lines if line.startswith(" Filter ")]
            sentence = "There is no field “qualifer”. Did you mean “qualifier”?"
            assert line.rstrip().endswith(f" {begin}{sentence}")
            assert ("At character" in line) == bool(begin)


async def test_nothing_found_is_said_in_a_sentence(opened):
    async with opened() as pilot:
        await press(pilot, "f")
        type_over(pilot.app, "qqqq")
        await pilot.pause()
        assert any("沒有指標符合篩選「qqqq」。" in line for line in pilot.app.lines)
        await press(pilot, "enter", "down", "enter", "G", "s")
        assert pilot.app.listed == []


async def test_the_filters_line_follows_the_language(opened):
    async with opened() as pilot:
        await press(pilot, "f")
        type_over(pilot.app, "chen")
        await pilot.pause()
        pilot.app.state.set_language("en")
        await pilot.pause()
        await pilot.pause()
        assert open_line(pilot.app).text == "chen"
        count = f"{len(pilot.app.listed)} of {len(pilot.app.state.dossier.metrics)} figures"
        assert count in pilot.app.lines[-1]
