"""How far an event lies from another that is day zero: in days, and no more exact than the two dates are."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event


class Distance(NamedTuple):
    """The least and the most days from day zero; before it they are negative. None: nobody can say."""

    least: int | None
    most: int | None


def distance(event: Event, zero: Event) -> Distance | None:
    """Return how far `event` lies from `zero`; None where nothing at all can be said of it.

    What lasts is measured from its first day to its last. What was some time within its bounds may be as near
    or as far as they allow; a day zero that lasted counts from its beginning.
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
