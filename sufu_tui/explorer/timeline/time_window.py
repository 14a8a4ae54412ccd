"""Time window: the stretch in view, or that of an event, as a term of the filter of the whole explorer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sufu_tui.dossier.days import iso
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.query.filter import Filter

WindowPart = Literal["view", "event"]
"""Part of the timeline that can be a window: what is in view, or the selected event."""


def stretch_of(model: TimelineModel, part: WindowPart, *, has_axis: bool) -> str | None:
    """Return the time of a part in EDTF: the days in view, or the date of the event; None without any."""
    if part == "event":
        return None if model.selected_event is None else model.selected_event.date.text
    if not has_axis:
        return None
    first, last = model.axis.days_in_view()
    return f"{iso(first)}/{iso(last)}"


def toggle_window(model: TimelineModel, stretch: str | None, say: Callable[..., None]) -> None:
    """Filter by `stretch` as well, in place of another window, and `say` so; where that is on, lift it."""
    from sufu_tui.query.expression_text import has_window, within_window  # no start needs them

    state = model.state
    if stretch is None:
        say("timeline.no-window")
        return
    before = state.filter.text
    state.remember_filter(before)
    model.begin_typing()
    text = within_window(before, stretch)
    state.set_filter(Filter.parse(text, [kind.id for kind in state.dossier.own_kinds]))
    model.end_typing()
    state.remember_filter(text)
    say("timeline.window" if has_window(text) else "timeline.no-more-window", stretch=stretch)
