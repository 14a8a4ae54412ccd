"""How a figure is reckoned, in the place of its card: what it says, the way in and the way back."""

from __future__ import annotations

from shutil import copytree

import pytest

from sufu_tui.dossier.calculation import Calculator
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Dossier, Ref
from sufu_tui.dossier.totals import Totals
from sufu_tui.explorer.cards.reckoning import reckoning_blocks
from sufu_tui.explorer.listing.cursor import GroupHeading
from sufu_tui.languages.catalogue import load
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.typesetting.flow import lay
from tests.explorer.driving import notice, press, screen_lines

_FIGURES = """
[[metric]]
id = "all-projects"
label = { zh-Hant = "全部項目", zh-Hans = "全部项目", en = "All projects" }
area = "industry"
section = "two-hearts"
value = 43
unit = "project"
printed = "43個項目"
reckoning = "landed-projects + half-year-projects"
source = "release#02"
period = "2023"

[[metric.observation]]
value = 42
printed = "42個項目"
period = "2023-01/2023-12"
source = "release#03"

[[metric.observation]]
value = 40
qualifier = "over"
printed = "超過40個項目"
period = "2023"
source = "release#03"
"""


@pytest.fixture(scope="module")
def at_odds(tmp_path_factory) -> Dossier:
    """The shipped dossier with a sum that its report cannot have meant."""
    folder = copytree(shipped_folder(), tmp_path_factory.mktemp("odd") / "dossier")
    with (folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write(_FIGURES)
    dossier = read(folder).dossier
    assert dossier is not None
    return dossier


def written(dossier: Dossier, metric_id: str, language: str = "en", cells: int = 76) -> list[str]:
    """Return the lines of a figure's reckoning."""
    sums = Totals(dossier)
    calculator = Calculator(dossier.metric, dossier.unit, sums.inclusion)
    blocks = reckoning_blocks(dossier.metric(metric_id), calculator, sums, load(language))
    return ["".join(piece.text for piece in line.pieces).rstrip() for line in lay(blocks, cells)]


def test_a_derived_figure_shows_its_parts_with_sign_value_and_bounds(shipped):
    lines = written(shipped, "contacts-per-year")
    assert "  Contacts of departments, counties and districts  over 90 contacts  (90, ∞)" in lines
    assert "÷ Years of cooperation so far  2 years  exactly 2" in lines
    assert "= over 45 contacts  (45, ∞)" in lines
    assert "Verdict nothing to hold it against" in lines


def test_a_difference_has_a_sign_before_each_part(shipped):
    lines = written(shipped, "hours-saved")
    assert [line[0] for line in lines if "hours  " in line] == ["+", "−", "="]


def test_a_stated_figure_shows_what_it_can_be_and_what_it_enters(shipped):
    lines = written(shipped, "chen-revenue", "zh-Hant")
    assert any("「近5000萬元」" in line and "[4,500萬, 5,000萬)" in line for line in lines)
    assert any("陳元公司的目標是去年的幾倍" in line for line in lines)


def test_a_figure_of_a_tally_shows_how_its_total_is_reckoned(shipped):
    lines = written(shipped, "key-companies")
    assert "Total: Companies of both cities" in lines
    total = lines[lines.index("Total: Companies of both cities") + 1 :]
    assert [line[0] for line in total[:3]] == ["+", "+", "="]
    assert [line.split()[-1] for line in total[:3]] == ["31", "39", "70"]


def test_a_sum_that_is_not_what_the_report_prints_is_told(at_odds):
    lines = written(at_odds, "all-projects")
    assert "= 42 projects  exactly 42" in lines
    assert "Stated  43 projects · “43個項目”  exactly 43" in lines
    assert "Verdict cannot both be true" in lines


def test_observations_of_one_period_are_set_beside_each_other(at_odds):
    lines = written(at_odds, "all-projects")
    verdicts = [line.removeprefix("Verdict ") for line in lines if line.startswith("Verdict")]
    assert verdicts == [
        "cannot both be true",
        "contradicting: cannot both be true",
        "consistent: both can be true",
        "consistent: both can be true",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [20, 40, 118])
def test_every_figure_has_its_reckoning_in_every_language_and_width(at_odds, language, cells):
    for metric in at_odds.metrics:
        lines = written(at_odds, metric.id, language, cells)
        assert len(lines) > 4, metric.id


async def test_the_key_shows_the_reckoning_and_escape_the_card(explored):
    async with explored((120, 40), "en", goto="metric:contacts-per-year", pane="metrics") as pilot:
        card = pilot.app.pane.beside.card
        before = card.text
        await press(pilot, "i")
        assert "(45, ∞)" in card.text
        assert card.has_focus
        await press(pilot, "escape")
        assert card.text == before
        await press(pilot, "i", "i")
        assert card.text == before
        await press(pilot, "i", "down", "escape", "escape")
        assert not card.has_focus


async def test_enter_on_a_part_shows_how_that_is_reckoned_and_backspace_returns(explored):
    async with explored((120, 40), "en", goto="metric:compact-share", press=("i", "tab")) as pilot:
        app = pilot.app
        before, selected = screen_lines(app)[:-1], app.pane.beside.card.selected
        assert selected == Ref("metric", "compact-elapsed")
        await press(pilot, "enter")
        card = app.pane.beside.card
        assert card.ref == selected
        assert card.reckoned
        assert card.has_focus
        assert "Share of the compact done" in card.text  # out to what it enters
        await press(pilot, "backspace")
        assert screen_lines(app)[:-1] == before
        assert (card.ref, card.selected) == (Ref("metric", "compact-share"), selected)


async def test_from_the_narrative_a_part_is_reckoned_among_the_metrics(explored):
    async with explored((120, 40), "en") as pilot:
        app = pilot.app
        own = Ref("metric", "compact-elapsed")
        while app.pane.beside.card.ref != own:
            await press(pilot, "tab")
        await press(pilot, "i")
        assert app.pane.beside.card.reckoned
        await press(pilot, "tab", "enter")
        assert app.state.pane == "metrics"
        assert app.pane.beside.card.reckoned
        await press(pilot, "backspace")
        card = app.pane.beside.card
        assert (app.state.pane, card.ref, card.reckoned) == ("narrative", own, True)


async def test_another_figure_shows_its_card(explored):
    async with explored(goto="metric:contacts-per-year", pane="metrics", press=("i", "escape")) as pilot:
        await press(pilot, "i", "escape", "escape", "down")
        assert not pilot.app.pane.beside.card.reckoned
        await press(pilot, "i")
        assert pilot.app.pane.beside.card.ref == Ref("metric", "trainees")


async def test_a_group_shows_how_its_totals_are_reckoned(explored):
    async with explored(language="en", pane="metrics", press=("B",)) as pilot:
        model, card = pilot.app.pane.model, pilot.app.pane.beside.card
        reckoned = []
        for number in range(len(model.groups.headings)):
            model.cursor.choose(GroupHeading(number))
            await press(pilot, "i")
            if card.reckoned:
                reckoned.append(card.text)
                await press(pilot, "tab", "enter")
                assert card.ref is not None
                assert card.reckoned
                await press(pilot, "escape")
            else:
                assert notice(pilot.app) == load("en")("reckoning.none")
        assert len(reckoned) == shown_totals(pilot.app.state.dossier)
        assert all("Verdict nothing to hold it against" in text for text in reckoned)


def shown_totals(dossier: Dossier) -> int:
    """Return in how many areas figures add up."""
    areas = [[metric for metric in dossier.metrics if metric.area == area.id] for area in dossier.areas]
    return sum(bool(Totals(dossier).totals(metrics)) for metrics in areas)


@pytest.mark.parametrize("pane", ["narrative", "timeline"])
async def test_what_is_no_figure_says_that_it_has_no_reckoning(explored, pane):
    async with explored(language="en", pane=pane, press=("i",)) as pilot:
        assert notice(pilot.app) == load("en")("reckoning.none")
        assert not pilot.app.pane.beside.card.reckoned


async def test_figures_side_by_side_keep_the_keys(explored):
    keys = ("space", "space", "C", "i")
    async with explored(language="en", pane="metrics", press=keys) as pilot:
        assert notice(pilot.app) == load("en")("reckoning.none")
        assert pilot.app.focused is pilot.app.pane.views.shown


async def test_a_reckoning_changes_its_language(explored):
    async with explored(
        language="en", goto="metric:contacts-per-year", pane="metrics", press=("i", "L")
    ) as pilot:
        card = pilot.app.pane.beside.card
        assert card.reckoned
        assert load(pilot.app.state.language)("reckoning.verdict-unheld") in card.text
