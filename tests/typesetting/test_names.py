"""Names of people and figures with their nouns stay on one line."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Section
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.typesetting.breaking import break_lines, wrap
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import lay
from sufu_tui.typesetting.names import NameFinder
from tests.samples import sample

WIDTHS = sample(range(16, 131), 25)


def texts(lines):
    return ["".join(piece.text for piece in line.pieces).strip() for line in lines]


def parted(blocks, names, cells):
    """Yield the names that two lines share."""
    for line, following in pairwise(texts(lay(blocks, cells))):
        for name in names:
            for cut in range(1, len(name)):
                if line.endswith(name[:cut].rstrip()) and following.startswith(name[cut:].lstrip()):
                    yield name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_the_narrative_ends_inside_a_name(shipped, language):
    people = {one.name.in_language(language) for one in shipped.entities if one.kind == "person"}
    assert len(people) == 12
    for section in shipped.sections:
        blocks = list(section_blocks(section, shipped, load(language)))
        for cells in WIDTHS:
            assert not [*parted(blocks, people, cells)], cells


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_card_ends_inside_a_name_that_belongs_to_it(shipped, language):
    people = {one.name.in_language(language) for one in shipped.entities if one.kind == "person"}
    indexes, words = DossierIndexes(shipped, language), load(language)
    for item in shipped.items():
        if not isinstance(item, Section):
            blocks = card_blocks(item, indexes, words)
            for cells in sample(range(38, 80), 4):
                assert not [*parted(blocks, people, cells)], (item.id, cells)


NUMBER_AND_NOUN = re.compile(r"(?:^|\s)(?!(?:19|20)\d\d\b)\d[\d,.]*(?: million| billion)?$")
NO_NOUN = re.compile(r"(?:of|in|and|or|to|the|for|from|with|that|by|a|an|at|on)\b")


@pytest.mark.parametrize("cells", range(len("about 10 million people."), 131))
def test_no_line_of_the_narrative_ends_between_a_number_and_its_noun(shipped, cells):
    for section in shipped.sections:
        for paragraph in section.paragraphs:
            text = "".join(span.text for span in paragraph.text.in_language("en"))
            for line, following in pairwise(wrap(text, cells)):
                if NUMBER_AND_NOUN.search(line) and re.match("[A-Za-z]", following):
                    assert NO_NOUN.match(following), (line, following)
                assert not (re.search(r"\b(?:over|about|nearly)$", line) and re.match("[0-9]|CNY", following))


@pytest.mark.parametrize(
    "whole",
    [
        "8 years", "5 visits", "over 90 contacts", "about 10 million people", "nearly CNY 50 million",
        "at least 7 areas", "more than 2,500 years", "5th day", "2500 people", "3.5 hours",
        "23 Suzhou",
    ],
)  # fmt: skip
def test_a_number_stays_with_its_noun(whole):
    for cells in range(len(whole), len(whole) + 14):
        assert any(whole in line for line in wrap(f"they had been there {whole} it says", cells)), cells


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("in 2023 companies came", 8, ["in 2023", "companie", "s came"]),  # a year is no number of things
        ("20% of the way", 5, ["20%", "of", "the", "way"]),  # nor is what follows always a noun
        ("CNY 6 billion of it", 13, ["CNY 6 billion", "of it"]),
    ],
)
def test_a_number_stands_at_the_end_of_a_line_where_no_noun_follows(text, cells, lines):
    assert wrap(text, cells)[:2] == lines[:2]


@pytest.mark.parametrize(
    ("text", "names", "cells", "lines"),
    [
        ("由習近平親自謀劃", ["習近平"], 6, ["由", "習近平", "親自", "謀劃"]),
        ("報告由習近平作的", ["習近平"], 10, ["報告由", "習近平作的"]),
        ("報告（習近平）作的", ["習近平"], 10, ["報告", "（習近平）", "作的"]),
        ("and Xi Jinping went", ["Xi Jinping"], 10, ["and", "Xi Jinping", "went"]),
        ("由習近平謀劃", ["習近平"], 4, ["由習", "近平", "謀劃"]),  # wider than a line: cut like any text
        ("Xi, of Xian Province", ["Xi"], 9, ["Xi, of", "Xian", "Province"]),
        ("李虎李虎李虎", ["李虎"], 6, ["李虎", "李虎", "李虎"]),
        ("吳王闔閭", ["闔閭", "吳王闔閭"], 6, ["吳王", "闔閭"]),
    ],
)
def test_where_a_line_with_names_ends(text, names, cells, lines):
    assert wrap(text, cells, names) == lines


NAMES = ("習近平", "李虎", "伍子胥", "Xi Jinping", "Li Hu", "吳王闔閭")


BETWEEN = ("與", "的", " ", "，", "（", "），", "與 5 visits ", " of 與", "。")
PIECES = st.lists(st.tuples(st.sampled_from(BETWEEN), st.sampled_from(NAMES)), max_size=20)


@given(PIECES, st.integers(2, 40))
def test_a_name_that_a_line_has_room_for_is_on_one_line(pieces, cells):
    text = "".join(between + name for between, name in pieces)
    places = list(break_lines(text, cells, NAMES))
    assert "".join(text[start:end] for start, end in places).replace(" ", "") == text.replace(" ", "")
    assert all(width(text[start:end]) <= cells for start, end in places)
    for name in NAMES:
        for found in re.finditer(name, text):
            if width(name) + width("（），") <= cells:  # the marks beside it have to have room as well
                assert not [end for _, end in places if found.start() < end < found.end()], name


def test_names_are_those_that_the_text_links_to(shipped):
    paragraph = shipped.sections[0].paragraphs[2]
    assert NameFinder(shipped, "zh-Hant").names_in(paragraph.text.in_language("zh-Hant")) == ("習近平",)
    assert NameFinder(shipped, "en").names_in(paragraph.text.in_language("en")) == ("Xi Jinping",)
