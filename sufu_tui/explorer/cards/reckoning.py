"""Reckoning of a figure or of totals: what stands on a card when its calculation is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.dossier.calculation import Agreement, Calculation, Calculator, Comparison, Part
from sufu_tui.dossier.interval import Interval
from sufu_tui.dossier.model import Metric, Observation
from sufu_tui.dossier.totals import Total, Totals
from sufu_tui.explorer.cards.labels import item_figure, item_title
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.formulas import sign_text
from sufu_tui.languages.intervals import interval_text
from sufu_tui.languages.numbers import fraction_text, quantity_text
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run

_GAP = "  "


class _Line(NamedTuple):
    """Line of a calculation: what stands in its margin, and what beside."""

    lead: Run
    runs: tuple[Run, ...]


def reckoning_blocks(metric: Metric, calculator: Calculator, sums: Totals, words: Catalogue) -> list[Block]:
    """Return how `metric` is reckoned: its calculations, observations of one period, and what it enters."""
    return list(_Writer(calculator, sums, words).figure(metric))


def total_blocks(
    heading: str, totals: Iterable[Total], calculator: Calculator, sums: Totals, words: Catalogue
) -> list[Block]:
    """Return how `totals` are reckoned, below `heading`."""
    writer = _Writer(calculator, sums, words)
    calculations = [(total, calculator.total(total)) for total in totals]
    blocks = [Block((Run(heading, "title"),))]
    for total, calculation in calculations:
        blocks += writer.calculation(calculation, writer.total_name(total))
    return [*blocks, *writer.legend()] if calculations else []


class _Writer:
    """Writer of the calculations of one dossier in one language."""

    def __init__(self, calculator: Calculator, sums: Totals, words: Catalogue) -> None:
        self.calculator = calculator
        self.sums = sums
        self.dossier = sums.dossier
        self.words = words

    def figure(self, metric: Metric) -> Iterator[Block]:
        yield Block((Run(item_title(metric, self.words), "title"),))
        yield Block((Run(item_figure(metric, self.dossier, self.words), "figure"),))
        calculations = list(self.calculator.calculations(metric))
        if not any(calculation.kind == "formula" for calculation in calculations):
            yield from self._uncomputed(metric)
        for calculation in calculations:
            yield from self.calculation(calculation, self.words(f"reckoning.{calculation.kind}"))
        heading = self.words("reckoning.observations")
        for number, comparison in enumerate(self.calculator.comparisons(metric)):
            if not number:
                yield Block((Run(heading, "heading"),), space=1)
            yield from self._comparison(comparison, space=min(1, number))
        yield from self._wholes(metric)
        yield from self.legend()

    def calculation(self, calculation: Calculation, heading: str) -> list[Block]:
        """Return the blocks of a calculation: its parts, its result, what is stated, the verdict."""
        rows = [self._part(part, sign) for part, sign in _signed(calculation.parts)]
        if calculation.result is not None:
            result = quantity_text(calculation.result, self.dossier.unit(calculation.unit), self.words)
            if calculation.kind in ("parts", "largest-part"):
                result = self.words(f"reckoning.result-{calculation.kind}", result=result)
            rows.append(self._line("=", Run(result, "figure"), self._range(calculation.interval)))
        blocks = self._listed(heading, rows)
        facts = []
        if calculation.stated is not None and calculation.stated_interval is not None:
            runs = (*self._value(calculation.stated), self._range(calculation.stated_interval))
            stated = calculation.kind == "formula"
            facts.append(self._fact("stated", *runs) if stated else self._fact("whole", *runs))
        verdict = calculation.verdict
        style = "strong" if verdict is Agreement.CONTRADICT else "body"
        facts.append(self._fact("verdict", Run(self.words(f"reckoning.verdict-{verdict.value}"), style)))
        return blocks + self._aligned(facts)

    def total_name(self, total: Total) -> str:
        label = total.tally.label.in_language(self.words.language)
        return self.words("reckoning.total", label=label)

    def legend(self) -> list[Block]:
        return [Block((Run(self.words("reckoning.legend"), "muted"),), space=1)]

    def _uncomputed(self, metric: Metric) -> list[Block]:
        """Return what a figure can be that is stated, or counted by the dossier, and not computed."""
        bounds = self._range(self.calculator.interval(metric))
        if metric.derived:
            return self._listed(
                self.words("reckoning.counted"), [self._line("=", *self._value(metric.latest), bounds)]
            )
        heading = Block((Run(self.words("reckoning.uncomputed"), "heading"),), space=1)
        return [heading, *self._aligned([self._fact("stated", *self._value(metric.latest), bounds)])]

    def _comparison(self, comparison: Comparison, space: int) -> list[Block]:
        """Return the blocks of two observations with their likeness, the first with `space` above it."""
        first, second, first_interval, second_interval = comparison
        rows = [self._observed(first, first_interval), self._observed(second, second_interval)]
        likeness = self.words(f"reckoning.likeness-{comparison.likeness.value}")
        blocks = self._aligned(rows)
        blocks[0] = blocks[0]._replace(space=space)
        return blocks + self._aligned([self._fact("verdict", Run(likeness, "strong"))])

    def _wholes(self, metric: Metric) -> Iterator[Block]:
        """Yield links to the figures that `metric` enters, and the total that it is counted in."""
        wholes = [self.dossier.metric(name) for name in self.sums.inclusion.users(metric)]
        if wholes:
            yield Block((Run(self.words("reckoning.enters"), "heading"),), space=1)
        for whole in wholes:
            figure = item_figure(whole, self.dossier, self.words)
            yield Block((Run(item_title(whole, self.words), "metric", whole.ref), Run(_GAP + figure)), 2)
        total = self.sums.grand_totals.get(metric.tally) if metric.tally is not None else None
        if total is not None:
            yield from self.calculation(self.calculator.total(total), self.total_name(total))

    # Rows

    def _part(self, part: Part, sign: str) -> _Line:
        closing = Run("".join(part.after))
        if part.metric is None:
            text = "" if part.number is None else fraction_text(part.number, self.words)
            return self._line(sign, Run(text + closing.text))
        name = Run(item_title(part.metric, self.words), "metric", part.metric.ref)
        value = Run(_GAP + item_figure(part.metric, self.dossier, self.words))
        return self._line(sign, name, closing, value, self._range(part.interval))

    def _value(self, observation: Observation) -> Iterator[Run]:
        unit = self.dossier.unit(observation.quantity.unit)
        yield Run(quantity_text(observation.quantity, unit, self.words))
        if observation.printed:
            printed = self.words("card.quoted", text=observation.printed)
            yield Run(self.words("card.separator") + printed, "muted")

    def _observed(self, observation: Observation, interval: Interval) -> _Line:
        place = [date_text(observation.period, self.words)] if observation.period is not None else []
        place.append(str(observation.source))
        runs = (*self._value(observation), self._range(interval))
        separator = self.words("card.separator")
        return self._line("·", *runs, Run(_GAP + separator.join(place), "muted"))

    def _range(self, interval: Interval) -> Run:
        return Run(_GAP + interval_text(interval, self.words), "muted")

    def _line(self, lead: str, *runs: Run) -> _Line:
        return _Line(Run(lead), runs)

    def _fact(self, label: str, *runs: Run) -> _Line:
        return _Line(Run(self.words(f"reckoning.{label}"), "label"), runs)

    def _listed(self, heading: str, rows: Sequence[_Line]) -> list[Block]:
        return [Block((Run(heading, "heading"),), space=1), *self._aligned(rows)]

    def _aligned(self, rows: Sequence[_Line]) -> list[Block]:
        indent = max((width(row.lead.text) for row in rows), default=0) + 1
        return [Block(row.runs, indent, row.lead, names=_unbroken(row)) for row in rows]


def _unbroken(line: _Line) -> tuple[str, ...]:
    """Return the texts of a line that stand apart: no line ends inside one of them."""
    return tuple(run.text.strip() for run in line.runs if run.text.startswith(_GAP))


def _signed(parts: Sequence[Part]) -> Iterator[tuple[Part, str]]:
    """Yield each part with the text of its signs; of a sum, the first has one as well."""
    sum_of_parts = all(set(part.before) <= {"+", "-"} for part in parts)
    for number, part in enumerate(parts):
        before = part.before or (("+",) if sum_of_parts and not number else ())
        yield part, "".join(sign_text(sign) for sign in before)
