"""Card content of a metric, an event, an entity or a section: pure text with links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.formula import Formula
from sufu_tui.dossier.item_name import item_name
from sufu_tui.dossier.localized import Localized, T
from sufu_tui.dossier.model import (
    Entity,
    Event,
    Item,
    LocalizedProse,
    Metric,
    Observation,
    Ref,
    Section,
)
from sufu_tui.explorer.cards.labels import (
    in_full_text,
    item_figure,
    item_title,
    relative_text,
)
from sufu_tui.explorer.cards.told_prose import told_prose
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import citation_text
from sufu_tui.languages.dates import bounds_text, date_text
from sufu_tui.languages.formulas import EQUALS, formula_names, formula_values
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.query.associations import Belongings, Meeting
from sufu_tui.query.backlinks import Mention
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.names import NameFinder
from sufu_tui.writing.translations import Translations

_MOST = 300
"""Entries of one list of a card; it says how many more there are, and exports have them all."""

_WHO_MEET = frozenset({"person", "organisation"})
"""Kinds of names that meet one another; places and terms only stand beside them."""


class CardRow(NamedTuple):
    """Labelled line of a card."""

    label: str
    runs: tuple[Run, ...]


def card_blocks(
    item: Item, indexes: DossierIndexes, words: Catalogue, zero: Event | None = None, *, is_link: bool = False
) -> list[Block]:
    """Return the card of `item`: title, figure, then its facts, each line with its label.

    An event is also counted from the event `zero`, if there is one. With `is_link` the title is a link to it.
    """
    writer = _Writer(indexes, words, zero)
    return writer.card(item, is_link=is_link)


class _Writer:
    """Writer of cards of one dossier in one language."""

    def __init__(self, indexes: DossierIndexes, words: Catalogue, zero: Event | None = None) -> None:
        self.sums = indexes.totals
        self.dossier = self.sums.dossier
        self.indexes = indexes
        self.words = words
        self.zero = zero
        self.translations = Translations(self.dossier, words)

    def card(self, item: Item, *, is_link: bool = False) -> list[Block]:
        match item:
            case Metric():
                rows = list(self._metric(item))
            case Event():
                rows = list(self._event(item))
            case Entity():
                rows = list(self._entity(item))
            case Section():
                rows = []
        rows += self._common(item)
        indent = max((width(row.label) for row in rows), default=0) + 2
        title, style = item_title(item, self.words), "metric" if item.ref.kind == "metric" else item.ref.kind
        figure_style = "figure" if style == "metric" else "body"  # a role in bold would be a second name
        head = [
            Block(
                (
                    Run(title, "title-link", item.ref) if is_link else Run(title, "title"),
                    *self._fallback(item_name(item)),
                )
            ),
            Block((Run(item_figure(item, self.dossier, self.words), figure_style),)),
        ]
        body = [Block(row.runs, indent, Run(row.label, "label")) for row in rows]
        if body:
            body[0] = body[0]._replace(space=1)
        blocks = head + body
        pieces = ((run.text, run.ref) for block in blocks for run in block.runs)
        names = NameFinder(self.dossier, self.words.language).names_in(pieces)
        return [block._replace(names=names) for block in blocks]

    def _fallback(self, text: Localized[T]) -> tuple[Run, ...]:
        """Return a note with the language of a text where the reader's is missing."""
        shown = text.language_shown(self.words.language)
        if shown == self.words.language:
            return ()
        return (Run(self.words("card.fallback", language=self.words(f"app.language-{shown}")), "muted"),)

    def _row(self, label: str, *runs: Run) -> CardRow:
        return CardRow(self.words(f"card.{label}"), runs)

    def _prose(self, label: str, prose: LocalizedProse) -> CardRow:
        runs = told_prose(prose.in_language(self.words.language), self.words)
        return self._row(label, *runs, *self._fallback(prose))

    # The kinds of item

    def _metric(self, metric: Metric) -> Iterator[CardRow]:
        # A formula of nothing but numbers is a count of the dossier's own: its value says all.
        if metric.formula is not None and any(one for _, one in metric.formula.tokens()):
            yield self._row("formula", *self._formula(metric.formula))
        else:
            yield from self._observation(metric.latest)
        if metric.period:
            yield self._row("period", Run(date_text(metric.period, self.words)))
        yield from self._relations(metric)
        for observation in metric.earlier[:_MOST]:
            yield self._row("earlier", *self._earlier(observation))
        if more := tuple(self._more(metric.earlier)):
            yield self._row("earlier", *more)
        if metric.note:
            yield self._prose("note", metric.note)

    def _relations(self, metric: Metric) -> Iterator[CardRow]:
        """Yield the rows of its wholes, its parts, its overlaps and its tally."""
        if metric.part_of:
            yield self._row("part-of", *self._figures(metric.part_of))
        if parts := self.sums.inclusion.parts(metric):
            yield self._row("parts", *self._figures(parts))
        if overlapping := self.sums.inclusion.overlapping(metric):
            yield self._row("overlaps", *self._figures(overlapping))
        if metric.tally is not None:
            yield self._row("tally", *self._tally(metric.tally))

    def _figures(self, ids: Sequence[str]) -> Iterator[Run]:
        """Yield the names of figures as links, each with its value."""
        for number, metric_id in enumerate(ids[:_MOST]):
            metric = self.dossier.metric(metric_id)
            if number:
                yield Run(self.words("card.list-separator"))
            yield Run(item_title(metric, self.words), "metric", metric.ref)
            yield Run(self.words("card.aside", text=item_figure(metric, self.dossier, self.words)))
        yield from self._more(ids)

    def _more(self, entries: Sequence[object]) -> Iterator[Run]:
        """Yield how many of the entries of a list the card leaves out."""
        if len(entries) > _MOST:
            yield Run(self.words("card.more", number=len(entries) - _MOST), "muted")

    def _tally(self, tally_id: str) -> Iterator[Run]:
        """Yield the name of a tally, with its total where that is known."""
        tally = self.dossier.tally(tally_id)
        label, total = tally.label.in_language(self.words.language), self.sums.grand_totals.get(tally_id)
        if total is not None:
            text = quantity_text(total.quantity, self.dossier.unit(tally.unit), self.words)
            label = self.words("metrics.total", label=label, total=text)
        yield Run(label)

    def _observation(self, observation: Observation) -> Iterator[CardRow]:
        quantity = observation.quantity
        unit = self.dossier.unit(quantity.unit)
        yield self._row("value", Run(in_full_text(quantity.value, unit, self.words)))
        yield self._row("qualifier", Run(self.words(f"card.qualifier-{quantity.qualifier.value}")))
        if observation.printed:
            yield self._printed(observation.printed, self.translations.of_figure(observation))

    def _printed(self, printed: str, translation: str | None) -> CardRow:
        """Return the row of printed words, with a translation for those who cannot read them."""
        quoted = self.words("card.quoted", text=printed)
        if not translation:
            return self._row("printed", Run(quoted))
        beside = Run(self.words("card.translation", text=translation), "muted")
        return self._row("printed", Run(quoted), beside)

    def _formula(self, formula: Formula) -> Iterator[Run]:
        """Yield the formula with the names of its inputs as links, then the same with their values."""
        for text, metric_id in formula_names(formula, self.dossier, self.words):
            yield Run(text) if metric_id is None else Run(text, "metric", Ref("metric", metric_id))
        yield Run(EQUALS)
        for text in formula_values(formula, self.dossier, self.words):
            yield Run(text)

    def _earlier(self, observation: Observation) -> Iterator[Run]:
        unit = self.dossier.unit(observation.quantity.unit)
        if observation.period:
            yield Run(date_text(observation.period, self.words) + self.words("card.separator"))
        yield Run(quantity_text(observation.quantity, unit, self.words), "figure")
        yield Run(self.words("card.separator"), "muted")
        yield Run(citation_text(observation.source, self.dossier, self.words), "muted")
        if url := self.dossier.source(observation.source.source).url:
            yield Run(self.words("card.separator"), "muted")
            yield Run(url, "address", address=url)

    def _event(self, event: Event) -> Iterator[CardRow]:
        yield self._printed(event.printed, self.translations.of_event(event))
        relative = relative_text(event, self.zero, self.words)
        if relative:
            yield self._row("relative", Run(relative, "strong"))
        if (bounds := bounds_text(event.date, self.words)) is not None:
            yield self._row(bounds.kind, Run(bounds.text))
        kind = "" if event.exact else self.words("card.separator") + self.words(f"kind.{event.kind}")
        yield self._row("edtf", Run(event.date.text + kind))
        if event.text:
            yield self._prose("text", event.text)
        if event.links:
            yield self._row("links", *self._links(event.links))

    def _entity(self, entity: Entity) -> Iterator[CardRow]:
        if entity.role:
            yield self._row("kind", Run(entity_kind_text(entity.kind, self.dossier, self.words)))
        yield self._printed(entity.printed, self.translations.of_words(entity.printed))
        if others := tuple(_other_spellings(entity)):
            yield self._row("aliases", Run(self.words("card.list-separator").join(others), "muted"))
        if entity.text:
            yield self._prose("text", entity.text)
        if entity.gloss:
            mark = Run(self.words("card.not-the-reports"), "muted")
            gloss = Run(entity.gloss.in_language(self.words.language))
            yield self._row("gloss", mark, gloss, *self._fallback(entity.gloss))
        yield from self._belongings(self.indexes.associations.of(entity))

    def _belongings(self, own: Belongings) -> Iterator[CardRow]:
        """Yield the rows of the people met, the figures, the dates and the other names of an entity."""
        met = [one for one in own.meetings if one.times and one.entity.kind in _WHO_MEET]
        if met:
            yield self._row("together", *self._meetings(met))
        if own.metrics:
            yield self._row("figures", *self._figures([metric.id for metric in own.metrics]))
        if own.events:
            yield self._row("dates", *self._dates(own.events))
        if others := tuple(one.entity.ref for one in own.meetings if one not in met):
            yield self._row("links", *self._links(others))

    def _meetings(self, met: Sequence[Meeting]) -> Iterator[Run]:
        for number, (entity, times) in enumerate(met[:_MOST]):
            if number:
                yield Run(self.words("card.list-separator"))
            yield Run(item_title(entity, self.words), "entity", entity.ref)
            yield Run(self.words("card.times", number=times))
        yield from self._more(met)

    def _dates(self, events: Sequence[Event]) -> Iterator[Run]:
        """Yield the titles of events as links, each with its date."""
        for number, event in enumerate(events[:_MOST]):
            if number:
                yield Run(self.words("card.list-separator"))
            yield Run(item_title(event, self.words), "event", event.ref)
            yield Run(self.words("card.aside", text=date_text(event.date, self.words)))
        yield from self._more(events)

    # Rows of every item

    def _common(self, item: Item) -> Iterator[CardRow]:
        if isinstance(item, (Metric, Event)):
            yield self._row("area", Run(self.dossier.area(item.area).label.in_language(self.words.language)))
        if not isinstance(item, Section):
            yield self._row("section", self._section_link(item.section))
        yield self._row("source", Run(citation_text(item.source, self.dossier, self.words), "muted"))
        if url := self.dossier.source(item.source.source).url:
            yield self._row("address", Run(url, "address", address=url))
        found = self._mentioned(item)
        if found:
            yield self._row("mentions", *self._mentions(item.ref, found))

    def _section_link(self, section_id: str) -> Run:
        section = self.dossier.section(section_id)
        return Run(
            f"{section.number} {section.short.in_language(self.words.language)}", "section", section.ref
        )

    def _mentioned(self, item: Item) -> tuple[Mention, ...]:
        """Return the mentions of `item`, each once, without the links that the card shows anyway."""
        shown = {item.ref, *getattr(item, "links", ())}
        if isinstance(item, Entity):  # its card has all the figures, dates and names that are linked with it
            return tuple(one for one in self.indexes.backlinks.of(item.ref) if one.where.kind == "section")
        return tuple(mention for mention in self.indexes.backlinks.of(item.ref) if mention.where not in shown)

    def _mentions(self, ref: Ref, mentions: Sequence[Mention]) -> Iterator[Run]:
        """Yield links to the mentions of `ref`; a paragraph with its words for the item."""
        for number, (where, paragraph) in enumerate(mentions[:_MOST]):
            if number:
                yield Run(self.words("card.list-separator"))
            if paragraph is None:
                yield from self._links((where,))
            else:
                section = self.dossier.section(where.id)
                name = f"{section.number} {section.short.in_language(self.words.language)}"
                name = self.words("card.paragraph", section=name, number=paragraph + 1)
                yield Run(name, "section", where, paragraph)
                spans = section.paragraphs[paragraph].text.in_language(self.words.language)
                mentioned = next((span.text for span in spans if span.ref == ref), "")
                yield Run(self.words("card.aside", text=mentioned) if mentioned else "")
        yield from self._more(mentions)

    def _links(self, refs: tuple[Ref, ...]) -> Iterator[Run]:
        for number, ref in enumerate(refs[:_MOST]):
            if number:
                yield Run(self.words("card.list-separator"))
            if ref.kind == "section":
                yield self._section_link(ref.id)
            else:
                yield Run(item_title(self.dossier.item(ref), self.words), ref.kind, ref)
        yield from self._more(refs)


def _other_spellings(entity: Entity) -> Iterator[str]:
    """Yield the aliases that are spelled otherwise than the name in any language, and the one printed."""
    known = {name.casefold() for name in (*entity.name.versions.values(), entity.printed)}
    for alias in entity.aliases:
        if alias.casefold() not in known:
            known.add(alias.casefold())
            yield alias
