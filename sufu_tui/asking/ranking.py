"""The metrics in any order at the speed of plain numbers: what a column sorts by is worked out once.

For a column and a direction every metric has a rank, a small integer; equals share one, and what is missing
has the last. So a sort compares integers, and several keys are several stable passes. `sorting` says what
comes before what; values are ranked here by their magnitude as a float first, and exactly where that is the
same.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby

from sufu_tui.asking.sorting import SortKey, UnknownColumnError, metric_keys
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.dossier.quantity import Quantity

Rows = Sequence[int]

_MANY_OF = 8
"""Every so-manieth of all rows, or more, are picked out of the order of all."""


class Ranking:
    """The metrics of a dossier, to be sorted again and again in one language."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self._dossier = dossier
        self._keys = metric_keys(dossier, language)
        self._ranks: dict[SortKey, list[int]] = {}
        self._orders: dict[SortKey, list[int]] = {}

    def sorted(self, rows: Rows, keys: Sequence[SortKey]) -> Rows:
        """Return `rows`, in the dossier's order, by `keys`; the first is the most important, equals stay.

        Raises UnknownColumnError where a key is no column of metrics.
        """
        for number, key in enumerate(reversed(keys)):
            if not number and len(rows) * _MANY_OF >= len(self._dossier.metrics):
                rows = self._picked(rows, self._order(key))
            else:
                rows = sorted(rows, key=self._ranks_of(key).__getitem__)
        return rows

    @staticmethod
    def _picked(rows: Rows, order: list[int]) -> list[int]:
        """Return `rows` as they come in the `order` of all: to go through that is less than to sort many."""
        if len(rows) == len(order):
            return order
        wanted = bytearray(len(order))
        for row in rows:
            wanted[row] = True
        return [row for row in order if wanted[row]]

    def get_ready(self, key: SortKey) -> None:
        """Work out what sorting everything by `key` takes; in a thread of its own it disturbs nobody."""
        self._order(key)

    def _order(self, key: SortKey) -> list[int]:
        """Return all the rows by one key."""
        order = self._orders.get(key)
        if order is None:
            ranks = self._ranks_of(key)
            order = _made_anew(sorted(range(len(ranks)), key=ranks.__getitem__))
            self._orders[key] = order
        return order

    def _ranks_of(self, key: SortKey) -> list[int]:
        if key not in self._ranks:
            if key.column not in self._keys:
                raise UnknownColumnError(key.column)
            of_values = key.column == "value"
            ascending, descending = self._rank_values() if of_values else self._rank(key.column)
            self._ranks[SortKey(key.column)] = _made_anew(ascending)
            self._ranks[SortKey(key.column, descending=True)] = _made_anew(descending)
        return self._ranks[key]

    def _rank(self, column: str) -> tuple[list[int], list[int]]:
        """Return the ranks by a column, ascending and descending."""
        key = self._keys[column]
        made = [key(metric) for metric in self._dossier.metrics]
        places = {value: place for place, value in enumerate(sorted({*made} - {None}))}
        missing = len(made)
        ascending = [missing if value is None else places[value] for value in made]
        return ascending, [missing if value is None else -places[value] for value in made]

    def _rank_values(self) -> tuple[list[int], list[int]]:
        """Return the ranks by value, ascending and descending; units keep their order in both."""
        quantities = [metric.latest.quantity for metric in self._dossier.metrics]
        floats = [float(quantity.value) for quantity in quantities]
        members: dict[str, list[int]] = {unit.id: [] for unit in self._dossier.units}
        for row, quantity in enumerate(quantities):
            members[quantity.unit].append(row)
        ascending = [0] * len(quantities)
        descending = [0] * len(quantities)
        first = 0
        for rows in members.values():
            rows.sort(key=floats.__getitem__)
            place = first
            for _, same in groupby(rows, floats.__getitem__):
                # What floats do not tell apart, values do, or else qualifiers.
                for run in _told_apart(list(same), quantities):
                    place += 1
                    for row in run:
                        ascending[row] = place
            for row in rows:
                descending[row] = first + place + 1 - ascending[row]
            first = place
        return ascending, descending


def _made_anew(numbers: list[int]) -> list[int]:
    """Return the same numbers, one after the other in memory: to go through them else takes twice as long."""
    return array("q", numbers).tolist()


def _told_apart(rows: list[int], quantities: Sequence[Quantity]) -> Iterable[Sequence[int]]:
    """Return the rows of quantities of about the same value by their exact magnitude, equals together."""
    if len(rows) == 1:
        return (rows,)
    rows.sort(key=lambda row: quantities[row].magnitude)
    return (tuple(run) for _, run in groupby(rows, lambda row: quantities[row].magnitude))
