"""Key figures at the head of each section, and quotations set apart."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load
from sufu_tui.query.highlights import Highlights
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import lay
from tests.explorer.driving import press


def head(section, dossier, language, *, is_compact=False):
    """The blocks above the first paragraph, without the heading."""
    blocks = section_blocks(section, dossier, load(language), is_compact=is_compact)
    return [block for block in list(blocks)[1:] if block.anchor is None and "section" not in kinds(block)]


def kinds(block):
    return {run.ref.kind for run in block.runs if run.ref}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_are_links_in_the_order_of_the_author(shipped, language):
    for section in shipped.sections:
        blocks = head(section, shipped, language)
        refs = [run.ref for block in blocks for run in block.runs if run.ref]
        assert refs == [Ref("metric", one) for one in section.figures]
        starts = {sum(width(run.text) for run in block.runs[:1]) for block in blocks}
        labels = {
            width(block.runs[0].text) + len(block.runs[1].text) - len(block.runs[1].text.lstrip())
            for block in blocks
        }
        assert len(labels) <= 1, starts  # the labels stand below each other


def test_on_a_narrow_screen_they_are_one_paragraph(shipped):
    section = shipped.section("two-hearts")
    (block,) = head(section, shipped, "en", is_compact=True)
    assert len([run for run in block.runs if run.ref]) == len(section.figures)


def test_without_a_choice_they_are_chosen_by_weight(shipped):
    highlights = Highlights(shipped)
    for section in shipped.sections:
        figures = highlights.figures_of(section._replace(figures=None))
        assert len(figures) in (0, 3, 4)
        assert not any(metric.derived for metric in figures)
    assert len(highlights.figures_of(shipped.section("two-hearts")._replace(figures=None))) == 4
    assert highlights.figures_of(shipped.section("closing")._replace(figures=None)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [20, 46, 76])
def test_a_quotation_has_its_rule_on_every_line_and_its_speaker(shipped, language, cells):
    found = 0
    for section in shipped.sections:
        blocks = list(section_blocks(section, shipped, load(language)))
        for block in blocks:
            if block.repeats_lead:
                lines = lay([block], cells)
                assert all(line.pieces[0].text.strip() == "┃" for line in lines)
                assert all(sum(piece.cells for piece in line.pieces) <= cells for line in lines)
        for quote in section.quotes:
            at = next(
                n for n, one in enumerate(blocks) if quote.text.in_language(language) in one.runs[0].text
            )
            assert blocks[at].anchor == quote.after
            assert Ref("entity", quote.speaker) in {run.ref for run in blocks[at + 1].runs}
            found += 1
    assert found == 4


def test_readers_of_another_language_see_the_words_themselves(shipped):
    section = shipped.section("two-places")
    for language, there in (("en", True), ("zh-Hant", False)):
        blocks = section_blocks(section, shipped, load(language))
        text = "\n".join("".join(run.text for run in block.runs) for block in blocks)
        assert ("(既安心又放心)" in text) is there
        assert "既安心又放心" in text


async def test_the_speaker_of_a_quotation_is_told_where_he_speaks(explored, shipped):
    mentions = {mention.paragraph for mention in _backlinks(shipped).of(Ref("entity", "li-hu"))}
    assert 5 in mentions


def _backlinks(dossier):
    from sufu_tui.query.backlinks import Backlinks

    return Backlinks(dossier)


async def test_a_narrower_screen_writes_the_head_again_and_keeps_the_link(explored):
    async with explored(size=(120, 40), goto="section:two-hearts", pane="narrative") as pilot:
        reading = pilot.app.pane.reading
        await press(pilot, "tab", "tab")
        chosen = reading.selected
        assert chosen == Ref("metric", "landed-investment")
        await pilot.resize_terminal(70, 30)
        await pilot.pause()
        assert "·" in reading.text.split("\n\n")[1]
        assert reading.selected == chosen
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert reading.selected == chosen


async def test_the_line_that_is_read_stays_when_the_head_is_written_again(explored):
    async with explored(size=(120, 30), goto="section:two-hearts", pane="narrative") as pilot:
        reading = pilot.app.pane.reading
        reading.scroll_to_anchor(3)
        assert reading.anchors_in_view()[0] == 3
        await pilot.resize_terminal(70, 30)
        await pilot.pause()
        assert reading.anchors_in_view()[0] == 3
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert reading.anchors_in_view()[0] == 3
