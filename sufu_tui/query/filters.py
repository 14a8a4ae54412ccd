"""Filters: the metrics, events and sections of a dossier that an expression matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import contains

from sufu_tui.dossier.model import Dossier, Event, Metric, Section
from sufu_tui.query.column_scan import ColumnScan, Rows
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import AREA, FIELDS, SECTION, VALUE, Clause, ColumnTest, FilterColumn, among
from sufu_tui.query.grammar import COMPARE, NotTerm, Term, ValueTerm, WordTerm
from sufu_tui.query.item_text import Filterable, ItemText

Predicate = Callable[[Filterable], bool]

_ONE_BY_ONE = 1024
"""Metrics that the predicate tests before others get a turn."""


class Filters:
    """Evaluator of filters over one dossier. Its texts are folded at their first use."""

    def __init__(self, dossier: Dossier, *, by_columns: bool = True) -> None:
        """Filter `dossier`; `by_columns`, which is for speed alone, scans the columns of metrics."""
        self._dossier = dossier
        self._texts = ItemText(dossier)
        self._text = FilterColumn(
            self._texts.own, self._texts.kept, self._texts.kept
        )  # the scan keeps its own
        self._scan = ColumnScan(dossier.metrics, slow=self._text) if by_columns else None

    def predicate(self, wanted: Filter) -> Predicate:
        """Return the predicate of `wanted` over items."""
        alternatives = self._alternatives(wanted)
        return lambda item: any(all(_holds(clause, item) for clause in clauses) for clauses in alternatives)

    def metric_rows(self, wanted: Filter) -> Iterator[Rows]:
        """Yield the row numbers of the metrics that `wanted` matches, in parts of a few milliseconds each.

        Between two of them the caller may do something else, or drop the rest.
        """
        if self._scan is not None:
            return self._scan.matches(self._alternatives(wanted))
        return self._one_by_one(wanted)

    def _one_by_one(self, wanted: Filter) -> Iterator[Rows]:
        metrics, matches = self._dossier.metrics, self.predicate(wanted)
        for start in range(0, len(metrics), _ONE_BY_ONE):
            stop = min(start + _ONE_BY_ONE, len(metrics))
            yield [row for row in range(start, stop) if matches(metrics[row])]

    def prepare(self) -> Iterator[None]:
        """Fold the texts of all metrics in small steps, so that the first word is found at once."""
        return iter(()) if self._scan is None else self._scan.prepare()

    def metrics(self, wanted: Filter) -> tuple[Metric, ...]:
        """Return the metrics that `wanted` matches, in the dossier's order."""
        metrics = self._dossier.metrics
        return tuple(metrics[row] for part in self.metric_rows(wanted) for row in part)

    def events(self, wanted: Filter) -> tuple[Event, ...]:
        """Return the events that `wanted` matches, in the dossier's order."""
        return tuple(filter(self.predicate(wanted), self._dossier.events))

    def sections(self, wanted: Filter) -> tuple[Section, ...]:
        """Return the sections that `wanted` matches, in order."""
        return tuple(filter(self.predicate(wanted), self._dossier.sections))

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
                return Clause((ColumnTest(VALUE, COMPARE[term.sign], term.number),))
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
