"""Flowing text of a section with its key figures and quotations, in one language or in two."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Literal

from sufu_tui.dossier.model import Dossier, Entity, Item, Paragraph, Quote, Ref, Section
from sufu_tui.explorer.cards.told_prose import told_prose
from sufu_tui.explorer.narrative.parallel import ParallelDocument
from sufu_tui.explorer.widgets.text_layout import BlockDocument, TextDocument, TextPlace
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.highlights import Highlights
from sufu_tui.typesetting.cells import width_up_to
from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.glyphs import BOOKMARK
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.typesetting.names import NameFinder
from sufu_tui.writing.covers import key_figure

_QUOTE_RULE = "┃"
_MOST_FIGURE = 40
"""Cells of a key figure, beyond which what it is stands behind it, wherever that is."""

LinkLook = Literal["noted", "quiet", "plain"]
"""Look of the links: each kind in its colour with notes in the margin, underlined alone, or none."""


def version_document(blocks: Iterable[Block], words: Catalogue) -> TextDocument:
    """Return the blocks of a section in one language as a text to be laid."""
    return BlockDocument(tuple(blocks), MEASURES[words.language])


def parallel_document(
    first: Iterable[Block], other: Iterable[Block], words: Catalogue, second: Catalogue
) -> TextDocument:
    """Return the blocks of a section with `other`, those in the language of `second`, beside them."""
    languages = words.language, second.language
    return ParallelDocument(tuple(first), tuple(other), languages, words("narrative.lone-links"))


def section_blocks(
    section: Section,
    dossier: Dossier,
    words: Catalogue,
    marked: Container[int] = (),
    *,
    look: LinkLook = "noted",
    beside: Catalogue | None = None,
    is_compact: bool = False,
) -> Iterator[Block]:
    """Yield a section: heading, key figures, paragraphs (each anchored by its number), a link to the next.

    The paragraphs `marked` have a bookmark. The figures stand below each other; one after the other where it
    `is_compact`. What would be the same in the version that it stands `beside` gives way to a remark.
    """
    language, people = words.language, NameFinder(dossier, words.language)
    yield Block((Run(section.heading.in_language(language), "title"),), ruled=True)
    for block in _head(section, dossier, words, is_compact=is_compact):
        yield block._replace(runs=_looking(block.runs, look))
    for number, paragraph in enumerate(section.paragraphs):
        runs = _looking(_paragraph_runs(paragraph, words, beside), look)
        names = people.names_in(paragraph.text.in_language(language))
        if paragraph.heading is not None:
            topic = Run(paragraph.heading.in_language(language), "topic")
            yield Block((topic,), space=1, anchor=number, names=names)
        if number in marked:
            runs = (*runs, Run(f" {BOOKMARK}", "label"))
        space = 0 if paragraph.heading is not None else 1
        yield Block(runs, space=space, anchor=number, names=names)
        for quote in section.quotes:
            if quote.after == number:
                for block in _quote(quote, dossier, words):
                    yield block._replace(runs=_looking(block.runs, look))
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
    runs = told_prose(paragraph.text.in_language(words.language), words)
    if shown == words.language:
        return runs
    note = words("card.fallback", language=words(f"app.language-{shown}"))
    return (*runs, Run(f" {note}", "muted"))


def _looking(runs: tuple[Run, ...], look: LinkLook) -> tuple[Run, ...]:
    if look == "noted":
        return runs
    style = "quiet-link" if look == "quiet" else "body"
    return tuple(run._replace(style=style) if run.is_link else run for run in runs)


def place_below_head(place: TextPlace, figures: int, *, is_compact: bool) -> TextPlace:
    """Return a place in the other form of a section, whose head of `figures` is one block if compact."""
    first, shift = 1, max(0, figures - 1) * (-1 if is_compact else 1)
    last = first + (figures if is_compact else min(figures, 1))

    def moved(block: int) -> int:
        return block if block < first else block + shift if block >= last else first

    target = place.target and place.target._replace(block=moved(place.target.block))
    return place._replace(line=place.line._replace(block=moved(place.line.block)), target=target)


def _head(section: Section, dossier: Dossier, words: Catalogue, *, is_compact: bool) -> Iterator[Block]:
    """Yield the key figures of a section, each a link, with what they are."""
    figures = [key_figure(metric, dossier, words) for metric in Highlights(dossier).figures_of(section)]
    if is_compact and figures:
        runs: list[Run] = []
        for number, figure in enumerate(figures):
            runs.append(Run(words("card.separator") if number else "", "muted"))
            runs.append(Run(figure.figure, "metric", figure.ref))
            runs.append(Run(f" {figure.label}", "muted"))
        yield Block(tuple(runs), space=1)
        return
    widths = [width_up_to(figure.figure, _MOST_FIGURE) for figure in figures]
    for number, (figure, cells) in enumerate(zip(figures, widths, strict=True)):
        gap = " " * (max(widths) - cells)
        label = Run(f"{gap}  {figure.label}", "muted")
        yield Block((Run(figure.figure, "metric", figure.ref), label), space=0 if number else 1)


def _quote(quote: Quote, dossier: Dossier, words: Catalogue) -> Iterator[Block]:
    """Yield a quotation beside a rule, and below it who says it, and of what."""
    language = words.language
    text, rule = quote.text.in_language(language), Run(_QUOTE_RULE, "quote-rule")
    runs = [Run(words("card.quoted", text=text), "quote")]
    if text != quote.printed:
        runs.append(Run(words("card.aside", text=quote.printed), "muted"))
    yield Block(tuple(runs), 2, rule, space=1, anchor=quote.after, repeats_lead=True)
    speaker = Ref("entity", quote.speaker)
    entity = dossier.item(speaker)
    before, _, after = words("narrative.by", name="\0").partition("\0")
    by = [Run(before, "muted"), Run(_name(entity, words), "entity", speaker), Run(after, "muted")]
    if quote.remark is not None:
        by.append(Run(words("narrative.remark", text=quote.remark.in_language(language)), "muted"))
    yield Block(tuple(by), 2, rule, anchor=quote.after, repeats_lead=True)


def _name(item: Item, words: Catalogue) -> str:
    return item.name.in_language(words.language) if isinstance(item, Entity) else ""
