"""Sparklines: the course of a figure that was observed more than once, a cell for each observation.

Heights are lengths from zero, as those of bars are: a step from 98 to 100 looks as small as it is. With
negative values they stand on the lowest.
"""

from __future__ import annotations

from decimal import Decimal

from sufu_tui.dossier.model import Metric
from sufu_tui.explorer.metrics.bars.bar_scale import BarScale
from sufu_tui.explorer.metrics.bars.drawn_figure import exact
from sufu_tui.explorer.metrics.course import course

_BLOCKS = ".▁▂▃▄▅▆▇█"
"""Blocks by their eighths from below; nothing is a dot."""
_MOST = 20


def sparkline(metric: Metric) -> str:
    """Return the sparkline of the last twenty observations of `metric`; empty with fewer than two to show."""
    values = [observation.quantity.value for observation in course(metric)[-_MOST:]]
    if not values:
        return ""
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    if low == high:
        return _BLOCKS[0] * len(values)
    above = exact().subtract
    scale = BarScale(Decimal(0), above(high, low))
    return "".join(_BLOCKS[scale.eighths(above(value, low), 1)] for value in values)
