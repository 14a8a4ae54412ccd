"""Texts of sections are kept, made ahead in every language, and never those of another dossier."""

from __future__ import annotations

from dataclasses import replace

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.explorer.narrative import section_texts
from sufu_tui.explorer.narrative.section_texts import SectionTexts
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load


async def test_the_section_read_is_there_in_every_language(explored):
    async with explored() as pilot:
        pane, state = pilot.app.pane, pilot.app.state
        texts = SectionTexts(pane, state)
        made = texts.of(pane.section, "noted")
        assert texts.of(pane.section, "noted") is made
        for _ in texts._steps(pane.section, "noted"):
            pass
        assert {version.language for version in texts._made} == set(LANGUAGES)
        for language in LANGUAGES:
            expected = tuple(section_blocks(pane.section, state.dossier, load(language)))
            found = [text for version, text in texts._made.items() if version.language == language]
            assert [tuple(text.blocks) for text in found] == [expected]


async def test_each_second_language_and_look_has_a_text_of_its_own(explored):
    async with explored() as pilot:
        pane, state = pilot.app.pane, pilot.app.state
        texts = SectionTexts(pane, state)
        made = [texts.of(pane.section, look) for look in ("noted", "quiet", "plain")]
        state.set_second_language("zh-Hans")
        made += [texts.of(pane.section, "noted")]
        state.set_interface("zh-Hant")
        made += [texts.of(pane.section, "noted")]
        assert len({id(text) for text in made}) == 5


async def test_thousands_of_paragraphs_are_made_ahead_a_few_at_a_time(explored, monkeypatch):
    async with explored() as pilot:
        pane, state = pilot.app.pane, pilot.app.state
        paragraph, made = pane.section.paragraphs[0], []
        large = pane.section._replace(paragraphs=(paragraph,) * 1_000)
        original = section_texts.section_blocks

        def watched(*given, **more):
            for block in original(*given, **more):
                made.append(block)
                yield block

        monkeypatch.setattr(section_texts, "section_blocks", watched)
        texts, most = SectionTexts(pane, state), 0
        for _ in texts._steps(large, "noted"):
            most = max(most, len(made))
            made.clear()
        assert 0 < most <= 60
        assert len(texts._made) == len(LANGUAGES)
        unfinished = texts._steps(pane.section, "quiet")
        next(unfinished)
        state.dossier = replace(state.dossier, id="other")
        texts.of(pane.section, "noted")
        assert len([*unfinished]) <= 1
        assert {version.look for version in texts._made} == {"noted"}


async def test_another_dossier_has_other_texts(explored):
    async with explored() as pilot:
        pane, state = pilot.app.pane, pilot.app.state
        texts = SectionTexts(pane, state)
        made = texts.of(pane.section, "noted")
        state.dossier = replace(state.dossier, id="other")
        assert texts.of(pane.section, "noted") is not made
