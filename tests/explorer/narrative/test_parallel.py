"""Two languages level: both versions of a paragraph on the same row, one link in both."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.narrative.parallel import ParallelDocument, split
from sufu_tui.explorer.narrative.text import parallel_document, section_blocks
from sufu_tui.explorer.widgets.match_marks import MatchMarks
from sufu_tui.explorer.widgets.text_layout import BlockDocument, LinePlace, TextLayout
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.flow import Block, Run, lay
from tests.explorer.widgets.test_flow_text import check, range_inside
from tests.samples import sample

PAIRS = list(permutations(LANGUAGES, 2))
WORDS = {language: load(language) for language in LANGUAGES}
SCREENS = sample(range(112, 201), 12)
GUTTER = 5


def laid(document, room):
    """Return the whole layout of a document where there are so many cells for a line, and those it takes."""
    cells = document.cells_in(room)
    layout = TextLayout(document, cells)
    layout.lay_all()
    return layout, cells


def rows(layout):
    return [layout.line(y) for y in range(layout.lines)]


def text(line):
    return "".join(piece.text for piece in line.pieces)


def columns(line, sizes):
    """Return the texts of a row on both sides of the gutter."""
    left, right, at = "", "", 0
    for piece in line.pieces:
        if at < sizes.first:
            left += piece.text
        elif at >= sizes.first + GUTTER:
            right += piece.text
        at += piece.cells
    return left.rstrip(" "), right.rstrip(" ")


def in_both(section, dossier, words, second):
    first = section_blocks(section, dossier, words)
    return parallel_document(first, section_blocks(section, dossier, second, beside=words), words, second)


@pytest.mark.parametrize("room", [40, 78, 109, 150, 190])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_what_a_search_found_is_marked_in_both_versions(shipped, first, second, room):
    """The marked letters are those that the finder finds in each version, and no others, at every width."""

    def finder(found):
        return [(at, min(len(found), at + 3)) for at in range(1, len(found), 11)]

    def letters(texts):
        return "".join("".join(texts).split())

    for section in shipped.sections:
        document = in_both(section, shipped, WORDS[first], WORDS[second])
        layout, _ = laid(document, room)
        marks = MatchMarks(document.versions, finder)
        shown = {0: "", 1: ""}
        for line in rows(layout):
            pieces = list(marks.marked(line))
            assert "".join(piece.text for piece, _ in pieces) == text(line)
            assert sum(piece.cells for piece, _ in pieces) == sum(piece.cells for piece in line.pieces)
            for piece, found in pieces:
                if found:
                    shown[piece.version] += piece.text
        for version, blocks in enumerate(document.versions):
            texts = ["".join(run.text for run in block.runs) for block in blocks]
            wanted = [one[at:end] for one in texts for at, end in finder(one)]
            assert letters(shown[version]) == letters(wanted)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_every_paragraph_is_level_at_every_width_and_no_line_breaks_a_rule(shipped, first, second):
    """Both versions of each block begin on one row, are whole, and break as they do alone."""
    blocks = {
        language: [
            list(section_blocks(section, shipped, WORDS[language], beside=None))
            for section in shipped.sections
        ]
        for language in (first, second)
    }
    inside = {}
    screens = {split(screen - 3, first, second): screen for screen in SCREENS}  # those that differ
    for sizes, screen in screens.items():
        assert not sizes.stacked
        level = 0
        for number, section in enumerate(shipped.sections):
            layout, cells = laid(in_both(section, shipped, WORDS[first], WORDS[second]), screen - 3)
            of_blocks = {}
            for line in rows(layout):
                assert sum(piece.cells for piece in line.pieces) <= cells <= screen - 3
                assert cell_len(text(line)) == sum(piece.cells for piece in line.pieces)
                if line.share >= 0:
                    of_blocks.setdefault(line.block, []).append(columns(line, sizes))
            pairs = zip(blocks[first][number], blocks[second][number], strict=True)
            for block, (one, other) in enumerate(pairs):
                found = of_blocks[block]
                for side, version in ((0, one), (1, other)):
                    shown = (row[side].removeprefix("┃").lstrip() for row in found)
                    bodies = [row for row in shown if row and not row.startswith("━")]
                    whole = "".join(run.text for run in version.runs)
                    if whole not in inside:
                        inside[whole] = frozenset(range_inside(whole))
                    check(whole, bodies, inside[whole])
                    assert found[0][side], "it begins on the first row"
                level += one.anchor is not None and one.runs[0].style != "topic" and not one.repeats_lead
        assert level == sum(len(section.paragraphs) for section in shipped.sections) == 29


@pytest.mark.parametrize(("first", "second"), PAIRS)
@pytest.mark.parametrize("screen", [80, 112, 200])
def test_every_link_is_one_in_both_versions(shipped, first, second, screen):
    lit = 0
    for section in shipped.sections:
        document = in_both(section, shipped, WORDS[first], WORDS[second])
        layout, _ = laid(document, screen - 3)
        alone = BlockDocument(list(section_blocks(section, shipped, WORDS[first])))
        assert list(document.links) == list(alone.links)
        sides = split(screen - 3, first, second)
        for link in range(len(document.links)):
            found = set()
            for line in rows(layout):
                at = 0
                for piece in line.pieces:
                    if piece.link == link:
                        assert piece.ref == document.links[link].ref
                        below = line.pieces[0].text == "┆ "
                        found.add("second" if below or (at > sides.first and not sides.stacked) else "first")
                    at += piece.cells
            assert found == {"first", "second"}, (section.id, document.links[link])
            block = document.blocks[document.links[link].block]
            lit += block.anchor is not None and not block.repeats_lead
    texts = (each.text.in_language(first) for section in shipped.sections for each in section.paragraphs)
    assert lit == sum(span.ref is not None for spans in texts for span in spans) > 150


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_both_versions_take_about_as_many_rows(shipped, first, second):
    """Chinese at 40 cells and English at 70: neither leaves much blank beside the other."""
    for room in (109, 118, 197):
        sizes = split(room, first, second)
        heights = [
            sum(len(lay([block], cells)) for section in shipped.sections
                for block in section_blocks(section, shipped, WORDS[language]))
            for language, cells in ((first, sizes.first), (second, sizes.second))
        ]  # fmt: skip
        assert 0.85 <= heights[0] / heights[1] <= 1 / 0.85, (room, sizes, heights)


A, B, C = (Run(name, "metric", Ref("metric", name)) for name in "abc")


def test_what_one_version_links_and_the_other_does_not_is_marked_and_reached():
    first, second = [Block((A, Run(" and "), B)), Block((C,))], [Block((A, Run(" only "))), Block((C, A))]
    document = ParallelDocument(first, second, ("en", "zh-Hant"), "only here")
    assert [(link.ref.id, link.block) for link in document.links] == [("a", 0), ("b", 0), ("c", 1), ("a", 1)]
    layout, _ = laid(document, 120)
    shown = [text(line) for line in rows(layout)]
    assert "b* * only here" in shown[0]
    assert shown[0].count("*") == 2
    assert shown[1].endswith("ca* * only here")
    assert [piece.link for piece in layout.line(1).pieces if piece.link is not None] == [2, 2, 3]


def test_a_paragraph_without_a_second_version_has_a_remark_in_its_place():
    none = Block((Run("There is no other version.", "muted"),))
    document = ParallelDocument([Block((A, B))], [none], ("en", "zh-Hant"), "only here")
    assert len(document.links) == 2
    layout, _ = laid(document, 120)
    assert "only here" not in layout.text
    assert "*" not in layout.text


TEXT = st.sampled_from(["蘇州與阜陽合作，", "working together. ", "一對一", "x "])
VERSION = st.lists(
    st.builds(
        lambda piece, times, number, space: Block(
            (Run(piece * times), Run("link", "metric", Ref("metric", str(number))), Run(piece)), space=space
        ),
        TEXT, st.sampled_from([0, 1, 19, 700, 1500]), st.integers(0, 3), st.integers(0, 2),
    ),
    min_size=3, max_size=3,
)  # fmt: skip


@settings(phases=[Phase.generate])
@given(VERSION, VERSION, st.integers(20, 160), st.sampled_from(PAIRS), st.data())
def test_places_and_links_of_any_pair(first, second, room, languages, data):
    """Places rise from row to row, each is found again, and laying where the reader is lays the same."""
    document = ParallelDocument(first, second, languages, "only here")
    layout, cells = laid(document, room)
    lines = rows(layout)
    places = [(line.block, line.share) for line in lines]
    assert places == sorted(set(places))
    assert all(line.share < 1 for line in lines)
    assert [layout.line_at(LinePlace(*place)) for place in places] == list(range(len(lines)))
    for link in range(len(document.links)):
        assert any(piece.link == link for piece in layout.line(layout.line_of(link)).pieces)
    above = [layout.links_above(y) for y in range(len(lines) + 1)]
    assert above == sorted(above)
    place = LinePlace(*data.draw(st.sampled_from(places)))
    partly = TextLayout(document, cells)
    partly.lay_around(place, 20)
    here, there = partly.line_at(place), places.index(tuple(place))
    for step in range(-min(20, there), min(40, len(lines) - there)):
        assert partly.line(here + step) == lines[there + step]
