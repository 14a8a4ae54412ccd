"""Filters: the items of a dossier that an expression matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from operator import contains

from sufu_tui.dossier.model import KINDS, Dossier, Entity, Event, Item, Kind, Metric, Ref, Section
from sufu_tui.query.associations import Associations
from sufu_tui.query.backlinks import Backlinks
from sufu_tui.query.column_scan import ColumnScan, Rows
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import AREA, FIELDS, SECTION, VALUE, Clause, ColumnTest, FilterColumn, among
from sufu_tui.query.grammar import COMPARE, NotTerm, Term, ValueTerm, WordTerm
from sufu_tui.query.held_paragraphs import LINKED, ParagraphTable
from sufu_tui.query.item_text import Filterable, ItemText

Predicate = Callable[[Filterable], bool]
Alternatives = Sequence[Sequence[Clause]]
"""Alternatives of clauses that must all hold."""

_ONE_BY_ONE = 1024
"""Items that the predicate tests before others get a turn."""


class Filters:
    """Evaluator of filters over one dossier. Its texts are folded at their first use.

    In lists a term that means nothing for a kind of item, as `unit:` for names, is as if it were not there.
    """

    def __init__(
        self,
        dossier: Dossier,
        *,
        by_columns: bool = True,
        backlinks: Callable[[], Backlinks] | None = None,
    ) -> None:
        """Filter `dossier`; `by_columns`, which is for speed alone, scans the columns of long lists.

        `backlinks` returns those of the dossier, where there are any already.
        """
        self._dossier = dossier
        self._make_backlinks = backlinks or (lambda: Backlinks(dossier))
        texts = self._texts = ItemText(dossier, lambda: Associations(dossier, self._backlinks))
        self._text = FilterColumn(texts.own, texts.kept, texts.own, texts.own, slow=True)  # scans keep theirs
        self._compared = {"value": VALUE, "mentions": FilterColumn(entity=self._mentions)}
        self._by_columns = by_columns
        self._scans: dict[Kind, ColumnScan] = {}

    @cached_property
    def _backlinks(self) -> Backlinks:
        return self._make_backlinks()

    @cached_property
    def paragraphs(self) -> ParagraphTable:
        """Paragraphs of all sections."""
        return ParagraphTable(self._dossier, self._items)

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
                return self.paragraphs.pieces
            case "entity":
                return dossier.entities

    def _scan(self, kind: Kind) -> ColumnScan:
        if kind not in self._scans:
            self._scans[kind] = ColumnScan(kind, self._items(kind))
        return self._scans[kind]

    # Searching: every term has to hold

    def predicate(self, wanted: Filter) -> Predicate:
        """Return the predicate of `wanted` over items: every term holds, one that means nothing does not."""
        alternatives = self._alternatives(wanted)
        return partial(_meets, alternatives)

    def strict_rows(self, kind: Kind, wanted: Filter) -> Iterator[Rows]:
        """Yield the row numbers of the items for which the predicate holds, in parts."""
        return self._matches(kind, self._alternatives(wanted))

    # Listing: each term where it means something

    def restricts(self, kind: Kind, wanted: Filter) -> bool:
        """Return whether some term of `wanted` means something for items of `kind`."""
        return any(
            _means_something(clause, kind) for clauses in self._alternatives(wanted) for clause in clauses
        )

    def rows(self, kind: Kind, wanted: Filter) -> Iterator[Rows]:
        """Yield the row numbers of the items that `wanted` leaves, in parts of a few milliseconds each.

        Between two of them the caller may do something else, or drop the rest. Sections are taken one
        paragraph after the other: a row is a paragraph of the table, whose own text matches.
        """
        return self._matches(kind, _meaningful(self._alternatives(wanted), kind))

    def held(self, wanted: Filter) -> Iterator[Rows]:
        """Yield the numbers of the paragraphs that hold something of what `wanted` leaves, in parts."""
        table, linked, own = self.paragraphs, set[Ref](), set[int]()
        if self.restricts("section", wanted) or not wanted:
            for part in self.rows("section", wanted):
                own.update(part)
                yield ()
        for kind in LINKED:
            if self.restricts(kind, wanted):
                found: list[int] = []
                for part in self.rows(kind, wanted):
                    found += part
                    yield ()
                linked.update(table.linked_among(kind, found))
        yield from table.holding(own, frozenset(linked))

    def listed(self, kind: Kind, wanted: Filter) -> Iterator[Rows]:
        """Yield what the pane of `kind` lists under `wanted`: rows, or of sections the paragraphs held."""
        return self.held(wanted) if kind == "section" else self.rows(kind, wanted)

    def _matches(self, kind: Kind, alternatives: Alternatives) -> Iterator[Rows]:
        if self._by_columns:
            return self._scan(kind).matches(alternatives)
        return self._one_by_one(self._items(kind), partial(_meets, alternatives))

    def _one_by_one(self, items: Sequence[Item], matches: Predicate) -> Iterator[Rows]:
        for start in range(0, len(items), _ONE_BY_ONE):
            stop = min(start + _ONE_BY_ONE, len(items))
            yield [row for row in range(start, stop) if matches(items[row])]

    def prepare(self) -> Iterator[None]:
        """Fold the texts of all items in small steps, so that the first word is found at once."""
        yield from self.paragraphs.prepare()
        for kind in KINDS if self._by_columns else ():
            yield from self._scan(kind).prepare(self._text)

    def metrics(self, wanted: Filter) -> tuple[Metric, ...]:
        """Return the metrics that `wanted` leaves, in the dossier's order."""
        return tuple(self._dossier.metrics[row] for part in self.rows("metric", wanted) for row in part)

    def events(self, wanted: Filter) -> tuple[Event, ...]:
        """Return the events that `wanted` leaves, in the dossier's order."""
        return tuple(self._dossier.events[row] for part in self.rows("event", wanted) for row in part)

    def sections(self, wanted: Filter) -> tuple[Section, ...]:
        """Return the sections with a paragraph that holds something of what `wanted` leaves, in order."""
        if not wanted:
            return self._dossier.sections
        places = self.paragraphs.places
        held = {places[number].section for part in self.held(wanted) for number in part}
        return tuple(section for section in self._dossier.sections if section.id in held)

    def entities(self, wanted: Filter) -> tuple[Entity, ...]:
        """Return the entities that `wanted` leaves, in the dossier's order."""
        return tuple(self._dossier.entities[row] for part in self.rows("entity", wanted) for row in part)

    # Terms

    def _alternatives(self, wanted: Filter) -> Alternatives:
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


def _meets(alternatives: Alternatives, item: Filterable) -> bool:
    return any(all(_holds(clause, item) for clause in clauses) for clauses in alternatives)


def _means_something(clause: Clause, kind: Kind) -> bool:
    return any(test.column.knows(kind) for test in clause.tests)


def _meaningful(alternatives: Alternatives, kind: Kind) -> Alternatives:
    """Return what is left of alternatives without the terms that mean nothing for `kind`.

    Where nothing is left of one alternative, another decides; where nothing is left at all, everything is.
    """
    left = [[clause for clause in clauses if _means_something(clause, kind)] for clauses in alternatives]
    return [clauses for clauses in left if clauses] or [[]]


def _holds(clause: Clause, item: Filterable) -> bool:
    for column, holds, asked in clause.tests:
        value = column.read(item)
        if value is not None and holds(value, asked):
            return not clause.negated
    return clause.negated
