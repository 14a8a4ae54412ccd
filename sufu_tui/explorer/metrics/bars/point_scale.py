"""Point scale: figures above zero as points among powers of ten; a length would mislead there."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords, DrawnFigure, exact, word
from sufu_tui.explorer.metrics.bars.round_ticks import power_ticks
from sufu_tui.typesetting.flow import Run

_POINT = "●"


@dataclass(frozen=True)
class PointScale:
    """Scale from `low` to `high`, both above zero, `low` the less."""

    low: Decimal
    high: Decimal

    linear = False
    """False: places are proportional to the logarithms of values."""

    @cached_property
    def _ends(self) -> tuple[Decimal, Decimal]:
        """Logarithms of both ends."""
        return exact().log10(self.low), exact().log10(self.high)

    def place(self, value: Decimal, cells: int) -> int:
        """Return the cell of `value` (above zero), from 0 to `cells` - 1."""
        context, (low, high) = exact(), self._ends
        share = context.divide(context.subtract(context.log10(value), low), context.subtract(high, low))
        place = int(context.multiply(share, Decimal(cells - 1)).to_integral_value(ROUND_HALF_UP))
        return max(0, min(cells - 1, place))

    def drawn(self, value: Decimal, cells: int, words: BarWords) -> DrawnFigure:
        """Return the point of `value` (finite) in `cells` cells, or the word why it has none."""
        if value > 0:
            return DrawnFigure(self.place(value, cells), (Run(_POINT, "bar"),))
        return word(words.negative if value else words.zero)

    def ticks(self, most: int) -> tuple[Decimal, ...]:
        """Return at most `most` round figures on the scale, two at least."""
        return power_ticks(self.low, self.high, most)
