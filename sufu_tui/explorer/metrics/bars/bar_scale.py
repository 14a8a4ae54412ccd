"""Bar scale: figures as lengths from zero, in eighths of a cell; negative ones to the left of zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords, DrawnFigure, exact, word
from sufu_tui.explorer.metrics.bars.round_ticks import even_ticks
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Run

_BLOCKS = " ▏▎▍▌▋▊▉"
"""Blocks by their eighths from the left; no common font has such from the right."""
_WHOLE = "█"
_ZERO_LINE = "│"
_EIGHTHS = 8


class _Sides(NamedTuple):
    """Cells on both sides of the zero line, which takes one itself where there are negative figures."""

    left: int
    right: int

    @property
    def has_line(self) -> bool:
        return self.left > 0


@dataclass(frozen=True, slots=True)
class BarScale:
    """Scale from `low` to `high` with zero on it: `low` at most zero, `high` at least, and not both."""

    low: Decimal
    high: Decimal

    linear = True
    """True: lengths are proportional to values."""

    def _sides(self, cells: int) -> _Sides:
        if not self.low:
            return _Sides(0, cells)
        room = cells - 1
        if not self.high:
            return _Sides(room, 0)
        context = exact()
        share = context.divide(self.low, context.subtract(self.low, self.high))
        left = int(context.multiply(share, Decimal(room)).to_integral_value(ROUND_HALF_UP))
        return _Sides(max(1, min(room - 1, left)), max(1, min(room - 1, room - left)))

    def eighths(self, value: Decimal, cells: int) -> int:
        """Return the length of `value` (finite) in `cells` cells, in eighths of one; negative to the left.

        Both sides have the same measure, so that the longer is the greater one. What is not zero has one
        eighth at least.
        """
        if not value:
            return 0
        context, sides = exact(), self._sides(cells)
        below = self.low.copy_abs(), Decimal(_EIGHTHS * sides.left)
        above = self.high, Decimal(_EIGHTHS * sides.right)
        # The end that leaves least room decides for both.
        end, most = max((pair for pair in (below, above) if pair[0]), key=lambda pair: context.divide(*pair))
        length = context.divide(context.multiply(value.copy_abs(), most), end)
        found = max(1, int(length.to_integral_value(ROUND_HALF_UP)))
        return found if value > 0 else -found

    def drawn(self, value: Decimal, cells: int, words: BarWords) -> DrawnFigure:
        """Return the bar of `value` (finite) in `cells` cells, at least three of them."""
        sides, eighths = self._sides(cells), self.eighths(value, cells)
        line = (Run(_ZERO_LINE, "axis"),) if sides.has_line else ()
        whole, part = divmod(abs(eighths), _EIGHTHS)
        if eighths > 0:
            return DrawnFigure(sides.left, (*line, Run(_WHOLE * whole + _BLOCKS[part] * bool(part), "bar")))
        if eighths < 0:
            # A block from the right is one from the left in turned colours.
            turned = (Run(_BLOCKS[_EIGHTHS - part], "bar-turned"),) if part else ()
            indent = sides.left - whole - len(turned)
            return DrawnFigure(indent, (*turned, Run(_WHOLE * whole, "bar"), *line))
        taken = width(words.zero)
        if sides.has_line and taken <= sides.right:
            return DrawnFigure(sides.left, (*line, Run(words.zero, "word")))
        if sides.has_line and taken <= sides.left:
            return DrawnFigure(sides.left - taken, (Run(words.zero, "word"), *line))
        return word(words.zero)

    def ticks(self, most: int) -> tuple[Decimal, ...]:
        """Return at most `most` and one round figures on the scale, two at least."""
        return even_ticks(self.low, self.high, most)

    def place(self, value: Decimal, cells: int) -> int:
        """Return the cell, from 0, in which the bar of `value` ends."""
        sides, eighths = self._sides(cells), self.eighths(value, cells)
        if eighths > 0:
            return sides.left + sides.has_line + (eighths - 1) // _EIGHTHS
        return sides.left - (-eighths + _EIGHTHS - 1) // _EIGHTHS
