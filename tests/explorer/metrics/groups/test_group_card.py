"""What the card of a group says of its totals."""

from __future__ import annotations

from shutil import copytree

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.totals import Totals
from sufu_tui.explorer.listing.cursor import GroupHeading
from sufu_tui.explorer.metrics.groups.group_card import group_blocks
from sufu_tui.explorer.metrics.listed_figures import figures_of
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.typesetting.flow import lay
from tests.explorer.driving import press

_SUM = """
[[metric]]
id = "all-companies"
label = { zh-Hant = "全部企業", zh-Hans = "全部企业", en = "All companies" }
area = "industry"
section = "two-hearts"
formula = "key-companies + recruiting-companies"
unit = "company"
tally = "companies"
source = "release#02"
"""


def card(dossier, expression, language="en"):
    """Return the text of the card of the figures that `expression` matches, and where its links lead."""
    metrics = Filters(dossier).metrics(Filter.parse(expression))
    blocks = group_blocks("Group", metrics, Totals(dossier), load(language))
    text = " ".join("".join(piece.text for piece in line.pieces).strip() for line in lay(blocks, 60))
    return text, [run.ref.id for block in blocks for run in block.runs if run.ref]


def test_a_total_shows_what_it_adds_up(shipped):
    text, links = card(shipped, "unit:company")
    assert "(31 companies) + Suzhou companies at the job fairs (39 companies) = 70 companies" in text
    assert links == ["key-companies", "recruiting-companies"]


def test_what_may_overlap_is_named(shipped):
    text, links = card(shipped, "unit:project")
    assert "no total: the same things may be counted in" in text
    assert links == ["landed-projects", "half-year-projects"]


def test_visits_that_may_be_the_same_are_not_added_up(shipped):
    text, links = card(shipped, "unit:visit")
    assert "no total: the same things may be counted in" in text
    assert links == ["delegation-visits", "leader-visits"]


def test_what_lies_within_one_figure_is_said(tmp_path):
    folder = tmp_path / "dossier"
    copytree(shipped_folder(), folder)
    with (folder / "metrics.toml").open("a", encoding="utf-8") as file:
        file.write(_SUM)
    text, links = card(read(folder).dossier, "unit:company")
    assert "no total: all of it lies within “All companies”" in text
    assert links == ["all-companies"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_without_tallies_says_so(shipped, language):
    text, links = card(shipped, "unit:hour", language)
    assert load(language)("metrics.nothing-adds-up") in text.replace(" ", "") or language == "en"
    assert links == []


async def test_the_cursor_on_a_heading_shows_the_card_of_its_group(opened):
    async with opened(language="en") as pilot:
        pane, model = pilot.app.pane, pilot.app.pane.model
        for _ in range(3):
            model.group()
        wanted = next(n for n, group in enumerate(model.groups.groups) if group.key == "company")
        model.cursor.choose(GroupHeading(wanted))
        await pilot.pause()
        assert "Companies of both cities" in pane.beside.card.text
        assert model.cursor.row is None
        await press(pilot, "L")
        assert "兩地企業" in pane.beside.card.text
        await press(pilot, "down")
        assert pane.beside.card.ref == figures_of(model, [model.cursor.row])[0].ref
