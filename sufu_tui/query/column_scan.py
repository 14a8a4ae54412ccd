"""Column scan: a filter over all items of a kind, column by column and slice by slice.

For speed alone: it finds the same rows as the predicate of `filters.py`, of 100,000 figures a word in 9 ms
instead of 450, a value in 7 instead of 80. Each test reads a column of plain values and passes on the rows
that hold, and between two slices others get a turn, since a reader types into such a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from sufu_tui.dossier.model import Item, Kind
from sufu_tui.query import SLICE
from sufu_tui.query.filter_fields import Clause, ColumnTest, FilterColumn

Rows = Sequence[int]
"""Row numbers of items, ascending: the order of the dossier."""

_Narrow = Callable[[Rows], Rows]

_SLOW_STEP = 128
"""Rows of a slow column that are read before others get a turn: some milliseconds of folding texts."""


def collected(parts: Iterator[Rows]) -> Generator[Rows, None, list[int]]:
    """Pass on `parts`, and return all their rows."""
    found: list[int] = []
    for part in parts:
        found += part
        yield part
    return found


class ColumnScan:
    """Column cache of the items of a kind, filled as far as needed: eight bytes a row and column."""

    def __init__(self, kind: Kind, items: Sequence[Item]) -> None:
        """Scan `items`, all of one `kind`."""
        self._kind = kind
        self._items = items
        self._columns: defaultdict[FilterColumn, list[Any]] = defaultdict(list)

    def matches(self, alternatives: Sequence[Sequence[Clause]]) -> Iterator[Rows]:
        """Yield the rows for which all clauses of an alternative hold, in order and in parts, some empty."""
        columns = {test.column for clauses in alternatives for clause in clauses for test in clause.tests}
        narrows = [partial(_all, narrows=list(map(self._clause, clauses))) for clauses in alternatives]
        for start in range(0, len(self._items), SLICE):
            rows = range(start, min(start + SLICE, len(self._items)))
            for column in columns:
                yield from (() for _ in self._read(column, rows.stop))
            yield _any(rows, narrows)

    def prepare(self, column: FilterColumn) -> Iterator[None]:
        """Read a slow column; yield after every few rows."""
        return self._read(column, len(self._items))

    def _read(self, column: FilterColumn, stop: int) -> Iterator[None]:
        """Read a column up to the row `stop`; of a slow one, yield after every few rows."""
        values, step = self._columns[column], _SLOW_STEP if column.slow else SLICE
        while len(values) < stop:  # another scan may have read on in between
            values += map(
                getattr(column, self._kind), self._items[len(values) : min(len(values) + step, stop)]
            )
            if column.slow:
                yield

    def _clause(self, clause: Clause) -> _Narrow:
        held = partial(_any, narrows=list(map(self._test, clause.tests)))
        return partial(_without, narrow=held) if clause.negated else held

    def _test(self, test: ColumnTest) -> _Narrow:
        column, holds, asked = test
        values = self._columns[column]
        if not column.shared:
            return lambda rows: [
                row for row in rows if (value := values[row]) is not None and holds(value, asked)
            ]
        known = cache(lambda value: holds(value, asked))
        return lambda rows: [row for row in rows if (value := values[row]) is not None and known(value)]


def _all(rows: Rows, narrows: Iterable[_Narrow]) -> Rows:
    """Return the rows that every one of `narrows` leaves."""
    for narrow in narrows:
        rows = narrow(rows)
    return rows


def _any(rows: Rows, narrows: Iterable[_Narrow]) -> Rows:
    """Return the rows that at least one of `narrows` leaves."""
    parts = []
    for narrow in narrows:
        part = narrow(rows)
        if len(part) == len(rows):
            return rows
        if part:
            parts.append(part)
    return parts[0] if len(parts) == 1 else sorted(set().union(*parts))


def _without(rows: Rows, narrow: _Narrow) -> Rows:
    """Return the rows that `narrow` does not leave."""
    found = set(narrow(rows))
    return [row for row in rows if row not in found]
