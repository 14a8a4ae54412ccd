"""What looks like markup in a dossier is text: on every screen it stands as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.chrome.footer import Footer
from sufu_tui.reading.loading import read
from tests.explorer.driving import screen_text, type_over

NASTY = Path(__file__).parents[1] / "data" / "nasty"


@pytest.fixture(scope="module")
def nasty():
    dossier = read(NASTY).dossier
    assert dossier is not None
    return dossier


@pytest.mark.parametrize("language", LANGUAGES)
async def test_markup_in_data_is_text_on_every_screen(language, nasty, explored):
    metric, event, entity, section = nasty.metrics[0], nasty.events[0], nasty.entities[0], nasty.sections[0]

    def shown(pilot, *texts):
        page = screen_text(pilot.app)
        for text in texts:
            words = text if isinstance(text, str) else text.in_language(language)
            assert words in page, words

    async with explored(size=(160, 40), language=language, dossier=nasty) as pilot:
        app = pilot.app
        assert app.title == nasty.title.in_language(language)
        shown(pilot, nasty.short, section.heading, section.short)
        laid = app.pane.reading.text
        prose = "".join(span.text for span in section.paragraphs[0].text.in_language(language))
        assert laid.replace("\n", "").replace(" ", "").count(prose.replace(" ", "")) == 1

        await pilot.press("tab")  # the first link, to the metric: its card
        shown(pilot, metric.label, metric.printed, nasty.areas[0].label)
        await pilot.press("tab", "tab")  # the entity's
        shown(pilot, entity.name, entity.role, entity.printed)
        await pilot.press("y")
        await pilot.pause()
        assert entity.name.in_language(language) in app.query_one(Footer).notice
        shown(pilot, entity.name)

        await pilot.press("slash")
        type_over(app, "[red]")
        await pilot.pause()
        shown(pilot, metric.label, event.title, "[red]")
        type_over(app, "[/zz")
        await pilot.pause()
        shown(pilot, "[/zz")
        await pilot.press("escape", "2")
        shown(pilot, metric.label, metric.printed)
        page = screen_text(pilot.app)
        assert (
            page.count(nasty.areas[0].label.in_language(language)) + page.count("[/x]") >= 2
        )  # in table and card
        await pilot.press("f")
        type_over(app, "[/zz] [red]")
        await pilot.pause()
        shown(pilot, "[/zz] [red]")
        await pilot.press("escape", "3", "g")
        shown(pilot, event.title, event.short, event.printed)


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_a_newline_between_chinese_characters_is_no_blank(language, nasty):
    text = "".join(span.text for span in nasty.sections[0].paragraphs[0].text.in_language(language))
    assert "，接著" in text or "，接着" in text
    assert "1] [red]" in text  # between letters and brackets it is one
    assert "\n" not in text
