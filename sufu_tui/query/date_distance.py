"""Date distances: days from day zero to an event, no more exact than the two dates are."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event


class Distance(NamedTuple):
    """Least and most days from day zero, negative before it; None where unbounded or unknown."""

    least: int | None
    most: int | None


def distance(event: Event, zero: Event) -> Distance | None:
    """Return the distance in days of `event` from `zero`; None where neither bound is known.

    A span is measured from its first day to its last. A point within its bounds may be as near or as far as
    they allow; a day zero that is a span counts from its beginning.
    """
    first, last = _beginning(zero)
    date = event.date
    least = None if date.earliest is None or last is None else date.earliest - last
    most = None if date.latest is None or first is None else date.latest - first
    return None if least is None and most is None else Distance(least, most)


def _beginning(zero: Event) -> tuple[int | None, int | None]:
    """Return the first and the last day on which `zero` may have happened or begun."""
    date = zero.date
    if zero.kind == "point":
        return date.earliest, date.latest
    start: EdtfDate | None = date.start
    if start is not None:
        return start.earliest, start.latest
    return date.earliest, date.earliest
