"""Which metrics, events and sections an expression matches."""

from __future__ import annotations

import operator
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Union

from sufu_tui.asking.expressions import (
    Comparison,
    Expression,
    Field,
    Not,
    Term,
    Value,
    Word,
    parse,
)
from sufu_tui.asking.matching import Folder
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Dossier, Event, LocalizedProse, Metric, Ref, Section

Filterable = Union[Metric, Event, Section]
Predicate = Callable[[Filterable], bool]

_COMPARE: Mapping[Comparison, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


class Filters:
    """Expressions over one dossier. Its texts are folded when they are first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._folder = Folder()
        self._texts: dict[Ref, str] = {}
        self._names: dict[tuple[str, str], tuple[str, ...]] = {}

    def predicate(self, expression: str) -> Predicate:
        """Return what tells whether an item matches; raise FilterError where `expression` is wrong."""
        return self._alternatives(parse(expression))

    def metrics(self, expression: str) -> tuple[Metric, ...]:
        """Return the matching metrics in the dossier's order; raise FilterError for a wrong expression."""
        return tuple(filter(self.predicate(expression), self._dossier.metrics))

    def events(self, expression: str) -> tuple[Event, ...]:
        """Return the matching events in the dossier's order; raise FilterError for a wrong expression."""
        return tuple(filter(self.predicate(expression), self._dossier.events))

    def sections(self, expression: str) -> tuple[Section, ...]:
        """Return the matching sections in order; raise FilterError for a wrong expression."""
        return tuple(filter(self.predicate(expression), self._dossier.sections))

    def _alternatives(self, expression: Expression) -> Predicate:
        alternatives = [[self._term(term) for term in terms] for terms in expression]
        if not alternatives:
            return lambda _item: True
        return lambda item: any(all(holds(item) for holds in terms) for terms in alternatives)

    def _term(self, term: Term) -> Predicate:
        match term:
            case Not():
                opposite = self._term(term.term)
                return lambda item: not opposite(item)
            case Word():
                # The data are in NFC; an input method may type a letter and its accent apart.
                word = self._folder.folded(unicodedata.normalize("NFC", term.text))
                return lambda item: word in self._text(item)
            case Value():
                compare, number = _COMPARE[term.sign], term.number
                return lambda item: isinstance(item, Metric) and compare(item.value, number)
            case Field():
                return self._field(term)

    def _field(self, field: Field) -> Predicate:
        if isinstance(field.value, bool):
            wanted = field.value
            return lambda item: isinstance(item, Metric) and item.derived is wanted
        if isinstance(field.value, EdtfDate):
            asked = field.value
            within = _WITHIN[field.name]
            return lambda item: (date := _date(item)) is not None and within(date, asked)
        value = self._folder.folded(field.value)
        if field.name == "section" and value.isdecimal():
            return lambda item: self._dossier.section(_section(item)).number == int(value)
        if field.name in {"area", "section", "unit"}:
            return lambda item: any(value in name for name in self._names_of(field.name, item))
        if field.name == "id":
            return lambda item: value in item.id
        if field.name == "qualifier":
            return lambda item: isinstance(item, Metric) and item.qualifier.value == value
        return lambda item: (item.kind if isinstance(item, Event) else item.ref.kind) == value

    def _text(self, item: Filterable) -> str:
        """Return everything that is said of an item, in all languages, folded."""
        if item.ref not in self._texts:
            self._texts[item.ref] = self._folder.folded("\n".join(self._said(item)))
        return self._texts[item.ref]

    def _said(self, item: Filterable) -> Iterable[str]:
        yield item.id
        yield from self._names_in_full("section", _section(item))
        match item:
            case Section():
                for paragraph in item.paragraphs:
                    if paragraph.heading is not None:
                        yield from paragraph.heading.versions.values()
                    yield from _plain(paragraph.text)
                return
            case Metric():
                yield from item.label.versions.values()
                yield from (observation.printed or "" for observation in item.earlier)
                yield from _plain(item.note)
            case Event():
                yield from (*item.title.versions.values(), *item.short.versions.values())
                yield from _plain(item.text)
        yield from self._names_in_full("area", item.area)
        yield item.printed or ""

    def _names_of(self, field: str, item: Filterable) -> tuple[str, ...]:
        """Return what the area, section or unit of an item may be called, folded."""
        key = _section(item)
        if field != "section":
            key = getattr(item, field, "")
        if (field, key) not in self._names:
            self._names[field, key] = tuple(map(self._folder.folded, self._names_in_full(field, key)))
        return self._names[field, key]

    def _names_in_full(self, field: str, key: str) -> Iterable[str]:
        if not key:
            return
        yield key
        if field == "area":
            area = self._dossier.area(key)
            yield from (*area.label.versions.values(), *area.short.versions.values())
        elif field == "unit":
            yield from self._dossier.unit(key).label.versions.values()
        else:
            section = self._dossier.section(key)
            yield str(section.number)
            yield from (*section.short.versions.values(), *section.heading.versions.values())


def _section(item: Filterable) -> str:
    return item.id if isinstance(item, Section) else item.section


def _date(item: Filterable) -> EdtfDate | None:
    if isinstance(item, Section):
        return None
    return item.period if isinstance(item, Metric) else item.date


def _plain(prose: LocalizedProse | None) -> Iterable[str]:
    if prose is not None:
        for spans in prose.versions.values():
            yield "".join(span.text for span in spans)


# A date as it is written, and as it may be meant: `2022-12~` is December by its bounds, but what happened
# about December may have happened in January. So `date:` asks for the bounds, the other two for all that
# a qualifier allows; and what does not certainly lie within a stretch possibly lies before it or after.


def _overlaps(date: EdtfDate, asked: EdtfDate) -> bool:
    """Whether a day of `date`, as written, lies within `asked`."""
    return date.sort_key[0] <= asked.sort_key[1] and asked.sort_key[0] <= date.sort_key[1]


def _possibly(date: EdtfDate, asked: EdtfDate) -> bool:
    """Whether some day of `date`, as vague as it is, may lie within `asked`."""
    first, last = _vague_bounds(date)
    return first <= asked.sort_key[1] and asked.sort_key[0] <= last


def _certainly(date: EdtfDate, asked: EdtfDate) -> bool:
    """Whether all of `date`, as vague as it is, lies within `asked`."""
    first, last = _vague_bounds(date)
    return asked.sort_key[0] <= first and last <= asked.sort_key[1]


def _vague_bounds(date: EdtfDate) -> tuple[float, float]:
    return (
        float("-inf") if date.fuzzy_earliest is None else date.fuzzy_earliest,
        float("inf") if date.fuzzy_latest is None else date.fuzzy_latest,
    )


_WITHIN: Mapping[str, Callable[[EdtfDate, EdtfDate], bool]] = {
    "certainly": _certainly,
    "date": _overlaps,
    "period": _overlaps,
    "possibly": _possibly,
}
