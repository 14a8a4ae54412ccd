"""Flowing text of a section with its key figures and quotations, and the outline of all sections."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sufu_tui.dossier.model import Dossier, Entity, Item, Quote, Ref, Section
from sufu_tui.explorer.linked_view import LINKED
from sufu_tui.explorer.widgets.text_layout import TextPlace
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.held_paragraphs import ParagraphPlace
from sufu_tui.query.highlights import Highlights
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run, prose_runs
from sufu_tui.typesetting.glyphs import BOOKMARK
from sufu_tui.typesetting.names import names_in
from sufu_tui.writing.covers import key_figure

_QUOTE_RULE = "┃"


def section_blocks(
    section: Section,
    dossier: Dossier,
    words: Catalogue,
    marked: Container[int] = (),
    *,
    is_compact: bool = False,
) -> Iterator[Block]:
    """Yield a section: heading, key figures, paragraphs (each anchored by its number), a link to the next.

    The paragraphs `marked` have a bookmark. The figures stand below each other; one after the other where it
    `is_compact`.
    """
    language = words.language
    yield Block((Run(section.heading.in_language(language), "title"),))
    position = words("narrative.position", number=section.number, total=len(dossier.sections))
    yield Block((Run(position, "muted"),))
    yield from _head(section, dossier, words, is_compact=is_compact)
    for number, paragraph in enumerate(section.paragraphs):
        prose = paragraph.text.in_language(language)
        names = names_in(prose, dossier, language)
        if paragraph.heading is not None:
            topic = Run(paragraph.heading.in_language(language), "topic")
            yield Block((topic,), space=1, anchor=number, names=names)
        runs = prose_runs(prose)
        shown = paragraph.text.language_shown(language)
        if shown != language:
            note = words("card.fallback", language=words(f"app.language-{shown}"))
            runs = (*runs, Run(f" {note}", "muted"))
        if number in marked:
            runs = (*runs, Run(f" {BOOKMARK}", "label"))
        space = 0 if paragraph.heading is not None else 1
        yield Block(runs, space=space, anchor=number, names=names)
        for quote in section.quotes:
            if quote.after == number:
                yield from _quote(quote, dossier, words)
    if section.number < len(dossier.sections):
        following = dossier.sections[section.number]
        link = Run(following.heading.in_language(language), "section", following.ref)
        yield Block((Run(words("narrative.read-on"), "muted"), link), space=2)


def place_below_head(place: TextPlace, figures: int, *, is_compact: bool) -> TextPlace:
    """Return a place in the other form of a section, whose head of `figures` is one block if compact."""
    first, shift = 2, max(0, figures - 1) * (-1 if is_compact else 1)
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
    cells = max((width(figure.figure) for figure in figures), default=0)
    for number, figure in enumerate(figures):
        gap = " " * (cells - width(figure.figure))
        label = Run(f"{gap}  {figure.label}", "muted")
        yield Block((Run(figure.figure, "metric", figure.ref), label), space=0 if number else 1)


def _quote(quote: Quote, dossier: Dossier, words: Catalogue) -> Iterator[Block]:
    """Yield a quotation beside a rule, and below it who says it, and of what."""
    language = words.language
    text, rule = quote.text.in_language(language), Run(_QUOTE_RULE, "quote-rule")
    runs = [Run(words("card.quoted", text=text), "quote")]
    if text != quote.printed:
        runs.append(Run(words("card.aside", text=quote.printed), "muted"))
    yield Block(tuple(runs), 2, rule, space=1, anchor=quote.after, is_ruled=True)
    speaker = Ref("entity", quote.speaker)
    entity = dossier.item(speaker)
    before, _, after = words("narrative.by", name="\0").partition("\0")
    by = [Run(before, "muted"), Run(_name(entity, words), "entity", speaker), Run(after, "muted")]
    if quote.remark is not None:
        by.append(Run(words("narrative.remark", text=quote.remark.in_language(language)), "muted"))
    yield Block(tuple(by), 2, rule, anchor=quote.after, is_ruled=True)


def _name(item: Item, words: Catalogue) -> str:
    return item.name.in_language(words.language) if isinstance(item, Entity) else ""


def outline_blocks(
    dossier: Dossier, current: Section, words: Catalogue, linked: Container[ParagraphPlace] = ()
) -> Iterator[Block]:
    """Yield the sections with their topics; the current one stands out.

    The topics of paragraphs `linked`, which mention what the reader looks at, have a sign.
    """
    language = words.language
    for section in dossier.sections:
        here = section is current
        link = Run(section.short.in_language(language), "strong" if here else "section", section.ref)
        signs = dict.fromkeys(_topics_of(section, linked), LINKED)
        lead = f"{'▸' if here else ' '}{signs.get(-1, ' ')}{section.number}"
        yield Block((link,), 4, Run(lead, "label"), space=1)
        for number, paragraph in enumerate(section.paragraphs):
            if paragraph.heading is not None:
                topic = Run(paragraph.heading.in_language(language), "muted")
                yield Block((topic,), 4, Run(f"  {signs[number]}", "pointer") if number in signs else None)


def _topics_of(section: Section, linked: Container[ParagraphPlace]) -> Iterator[int]:
    """Yield the numbers of the topics under which a paragraph is linked; -1 for one before the first."""
    topic = -1
    for number, paragraph in enumerate(section.paragraphs):
        topic = number if paragraph.heading is not None else topic
        if ParagraphPlace(section.id, number) in linked:
            yield topic
