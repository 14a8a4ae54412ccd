"""Linked events: the way to those that belong to what the reader looked at before, or to its time."""

from __future__ import annotations

from sufu_tui.explorer.timeline.event_order import next_linked
from sufu_tui.explorer.timeline.model import TimelineModel


def go_to_linked(model: TimelineModel, *, on_axis: bool) -> bool:
    """Select the next event that belongs to it, or go to its time; return False where it has neither."""
    found = next_linked(model.events, model.order, model.selected, model.links.ids)
    time = model.links.linked.time
    if found is not None:
        model.select(found)
    elif time is not None:
        model.go_to_date(time, on_axis=on_axis)
    return found is not None or time is not None
