"""From one event to the next: in time, and across lanes."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.model import Event


def in_time(events: Sequence[Event], shown: Sequence[int]) -> list[int]:
    """Return the indexes `shown` in the order of time: by earliest, then latest day."""
    return sorted(shown, key=lambda index: (events[index].date.sort_key, index))


def step(order: Sequence[int], current: int | None, distance: int) -> int | None:
    """Return the event `distance` places after `current`, stopping at the ends; None where there are none."""
    if not order:
        return None
    if current is None or current not in order:
        return order[0] if distance > 0 else order[-1]
    return order[max(0, min(len(order) - 1, order.index(current) + distance))]


def across(
    events: Sequence[Event], order: Sequence[int], lane_of: Sequence[int], current: int | None, distance: int
) -> int | None:
    """Return the event nearest in time to `current` in the next lane that has one; itself where none has.

    `lane_of` is the number of each event's lane, by index; `distance` is 1 for down and -1 for up.
    """
    if current is None or current not in order:
        return step(order, None, 1)
    here = lane_of[current]
    place = _middle(events[current])
    beyond = [lane_of[index] for index in order if (lane_of[index] - here) * distance > 0]
    if not beyond:
        return current
    lane = min(beyond) if distance > 0 else max(beyond)
    found = (index for index in order if lane_of[index] == lane)
    return min(found, key=lambda index: abs(_middle(events[index]) - place))


def _middle(event: Event) -> float:
    """Return the middle of an event's bounds; of one that is open, the bound that it has."""
    earliest, latest = event.date.earliest, event.date.latest
    if earliest is None or latest is None:
        return float(earliest if latest is None and earliest is not None else latest or 0)
    return (earliest + latest) / 2
