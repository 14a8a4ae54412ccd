"""Flowing text of a section, and the outline of all sections."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sufu_tui.dossier.model import Dossier, Section
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.flow import Block, Run, prose_runs
from sufu_tui.typesetting.glyphs import BOOKMARK
from sufu_tui.typesetting.names import names_in


def section_blocks(
    section: Section,
    dossier: Dossier,
    words: Catalogue,
    marked: Container[int] = (),
    dimmed: Container[int] = (),
) -> Iterator[Block]:
    """Yield a section: heading, paragraphs (each anchored by its number), and a link to the next.

    The paragraphs `marked` have a bookmark, those `dimmed` hold nothing of what the filter leaves.
    """
    language = words.language
    yield Block((Run(section.heading.in_language(language), "title"),))
    position = words("narrative.position", number=section.number, total=len(dossier.sections))
    yield Block((Run(position, "muted"),))
    for number, paragraph in enumerate(section.paragraphs):
        prose = paragraph.text.in_language(language)
        names = names_in(prose, dossier, language)
        if paragraph.heading is not None:
            style = "dimmed" if number in dimmed else "topic"
            topic = Run(paragraph.heading.in_language(language), style)
            yield Block((topic,), space=1, anchor=number, names=names)
        runs = prose_runs(prose)
        shown = paragraph.text.language_shown(language)
        if shown != language:
            note = words("card.fallback", language=words(f"app.language-{shown}"))
            runs = (*runs, Run(f" {note}", "muted"))
        if number in marked:
            runs = (*runs, Run(f" {BOOKMARK}", "label"))
        if number in dimmed:
            runs = tuple(run._replace(style="dimmed-link" if run.is_link else "dimmed") for run in runs)
        space = 0 if paragraph.heading is not None else 1
        yield Block(runs, space=space, anchor=number, names=names)
    if section.number < len(dossier.sections):
        following = dossier.sections[section.number]
        link = Run(following.heading.in_language(language), "section", following.ref)
        yield Block((Run(words("narrative.read-on"), "muted"), link), space=2)


def outline_blocks(dossier: Dossier, current: Section, words: Catalogue) -> Iterator[Block]:
    """Yield the sections with their topics; the current one stands out."""
    language = words.language
    for section in dossier.sections:
        here = section is current
        link = Run(section.short.in_language(language), "strong" if here else "section", section.ref)
        yield Block((link,), 4, Run(f"{'▸' if here else ' '} {section.number}", "label"), space=1)
        for paragraph in section.paragraphs:
            if paragraph.heading is not None:
                yield Block((Run(paragraph.heading.in_language(language), "muted"),), 4)
