"""`y` copies what the reader looks at, with its section, its source and the source's address."""

from __future__ import annotations

import pytest

from sufu_tui.explorer.cards.labels import item_citation, paragraph_citation
from sufu_tui.explorer.widgets.flow_text import FlowText
from tests.explorer.driving import notice, press


def of_item(app, ref):
    return item_citation(app.state.dossier.item(ref), app.state.dossier, app.state.words)


def of_paragraph(app, number):
    section = app.pane.section
    return paragraph_citation(section, number, app.state.dossier, app.state.words)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
async def test_in_the_narrative_the_selected_link_or_the_paragraph_at_the_top(explored, language):
    async with explored((100, 24), language, press=("2", "down", "1", "right_square_bracket")) as pilot:
        app = pilot.app
        reading = app.query_one("#reading", FlowText)
        await press(pilot, "y")
        assert app.clipboard == of_paragraph(app, 0).text
        await press(pilot, *["down"] * 20, "y")
        top = reading.anchors_in_view()[0]
        assert top > 0
        assert app.clipboard == of_paragraph(app, top).text
        assert app.state.dossier.sources[0].url in app.clipboard
        assert app.pane.section.heading.in_language(language) in app.clipboard
        await press(pilot, "tab", "y")
        assert reading.selected is not None
        assert app.clipboard == of_item(app, reading.selected).text
        await press(pilot, "escape", "y")
        assert app.clipboard == of_paragraph(app, reading.anchors_in_view()[0]).text


async def test_the_paragraph_that_a_search_led_to(explored):
    async with explored((100, 40), "en") as pilot:
        app = pilot.app
        last = app.state.dossier.sections[-1]
        await app.navigator.go_to(last.ref, len(last.paragraphs) - 1)
        await press(pilot, "y")
        assert app.query_one("#reading", FlowText).anchors_in_view()[0] == 0
        assert app.clipboard == of_paragraph(app, len(last.paragraphs) - 1).text


@pytest.mark.parametrize("pane", ["2", "3"])
async def test_in_a_list_the_item_under_the_cursor_or_the_link_selected_on_its_card(explored, pane):
    async with explored((120, 40), "en", press=(pane, "down", "y")) as pilot:
        app = pilot.app
        assert app.clipboard == of_item(app, app.state.current).text
        app.pane.focus_on(app.pane.beside.card)
        await press(pilot, "tab", "y")
        assert app.clipboard == of_item(app, app.pane.beside.card.selected).text


async def test_on_the_heading_of_a_group_there_is_nothing_to_copy(explored):
    async with explored((120, 40), "en", press=("2", "B", "g")) as pilot:
        app = pilot.app
        assert app.pane.model.cursor.row is None
        assert app.pane.citation() is None
        app.copy_to_clipboard("before")
        await press(pilot, "y")
        assert app.clipboard == "before"
        assert notice(app) == app.state.words("app.nothing-to-copy")
