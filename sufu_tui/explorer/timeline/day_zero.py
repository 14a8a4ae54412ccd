"""Day zero: the event from which every date is counted."""

from __future__ import annotations

from collections.abc import Callable

from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.query.date_distance import distance


def toggle_day_zero(model: TimelineModel, say: Callable[..., None]) -> None:
    """Count from the selected event, or from none any more; `say` why where it has no known beginning."""
    state, event = model.state, model.selected_event
    if event is None or event == state.day_zero:
        state.set_day_zero(None)
    elif distance(event, event) is None:
        say("timeline.no-beginning")
    else:
        state.set_day_zero(event)
