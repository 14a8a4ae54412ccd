"""An expression over all the metrics, column by column and slice by slice.

A reader types into a list of a hundred thousand figures. So each term looks at one column of plain values
and passes on the rows that it leaves, what many figures share is asked once, and between two slices others
get a turn: whoever has typed on by then drops the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from sufu_tui.asking import SLICE
from sufu_tui.asking.dating import WITHIN
from sufu_tui.asking.expressions import COMPARE, Expression, Field, Not, Term, Value, Word
from sufu_tui.asking.said import Said, Shared
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Metric

Rows = Sequence[int]
"""Numbers of metrics, in the order of the dossier."""

_Narrow = Callable[[Rows], Rows]
_T = TypeVar("_T", bound=Hashable)

_FOLDED = 512
"""How many texts are folded before others get a turn, the first time."""


class Narrowing:
    """The metrics of a dossier as columns; each is made when it is first asked for."""

    def __init__(self, metrics: Sequence[Metric], said: Said, sections: dict[str, int]) -> None:
        """Take the metrics, what is said of them, and the numbers of the sections."""
        self._metrics = metrics
        self._said = said
        self._numbers = sections
        self._texts: list[str] = []  # of the first metrics, as far as they were asked for

    def parts(self, expression: Expression) -> Iterator[Rows]:
        """Yield the rows that match, in order and in parts, some of them empty."""
        alternatives = [[self._narrow(term) for term in terms] for terms in expression]
        words = any(isinstance(_bare(term), Word) for terms in expression for term in terms)
        for start in range(0, len(self._metrics), SLICE):
            rows = range(start, min(start + SLICE, len(self._metrics)))
            if words:
                yield from (() for _ in self.folded(rows.stop))
            yield _left(rows, alternatives)

    def folded(self, stop: int | None = None) -> Iterator[None]:
        """Fold the texts of the metrics before `stop`, or of all; yield after every few."""
        own, texts = self._said.own, self._texts
        end = len(self._metrics) if stop is None else stop
        while len(texts) < end:  # whoever was here in between did a part of it
            texts += [own(metric) for metric in self._metrics[len(texts) : min(end, len(texts) + _FOLDED)]]
            yield

    @cached_property
    def _areas(self) -> list[str]:
        return [metric.area for metric in self._metrics]

    @cached_property
    def _sections(self) -> list[str]:
        return [metric.section for metric in self._metrics]

    def _narrow(self, term: Term) -> _Narrow:
        match term:
            case Not():
                return _without(self._narrow(term.term))
            case Word():
                return self._with_word(self._said.asked(term.text))
            case Value():
                compare, number, metrics = COMPARE[term.sign], term.number, self._metrics
                return lambda rows: [row for row in rows if compare(metrics[row].value, number)]
            case Field():
                return self._with_field(term)

    def _with_word(self, word: str) -> _Narrow:
        areas = {area for area in set(self._areas) if self._said.named("area", area, word)}
        sections = {section for section in set(self._sections) if self._said.named("section", section, word)}
        texts, area_of, section_of = self._texts, self._areas, self._sections
        if not areas and not sections:
            return lambda rows: [row for row in rows if word in texts[row]]
        return lambda rows: [
            row for row in rows if word in texts[row] or area_of[row] in areas or section_of[row] in sections
        ]

    def _with_field(self, field: Field) -> _Narrow:
        metrics, name, value = self._metrics, field.name, field.value
        if isinstance(value, bool):
            return lambda rows: [row for row in rows if metrics[row].derived is value]
        if isinstance(value, EdtfDate):
            asked, within = value, WITHIN[name]
            return self._where(
                lambda metric: metric.period, lambda date: date is not None and within(date, asked)
            )
        word = self._said.folded(value)
        match name:
            case "section" if word.isdecimal():
                return self._where(lambda metric: metric.section, lambda key: self._numbers[key] == int(word))
            case "area" | "section" | "unit":
                shared: Shared = name
                return self._where(
                    lambda metric: getattr(metric, name), lambda key: self._said.named(shared, key, word)
                )
            case "id":
                return lambda rows: [row for row in rows if word in metrics[row].id]
            case "qualifier":
                return lambda rows: [row for row in rows if metrics[row].qualifier.value.startswith(word)]
            case _:
                return lambda rows: rows if "metric".startswith(word) else ()

    def _where(self, column: Callable[[Metric], _T], holds: Callable[[_T], bool]) -> _Narrow:
        """Leave the rows whose value in `column` is one for which `holds`; each value is asked once."""
        metrics = self._metrics
        known: dict[_T, bool] = {}

        def narrow(rows: Rows) -> Rows:
            left = []
            for row in rows:
                value = column(metrics[row])
                held = known.get(value)
                if held is None:
                    held = known[value] = holds(value)
                if held:
                    left.append(row)
            return left

        return narrow


def _bare(term: Term) -> Term:
    while isinstance(term, Not):
        term = term.term
    return term


def _without(narrow: _Narrow) -> _Narrow:
    def others(rows: Rows) -> Rows:
        found = set(narrow(rows))
        return [row for row in rows if row not in found]

    return others


def _left(rows: Rows, alternatives: Sequence[Sequence[_Narrow]]) -> Rows:
    if not alternatives:
        return rows
    found: list[Rows] = []
    for terms in alternatives:
        left = rows
        for narrow in terms:
            left = narrow(left)
        found.append(left)
    return found[0] if len(found) == 1 else sorted(set().union(*found))
