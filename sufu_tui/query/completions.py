"""Completions of a filter: fields, and the values of the last one typed, with how many items have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sufu_tui.dossier.localized import Language, LocalizedText
from sufu_tui.dossier.model import Dossier, Item
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.query.expression_text import quoted, typed_terms
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.grammar import COMPARED
from sufu_tui.query.kind_names import NAMES_OF_KINDS
from sufu_tui.query.text_folding import TextFolder

_MOST = 12
"""Completions that are offered, at most."""
_OPEN_VALUE = re.compile(
    r"""(?:^|[\s|｜\-－])(?P<field>[A-Za-z]+)[:：](?:["“「])?"""
    r"""(?P<value>(?<=["“「])[^"”」]*|[^\s|｜"“”「」]*)$"""
)
"""Field at the end of an expression, and the beginning of a value, maybe in an open quotation mark."""


class Completion(NamedTuple):
    """Completion: the whole expression that it makes, what is shown for it, and its count, if it has one.

    One `is_field` where its value is still to be typed.
    """

    text: str
    shown: str
    number: int | None = None
    is_field: bool = False


class _Value(NamedTuple):
    """Value of a field: as typed, its names, and the number of items that have it."""

    typed: str
    names: tuple[str, ...]
    shown: str
    number: int | None = None


class FilterCompleter:
    """Completer of filters over one dossier; what it counts is counted at the first question."""

    def __init__(self, dossier: Dossier, mentions: Callable[[], Callable[[Item], int]]) -> None:
        """Complete for `dossier`; `mentions` returns the function that counts the mentions of a name."""
        self._dossier = dossier
        self._mentions = mentions
        self._folded = TextFolder().folded
        self._known: dict[tuple[str, Language], tuple[_Value, ...]] = {}

    def complete(self, text: str, language: Language) -> tuple[Completion, ...]:
        """Return the completions of the last term of `text`; shown in `language` where they have names."""
        unfinished = _OPEN_VALUE.search(text)
        if unfinished is not None:
            return self._offers(text[: unfinished.end("field") + 1], unfinished, language)
        terms = list(typed_terms(text))
        if not terms or terms[-1].is_bar or terms[-1].end < len(text):
            return ()
        last = terms[-1]
        return tuple(self._fields(text, last.start, last.text))

    def _offers(self, head: str, unfinished: re.Match[str], language: Language) -> tuple[Completion, ...]:
        begun = self._folded(unfinished["value"])

        def later(value: _Value) -> tuple[bool, int]:
            """Return the place of a value: those that begin so come first, then the more frequent."""
            return not any(self._folded(name).startswith(begun) for name in value.names), -(value.number or 0)

        field = unfinished["field"].casefold()
        found = [
            value
            for value in self._values(field, language)
            if any(begun in self._folded(name) for name in value.names)
        ]
        found.sort(key=later)
        return tuple(Completion(head + quoted(one.typed), one.shown, one.number) for one in found[:_MOST])

    def _fields(self, text: str, start: int, typed: str) -> Iterator[Completion]:
        sign = typed[: len(typed) - len(typed.lstrip("-－"))]
        begun = self._folded(typed[len(sign) :])
        for name in sorted((*FIELDS, *COMPARED)):
            if begun and name.startswith(begun):
                shown = f"{name}>" if name in COMPARED else f"{name}:"
                yield Completion(text[:start] + sign + shown, shown, is_field=True)

    def _values(self, field: str, language: Language) -> tuple[_Value, ...]:
        if (field, language) not in self._known:
            self._known[field, language] = tuple(self._made(field, language))
        return self._known[field, language]

    def _made(self, field: str, language: Language) -> Iterable[_Value]:
        dossier = self._dossier
        match field:
            case "unit":
                counted = Counter(metric.unit for metric in dossier.metrics)
                return (_named(unit.id, unit.label, language, counted[unit.id]) for unit in dossier.units)
            case "area":
                counted = Counter(metric.area for metric in dossier.metrics)
                counted.update(event.area for event in dossier.events)
                return (_named(area.id, area.short, language, counted[area.id]) for area in dossier.areas)
            case "section":
                return (
                    _Value(
                        str(section.number),
                        (str(section.number), section.id, *section.short.versions.values()),
                        f"{section.number} {section.short.in_language(language)}",
                    )
                    for section in dossier.sections
                )
            case "name":
                count = self._mentions()
                return (
                    _Value(
                        entity.name.in_language(language),
                        (*entity.name.versions.values(), entity.printed),
                        entity.name.in_language(language),
                        count(entity),
                    )
                    for entity in dossier.entities
                )
            case "kind":
                kinds = Counter[str](event.kind for event in dossier.events)
                kinds.update(entity.kind for entity in dossier.entities)
                return (self._kind(kind, number, language) for kind, number in kinds.most_common())
            case "qualifier":
                counted = Counter(metric.qualifier.value for metric in dossier.metrics)
                return (_Value(one, (one,), one, number) for one, number in counted.most_common())
            case "derived":
                derived = sum(metric.derived for metric in dossier.metrics)
                return (
                    _Value("yes", ("yes",), "yes", derived),
                    _Value("no", ("no",), "no", len(dossier.metrics) - derived),
                )
            case "has":
                return (_Value(one, (one,), one) for one in FIELDS["has"].values)
            case _:
                return ()

    def _kind(self, kind: str, number: int, language: Language) -> _Value:
        """Return a kind of events or entities, with what it is called in the language."""
        name = entity_kind_text(kind, self._dossier, load(language))
        shown = kind if name.casefold() == kind else f"{kind} ({name})"
        return _Value(kind, (kind, name, *NAMES_OF_KINDS.get(kind, ())), shown, number)


def _named(id_: str, label: LocalizedText, language: Language, count: int) -> _Value:
    name = label.in_language(language)
    shown = id_ if name == id_ else f"{id_} ({name})"
    return _Value(id_, (id_, *label.versions.values()), shown, count)
