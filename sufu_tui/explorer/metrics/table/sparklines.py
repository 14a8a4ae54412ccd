"""Sparklines: the course of a figure that was observed more than once, in a few cells.

Braille dots have the width of one cell everywhere, which block elements have not. Two observations
share a cell; the lowest is one dot high and the highest four.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from sufu_tui.dossier.model import Metric, Observation

_LEFT = (0x00, 0x40, 0x44, 0x46, 0x47)
_RIGHT = (0x00, 0x80, 0xA0, 0xB0, 0xB8)
_BRAILLE = 0x2800
_HEIGHTS = 4
_MOST = 20


def sparkline(metric: Metric) -> str:
    """Return the sparkline of `metric`; empty with fewer than two observations to show.

    Left out: observations without a period, of another unit, or not finite.
    """
    found = sorted(
        (observation for observation in (*metric.earlier, metric.latest) if _drawable(observation, metric)),
        key=_when,
    )[-_MOST:]
    if len(found) < 2:
        return ""
    heights = _heights([observation.quantity.value for observation in found])
    pairs = zip_longest(heights[::2], heights[1::2], fillvalue=0)
    return "".join(chr(_BRAILLE + _LEFT[left] + _RIGHT[right]) for left, right in pairs)


def _when(observation: Observation) -> tuple[float, float]:
    return observation.period.sort_key if observation.period else (0.0, 0.0)


def _drawable(observation: Observation, metric: Metric) -> bool:
    quantity = observation.quantity
    return observation.period is not None and quantity.unit == metric.unit and quantity.value.is_finite()


def _heights(values: list[Decimal]) -> list[int]:
    low, high = min(values), max(values)
    if low == high:
        return [_HEIGHTS // 2] * len(values)
    return [1 + round((value - low) / (high - low) * (_HEIGHTS - 1)) for value in values]
