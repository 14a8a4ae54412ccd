"""From a card to the very paragraph that mentions its item."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.model import Ref
from tests.explorer.driving import press

COMPANIES = Ref("metric", "key-companies")


def place(shipped):
    """Return the section and paragraph that mentions the companies."""
    return next(
        (section, number)
        for section in shipped.sections
        for number, paragraph in enumerate(section.paragraphs)
        if any(span.ref == COMPANIES for span in paragraph.text.in_language("en"))
    )


def without_bar(view):
    """Return the rows of `view` but for the last column, which is the scroll bar's."""
    return [view.render_line(y).text[:-1] for y in range(view.size.height)]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_mention_leads_to_its_paragraph_with_the_words_selected(explored, shipped, size):
    section, number = place(shipped)
    async with explored(size=size, goto="metric:key-companies", language="en") as pilot:
        app = pilot.app
        card = app.pane.beside.card
        said = next(
            span.text for span in section.paragraphs[number].text.in_language("en") if span.ref == COMPANIES
        )
        assert f"paragraph {number + 1}" in " ".join(card.text.split())
        assert f"({said})" in " ".join(card.text.split())
        card.focus()
        await press(pilot, "tab", "tab", "tab", "enter")  # the section, the address, the paragraph
        await pilot.pause()
        reading = app.pane.reading
        assert app.pane.section is section
        assert reading.selected == COMPANIES
        assert app.state.current == COMPANIES
        lines = without_bar(reading)
        marked = " ".join(line for line in lines if "┃" in line)
        assert said.split()[0] in marked
        assert lines[0] not in marked
        await press(pilot, "escape")
        assert not any("┃" in line for line in without_bar(reading))
        await press(pilot, "backspace")
        assert app.state.current == COMPANIES
        assert app.pane.id == "metrics"


async def test_links_out_of_view_can_be_reached(explored):
    async with explored(size=(80, 24), goto="metric:farm-sales", language="en") as pilot:
        card = pilot.app.pane.beside.card
        assert len(card.text.splitlines()) > card.size.height
        card.focus()
        await press(pilot, "tab")
        assert card.selected == card.links[0].ref
        assert card.viewport.top > 0
