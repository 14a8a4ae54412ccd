"""Dossiers with far too much of one thing, each grown from another dossier, the same every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import LANGUAGES, Localized, LocalizedText
from sufu_tui.dossier.model import Area, Dossier, Observation, Paragraph, Ref, Span

_WORDS = {
    "zh-Hant": "兩地合作持續推進，成果豐碩；",
    "zh-Hans": "两地合作持续推进，成果丰硕；",
    "en": "The two places go on working together. ",
}


class Extreme(NamedTuple):
    """Kind of too much: a maker, and the number that its dossier is measured at."""

    make: Callable[[Dossier, int], Dossier]
    number: int


def long_label(dossier: Dossier, characters: int) -> Dossier:
    """Return `dossier` with one figure, one event and one section whose names have so many characters."""
    name = _said(characters)
    first, *figures = dossier.metrics
    event, *events = dossier.events
    section, *sections = dossier.sections
    return replace(
        dossier,
        metrics=(first._replace(label=name), *figures),
        events=(event._replace(title=name, short=name), *events),
        sections=(section._replace(heading=name, short=name), *sections),
    )


def crowded_day(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` with so many events on one day."""
    event = dossier.events[0]
    day = parse("2023-05-04")
    events = (
        event._replace(
            id=f"made-{place}", date=day, title=_named(place), short=_named(place), weight=place % 10
        )
        for place in range(number)
    )
    return replace(dossier, events=(*dossier.events, *events))


def observations(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` whose first figure was observed so many times."""
    first, *figures = dossier.metrics
    seen = first.latest
    earlier = tuple(
        Observation(
            seen.quantity._replace(value=Decimal(place * 7919 % 1000 + 1)),
            seen.source,
            f"{place}",
            parse(f"{1500 + place % 500}-{1 + place // 500 % 12:02}"),
        )
        for place in range(number)
    )
    return replace(dossier, metrics=(first._replace(earlier=earlier), *figures))


def sections(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` with so many sections."""
    last = dossier.sections[-1]
    more = (
        last._replace(id=f"made-{place}", number=place + 1, heading=_named(place), short=_named(place))
        for place in range(len(dossier.sections), number)
    )
    return replace(dossier, sections=(*dossier.sections, *more))


def areas(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` with so many areas, each of which has a figure and an event."""
    more = tuple(Area(f"made-{place}", _named(place), _named(place)) for place in range(number))
    event, figure = dossier.events[-1], dossier.metrics[0]
    days = range(number)
    return replace(
        dossier,
        areas=(*dossier.areas, *more),
        metrics=(
            *dossier.metrics,
            *(
                figure._replace(id=f"made-{place}", area=f"made-{place}", label=_named(place))
                for place in days
            ),
        ),
        events=(
            *dossier.events,
            *(
                event._replace(
                    id=f"made-{place}",
                    area=f"made-{place}",
                    date=parse(f"{1900 + place % 120}-03"),
                    title=_named(place),
                    short=_named(place),
                )
                for place in days
            ),
        ),
    )


def links(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` whose first paragraph has so many links, to every item in turn."""
    targets = [item.ref for item in (*dossier.metrics, *dossier.events, *dossier.entities)]
    prose = Localized(
        {
            language: tuple(
                span
                for place in range(number)
                for span in (Span(words), Span(f"{place}", targets[place % len(targets)]))
            )
            for language, words in _WORDS.items()
        }
    )
    first, *others = dossier.sections
    _, *paragraphs = first.paragraphs
    return replace(dossier, sections=(first._replace(paragraphs=(Paragraph(prose), *paragraphs)), *others))


def mentions(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` in which so many events link to the first figure, and it to none of them."""
    event, figure = dossier.events[0], dossier.metrics[0]
    target = (Ref("metric", figure.id),)
    events = (
        event._replace(id=f"made-{place}", title=_named(place), short=_named(place), links=target)
        for place in range(number)
    )
    return replace(dossier, events=(*dossier.events, *events))


def long_texts(dossier: Dossier, characters: int) -> Dossier:
    """Return `dossier` with a paragraph, a note, and what is told of an event and a name, of so many each."""
    text = Localized({language: (Span(said),) for language, said in _said(characters).versions.items()})
    first, *sections = dossier.sections
    paragraph, *paragraphs = first.paragraphs
    figure, *figures = dossier.metrics
    event, *events = dossier.events
    name, *names = dossier.entities
    return replace(
        dossier,
        sections=(first._replace(paragraphs=(paragraph._replace(text=text), *paragraphs)), *sections),
        metrics=(figure._replace(note=text), *figures),
        events=(event._replace(text=text), *events),
        entities=(name._replace(text=text, role=_said(characters)), *names),
    )


def long_shared(dossier: Dossier, characters: int) -> Dossier:
    """Return `dossier` in which what items share has names of so many characters, and the dossier itself."""
    text = _said(characters)
    source, *sources = dossier.sources
    area, *areas = dossier.areas
    unit, *units = dossier.units
    pattern = Localized({language: f"{{}}{said}" for language, said in text.versions.items()})
    address = f"https://example.org/{'a' * characters}"
    return replace(
        dossier,
        title=text,
        short=text,
        sources=(source._replace(title=text, publisher=text, url=address), *sources),
        areas=(area._replace(label=text, short=text), *areas),
        units=(unit._replace(label=text, pattern=pattern, singular=None), *units),
    )


def well_known(dossier: Dossier, number: int) -> Dossier:
    """Return `dossier` in which so many events link to the first name."""
    event, target = dossier.events[0], (dossier.entities[0].ref,)
    events = (
        event._replace(id=f"made-{place}", title=_named(place), short=_named(place), links=target)
        for place in range(number)
    )
    return replace(dossier, events=(*dossier.events, *events))


def _said(characters: int) -> LocalizedText:
    return Localized(
        {language: (text * (characters // len(text) + 1))[:characters] for language, text in _WORDS.items()}
    )


def _named(place: int) -> LocalizedText:
    return Localized({language: f"{_WORDS[language][:6]} {place}" for language in LANGUAGES})


EXTREMES: Mapping[str, Extreme] = {
    "long label": Extreme(long_label, 1_000_000),
    "crowded day": Extreme(crowded_day, 100_000),
    "observations": Extreme(observations, 500),
    "sections": Extreme(sections, 3_000),
    "areas": Extreme(areas, 5_000),
    "links": Extreme(links, 20_000),
    "mentions": Extreme(mentions, 20_000),
    "long texts": Extreme(long_texts, 1_000_000),
    "long shared names": Extreme(long_shared, 1_000_000),
    "well known": Extreme(well_known, 20_000),
}
"""Kinds of too much, by name."""
