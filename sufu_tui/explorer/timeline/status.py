"""Status of the timeline: number of events, place of the selected one, window and filter."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.dossier.bookmark import bookmarked_ids
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.cards.labels import relative_text
from sufu_tui.explorer.filter_line import filter_sentence
from sufu_tui.explorer.state import Change
from sufu_tui.explorer.timeline.agenda.line_text import AgendaText
from sufu_tui.explorer.timeline.canvas.painter import CanvasLook
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.explorer.widgets.status_line import StatusPart
from sufu_tui.languages.dates import duration_text, stretch_text

_IN_VIEW, _BREAKS, _LANES, _DAY_ZERO, _LINKED, _STRETCH, _RELATIVE, _FILTER = range(8)
"""Ranks of the parts of the status, the least important first."""


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


OF_AGENDA = frozenset(
    {
        Change.BOOKMARKS,
        Change.DAY_ZERO,
        Change.LOOKED_AT,
        Change.PANE,
        Change.SEARCH,
        Change.SECOND_LANGUAGE,
    }
)
"""Changes of what the list says, beside those of which events it lists."""


def agenda_text(model: TimelineModel) -> AgendaText:
    """Return the list of events, with the signs of bookmarks and of what is linked."""
    state = model.state
    marked = bookmarked_ids(state.bookmarks, "event")
    parts = (model.agenda(), model.events, state.words, state.day_zero, empty_text(model))
    return AgendaText(*parts, marked, model.links.ids, state.second_words, state.marks)


def canvas_look(model: TimelineModel, columns: int, rows: int) -> CanvasLook:
    """Return what the canvas shows in so many columns, with so many rows for the lanes."""
    frame = model.frame(columns, model.state.words, rows)
    return CanvasLook(frame, model.selected, "" if len(model.order) else empty_text(model))


def events_in_window(model: TimelineModel) -> list[Event]:
    """Return the listed events that may have been on one of the days of the axis in view."""
    first, last = model.axis.days_in_view()
    days = ((event, model.days_of(event)) for event in model.order.events)
    return [model.events[event] for event, of in days if of is not None and of[0] <= last and of[1] >= first]


def status_parts(model: TimelineModel, layout: LaneLayout | None) -> Iterator[StatusPart]:
    """Yield the parts of the status; `layout` is that of the axis, if one is shown."""
    state, words = model.state, model.state.words
    event = model.selected_event
    if model.selected is None or event is None:
        yield StatusPart(listed_text(model))
    else:
        yield StatusPart(_place_text(model, model.order.place(model.selected) + 1))
        relative = relative_text(event, state.day_zero, words)
        if relative:
            yield StatusPart(relative, _RELATIVE)
    outside = 0 if layout is None else sum(layout.linked_before) + sum(layout.linked_after)
    yield from model.links.status(_LINKED, model.linked_listed, outside)
    if state.day_zero is not None:
        title = state.day_zero.short.in_language(words.language)
        yield StatusPart(words("timeline.counted-from", title=title), _DAY_ZERO)
    if layout is not None:
        yield from _axis_parts(model, layout)
    if state.filter:
        yield StatusPart(filter_sentence(state, "event"), _FILTER)


def _place_text(model: TimelineModel, place: int) -> str:
    """Return the place of an event among those listed, and where these are fewer, among all."""
    words, total, shown = model.state.words, len(model.events), len(model.order)
    if shown == total:
        return words("timeline.place", place=place, total=total)
    return words("timeline.place-of", place=place, shown=shown, total=total)


def _axis_parts(model: TimelineModel, layout: LaneLayout) -> Iterator[StatusPart]:
    """Yield the window, the breaks, the events in view and the grouping of the axis."""
    words, axis = model.state.words, model.axis
    yield StatusPart(stretch_text(*axis.days_in_view(), words), _STRETCH)
    if axis.has_breaks:
        gaps = words("show.list-separator").join(duration_text(days, words) for days in axis.left_out())
        text = words("timeline.left-out", gaps=gaps) if gaps else words("timeline.broken")
        yield StatusPart(text, _BREAKS)
    if any(row.bars for row in layout.rows):
        number = len(model.order) - sum(layout.before) - sum(layout.after)
        yield StatusPart(words("timeline.in-view", number=number, named=layout.labelled), _IN_VIEW)
    if model.lanes.grouping != "area":
        yield StatusPart(words(f"timeline.lanes-{model.lanes.grouping}"), _LANES)
