"""Day zero: the event from which every date is counted."""

from __future__ import annotations

from collections.abc import Callable

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.state import SharedState
from sufu_tui.query.date_distance import distance


def toggle_day_zero(state: SharedState, event: Event | None, say: Callable[[str], object]) -> None:
    """Count every date from `event`, or from none any more; `say` takes the key of a sentence."""
    if event is None or event == state.day_zero:
        state.set_day_zero(None)
    elif distance(event, event) is None:
        say("timeline.no-beginning")
    else:
        state.set_day_zero(event)
