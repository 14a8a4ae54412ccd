"""Rank index: items in any order at the speed of plain numbers, since each column is ranked once.

For a column and a direction every item has a rank, a small integer; equals share one, and a missing value
has the last of its group. So a sort compares integers, and several keys are several stable passes (least
significant key first). `sort_keys.py` defines the order of each column.

Ranking very many takes a while, and is done in small steps, of which some may be taken ahead of the sort.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from typing import Any, NamedTuple

from sufu_tui.dossier.model import Item
from sufu_tui.query.sort_keys import SortColumn, SortKey, UnknownColumnError

Rows = Sequence[int]
Runs = Sequence[Rows]
"""Rows in an order, equal ones grouped."""

_MANY_OF = 8
"""Share: from 1/8 of all rows on, filter the full order instead of sorting the subset."""

_STEP = 256
"""Rows of a step, after which others get a turn: less than a millisecond."""
_SORTED_AT_ONCE = 1024


class _Ranked(NamedTuple):
    """Ranking of all rows by one key; arrays take a tenth of the memory of lists."""

    order: array[int]
    """Rows in their order."""
    ranks: array[int]
    """Rank of each row."""


class RankIndex:
    """Rank index over the items of a kind, for repeated sorts in one language."""

    def __init__(self, items: Sequence[Item], columns: Mapping[str, SortColumn]) -> None:
        """Rank `items` by any of `columns`."""
        self._items = items
        self._columns = columns
        self._ranked: dict[SortKey, _Ranked] = {}
        self._begun: dict[str, Iterator[None]] = {}  # columns of which some steps may have been taken

    def sorted(self, rows: Rows, keys: Sequence[SortKey]) -> Rows:
        """Return `rows` (in the dossier's order) sorted by `keys`, the most significant first; stable.

        Raises UnknownColumnError where a key is none of the columns.
        """
        for number, key in enumerate(reversed(keys)):
            for _ in self._steps(key.column):
                pass
            ranked = self._ranked[key]
            if not number and len(rows) * _MANY_OF >= len(self._items):
                rows = _picked(rows, ranked.order)
            else:
                rows = sorted(rows, key=ranked.ranks.__getitem__)
        return rows

    def prepare(self, columns: Iterable[str]) -> Iterator[None]:
        """Rank `columns` in small steps, ahead of a sort by them; a step is never taken twice.

        Raises UnknownColumnError where there is no such column.
        """
        for column in columns:
            yield from self._steps(column)

    def _steps(self, column: str) -> Iterator[None]:
        """Take the remaining steps until `column` is ranked in both directions."""
        if column not in self._columns:
            raise UnknownColumnError(column)
        steps = self._begun.get(column)
        if steps is None:
            steps = self._begun[column] = self._rank(column)
        for _ in steps:  # not `yield from`: closing this generator must not end those steps
            yield

    def _rank(self, column: str) -> Iterator[None]:
        blocks = yield from self._runs(column)
        for descending in (False, True):
            order, ranks = array("i"), array("i", bytes(4 * len(self._items)))
            rank = 0
            for block in blocks:
                for run in reversed(block) if descending else block:
                    order.extend(run)
                    for row in run:
                        ranks[row] = rank
                    rank += 1
                    if not rank % _STEP:
                        yield
            self._ranked[SortKey(column, descending)] = _Ranked(order, ranks)

    def _runs(self, column: str) -> Generator[None, None, Sequence[Runs]]:
        """Return the rows by a column, equals grouped, in blocks that keep their order in both directions."""
        key, group = self._columns[column]
        keys = []
        groups: defaultdict[Any, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for row, item in enumerate(self._items):
            if not row % _STEP:
                yield
            made = key(item)
            keys.append(made)
            groups[group(item) if group else None][made is None].append(row)
        blocks: list[Runs] = []
        for _, (present, missing) in sorted(groups.items()):
            order = yield from _in_order(present, keys)
            runs: list[Rows] = []
            for number, (_, same) in enumerate(groupby(order, keys.__getitem__)):
                runs.append(tuple(same))
                if not number % _STEP:
                    yield
            blocks += runs, [missing]
        return blocks


def _picked(rows: Rows, order: array[int]) -> list[int]:
    """Return `rows` in the `order` of all by one linear pass, quicker than a sort of many."""
    if len(rows) == len(order):
        return order.tolist()
    wanted = bytearray(len(order))
    for row in rows:
        wanted[row] = True
    return [row for row in order if wanted[row]]


def _in_order(rows: Rows, keys: Sequence[Any]) -> Generator[None, None, list[int]]:
    """Return `rows` by their `keys`: a stable merge sort in steps, so that others get a turn."""
    by: Callable[[int], Any] = keys.__getitem__
    parts = []
    for start in range(0, len(rows), _SORTED_AT_ONCE):
        parts.append(sorted(rows[start : start + _SORTED_AT_ONCE], key=by))
        yield
    order = []
    for row in merge(*parts, key=by):
        order.append(row)
        if not len(order) % _STEP:
            yield
    return order
