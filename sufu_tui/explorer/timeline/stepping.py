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
    events: Sequence[Event], order: Sequence[int], lanes: Sequence[str], current: int | None, distance: int
) -> int | None:
    """Return the event nearest in time to `current` in the next lane that has one; None where none has."""
    if current is None or current not in order:
        return step(order, None, 1)
    here = lanes.index(events[current].area)
    place = _middle(events[current])
    lane = here + distance
    while 0 <= lane < len(lanes):
        found = [index for index in order if events[index].area == lanes[lane]]
        if found:
            return min(found, key=lambda index: abs(_middle(events[index]) - place))
        lane += distance
    return current


def _middle(event: Event) -> float:
    """Return the middle of an event's bounds; of one that is open, the bound that it has."""
    earliest, latest = event.date.earliest, event.date.latest
    if earliest is None or latest is None:
        return float(earliest if latest is None and earliest is not None else latest or 0)
    return (earliest + latest) / 2
