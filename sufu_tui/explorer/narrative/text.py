"""Flowing text of a section in one language or in two, and the outline of all sections."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal

from sufu_tui.dossier.model import Dossier, Paragraph, Section
from sufu_tui.explorer.narrative.parallel import ParallelDocument
from sufu_tui.explorer.widgets.text_layout import BlockDocument, TextDocument
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.flow import Block, Run, prose_runs
from sufu_tui.typesetting.glyphs import BOOKMARK
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.typesetting.names import names_in

LinkLook = Literal["noted", "quiet", "plain"]
"""Look of the links: each kind in its colour with notes in the margin, underlined alone, or none."""


def section_document(
    section: Section,
    dossier: Dossier,
    words: Catalogue,
    second: Catalogue | None = None,
    look: LinkLook = "noted",
    marked: Container[int] = (),
) -> TextDocument:
    """Return a section, with the version in the language of `second` beside it."""
    first = list(section_blocks(section, dossier, words, marked, look=look))
    if second is None:
        return BlockDocument(first, MEASURES[words.language])
    other = list(section_blocks(section, dossier, second, look=look, beside=words))
    return ParallelDocument(first, other, (words.language, second.language), words("narrative.lone-links"))


def section_blocks(
    section: Section,
    dossier: Dossier,
    words: Catalogue,
    marked: Container[int] = (),
    *,
    look: LinkLook = "noted",
    beside: Catalogue | None = None,
) -> Iterator[Block]:
    """Yield a section: heading, paragraphs (each anchored by its number), and a link to the next.

    The paragraphs `marked` have a bookmark. What would be the same in the version that it stands `beside`
    gives way to a remark.
    """
    language = words.language
    yield Block((Run(section.heading.in_language(language), "title"),), ruled=True)
    for number, paragraph in enumerate(section.paragraphs):
        runs = _looking(_paragraph_runs(paragraph, words, beside), look)
        names = names_in(paragraph.text.in_language(language), dossier, language)
        if paragraph.heading is not None:
            topic = Run(paragraph.heading.in_language(language), "topic")
            yield Block((topic,), space=1, anchor=number, names=names)
        if number in marked:
            runs = (*runs, Run(f" {BOOKMARK}", "label"))
        space = 0 if paragraph.heading is not None else 1
        yield Block(runs, space=space, anchor=number, names=names)
    if section.number < len(dossier.sections):
        following = dossier.sections[section.number]
        link = Run(following.heading.in_language(language), "section", following.ref)
        yield Block((Run(words("narrative.read-on"), "muted"), link), space=2)


def _paragraph_runs(paragraph: Paragraph, words: Catalogue, beside: Catalogue | None) -> tuple[Run, ...]:
    """Return the text of a paragraph, with a remark where it is in another language than asked for."""
    shown = paragraph.text.language_shown(words.language)
    if beside is not None and shown == paragraph.text.language_shown(beside.language):
        note = words("narrative.no-version", language=words(f"app.language-{words.language}"))
        return (Run(note, "muted"),)
    runs = prose_runs(paragraph.text.in_language(words.language))
    if shown == words.language:
        return runs
    note = words("card.fallback", language=words(f"app.language-{shown}"))
    return (*runs, Run(f" {note}", "muted"))


def _looking(runs: tuple[Run, ...], look: LinkLook) -> tuple[Run, ...]:
    if look == "noted":
        return runs
    style = "quiet-link" if look == "quiet" else "body"
    return tuple(run._replace(style=style) if run.is_link else run for run in runs)


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
