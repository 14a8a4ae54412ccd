"""Course of a figure: its observations in the order of time, as far as they can be drawn together."""

from __future__ import annotations

from sufu_tui.dossier.model import Metric, Observation


def course(metric: Metric) -> tuple[Observation, ...]:
    """Return the observations of `metric` by time; empty with fewer than two to compare.

    Left out: those without a period, of another unit, or not finite.
    """
    if not metric.earlier:
        return ()
    found = [one for one in (*metric.earlier, metric.latest) if _drawable(one, metric)]
    return tuple(sorted(found, key=_when)) if len(found) > 1 else ()


def _when(observation: Observation) -> tuple[float, float]:
    return observation.period.sort_key if observation.period else (0.0, 0.0)


def _drawable(observation: Observation, metric: Metric) -> bool:
    quantity = observation.quantity
    return observation.period is not None and quantity.unit == metric.unit and quantity.value.is_finite()
