"""Figures and dates of places as plain arrays, scanned for a number or a time within milliseconds."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from functools import reduce
from itertools import islice
from math import inf, isfinite
from typing import NamedTuple

from sufu_tui.dossier.days import from_day
from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.dossier.model import Unit
from sufu_tui.languages.numbers import written
from sufu_tui.search.number_phrases import NumberPhrase
from sufu_tui.search.places import Place

_NEAR = 0.006
"""Share by which a float may differ from the number sought: more than rounding for the screen changes it."""


_RUN = 4_096
"""Values that are sorted together: a step of a millisecond."""


class TimePlaces(NamedTuple):
    """Places dated with just a time, those dated within it, and those with a day of it among more."""

    just: frozenset[int]
    within: frozenset[int]
    around: frozenset[int]

    def joined(self, other: TimePlaces) -> TimePlaces:
        """Return the places of two times as one, each with the better of its ranks."""
        just, within = self.just | other.just, self.within | other.within
        return TimePlaces(just, within - just, (self.around | other.around) - within - just)


class FigureIndex:
    """Values and dates of the places so far; earlier figures of a metric stand behind."""

    def __init__(self, places: Sequence[Place], units: Iterable[Unit]) -> None:
        self._places = places
        self._units = {unit.id: unit for unit in units}
        self._read = 0
        self._years: set[int] = set()
        self._dated = 0  # the times whose years are known
        self._values: list[tuple[float, int]] = []  # of the run that is being filled
        self._runs: list[tuple[array[float], array[int]]] = []
        self._times: dict[tuple[float, float], array[int]] = {}  # many places have the same

    def add(self, place: Place) -> None:
        """Take in the next place."""
        for seen in place.observations:
            self._values.append((_number(seen.quantity.value), self._read))
        for date in place.dates:
            self._times.setdefault(date.sort_key, array("I")).append(self._read)
        self._read += 1
        if len(self._values) >= _RUN:
            self._values.sort()
            values, numbers = zip(*self._values, strict=True)
            self._runs.append((array("d", values), array("I", numbers)))
            self._values = []

    def of_number(self, phrase: NumberPhrase) -> list[int]:
        """Return the numbers of the metrics with a value that `phrase` says, as stated or as shown."""
        near: set[int] = set()
        for value in set(map(_number, phrase.values())):
            least, most = sorted((value - abs(value) * _NEAR, value + abs(value) * _NEAR))
            near.update(number for one, number in self._values if least <= one <= most)
            for values, numbers in self._runs:
                near.update(numbers[bisect_left(values, least) : bisect_right(values, most)])
        return sorted(number for number in near if self._says(phrase, self._places[number]))

    def _says(self, phrase: NumberPhrase, place: Place) -> bool:
        for seen in place.observations:
            quantity = seen.quantity
            shown = written(quantity, self._units[quantity.unit])
            if phrase.says(quantity.value, quantity.unit) or phrase.says(shown.value, quantity.unit):
                return True
        return False

    @property
    def years(self) -> Set[int]:
        """Years in which something begins or ends."""
        for bounds in islice(self._times, self._dated, None):
            self._years.update(from_day(int(day)).year for day in bounds if isfinite(day))
        self._dated = len(self._times)
        return self._years

    def of_times(self, asked: Iterable[EdtfDate]) -> TimePlaces:
        """Return the places of several times."""
        return reduce(TimePlaces.joined, map(self.of_time, asked))

    def of_time(self, asked: EdtfDate) -> TimePlaces:
        """Return the places of a time; what has an open end is around every later one, and is left out."""
        least, most = asked.sort_key
        just: set[int] = set()
        within: set[int] = set()
        around: set[int] = set()
        for (first, last), numbers in self._times.items():
            if (first, last) == (least, most):
                just.update(numbers)
            elif all(least <= end <= most for end in (first, last) if isfinite(end)):
                within.update(numbers)  # of an open time the end that is known
            elif first <= most and least <= last and isfinite(first) and isfinite(last):
                around.update(numbers)
        return TimePlaces(frozenset(just), frozenset(within - just), frozenset(around - just - within))


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]  # a Decimal
    except OverflowError:
        return inf
