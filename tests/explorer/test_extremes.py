"""Far too much of one thing: what is laid, measured and made stays about what is in view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.explorer.cards.told_prose import told_prose
from sufu_tui.explorer.narrative.sections import SectionBar
from sufu_tui.explorer.timeline.lanes.lane_groups import lane_names, lanes_by
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.text_layout import BlockDocument, LinePlace, TextLayout
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.query.text_folding import TextFolder, joined
from sufu_tui.search.index import SearchIndex
from sufu_tui.typesetting import cells
from sufu_tui.typesetting.flow import MOST_LINKS, Block, BlockText, Run, lay
from tests.benchmarks.harness.extremes import (
    areas,
    crowded_day,
    links,
    long_label,
    long_shared,
    mentions,
    observations,
    sections,
)
from tests.explorer.driving import press, screen_text
from tests.explorer.observing import timeline_model

WORDS = load("en")
PAGE = 20


@pytest.fixture
def laid(monkeypatch):
    """Return the list that every portion which is laid is added to."""
    found = []
    original = BlockText.lay

    def counted(self, portion, columns):
        found.append(portion)
        return original(self, portion, columns)

    monkeypatch.setattr(BlockText, "lay", counted)
    return found


BLOCKS = st.lists(
    st.builds(
        lambda text, times, number, space: Block(
            (Run(text * times), Run("a link", "metric", Ref("metric", str(number))), Run(text)), space=space
        ),
        st.sampled_from(["蘇州與阜陽合作，", "working together. ", "x"]),
        st.integers(0, 1500),
        st.integers(0, 9),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=6,
)


@given(BLOCKS, st.integers(10, 90), st.data())
def test_a_text_laid_where_the_reader_is_is_the_text_laid_as_a_whole(blocks, columns, data):
    whole = lay(blocks, columns)
    layout = TextLayout(BlockDocument(blocks), columns)
    place = LinePlace(*data.draw(st.sampled_from(whole))[2:])
    layout.lay_around(place, PAGE)
    here, there = layout.line_at(place), whole.index(next(line for line in whole if line[2:] == place))
    for step in range(-min(PAGE, there), min(2 * PAGE, len(whole) - there)):
        assert layout.line(here + step) == whole[there + step]
    for link in range(len(blocks)):
        layout.lay_around(layout.place_of(layout.line_of(link)), PAGE)
        assert any(piece.link == link for piece in layout.line(layout.line_of(link)).pieces)
    layout.lay_all()
    assert [layout.line(y) for y in range(layout.lines)] == list(whole)


def test_of_a_text_without_end_only_the_part_in_view_is_laid(laid):
    blocks = [Block((Run("The two places go on working together. " * 30_000),))]
    layout = TextLayout(BlockDocument(blocks), 70)
    parts = len(BlockText(blocks[0]).starts)
    layout.lay_around(LinePlace(), PAGE)
    layout.lay_around(LinePlace(0, 0.5), PAGE)
    layout.lay_end(PAGE)
    assert parts > 100
    assert 3 <= len(laid) <= 12


async def test_every_link_of_a_paragraph_with_thousands_is_reached_and_few_portions_are_laid(shipped, laid):
    app = Explorer(links(shipped, 3_000), WORDS)
    async with app.run_test(size=(80, 24)) as pilot:
        reading = app.query_one("#reading", FlowText)
        assert MOST_LINKS <= len(reading.links) < 2_000  # the rest is text, and a remark says so
        laid.clear()
        await press(pilot, "G", "g", "tab")
        assert reading.place.link == 0
        assert len(laid) <= 20
        reading.return_to(reading.place._replace(link=900, target=reading.links[900], follows=True))
        await press(pilot, "tab")
        assert reading.place.link == 901
        assert any("901" in row for row in screen_text(app).splitlines())
        paragraph = app.state.dossier.sections[0].paragraphs[0].text.in_language("en")
        assert told_prose(paragraph, WORDS)[-1].text == " [the first 1,000 of 3,000 links lead on]"


@pytest.mark.parametrize(("columns", "language"), [(64, "zh-Hant"), (80, "en"), (150, "zh-Hans")])
async def test_the_section_bar_shows_the_reader_and_says_how_many_sections_it_leaves_out(
    shipped, language, columns, monkeypatch
):
    dossier = sections(shipped, 3_000)
    app = Explorer(dossier, load(language), goto=Ref("section", "made-1500"))
    async with app.run_test(size=(columns, 24)) as pilot:
        await pilot.pause()
        bar = app.query_one(SectionBar)
        row = bar.render_line(0).text
        assert " 1501 " in row
        numbers = [
            int(word.strip("‹›").replace(",", "")) for word in row.split() if "‹" in word or "›" in word
        ]
        tabs = [word for word in row.split() if word.isdecimal() and int(word) > 1_000]
        assert sum(numbers) + len(tabs) == 3_000
        read = []
        original = type(dossier.sections[0].short).in_language
        monkeypatch.setattr(
            type(dossier.sections[0].short),
            "in_language",
            lambda text, wanted: read.append(text) or original(text, wanted),
        )
        bar.render_line(0)
        assert len(read) <= columns


def test_there_are_a_hundred_lanes_at_most_and_the_last_says_how_many_groups_it_has(shipped):
    dossier = areas(shipped, 5_000)
    lanes = lanes_by("area", dossier)
    names = lane_names(lanes, dossier, WORDS)
    known = {event.area for event in dossier.events}
    assert lanes.number == len(names) == 100
    assert names[-1] == f"{len(known) - 99:,} more"
    assert set(lanes.of_events) == set(range(100))


def test_a_filter_gives_the_areas_that_it_leaves_lanes_of_their_own(shipped):
    dossier = areas(shipped, 5_000)
    shown = [
        number for number, event in enumerate(dossier.events) if event.area in {"made-4000", "made-4999"}
    ]
    lanes = lanes_by("area", dossier, shown)
    assert lanes.ids == ("made-4000", "made-4999")
    assert [lanes.ids[lanes.of_events[event]] for event in shown] == ["made-4000", "made-4999"]


def test_a_search_makes_the_hits_that_are_looked_at_and_no_others(shipped, monkeypatch):
    index = SearchIndex(crowded_day(shipped, 2_000))
    made = []
    original = TextFolder.fold
    hits = index.search("the tw", "en")
    assert len(hits) >= 2_000
    monkeypatch.setattr(TextFolder, "fold", lambda self, text: made.append(text) or original(self, text))
    assert not made
    assert hits.index(hits[1_500]) == 1_500
    assert len(made) < 50


def test_an_index_that_grows_finds_what_it_has_so_far_and_in_the_end_everything(shipped):
    index, whole = SearchIndex(shipped), SearchIndex(shipped)
    expected = whole.search("Suzhou", "en")
    steps = index.grow()
    sizes = []
    for _ in range(8):
        next(steps)
        sizes.append(len(index.search_so_far("Suzhou", "en")))
    assert not index.is_whole
    assert sizes == sorted(sizes)
    assert sizes[-1] < len(expected)
    steps.close()  # as when a key comes between two steps
    for _ in index.grow():  # begun again where it was left
        pass
    assert index.is_whole
    assert [hit[:3] for hit in index.search_so_far("Suzhou", "en")] == [hit[:3] for hit in expected]


def test_a_hit_has_marks_for_a_line_and_not_for_a_text_without_end(shipped):
    hits = SearchIndex(links(shipped, 3_000)).search("working", "en")
    assert hits
    assert all(0 < len(hit.title_marks) + len(hit.text_marks) <= 200 for hit in hits)


@given(st.lists(st.text(st.sampled_from("aA㎡與，é蘇ﬁß")), max_size=5))
def test_parts_folded_one_by_one_are_the_text_folded_as_one(parts):
    folder = TextFolder()
    text = "".join(parts)
    one, many = folder.fold(text), joined([folder.fold(part) for part in parts])
    assert one.text == many.text
    assert [one.place(n) for n in range(len(one.text))] == [many.place(n) for n in range(len(many.text))]


def test_what_is_made_of_the_listed_events_is_made_once(shipped):
    model = timeline_model(shipped, "en", 120)
    assert model.agenda() is model.agenda()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_how_many_entries_it_leaves_out(shipped, language):
    words = load(language)
    for dossier in (observations(shipped, 780), mentions(shipped, 780)):
        indexes = DossierIndexes(dossier, language)
        blocks = card_blocks(dossier.metrics[0], indexes, words)
        whole = max(len(dossier.metrics[0].earlier), len(indexes.backlinks.of(dossier.metrics[0].ref)))
        texts = "".join(run.text for block in blocks for run in block.runs)
        assert words("card.more", number=whole - 300) in texts
    assert words("card.more", number=1)[:1] not in "".join(
        run.text
        for block in card_blocks(shipped.metrics[0], DossierIndexes(shipped, words.language), words)
        for run in block.runs
    )


def test_a_text_without_end_is_clipped_without_being_measured(monkeypatch):
    text, seen = "兩地合作" * 100_000, []
    monkeypatch.setattr(cells, "get_character_cell_size", lambda one: seen.append(one) or 2)
    assert cells.clip(text, 21) == text[:10] + cells.CLIP_MARK
    assert len(seen) < 100


@pytest.mark.parametrize("make", [long_label, long_shared])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_no_more_of_a_name_is_measured_than_is_seen(shipped, make, size, monkeypatch):
    measured = [0]
    original = cells.widths

    def watched(text):
        measured.append(len(text))
        return original(text)

    monkeypatch.setattr(cells, "widths", watched)
    dossier = make(shipped, 100_000)
    of_first_unit = next(metric for metric in dossier.metrics if metric.unit == dossier.units[0].id)
    app = Explorer(dossier, WORDS)
    async with app.run_test(size=size) as pilot:
        await app.navigator.go_to(of_first_unit.ref)
        await press(pilot, "v", "L", "v")
        for pane in ("alt+home", "1", "2", "3", "4"):
            await press(pilot, pane, "down", "L", "L", "L", "v", "v", "vertical_line", "vertical_line")
        await press(pilot, "2", "space", "down", "space", "C", "escape", "slash", "e", "escape")
    assert max(measured) < 20_000
