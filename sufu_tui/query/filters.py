"""Filters: the items of a dossier that an expression matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from operator import contains

from sufu_tui.dossier.model import Dossier, Entity, Event, Item, Kind, Metric, Section
from sufu_tui.query.backlinks import Backlinks
from sufu_tui.query.column_scan import ColumnScan, Rows
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import AREA, FIELDS, SECTION, VALUE, Clause, ColumnTest, FilterColumn, among
from sufu_tui.query.grammar import COMPARE, NotTerm, Term, ValueTerm, WordTerm
from sufu_tui.query.item_text import Filterable, ItemText

Predicate = Callable[[Filterable], bool]

_ONE_BY_ONE = 1024
"""Items that the predicate tests before others get a turn."""


class Filters:
    """Evaluator of filters over one dossier. Its texts are folded at their first use."""

    def __init__(
        self, dossier: Dossier, *, by_columns: bool = True, backlinks: Callable[[], Backlinks] | None = None
    ) -> None:
        """Filter `dossier`; `by_columns`, which is for speed alone, scans the columns of long lists.

        `backlinks` returns those of the dossier, where there are any already.
        """
        self._dossier = dossier
        self._make_backlinks = backlinks or (lambda: Backlinks(dossier))
        texts = self._texts = ItemText(dossier)
        self._text = FilterColumn(texts.own, texts.kept, texts.kept, texts.own)  # a scan keeps its own
        self._compared = {"value": VALUE, "mentions": FilterColumn(entity=self._mentions)}
        self._by_columns = by_columns
        self._scans: dict[Kind, ColumnScan] = {}

    @cached_property
    def _backlinks(self) -> Backlinks:
        return self._make_backlinks()

    def _mentions(self, entity: Entity) -> int:
        return len(self._backlinks.of(entity.ref))

    def _items(self, kind: Kind) -> Sequence[Item]:
        dossier = self._dossier
        match kind:
            case "metric":
                return dossier.metrics
            case "event":
                return dossier.events
            case "section":
                return dossier.sections
            case "entity":
                return dossier.entities

    def _scan(self, kind: Kind) -> ColumnScan:
        if kind not in self._scans:
            self._scans[kind] = ColumnScan(kind, self._items(kind), slow=self._text)
        return self._scans[kind]

    def predicate(self, wanted: Filter) -> Predicate:
        """Return the predicate of `wanted` over items."""
        alternatives = self._alternatives(wanted)
        return lambda item: any(all(_holds(clause, item) for clause in clauses) for clauses in alternatives)

    def rows(self, kind: Kind, wanted: Filter) -> Iterator[Rows]:
        """Yield the row numbers of the items that `wanted` matches, in parts of a few milliseconds each.

        Between two of them the caller may do something else, or drop the rest.
        """
        if self._by_columns:
            return self._scan(kind).matches(self._alternatives(wanted))
        return self._one_by_one(self._items(kind), wanted)

    def _one_by_one(self, items: Sequence[Item], wanted: Filter) -> Iterator[Rows]:
        matches = self.predicate(wanted)
        for start in range(0, len(items), _ONE_BY_ONE):
            stop = min(start + _ONE_BY_ONE, len(items))
            yield [row for row in range(start, stop) if matches(items[row])]

    def prepare(self, kind: Kind) -> Iterator[None]:
        """Fold the texts of all items of a kind in small steps, so that the first word is found at once."""
        return self._scan(kind).prepare() if self._by_columns else iter(())

    def metrics(self, wanted: Filter) -> tuple[Metric, ...]:
        """Return the metrics that `wanted` matches, in the dossier's order."""
        metrics = self._dossier.metrics
        return tuple(metrics[row] for part in self.rows("metric", wanted) for row in part)

    def events(self, wanted: Filter) -> tuple[Event, ...]:
        """Return the events that `wanted` matches, in the dossier's order."""
        return tuple(filter(self.predicate(wanted), self._dossier.events))

    def sections(self, wanted: Filter) -> tuple[Section, ...]:
        """Return the sections that `wanted` matches, in order."""
        return tuple(filter(self.predicate(wanted), self._dossier.sections))

    def entities(self, wanted: Filter) -> tuple[Entity, ...]:
        """Return the entities that `wanted` matches, in the dossier's order."""
        return tuple(filter(self.predicate(wanted), self._dossier.entities))

    def _alternatives(self, wanted: Filter) -> Sequence[Sequence[Clause]]:
        """Return alternatives of clauses that must all hold; for an empty filter, one without clauses."""
        return [[self._clause(term) for term in terms] for terms in wanted.expression] or [[]]

    def _clause(self, term: Term) -> Clause:
        match term:
            case NotTerm():
                clause = self._clause(term.term)
                return clause._replace(negated=not clause.negated)
            case WordTerm():
                return self._word(self._texts.folded(term.text))
            case ValueTerm():
                return Clause((ColumnTest(self._compared[term.name], COMPARE[term.sign], term.number),))
            case _:
                return Clause((FIELDS[term.name].test(term.value, self._texts),))

    def _word(self, word: str) -> Clause:
        """Return the clause of a word: in the item's own text, or in a name of its section or area."""
        names = (SECTION, self._texts.named("section", word)), (AREA, self._texts.named("area", word))
        # Most words stand in no name: then nothing need be looked up.
        tests = [ColumnTest(column, among, keys) for column, keys in names if keys]
        return Clause((ColumnTest(self._text, contains, word), *tests))


def _holds(clause: Clause, item: Filterable) -> bool:
    for column, holds, asked in clause.tests:
        value = column.read(item)
        if value is not None and holds(value, asked):
            return not clause.negated
    return clause.negated
