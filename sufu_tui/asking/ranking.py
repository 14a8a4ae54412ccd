"""The metrics in any order at the speed of plain numbers: what a column sorts by is worked out once.

For a column and a direction every metric has a rank, a small integer; equals share one, and what is missing
has the last. So a sort compares integers, and several keys are several stable passes. `sorting` says what
comes before what; values are ranked here by their magnitude as a float first, and exactly where that is the
same.

To rank very many takes a while, and is done in small steps: whoever has time takes some ahead of the sort.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from typing import Any, NamedTuple

from sufu_tui.asking.sorting import SortKey, UnknownColumnError, metric_keys
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.dossier.quantity import Quantity

Rows = Sequence[int]
Runs = Sequence[Rows]
"""Rows in an order, those together that are equal."""

_MANY_OF = 8
"""Every so-manieth of all rows, or more, are picked out of the order of all."""

_STEP = 256
"""Rows to do something with before others have their turn: less than a millisecond."""
_SORTED_AT_ONCE = 1024


class _Ranked(NamedTuple):
    """All rows by one key; as arrays, which take a tenth of the memory of lists."""

    order: array[int]
    """The rows in their order."""
    ranks: array[int]
    """The rank of each row."""


class Ranking:
    """The metrics of a dossier, to be sorted again and again in one language."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self._dossier = dossier
        self._keys = metric_keys(dossier, language)
        self._ranked: dict[SortKey, _Ranked] = {}
        self._begun: dict[str, Iterator[None]] = {}  # columns of which some steps may have been taken

    def sorted(self, rows: Rows, keys: Sequence[SortKey]) -> Rows:
        """Return `rows`, in the dossier's order, by `keys`; the first is the most important, equals stay.

        Raises UnknownColumnError where a key is no column of metrics.
        """
        for number, key in enumerate(reversed(keys)):
            for _ in self._steps(key.column):
                pass
            ranked = self._ranked[key]
            if not number and len(rows) * _MANY_OF >= len(self._dossier.metrics):
                rows = _picked(rows, ranked.order)
            else:
                rows = sorted(rows, key=ranked.ranks.__getitem__)
        return rows

    def get_ready(self, columns: Iterable[str]) -> Iterator[None]:
        """Work out, step by step, what sorting by `columns` takes; what is done so far is never lost.

        Raises UnknownColumnError where there is no such column of metrics.
        """
        for column in columns:
            yield from self._steps(column)

    def _steps(self, column: str) -> Iterator[None]:
        """Take the steps that are left until `column` is ranked in both directions."""
        if column not in self._keys:
            raise UnknownColumnError(column)
        steps = self._begun.get(column)
        if steps is None:
            steps = self._begun[column] = self._rank(column)
        for _ in steps:  # not `yield from`: who gives up here must not end those steps
            yield

    def _rank(self, column: str) -> Iterator[None]:
        blocks = yield from self._by_value() if column == "value" else self._by_key(column)
        for descending in (False, True):
            order, ranks = array("i"), array("i", bytes(4 * len(self._dossier.metrics)))
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

    def _by_key(self, column: str) -> Generator[None, None, Sequence[Runs]]:
        """Return the rows by a column, equals together: those with something there, then the others."""
        key, keys = self._keys[column], []
        present: list[int] = []
        missing: list[int] = []
        for row, metric in enumerate(self._dossier.metrics):
            if not row % _STEP:
                yield
            made = key(metric)
            keys.append(made)
            (missing if made is None else present).append(row)
        order = yield from _in_order(present, keys)
        runs: list[Rows] = []
        for _, same in groupby(order, keys.__getitem__):
            runs.append(tuple(same))
            if not len(runs) % _STEP:
                yield
        return [runs, [missing]]

    def _by_value(self) -> Generator[None, None, Sequence[Runs]]:
        """Return the rows by value, equals together, unit by unit: so units keep their order both ways."""
        quantities, floats = [], array("d")
        members: dict[str, list[int]] = {unit.id: [] for unit in self._dossier.units}
        for row, metric in enumerate(self._dossier.metrics):
            if not row % _STEP:
                yield
            quantity = metric.latest.quantity
            quantities.append(quantity)
            floats.append(float(quantity.value))
            members[quantity.unit].append(row)
        blocks = []
        for rows in members.values():
            order = yield from _in_order(rows, floats)
            runs: list[Rows] = []
            for number, (_, same) in enumerate(groupby(order, floats.__getitem__)):
                # What floats do not tell apart, values do, or else qualifiers.
                runs += _told_apart(list(same), quantities)
                if not number % _STEP:
                    yield
            blocks.append(runs)
        return blocks


def _picked(rows: Rows, order: array[int]) -> list[int]:
    """Return `rows` as they come in the `order` of all: to go through that is less than to sort many."""
    if len(rows) == len(order):
        return order.tolist()
    wanted = bytearray(len(order))
    for row in rows:
        wanted[row] = True
    return [row for row in order if wanted[row]]


def _in_order(rows: Rows, keys: Sequence[Any]) -> Generator[None, None, list[int]]:
    """Return `rows` by their `keys`, equals as they were; in steps, which a single sort would not have."""
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


def _told_apart(rows: list[int], quantities: Sequence[Quantity]) -> Iterable[Sequence[int]]:
    """Return the rows of quantities of about the same value by their exact magnitude, equals together."""
    if len(rows) == 1:
        return (rows,)
    rows.sort(key=lambda row: quantities[row].magnitude)
    return (tuple(run) for _, run in groupby(rows, lambda row: quantities[row].magnitude))
