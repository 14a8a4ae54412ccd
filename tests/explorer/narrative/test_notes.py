"""Notes in the margin: none far from its line, none over another, none lost; and in step with the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.events import MouseScrollDown

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.narrative.narrative_settings import NarrativeSettings, narrative_settings_from
from sufu_tui.explorer.narrative.notes import REACH, links_by_row, note_text, placed_notes
from sufu_tui.explorer.narrative.reading_columns import arranged
from sufu_tui.explorer.narrative.text import section_blocks, version_document
from sufu_tui.explorer.widgets.text_layout import TextLayout
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.glyphs import LINKED
from tests.explorer.driving import point, press, screen_lines
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
            document = version_document(section_blocks(section, shipped, words), words)
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


def drawn(pane, row):
    """Return a row of the column of notes as it is drawn, from the first line in view on."""
    return pane.beside.card.render_line(row).text


@pytest.mark.parametrize(
    ("size", "language"), [((100, 24), "zh-Hans"), ((120, 40), "en"), ((200, 60), "zh-Hant")]
)
async def test_notes_stand_beside_their_lines_and_scroll_with_them(explored, language, size):
    async with explored(size=size, language=language, pane="narrative", press=("]", "]")) as pilot:
        pane = pilot.app.pane
        margin, reading = pane.margin, pane.reading
        texts = {}
        for _ in range(6):
            assert not margin.rows.card
            screen_lines(pilot.app)
            top = reading.viewport.top
            for note in margin.rows.notes:
                text = margin.text_of(note.link).text
                at = (top + note.row, note.moved, note.further)
                assert texts.setdefault(note.link, at) == at, "it moved while scrolling"
                home = reading.layout_shown.line(top + note.row - note.moved)
                assert any(piece.link == note.link for piece in home.pieces)
                assert cell_len(drawn(pane, note.row)) == pane.beside.card.size.width
                assert text[:6] in drawn(pane, note.row)
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
        seen, before = margin.rows, len(placed)
        await press(pilot, "j", "j", "k", "k", "G", "g")
        assert margin.rows == seen
        assert len(placed) == before
        await pilot.resize_terminal(160, 24)
        await pilot.pause()
        assert len(placed) > before


def text_rows(pane):
    """Return the rows of the text as they are drawn, without the signs of what is linked."""
    reading = pane.reading
    return [reading.render_line(row).text.replace(LINKED, " ") for row in range(reading.size.height)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_note_unfolds_in_its_place_and_no_row_of_the_text_moves(explored, language):
    async with explored(size=(120, 60), language=language, pane="narrative", press=("]",)) as pilot:
        pane = pilot.app.pane
        card, margin, text, rows = pane.beside.card, pane.margin, text_rows(pane), pane.margin.rows
        for note in rows.notes[:3]:
            above = [drawn(pane, row) for row in range(note.row)]
            await pilot.click(Card, offset=(4, note.row + 1))
            await pilot.pause()
            assert pane.reading.selected == card.ref == pane.reading.links[note.link].ref
            assert pane.reading.has_focus
            assert text_rows(pane) == text
            assert margin.rows.card.start <= note.row
            assert [drawn(pane, row) for row in range(margin.rows.card.start)] == above[
                : margin.rows.card.start
            ]
            assert card.text.splitlines()[0] in drawn(pane, margin.rows.card.start)
            screen_lines(pilot.app)
            await press(pilot, "escape")
            assert margin.rows == rows
            assert text_rows(pane) == text
        assert card.ref is None


@pytest.mark.parametrize(("columns", "language"), [(100, "zh-Hans"), (160, "en"), (240, "zh-Hant")])
async def test_while_the_text_scrolls_the_card_stays_in_view_with_the_laws(explored, columns, language):
    async with explored(size=(columns, 44), language=language, pane="narrative", press=("]", "tab")) as pilot:
        pane = pilot.app.pane
        rows = set()
        for key in ("j", "j", "j", "space", "tab", "tab", "]", "tab", "G", "shift+tab"):
            await press(pilot, key)
            screen_lines(pilot.app)
            found, top = pane.margin.rows, pane.reading.viewport.top
            rows.add(found.card.start)
            assert len(found.card) == bool(pane.beside.ref) * min(
                pane.beside.card.layout_shown.lines, pane.beside.card.size.height - bool(found.counted)
            )
            for note in found.notes:
                home = pane.reading.layout_shown.line_of(note.link) - top
                assert -REACH <= note.row - home <= REACH
                assert note.row not in {*found.card, found.count_row}
        assert len(rows) > 1


async def test_a_card_longer_than_the_column_scrolls_in_it_and_its_links_take_the_keys(explored):
    async with explored(size=(100, 24), language="en", pane="narrative", press=("]", "tab")) as pilot:
        pane = pilot.app.pane
        card = pane.beside.card
        pane.beside.take_keys()
        await press(pilot, "j", "j")
        assert card.viewport.top == 2
        assert len(card.rows.of_text) == card.size.height - bool(pane.margin.rows.counted)
        await press(pilot, "G")
        assert card.viewport.top == card.viewport.lines - len(card.rows.of_text)
        await press(pilot, "tab")
        assert card.place.link is not None
        before = pane.margin.rows.card
        await press(pilot, "escape")
        assert pane.reading.has_focus
        assert pane.margin.rows.card == before, "it does not move with the keys"
        await press(pilot, "escape")
        assert not pane.margin.rows.card


async def test_the_wheel_over_the_notes_scrolls_the_text_and_over_the_card_the_card(explored):
    async with explored(
        size=(120, 24), language="en", pane="narrative", press=("]", "j", "j", "tab")
    ) as pilot:
        pane = pilot.app.pane
        card, reading = pane.beside.card, pane.reading
        await point(pilot, MouseScrollDown, card, (5, card.rows.of_text.start + 1))
        assert (card.viewport.top, reading.viewport.top) == (3, 2)
        await press(pilot, "escape")
        await point(pilot, MouseScrollDown, card, (5, 5))
        assert reading.viewport.top == 5


async def test_a_count_opens_the_first_that_has_no_row(explored):
    async with explored(size=(100, 40), language="zh-Hant", pane="narrative") as pilot:
        pane = pilot.app.pane
        for _ in range(len(pilot.app.state.dossier.sections)):
            crowded = [note for note in pane.margin.rows.notes if note.further]
            if crowded:
                break
            await press(pilot, "]")
        note = crowded[0]
        assert f"+{len(note.further)}" in drawn(pane, note.row)
        await pilot.click(Card, offset=(pane.beside.card.size.width - 1, note.row + 1))
        await pilot.pause()
        assert pane.beside.card.ref == pane.reading.links[note.further[0]].ref


async def test_what_the_card_covers_is_counted_and_the_count_opens(explored):
    async with explored(size=(120, 40), language="en", pane="narrative", press=("]", "]", "tab")) as pilot:
        pane = pilot.app.pane
        seen = []
        for _ in range(3):
            found = pane.margin.rows
            assert str(len(found.counted)) in drawn(pane, found.count_row)
            following = next((link for link in found.counted if link > pane.reading.place.link), None)
            await pilot.click(Card, offset=(6, found.count_row + 1))
            await pilot.pause()
            seen.append(pane.reading.place.link)
            assert seen[-1] == following
            assert pane.reading.has_focus
        assert seen == sorted(set(seen))


async def test_without_a_card_the_column_takes_no_keys_and_a_card_of_no_link_begins_at_its_top(explored):
    async with explored(size=(120, 40), language="en", pane="narrative", press=("]",)) as pilot:
        pane = pilot.app.pane
        assert not pane.beside.card.focusable
        assert pane.reveal(Ref("entity", "green-trains"))
        await pilot.pause()
        assert pane.reading.place.link is None
        assert pane.margin.rows.card.start == 0
        pane.beside.take_keys()
        await pilot.pause()
        before = pane.place()
        await press(pilot, "]")
        assert pane.reading.has_focus, "the keys are the text's again"
        await pane.return_to(before)
        await pilot.pause()
        assert pane.beside.card.has_focus
        assert pane.margin.rows.card.start == 0


async def test_m_shows_notes_then_quiet_links_then_plain_text(explored):
    async with explored(size=(120, 40), language="en", pane="narrative") as pilot:
        pane = pilot.app.pane
        styles = []
        for _ in range(4):
            runs = [
                run for block in pane.reading.document.blocks for run in block.runs if run.ref is not None
            ]
            notes = any("◇" in row for row in screen_lines(pilot.app))
            styles.append(({run.style for run in runs if run.ref.kind != "section"}, notes))
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
