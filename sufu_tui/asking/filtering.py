"""Which metrics, events and sections an expression matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sufu_tui.asking.dating import WITHIN
from sufu_tui.asking.expressions import COMPARE, Expression, Field, Not, Term, Value, Word, parse
from sufu_tui.asking.narrowing import Narrowing, Rows
from sufu_tui.asking.said import Filterable, Said
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Dossier, Event, Metric, Ref, Section

Predicate = Callable[[Filterable], bool]


class Filters:
    """Expressions over one dossier. Its texts are folded when they are first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._said = Said(dossier)
        self._texts: dict[Ref, str] = {}
        numbers = {section.id: section.number for section in dossier.sections}
        self._narrowing = Narrowing(dossier.metrics, self._said, numbers)

    def predicate(self, expression: str) -> Predicate:
        """Return what tells whether an item matches; raise FilterError where `expression` is wrong."""
        return self._alternatives(parse(expression))

    def metrics(self, expression: str) -> tuple[Metric, ...]:
        """Return the matching metrics in the dossier's order; raise FilterError for a wrong expression."""
        metrics = self._dossier.metrics
        return tuple(metrics[row] for part in self.metric_rows(expression) for row in part)

    def metric_rows(self, expression: str) -> Iterator[Rows]:
        """Return the numbers of the matching metrics in parts; raise FilterError for a wrong expression.

        Each part takes a few milliseconds, so that what asks can do something else in between.
        """
        return self._narrowing.parts(parse(expression))

    def made_ready(self) -> Iterator[None]:
        """Fold the texts of all metrics, a few at each step, so that the first word is found at once."""
        return self._narrowing.folded()

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
                word = self._said.asked(term.text)
                return lambda item: self._says(item, word)
            case Value():
                compare, number = COMPARE[term.sign], term.number
                return lambda item: isinstance(item, Metric) and compare(item.value, number)
            case Field():
                return self._field(term)

    def _field(self, field: Field) -> Predicate:
        if isinstance(field.value, bool):
            wanted = field.value
            return lambda item: isinstance(item, Metric) and item.derived is wanted
        if isinstance(field.value, EdtfDate):
            asked = field.value
            within = WITHIN[field.name]
            return lambda item: (date := _date(item)) is not None and within(date, asked)
        value, named = self._said.folded(field.value), self._said.named
        match field.name:
            case "section" if value.isdecimal():
                return lambda item: self._dossier.section(_section(item)).number == int(value)
            case "section":
                return lambda item: named("section", _section(item), value)
            case "area":
                return lambda item: named("area", getattr(item, "area", ""), value)
            case "unit":
                return lambda item: named("unit", getattr(item, "unit", ""), value)
            case "id":
                return lambda item: value in item.id
            case "qualifier":
                return lambda item: isinstance(item, Metric) and item.qualifier.value.startswith(value)
            case _:
                return lambda item: _kind(item).startswith(value)

    def _says(self, item: Filterable, word: str) -> bool:
        """Return whether `word` is said of an item, or stands in a name of its section or area."""
        if item.ref not in self._texts:
            self._texts[item.ref] = self._said.own(item)
        return (
            word in self._texts[item.ref]
            or self._said.named("section", _section(item), word)
            or self._said.named("area", getattr(item, "area", ""), word)
        )


def _kind(item: Filterable) -> str:
    return item.kind if isinstance(item, Event) else item.ref.kind


def _section(item: Filterable) -> str:
    return item.id if isinstance(item, Section) else item.section


def _date(item: Filterable) -> EdtfDate | None:
    if isinstance(item, Section):
        return None
    return item.period if isinstance(item, Metric) else item.date
