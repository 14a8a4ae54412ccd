"""Status of the timeline: number of events, place of the selected one, window and filter."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.dossier.bookmark import bookmarked_ids
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.cards.labels import relative_text
from sufu_tui.explorer.filter_line import filter_sentence
from sufu_tui.explorer.timeline.agenda.line_text import AgendaText
from sufu_tui.explorer.timeline.canvas.painter import CanvasLook
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.languages.dates import duration_text, stretch_text


def listed_text(model: TimelineModel) -> str:
    """Return the number of listed events, and of all where these are more."""
    words, total, shown = model.state.words, len(model.events), len(model.order)
    if shown == total:
        return words.plural("timeline.count", total)
    return words.plural("timeline.count-of", total, shown=shown)


def empty_text(model: TimelineModel) -> str:
    """Return the sentence for an empty list: no events, or none that the filter leaves."""
    words = model.state.words
    if not model.events:
        return words("timeline.empty")
    return words("timeline.none", expression=model.state.filter.text.strip())


def agenda_text(model: TimelineModel) -> AgendaText:
    """Return the list of events, with the signs of bookmarks and of what is linked."""
    state = model.state
    marked = bookmarked_ids(state.bookmarks, "event")
    parts = (model.agenda(), model.events, state.words, state.day_zero, empty_text(model))
    return AgendaText(*parts, marked, model.links.ids)


def canvas_look(model: TimelineModel, columns: int, rows: int) -> CanvasLook:
    """Return what the canvas shows in so many columns, with so many rows for the lanes."""
    frame = model.frame(columns, model.state.words, rows)
    return CanvasLook(frame, model.selected, "" if len(model.order) else empty_text(model))


def events_in_window(model: TimelineModel) -> list[Event]:
    """Return the listed events that may have been on one of the days of the axis in view."""
    first, last = model.axis.days_in_view()
    days = ((event, model.days_of(event)) for event in model.order.events)
    return [model.events[event] for event, of in days if of is not None and of[0] <= last and of[1] >= first]


def status_parts(model: TimelineModel, layout: LaneLayout | None, *, has_axis: bool) -> Iterator[str]:
    """Yield the parts of the status; `layout` is that of the axis, if there is one."""
    state, words = model.state, model.state.words
    event = model.selected_event
    if model.selected is None or event is None:
        yield listed_text(model)
    else:
        yield words("timeline.place", place=model.order.place(model.selected) + 1, of=listed_text(model))
        relative = relative_text(event, state.day_zero, words)
        if relative:
            yield relative
    if linked := model.links.sentence():
        yield linked
    if state.day_zero is not None:
        yield words("timeline.counted-from", title=state.day_zero.short.in_language(words.language))
    if has_axis:
        yield from _axis_parts(model, layout)
    if state.filter:
        yield filter_sentence(state, "event")


def _axis_parts(model: TimelineModel, layout: LaneLayout | None) -> Iterator[str]:
    """Yield the window, the breaks, the events in view and the grouping of the axis."""
    words, axis = model.state.words, model.axis
    if axis.window is None:  # nothing has been drawn
        return
    yield stretch_text(*axis.days_in_view(), words)
    if axis.has_breaks:
        gaps = words("show.list-separator").join(duration_text(days, words) for days in axis.left_out())
        yield words("timeline.left-out", gaps=gaps) if gaps else words("timeline.broken")
    if layout is not None and any(row.bars for row in layout.rows):
        number = len(model.order) - sum(layout.before) - sum(layout.after)
        yield words("timeline.in-view", number=number, named=layout.labelled)
    if model.lanes.grouping != "area":
        yield words(f"timeline.lanes-{model.lanes.grouping}")
