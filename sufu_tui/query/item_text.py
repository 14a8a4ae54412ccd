"""Searchable text of an item, folded in case, width and script; names that items share are folded once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, Union
from unicodedata import normalize

from sufu_tui.dossier.localized import LocalizedText
from sufu_tui.dossier.model import Dossier, Entity, Event, LocalizedProse, Metric, Ref, Section
from sufu_tui.query.text_folding import TextFolder

if TYPE_CHECKING:
    from sufu_tui.query.associations import Associations

Filterable = Union[Metric, Event, Section, Entity]
Shared = Literal["area", "section", "unit", "name", "role"]

NAME_LOOKED_AT = 20_000
"""Characters of a name that are looked at; those of one of a million would keep a key waiting."""
_LONGEST_TEXT = 250_000
"""Characters of a text that are looked at: folding one of a million takes 50 ms in each language."""


class ItemText:
    """Folded texts of one dossier, in all its languages; each is folded at its first use."""

    def __init__(self, dossier: Dossier, associations: Callable[[], Associations]) -> None:
        """Fold the texts of `dossier`; `associations` returns its, which few filters ask for."""
        self._dossier = dossier
        self._associations = associations
        self._folder = TextFolder()
        self._names: dict[Shared, dict[str, str]] = {}
        self._kept: dict[Ref, str] = {}

    def folded(self, text: str) -> str:
        """Return a typed text folded, as it is to be looked for."""
        # The data are in NFC; an input method may type a letter and its accent apart.
        return self._folder.folded(normalize("NFC", text))

    def own(self, item: Filterable) -> str:
        """Return the folded texts of `item` alone, one a line."""
        return self._folder.folded("\n".join(_own(item)))

    def kept(self, item: Filterable) -> str:
        """Return the folded texts of `item` alone, cached."""
        if item.ref not in self._kept:
            self._kept[item.ref] = self.own(item)
        return self._kept[item.ref]

    def named(self, kind: Shared, word: str) -> frozenset[str]:
        """Return the ids of what has the folded `word` in one of its names; of roles, of the entities."""
        if kind not in self._names:
            names = self._names_of(kind)
            self._names[kind] = {key: self._folder.folded("\n".join(texts)) for key, texts in names}
        return frozenset(key for key, text in self._names[kind].items() if word in text)

    def label(self, item: Filterable) -> str:
        """Return the folded names of `item`: what it is called, in every language."""
        return self._folder.folded("\n".join(_labels(item)))

    def note(self, item: Filterable) -> str | None:
        """Return the folded text about `item`; None where there is none."""
        return self._folder.folded("\n".join(_notes(item))) or None

    def belonging(self, name: str) -> frozenset[Ref]:
        """Return the names with `name` in them, and the figures and events that belong to one of these."""
        found: set[Ref] = set()
        for key in self.named("name", self.folded(name)):
            entity = self._dossier.find(Ref("entity", key))
            if isinstance(entity, Entity):
                own = self._associations().of(entity)
                found.add(entity.ref)
                found.update(metric.ref for metric in own.metrics)
                found.update(event.ref for event in own.events)
        return frozenset(found)

    def numbered(self, digits: str) -> frozenset[str]:
        """Return the ids of the sections, one at most, whose number is written in the decimal `digits`."""
        number = Decimal(digits)  # int() limits the number of digits
        return frozenset(section.id for section in self._dossier.sections if section.number == number)

    def _names_of(self, kind: Shared) -> Iterator[tuple[str, Iterable[str]]]:
        match kind:
            case "area":
                for area in self._dossier.areas:
                    yield area.id, (area.id, *_named(area.label), *_named(area.short))
            case "section":
                for section in self._dossier.sections:
                    names = (*_named(section.short), *_named(section.heading))
                    yield section.id, (section.id, str(section.number), *names)
            case "unit":
                for unit in self._dossier.units:
                    yield unit.id, (unit.id, *_named(unit.label))
            case "name" | "role":
                yield from _of_entities(kind, self._dossier)


def _of_entities(kind: Literal["name", "role"], dossier: Dossier) -> Iterator[tuple[str, Iterable[str]]]:
    for entity in dossier.entities:
        if kind == "name":
            yield entity.id, (*_named(entity.name), entity.printed)
        elif entity.role is not None:
            yield entity.id, _named(entity.role)


def _own(item: Filterable) -> Iterable[str]:
    yield item.id
    match item:
        case Section():
            for paragraph in item.paragraphs:
                yield from _named(paragraph.heading)
                yield from _plain(paragraph.text)
            for quote in item.quotes:
                yield from (*quote.text.versions.values(), quote.printed)
            return
        case Metric():
            yield from _named(item.label)
            yield from (observation.printed or "" for observation in item.earlier)
            yield from _plain(item.note)
        case Event():
            yield from (*_named(item.title), *_named(item.short))
            yield from _plain(item.text)
        case Entity():
            yield from (*_named(item.name), *_named(item.role), *_named(item.gloss))
            yield from _plain(item.text)
    yield item.printed or ""


def _labels(item: Filterable) -> Iterable[str]:
    match item:
        case Section():
            yield from (*_named(item.short), *_named(item.heading))
            for paragraph in item.paragraphs:
                yield from _named(paragraph.heading)
        case Metric():
            yield from _named(item.label)
        case Event():
            yield from (*_named(item.title), *_named(item.short))
        case Entity():
            yield from _named(item.name)


def _notes(item: Filterable) -> Iterable[str]:
    match item:
        case Metric():
            yield from _plain(item.note)
        case Event():
            yield from _plain(item.text)
        case Entity():
            yield from _plain(item.text)
            yield from _named(item.gloss)
        case Section():
            return


def _named(text: LocalizedText | None) -> Iterator[str]:
    """Yield a name, a role or a heading in every language, as far as it counts."""
    for version in () if text is None else text.versions.values():
        yield version[:NAME_LOOKED_AT]


def _plain(prose: LocalizedProse | None) -> Iterable[str]:
    if prose is not None:
        for spans in prose.versions.values():
            yield "".join(span.text for span in spans)[:_LONGEST_TEXT]
