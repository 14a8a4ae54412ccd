"""Drawn figure: runs of cells, words for what cannot be drawn, the arithmetic that decides lengths."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context
from typing import NamedTuple

from sufu_tui.typesetting.flow import Run


class BarWords(NamedTuple):
    """Words in the place of what cannot be drawn, in the reader's language."""

    zero: str
    negative: str
    not_finite: str
    only_one: str


class DrawnFigure(NamedTuple):
    """Drawn figure: `runs` after `indent` blank cells.

    Styles: `bar`, `bar-turned` (a block that is what it leaves blank), `axis` (zero), `word`; `bar-next`
    and `bar-next-turned` in every other line, where bars would run into each other.
    """

    indent: int
    runs: tuple[Run, ...]

    def for_line(self, number: int) -> DrawnFigure:
        """Return the drawing in the tone of the line `number`."""
        if number % 2 == 0:
            return self
        return self._replace(
            runs=tuple(run._replace(style=run.style.replace("bar", "bar-next")) for run in self.runs)
        )


def word(text: str) -> DrawnFigure:
    """Return a word in the place of a bar."""
    return DrawnFigure(0, (Run(text, "word"),))


def exact() -> Context:
    """Return a context for lengths: of fifty digits, and correctly rounded, so that it swaps no two values.

    The usual one would round off the last digits of a long value, and fail at the largest powers.
    """
    return Context(prec=50, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
