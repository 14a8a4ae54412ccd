"""Texts of sections are kept, made ahead in every language, and never those of another dossier."""

from __future__ import annotations

from dataclasses import replace

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.narrative.section_texts import SectionTexts
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load


async def test_the_section_read_is_there_in_every_language(explored):
    async with explored() as pilot:
        pane, state = pilot.app.pane, pilot.app.state
        texts = SectionTexts(pane, state)
        made = texts.of(pane.section)
        assert texts.of(pane.section) is made
        for _ in texts._steps(pane.section):
            pass
        assert {language for _, language in texts._made} == set(LANGUAGES)
        for language in LANGUAGES:
            expected = tuple(section_blocks(pane.section, state.dossier, load(language)))
            assert texts._made[pane.section.id, language] == expected


async def test_another_dossier_has_other_texts(explored):
    async with explored() as pilot:
        pane, state = pilot.app.pane, pilot.app.state
        texts = SectionTexts(pane, state)
        made = texts.of(pane.section)
        state.dossier = replace(state.dossier, id="other")
        assert texts.of(pane.section) is not made
