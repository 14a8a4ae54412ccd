"""Timeline model: the events listed, the window on time and the selection, and from them a frame to draw.

It knows no screen: it notifies an observer of changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol

from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Event, Ref
from sufu_tui.explorer.background.sliced_work import Slices
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.axis.axis_view import AxisState, AxisView
from sufu_tui.explorer.timeline.axis.time_grid import ZOOM
from sufu_tui.explorer.timeline.axis.time_map import year_days
from sufu_tui.explorer.timeline.event_finder import EventFinder
from sufu_tui.explorer.timeline.event_order import EventOrder, across, first_within, known_days, nearest
from sufu_tui.explorer.timeline.frame import TimelineFrame
from sufu_tui.explorer.timeline.frame_maker import FrameMaker
from sufu_tui.explorer.timeline.lanes.lane_groups import Grouping, LaneGroups, grouping_after
from sufu_tui.explorer.timeline.listed_events import ListedEvents
from sufu_tui.explorer.timeline.reader_place import AxisPlace
from sufu_tui.explorer.undo import UndoStack
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter

_FILTERING = "filter"
"""Kind of the undo step of a typed filter: all its letters are one step."""


class _Snapshot(NamedTuple):
    """Snapshot for undo."""

    axis: AxisState
    grouping: Grouping
    filter: Filter


class TimelineObserver(Protocol):
    """Observer of the model, which shows it."""

    def find(self, wanted: Filter) -> None:
        """Find the events that a filter leaves, and pass them to `TimelineModel.take_found`."""
        ...

    def listed(self) -> None:
        """Show the events that the filter leaves."""
        ...

    def selected(self) -> None:
        """Show another event as selected, and the axis, whose window may have moved."""
        ...

    def axis_changed(self) -> None:
        """Show the axis again: its window, breaks or lanes have changed."""
        ...

    def say(self, key: str, **values: object) -> None:
        """Show the sentence `key` of the catalogue."""
        ...


class TimelineModel:
    """Model of the events that the shared filter leaves, on an axis of time."""

    def __init__(self, state: SharedState, observer: TimelineObserver) -> None:
        dossier = state.dossier
        self.state = state
        """Shared state."""
        self.events = dossier.events
        """Events of the dossier, in its order; elsewhere they are indexes into this."""
        self.selected: int | None = None
        """Index of the selected event."""
        self._observer = observer
        self.finder = EventFinder(state)
        """Finder of the events that a filter leaves."""
        self._listed = self.finder.all
        self._listed_for = Filter()  # what the list was found for
        self._awaited: AxisPlace | None = None  # where to return once the list is found
        self._lanes = self._listed.lanes("area")
        self.axis = AxisView(self.events, year_days(dossier.date))
        """View of the axis."""
        self.links = LinkedView(state, "event")
        """Events and time that belong to what the reader looked at before."""
        self._frames = FrameMaker(dossier, self.axis, self.links)
        self._undo: UndoStack[_Snapshot] = UndoStack()
        self._filter = state.filter  # the last on the undo stack
        self._anchor: AxisPlace | None = None  # where a filter was begun, until the reader moves

    @property
    def order(self) -> EventOrder:
        """Order of the events that the filter leaves, by time."""
        return self._listed.order

    @property
    def linked_listed(self) -> int:
        """Number of the listed events that belong to what was looked at before."""
        return len(self._listed.numbers_of(self.links.ids))

    @property
    def place(self) -> AxisPlace:
        """Place of the reader, to return to."""
        return AxisPlace(self.selected, self.axis.state)

    def return_to(self, place: AxisPlace) -> None:
        """Select an event and show the axis as they were left, the event once it is listed again."""
        before = self._snapshot()
        self._awaited = place if self.is_searching else None
        self._anchor = None
        self._take(place.selected)
        if place.axis.window is not None:  # else it had not been drawn, and shall show the event
            self.axis.restore(place.axis)
        if before.axis.window is not None:  # one step with the filter that came back with it
            self._undo.push(before, self._snapshot(), _FILTERING)
        self._observer.axis_changed()

    # The events

    @property
    def selected_event(self) -> Event | None:
        """Selected event."""
        return None if self.selected is None else self.events[self.selected]

    @property
    def lanes(self) -> LaneGroups:
        """Lanes of all events."""
        return self._lanes

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {event.id: number for number, event in enumerate(self.events)}

    def number_of(self, ref: Ref) -> int | None:
        """Return the index of the event at `ref`; None where it is no event's."""
        return self._numbers.get(ref.id) if ref.kind == "event" else None

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Follow another language or filter."""
        if Change.FILTER in changes and self.state.filter != self._filter:
            before = self._snapshot()
            self._filter = self.state.filter
            if self._anchor is not None:
                self.selected = self._anchor.selected
                self.axis.restore(self._anchor.axis)
            self._undo.push(before, self._snapshot(), _FILTERING)
        if changes & {Change.LANGUAGE, Change.FILTER}:
            self.list_again()

    @property
    def is_searching(self) -> bool:
        """True while the events that the filter leaves are not found yet."""
        return self._listed_for != self.state.filter

    def list_again(self) -> None:
        """List the events that the filter leaves; the last list stays until they are found."""
        if self.is_searching:
            self._observer.find(self.state.filter)
        else:
            self._show_list()

    def found(self, wanted: Filter) -> Slices[ListedEvents]:
        """Find the events that `wanted` leaves, in slices."""
        return self.finder.found(wanted, self._listed, self._lanes.grouping)

    def take_found(self, wanted: Filter, listed: ListedEvents) -> None:
        """List the events that `wanted` leaves."""
        self._listed_for = wanted
        if listed is not self._listed:
            self._listed = listed
            self.group_by(self._lanes.grouping)
        self._show_list()
        if self._awaited is not None:
            self.return_to(self._awaited)

    def _show_list(self) -> None:
        """Show the list; in the place of a hidden event the first in view is selected."""
        is_hidden = self.selected is not None and self.selected not in self.order
        if is_hidden:
            self.selected = first_within(self.events, self.order, self.axis.window)
        if self.selected is not None and (is_hidden or self._anchor is not None):
            self._hold(self.selected)
        self._observer.listed()
        if self.state.pane == "timeline" and (is_hidden or self._anchor is not None):
            self.make_current()

    def agenda(self) -> Agenda:
        """Return the listed events as lines under headings."""
        return self._listed.agenda

    # Selecting

    def select(self, event: int | None) -> None:
        """Select an event and bring it into the window; none, or one that is not listed, changes nothing.

        A click may be on what was listed when the screen was last drawn.
        """
        if event in self.order:
            before, self._anchor = self.axis.window, None
            self._take(event)
            if self.axis.window != before:  # what moves it next goes on from here
                self._undo.seal()

    def _take(self, event: int | None) -> None:
        if event in self.order and event is not None:
            self.selected = event
            self._hold(event)
            self._observer.selected()

    def make_current(self) -> None:
        """Make the selected event the current item; where none is listed, that which comes back."""
        event = self.selected if self._anchor is None or self.order.events else self._anchor.selected
        if event is not None:
            self.state.set_current(self.events[event].ref)

    def select_first(self) -> None:
        """Select the first event in view, if none is."""
        if self.selected is None:
            self.select(first_within(self.events, self.order, self.axis.window))

    def step(self, distance: int) -> None:
        """Select the event `distance` places further in time."""
        self.select(self.order.step(self.selected, distance))

    def select_end(self, direction: int) -> None:
        """Select the first event of all, or with -1 the last."""
        self.select(self.order.step(None, direction))

    def step_in_lane(self, direction: int) -> None:
        """Select the next event of the same lane, or with -1 the one before."""
        self.select(self.order.step_in_lane(self._lanes, self.selected, direction))

    def cross_lanes(self, distance: int) -> None:
        """Select the nearest event of the next lane that has one, below or, if negative, above."""
        self.select(across(self.events, self.order, self._lanes, self.selected, distance))

    def _hold(self, event: int) -> None:
        days = self.days_of(event)
        if days is not None:
            self.axis.hold(*days)

    def days_of(self, event: int) -> tuple[int, int] | None:
        """Return the first and the last day number of an event; an open end equals the other."""
        return known_days(self.events[event].date)

    # Changes of axis and filter, which can be undone

    def begin_typing(self) -> None:
        """Begin a run of typed letters: the event and the window come back as soon as it is listed."""
        self.end_typing()
        self._anchor = None if self.selected is None else self.place

    def end_typing(self) -> None:
        """End a run of typed letters: the next change of the filter is a step of its own."""
        self._undo.seal()

    def _snapshot(self) -> _Snapshot:
        return _Snapshot(self.axis.state, self._lanes.grouping, self._filter)

    def undo(self) -> bool:
        """Undo the last change of the axis; return False where there is none."""
        return self._go(self._undo.undo(self._snapshot()))

    def redo(self) -> bool:
        """Redo the last undone change of the axis; return False where there is none."""
        return self._go(self._undo.redo(self._snapshot()))

    def _go(self, snapshot: _Snapshot | None) -> bool:
        if snapshot is not None:
            self._anchor = None
            self.axis.restore(snapshot.axis)
            if snapshot.grouping != self._lanes.grouping:
                self.group_by(snapshot.grouping)
            self._filter = snapshot.filter
            self.state.set_filter(snapshot.filter)  # its change comes back, and lists again
            self._observer.axis_changed()
        return snapshot is not None

    def _change(self, kind: str, change: Callable[[], None]) -> None:
        """Change the axis; a run of the same `kind`, if any, is one step to undo."""
        self._anchor = None
        before = self._snapshot()
        change()
        self._undo.push(before, self._snapshot(), kind)
        self._observer.axis_changed()

    def go_to_event(self, event: int) -> None:
        """Select an event, as a step to undo."""
        self._change("", lambda: self.select(event))

    def go_to_date(self, date: EdtfDate, *, on_axis: bool) -> None:
        """Select the first event from a date on, and show the date itself where there is an axis.

        Of two dates, from one to the other, the window shows all and nothing else.
        """

        def go() -> None:
            # The next step goes on from the date, not from the former event.
            self.select(nearest(self.events, self.order, date))
            if on_axis and date.start is not None and date.end is not None and (days := known_days(date)):
                self.axis.show(*days)
            elif on_axis:
                self.axis.fit(date)

        self._change("", go)

    def pan(self, share: float) -> None:
        """Move the window by a share of its span, backwards if negative."""
        self._change("pan", lambda: self.axis.pan(share))

    def page(self, step: int) -> None:
        """Move the window by its whole span, and say where there is nowhere to move it."""
        before = self.axis.window
        self.pan(step)
        if self.axis.window == before:
            self._observer.say("timeline.at-end" if step > 0 else "timeline.at-beginning")

    def zoom(self, steps: float, column: float | None = None) -> None:
        """Zoom in by `steps` keys, out if negative: around a column, else around the selected event."""
        column = self._column_of_selected() if column is None else column
        self._change("zoom", lambda: self.axis.zoom(ZOOM**steps, column))

    def _column_of_selected(self) -> float:
        window, event = self.axis.window, self.selected_event
        if window is not None and event is not None:
            day = event.date.earliest if event.date.earliest is not None else event.date.latest
            if day is not None and 0 <= window.column(day) < window.columns:
                return window.column(day) + 0.5
        return self.axis.columns / 2

    def fit_selected(self) -> None:
        """Show the selected event from its first day to its last, and a little around it."""
        event = self.selected_event
        if event is not None:
            self._change("", lambda: self.axis.fit(event.date))

    def everything(self) -> None:
        """Show the whole of time."""
        self._change("", self.axis.everything)

    def toggle_breaks(self) -> None:
        """Cut long empty stretches short, or draw all to scale."""
        self._change("", self.axis.toggle_breaks)

    def scroll_to(self, share: float) -> None:
        """Centre the window on the time at `share` (0 to 1) of the overview."""
        self._change("overview", lambda: self.axis.scroll_to(share))

    def next_grouping(self) -> None:
        """Group the lanes by the next criterion: area, section or kind."""
        grouping = grouping_after(self._lanes.grouping)
        self._change("", lambda: self.group_by(grouping))

    def group_by(self, grouping: Grouping) -> None:
        """Group the lanes by another criterion."""
        self._lanes = self._listed.lanes(grouping)

    # The frame

    def frame(self, columns: int, words: Catalogue, rows: int = 0) -> TimelineFrame:
        """Return the frame in `columns` cells, the gutter of lane names included.

        Lanes with more events than rows share the spare ones of `rows`.
        """
        parts = (self._listed, self._lanes, self.selected, columns, words, rows)
        return self._frames.make(*parts, self.state.marks)

    def events_at(self, lane: int, column: int) -> tuple[int, ...]:
        """Return the events of a cell of a lane, sorted by time: those that a count stands for.

        `column` counts from the window's left edge. Empty before the first frame and in a lane that is gone.
        """
        arrangement = self._listed.arrangement_by(self._lanes.grouping)
        if self.axis.window is None or arrangement is None or lane >= len(self.lanes.ids):
            return ()
        return arrangement.events_at(lane, column, self.axis.window)

    def companions(self) -> tuple[int, ...]:
        """Return the events that share the selected one's mark, itself among them, sorted by time.

        Empty where it has a mark of its own.
        """
        arrangement = self._listed.arrangement_by(self._lanes.grouping)
        if self.axis.window is None or arrangement is None or self.selected is None:
            return ()
        for row in arrangement.layout(self.axis.window, self.selected, None).rows:
            for one in row.placed:
                if self.selected in one.events and (one.sharing or row.bars):
                    return self.events_at(row.lane, (one.mark.column + one.mark.end - 1) // 2)
        return ()

    def preparing(self) -> Iterator[None]:
        """Make in steps what a frame and the list need of all listed events."""
        own = self._lanes.grouping
        yield from self._listed.steps((grouping_after(own), own), self.state.language)
        self.axis.prepare()
