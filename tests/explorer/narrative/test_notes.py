"""Notes in the margin: none far from its line, none over another, none lost; and in step with the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.narrative.margin import Margin
from sufu_tui.explorer.narrative.narrative_settings import NarrativeSettings, narrative_settings_from
from sufu_tui.explorer.narrative.notes import REACH, links_by_row, note_text, placed_notes
from sufu_tui.explorer.narrative.reading_columns import arranged
from sufu_tui.explorer.narrative.text import section_document
from sufu_tui.explorer.widgets.text_layout import TextLayout
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import press, screen_lines
from tests.samples import sample


def hold_the_laws(links, rows):
    """Check the notes of a paragraph, and return them."""
    notes = placed_notes(links, rows)
    home = {link: row for row, here in enumerate(links) for link in here}
    assert [note.row for note in notes] == sorted({note.row for note in notes}), "two on one row"
    assert all(0 <= note.row < rows for note in notes)
    for note in notes:
        assert -REACH <= note.row - home[note.link] == note.moved <= REACH
        assert all(abs(note.row - home[link]) <= REACH for link in note.further), "counted far from its line"
    told = [link for note in notes for link in (note.link, *note.further)]
    assert sorted(told) == sorted(home), "each is there or counted, once"
    return notes


PARAGRAPHS = st.lists(st.integers(0, 6), min_size=1, max_size=20).map(
    lambda counts: [
        [sum(counts[:row]) + number for number in range(count)] for row, count in enumerate(counts)
    ]
)


@given(PARAGRAPHS)
def test_the_laws_of_any_paragraph(links):
    hold_the_laws(links, len(links))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_laws_at_every_width_of_the_shipped_text(language, shipped):
    """No note further than three rows from its line, none on another, at 100 to 240 columns."""
    words = load(language)
    placed = further = 0
    seen = set()
    for columns in sample(range(100, 241), 40):
        arrangement = arranged(columns, parallel=False)
        room = columns - arrangement.card - 30 * arrangement.outline - 3
        for section in shipped.sections:
            document = section_document(section, shipped, words)
            cells = document.cells_in(room)
            if (section.id, cells) in seen:
                continue
            seen.add((section.id, cells))
            layout = TextLayout(document, cells)
            layout.lay_all()
            lines = [layout.line(y) for y in range(layout.lines)]
            noted = {
                number
                for number, link in enumerate(document.links)
                if document.blocks[link.block].anchor is not None and note_text(link.ref, shipped, words)
            }
            for anchor in range(len(section.paragraphs)):
                own = [line for line in lines if document.blocks[line.block].anchor == anchor]
                for note in hold_the_laws(list(links_by_row(own, noted.__contains__)), len(own)):
                    placed += 1
                    further += len(note.further)
                    noted.discard(note.link)
                    noted.difference_update(note.further)
            assert not noted
    assert placed > 200
    assert further < placed / 12


@pytest.mark.parametrize(
    ("size", "language"), [((100, 24), "zh-Hans"), ((120, 40), "en"), ((200, 60), "zh-Hant")]
)
async def test_notes_stand_beside_their_lines_and_scroll_with_them(explored, language, size):
    async with explored(size=size, language=language, pane="narrative", press=("]", "]")) as pilot:
        pane = pilot.app.pane
        margin, reading = pane.margin, pane.reading
        texts = {}
        for _ in range(6):
            assert margin.display
            assert not pane.beside.display
            screen_lines(pilot.app)
            top = reading.viewport.top
            for number, (note, text) in margin.notes.items():
                assert texts.setdefault(number, (note, text)) == (note, text), "it moved while scrolling"
                home = reading.line(number - note.moved)
                assert any(piece.link == note.link for piece in home.pieces)
                row = number - top + 1
                if 1 <= row < margin.size.height:
                    drawn = margin.render_line(row).text
                    assert cell_len(drawn) == margin.size.width
                    assert text.text[:6] in drawn
            await press(pilot, "j", "j")
        assert texts


async def test_the_notes_of_a_paragraph_are_placed_once_for_a_layout(explored, monkeypatch):
    placed = []

    def counted(links, rows):
        placed.append((tuple(map(tuple, links)), rows))
        return placed_notes(links, rows)

    monkeypatch.setattr("sufu_tui.explorer.narrative.margin.placed_notes", counted)
    async with explored(size=(120, 24), pane="narrative", press=("]", "]")) as pilot:
        margin = pilot.app.pane.margin
        await press(pilot, "G", "g")
        seen, before = dict(margin.notes), len(placed)
        await press(pilot, "j", "j", "k", "k", "G", "g")
        assert margin.notes == seen
        assert len(placed) == before
        await pilot.resize_terminal(160, 24)
        await pilot.pause()
        assert len(placed) > before


async def test_a_note_unfolds_to_its_card_and_escape_folds_it(explored):
    async with explored(size=(120, 40), pane="narrative", press=("]",)) as pilot:
        pane = pilot.app.pane
        number, (note, _) = next(iter(pane.margin.notes.items()))
        row = number - pane.reading.viewport.top + 1
        await pilot.click(Margin, offset=(4, row))
        await pilot.pause()
        assert pane.reading.selected == pane.beside.card.ref == pane.reading.links[note.link].ref
        assert pane.beside.display
        assert not pane.margin.display
        await press(pilot, "escape")
        assert pane.margin.display
        assert not pane.beside.display


async def test_a_count_opens_the_first_that_has_no_row(explored):
    async with explored(size=(100, 40), language="zh-Hant", pane="narrative") as pilot:
        pane = pilot.app.pane
        for _ in range(len(pilot.app.state.dossier.sections)):
            crowded = [(number, found) for number, found in pane.margin.notes.items() if found[0].further]
            if crowded:
                break
            await press(pilot, "]")
        number, (note, _) = crowded[0]
        row = number - pane.reading.viewport.top + 1
        assert f"+{len(note.further)}" in pane.margin.render_line(row).text
        await pilot.click(Margin, offset=(pane.margin.size.width - 1, row))
        await pilot.pause()
        assert pane.beside.card.ref == pane.reading.links[note.further[0]].ref


async def test_m_shows_notes_then_quiet_links_then_plain_text(explored):
    async with explored(size=(120, 40), language="en", pane="narrative") as pilot:
        pane = pilot.app.pane
        styles = []
        for _ in range(4):
            runs = [
                run for block in pane.reading.document.blocks for run in block.runs if run.ref is not None
            ]
            styles.append(({run.style for run in runs if run.ref.kind != "section"}, pane.margin.display))
            await press(pilot, "m")
        assert styles == [
            ({"metric", "event", "entity"}, True),
            ({"quiet-link"}, False),
            ({"body"}, False),
            ({"metric", "event", "entity"}, True),
        ]
        assert pilot.app.state.plain_settings()["narrative"] == {"links": "quiet"}
        await press(pilot, "tab")
        assert pane.beside.display


def test_settings_from_any_values():
    assert narrative_settings_from({"links": "plain"}) == NarrativeSettings("plain")
    for plain in (None, 3, {}, {"links": 3}, {"links": "loud"}):
        assert narrative_settings_from(plain) == NarrativeSettings()
