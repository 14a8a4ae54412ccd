"""Runs, links and blocks laid into lines."""

from sufu_tui.dossier.model import Ref, Span
from sufu_tui.typesetting.flow import MOST_LINKS, Block, Run, lay, prose_runs

REF = Ref("metric", "visits")


def texts(lines):
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_a_link_over_two_lines_keeps_its_number():
    block = Block((Run("蘇州與"), Run("阜陽互訪", "metric", REF), Run("五次")))
    lines = lay([block], 10)
    assert texts(lines) == ["蘇州與阜陽", "互訪五次"]
    assert [[piece.link for piece in line.pieces] for line in lines] == [[None, 0], [0, None]]
    assert lines[0].pieces[1].ref == lines[1].pieces[0].ref == REF


def test_links_are_numbered_through_the_document():
    blocks = [Block((Run("a", ref=REF), Run("b"), Run("c", ref=REF))), Block((Run("d", ref=REF),))]
    assert [piece.link for line in lay(blocks, 20) for piece in line.pieces] == [0, None, 1, 2]


def test_the_lead_stands_in_the_margin_of_the_first_line():
    lines = lay([Block((Run("阜陽發布的報告"),), indent=6, lead=Run("出處", "label"))], 14)
    assert texts(lines) == ["出處  阜陽發布", "      的報告"]
    assert lines[0].pieces[0].style == "label"


def test_a_lead_too_long_for_its_margin_is_clipped():
    assert texts(lay([Block((Run("x"),), indent=4, lead=Run("very long"))], 20)) == ["ve⋯ x"]


def test_space_above_a_block_but_not_above_the_first():
    blocks = [Block((Run("a"),), space=2), Block((Run("b"),), space=1, anchor=7)]
    lines = lay(blocks, 9)
    assert texts(lines) == ["a", "", "b"]
    assert [line.anchor for line in lines] == [None, None, 7]


def test_an_empty_block_is_an_empty_line():
    assert texts(lay([Block((Run(""),))], 9)) == [""]


def test_prose_is_styled_after_what_it_leads_to():
    assert prose_runs((Span("共"), Span("5次", REF))) == (Run("共"), Run("5次", "metric", REF))


def test_of_very_many_links_the_first_are_ones_and_no_word_is_lost():
    for links in (MOST_LINKS - 1, MOST_LINKS, MOST_LINKS + 1, 3 * MOST_LINKS):
        prose = tuple(span for number in range(links) for span in (Span(f"{number} "), Span("a", REF)))
        runs = prose_runs((*prose, Span(" end")))
        assert sum(run.is_link for run in runs) == min(links, MOST_LINKS)
        assert "".join(run.text for run in runs) == "".join(span.text for span in prose) + " end"
