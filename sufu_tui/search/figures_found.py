"""Figures and dates of places as plain arrays, scanned for a number or a time within milliseconds."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from math import inf, isfinite, nan
from typing import NamedTuple

from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.dossier.model import Metric, Unit
from sufu_tui.languages.numbers import written
from sufu_tui.search.number_phrases import NumberPhrase
from sufu_tui.search.places import Place

_NEAR = 0.006
"""Share by which a float may differ from the number sought: more than rounding for the screen changes it."""


class TimePlaces(NamedTuple):
    """Numbers of the places dated with just a time, of those dated within it, and with a day of it among more."""

    just: frozenset[int]
    within: frozenset[int]
    around: frozenset[int]


class FigureIndex:
    """Values and bounds of dates of the places so far; further ones of one place stand behind."""

    def __init__(self, places: Sequence[Place], units: Iterable[Unit]) -> None:
        self._places = places
        self._units = {unit.id: unit for unit in units}
        self._values = array("d")
        self._firsts = array("d")
        self._lasts = array("d")
        self._more: list[tuple[int, float]] = []
        self._more_dates: list[tuple[int, float, float]] = []

    def add(self, place: Place) -> None:
        """Take in the next place."""
        number = len(self._values)
        value = nan
        if isinstance(place.subject, Metric):
            value = _number(place.subject.latest.quantity.value)
            self._more += [(number, _number(seen.quantity.value)) for seen in place.subject.earlier]
        first, last = inf, -inf
        for at, date in enumerate(place.dates):
            if at:
                self._more_dates.append((number, *date.sort_key))
            else:
                first, last = date.sort_key
        self._values.append(value)
        self._firsts.append(first)
        self._lasts.append(last)

    def of_number(self, phrase: NumberPhrase) -> list[int]:
        """Return the numbers of the metrics with a value that `phrase` says, as stated or as shown."""
        near: set[int] = set()
        for value in map(_number, phrase.values()):
            least, most = sorted((value - abs(value) * _NEAR, value + abs(value) * _NEAR))
            near.update([number for number, one in enumerate(self._values) if least <= one <= most])
            near.update([number for number, one in self._more if least <= one <= most])
        return sorted(number for number in near if self._says(phrase, self._places[number]))

    def _says(self, phrase: NumberPhrase, place: Place) -> bool:
        for seen in place.observations:
            quantity = seen.quantity
            shown = written(quantity, self._units[quantity.unit])
            if phrase.says(quantity.value, quantity.unit) or phrase.says(shown.value, quantity.unit):
                return True
        return False

    def __len__(self) -> int:
        return len(self._values)

    def of_time(self, asked: EdtfDate) -> TimePlaces:
        """Return the places of a time; what has no known end is around every time, and says nothing of this."""
        least, most = asked.sort_key
        bounds = enumerate(zip(self._firsts, self._lasts, strict=True))
        found = [(number, first, last) for number, (first, last) in bounds if first <= most and least <= last]
        found += [one for one in self._more_dates if one[1] <= most and least <= one[2]]
        just = frozenset(number for number, *ends in found if ends == [least, most])
        within = frozenset(number for number, first, last in found if least <= first and last <= most) - just
        ended = frozenset(number for number, first, last in found if isfinite(first) and isfinite(last))
        return TimePlaces(just, within, ended - just - within)


def _number(value: object) -> float:
    try:
        return float(value)  # type: ignore[arg-type]  # a Decimal
    except OverflowError:
        return inf
