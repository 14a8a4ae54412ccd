"""Calculations: how a figure comes about, and whether that can be what the report states.

A verdict is sound: "cannot both be true" is said only where no numbers that the source leaves open make
both sides true. It is not complete: what may be so need not be so.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import combinations
from typing import Literal, NamedTuple

from sufu_tui.dossier.edtf_date import EdtfDate, Precision
from sufu_tui.dossier.inclusion import Inclusion
from sufu_tui.dossier.interval import EVERYTHING, Interval
from sufu_tui.dossier.model import Metric, Observation, Unit
from sufu_tui.dossier.quantity import Quantity
from sufu_tui.dossier.stated import counts_up, stated_interval
from sufu_tui.dossier.totals import Total, added

CalculationKind = Literal["formula", "parts", "largest-part", "total"]
"""`formula`: arithmetic; `parts`: what a figure contains at the least, its parts together; `largest-part`:
the same of parts that may overlap; `total`: the sum of a tally."""


class Agreement(str, Enum):
    """Agreement of a calculation with what the report states."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    """Both cannot be true."""
    UNHELD = "unheld"
    """There is nothing to hold it against, or it leaves everything open."""


class Likeness(str, Enum):
    """Likeness of two observations of one period."""

    SAME = "same"
    CONSISTENT = "consistent"
    CONTRADICTING = "contradicting"


class Part(NamedTuple):
    """Part of a calculation: a figure or else a number, its signs and brackets, and what it can be."""

    before: tuple[str, ...]
    metric: Metric | None
    number: Fraction | None
    interval: Interval
    after: tuple[str, ...] = ()


class Calculation(NamedTuple):
    """Calculation in the unit `unit` (an id).

    `result` is the number as computed, `interval` what it can be; `stated` is what the source has instead,
    `stated_interval` what that can be. They are None where there is none.
    """

    kind: CalculationKind
    unit: str
    parts: tuple[Part, ...]
    result: Quantity | None
    interval: Interval
    stated: Observation | None = None
    stated_interval: Interval | None = None

    @property
    def verdict(self) -> Agreement:
        """Verdict: a contradiction where computed and stated interval do not meet."""
        if self.stated_interval is None or self.interval == EVERYTHING:
            return Agreement.UNHELD
        return Agreement.AGREE if self.interval.meets(self.stated_interval) else Agreement.CONTRADICT


class Comparison(NamedTuple):
    """Comparison of two observations of one period, with what each can be."""

    first: Observation
    second: Observation
    first_interval: Interval
    second_interval: Interval

    @property
    def likeness(self) -> Likeness:
        """Likeness, whichever of the two is first."""
        if self.first.quantity == self.second.quantity:
            return Likeness.SAME
        meet = self.first_interval.meets(self.second_interval)
        return Likeness.CONSISTENT if meet else Likeness.CONTRADICTING


class Calculator:
    """Calculator of figures, found by id with `metric`; `unit` finds their units."""

    def __init__(
        self, metric: Callable[[str], Metric], unit: Callable[[str], Unit], inclusion: Inclusion
    ) -> None:
        self._metric = metric
        self._unit = unit
        self._inclusion = inclusion
        self._intervals: dict[str, Interval] = {}
        self._held_intervals: dict[str, Interval] = {}

    def interval(self, metric: Metric, *, held: bool = False) -> Interval:
        """Return what a figure can be: by what is stated of it, or by its formula where it is derived.

        `held` is for what is held against another figure, so that rounding counts.
        """
        known, ahead = self._held_intervals if held else self._intervals, [metric.id]
        while ahead:
            one = self._metric(ahead[-1])
            inputs = () if one.formula is None else one.formula.inputs
            missing = [name for name in inputs if name not in known]
            if missing:
                ahead += missing
                continue
            if one.formula is None:
                known[one.id] = stated_interval(one.latest, self._unit(one.unit), held=held)
            else:
                known[one.id] = one.formula.interval(known).shortened()
            ahead.pop()
        return known[metric.id]

    def calculations(self, metric: Metric) -> Iterator[Calculation]:
        """Yield the calculations of a figure: that of its arithmetic, and that of its parts."""
        if metric.reckoning is not None or (metric.formula is not None and metric.formula.inputs):
            yield self._by_arithmetic(metric)
        parts = [self._metric(name) for name in self._inclusion.parts(metric)]
        if parts:
            yield self._of_parts(metric, parts)

    def total(self, total: Total) -> Calculation:
        """Return the calculation of the total of a tally."""
        parts = self._addends(total.addends, held=False)
        return Calculation("total", total.tally.unit, parts, total.quantity, _sum(parts))

    def comparisons(self, metric: Metric) -> Iterator[Comparison]:
        """Yield every two observations of a figure that surely are of one period."""
        unit = self._unit(metric.unit)
        of_period: dict[Hashable, list[tuple[Observation, Interval]]] = {}
        for observation in (metric.latest, *metric.earlier) if metric.earlier else ():
            period = _sure_period(observation.period)
            if period is not None:
                observed = observation, stated_interval(observation, unit, held=True)
                of_period.setdefault(period, []).append(observed)
        for alike in of_period.values():
            for (first, one), (second, other) in combinations(alike, 2):
                yield Comparison(first, second, one, other)

    def _by_arithmetic(self, metric: Metric) -> Calculation:
        formula = metric.arithmetic
        if formula is None:
            raise AssertionError(metric)
        parts, held = [], metric.reckoning is not None
        for operand in formula.operands():
            if operand.id is not None:
                part = self._metric(operand.id)
                parts.append(Part(operand.before, part, None, self.interval(part, held=held), operand.after))
            elif operand.number is not None:
                point = Interval(operand.number, operand.number)
                parts.append(Part(operand.before, None, operand.number, point, operand.after))
        if metric.reckoning is None:
            return Calculation("formula", metric.unit, tuple(parts), metric.quantity, self.interval(metric))
        inputs = {name: self._metric(name) for name in formula.inputs}
        return Calculation(
            "formula",
            metric.unit,
            tuple(parts),
            formula.evaluate({name: part.quantity for name, part in inputs.items()}, metric.unit),
            formula.interval({name: self.interval(part, held=True) for name, part in inputs.items()}),
            metric.latest,
            stated_interval(metric.latest, self._unit(metric.unit), held=True, rounded=formula.divides),
        )

    def _of_parts(self, whole: Metric, parts: Sequence[Metric]) -> Calculation:
        """Return what `parts` let `whole` be at the least: nothing says that there are no other parts."""
        counted = self._inclusion.counted(parts)
        shown = self._addends(counted or parts, held=True)
        if counted:
            sum_of_parts, result = _sum(shown), added([part.quantity for part in counted])
        else:
            most = max(parts, key=lambda part: part.quantity.magnitude)
            sum_of_parts, result = _largest([part.interval for part in shown]), most.quantity
        interval = sum_of_parts.upwards()
        signed = not counts_up(self._unit(whole.unit))
        if signed and any(figure.value < 0 for figure in (whole, *parts)):
            interval = EVERYTHING  # the other parts may be negative
        return Calculation(
            "parts" if counted else "largest-part",
            whole.unit,
            shown,
            result,
            interval,
            whole.latest,
            self.interval(whole, held=True),
        )

    def _addends(self, metrics: Sequence[Metric], *, held: bool) -> tuple[Part, ...]:
        return tuple(Part(("+",), metric, None, self.interval(metric, held=held)) for metric in metrics)


def _sum(parts: Sequence[Part]) -> Interval:
    result = Interval(Fraction(0), Fraction(0))
    for part in parts:
        result += part.interval
    return result


def _largest(intervals: Sequence[Interval]) -> Interval:
    """Return the interval of those given that lies highest, by its least number."""
    bounded = [one for one in intervals if one.least is not None]
    # Of two with the same end, the one that does not hold it lies higher.
    return max(bounded, key=lambda one: (one.least, not one.holds_least), default=EVERYTHING)


def _sure_period(date: EdtfDate | None) -> Hashable:
    """Return what is equal for dates that surely are one period; None for doubts and sets of dates."""
    if date is None or date.in_doubt or date.precision is Precision.SET:
        return None
    return date.text if None in date.firm_bounds else date.firm_bounds
