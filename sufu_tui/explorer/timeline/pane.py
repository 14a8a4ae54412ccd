"""Timeline pane: events on a proportional axis, as a list or both, and the card of the selected one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filter_line import FilterLine
from sufu_tui.explorer.pane import Citation, Pane
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.timeline import status
from sufu_tui.explorer.timeline.agenda.widget import AgendaList
from sufu_tui.explorer.timeline.canvas.widget import Canvas
from sufu_tui.explorer.timeline.date_line import DateLine
from sufu_tui.explorer.timeline.day_zero import toggle_day_zero
from sufu_tui.explorer.timeline.event_search import EventSearch
from sufu_tui.explorer.timeline.linked_events import go_to_linked
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.explorer.timeline.pane_layout import TimelineView, laid_out, next_view
from sufu_tui.explorer.timeline.preparation import Preparation
from sufu_tui.explorer.timeline.reader_place import TimelinePlace
from sufu_tui.explorer.timeline.time_window import WindowPart, stretch_of, toggle_window
from sufu_tui.explorer.timeline.timeline_keeper import TimelineKeeper
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.query.filter import Filter

_WHEEL_PAN = 0.03


class TimelinePane(Pane):
    """Pane of the timeline: composes its widgets, and runs its commands."""

    BINDINGS = bindings_of("timeline") + bindings_of("moving")
    DEFAULT_CSS = """
    TimelinePane {
        layout: vertical;
        & #timeline-body { layout: vertical; height: 1fr; }
        & Canvas { width: 1fr; height: 1fr; }
        & #timeline-side { layout: vertical; height: auto; }
        & AgendaList { display: none; width: 1fr; height: 1fr; }
        & Companion { height: 7; &.-source { height: 10; } }
        &.-low Companion { height: 4; &.-source { height: 6; } }
        &.-tall Companion { height: 11; }
        &.-beside #timeline-body, &.-both #timeline-body { layout: horizontal; }
        &.-beside #timeline-side { width: 56; height: 1fr; }
        &.-beside Companion { height: 1fr; }
        &.-both #timeline-side { width: 38%; height: 1fr; border-left: solid $ink-faint; }
        &.-both AgendaList, &.-agenda AgendaList { display: block; }
        &.-both Companion { height: 14; }
        &.-both Companion.-source { height: 60%; }
        &.-agenda Canvas { display: none; }
        &.-agenda #timeline-side { height: 1fr; }
        &.-agenda.-wide #timeline-side { layout: horizontal; }
        &.-agenda.-wide Companion { width: 56; height: 1fr; }
        &.-asking StatusLine { display: none; }
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__(state, id="timeline")
        self.model = TimelineModel(state, self)
        """Model of the list, the selection and the axis."""
        self.links = self.model.links
        self.canvas = Canvas(partial(status.canvas_look, self.model), id="timeline-canvas")
        """Axis with its lanes."""
        self.agenda = AgendaList(id="timeline-agenda")
        """List of events."""
        self.beside = Companion(state, "timeline.no-card")
        """Card of the selected event, or the source."""
        self._status = StatusLine()
        self._dock = InputDock(self)
        placeholder = "timeline.filter-placeholder"
        self.filter_line = FilterLine(self, state, self._dock, line="filter-events", placeholder=placeholder)
        """Line for the filter."""
        self._date_line = DateLine(self, self.model, self._dock)
        self._event_search = EventSearch(self, self.model)
        self._preparation = Preparation(self, self.model, enabled=state.shortcuts)
        self.wanted: TimelineView | None = None
        """View that the reader wants, where there is room for it."""
        self.keeper = TimelineKeeper(self)
        self._view: TimelineView = "axis"

    def compose(self) -> ComposeResult:
        """Compose canvas, agenda, card and status line, laid out at once: the first frame is right."""
        self._arrange(self.room)
        with Container(id="timeline-body"):
            yield self.canvas
            with Container(id="timeline-side"):
                yield self.agenda
                yield self.beside
        yield self._status

    # Layout

    def adapt(self, size: Size) -> None:
        """Lay the widgets out for a size, and draw for its width."""
        self._arrange(size)
        if self.agenda.has_focus and self._view == "axis":
            self.focus_on(self.canvas)
        elif self.canvas.has_focus and self._view == "agenda":
            self.focus_on(self.agenda)
        self._write_agenda()
        self._say_status()

    def _arrange(self, size: Size) -> None:
        layout = laid_out(self.wanted, *size)
        self._view = layout.view
        self.leave_idle(layout.idle_commands)
        self.update_classes(layout.classes)
        self.beside.set_below(not layout.card_is_beside)

    def lay_out(self) -> None:
        """Lay the widgets out for the view that is wanted."""
        self.adapt(self.room)

    def on_canvas_resized(self, event: Canvas.Resized) -> None:
        """Draw for the new width."""
        event.stop()
        self.axis_changed()

    @property
    def has_axis(self) -> bool:
        """True if the axis is shown."""
        return self._view != "agenda"

    # The pane's part in the explorer

    def begin(self) -> None:
        """List the events."""
        self.model.list_again()

    def take_focus(self) -> None:
        """Focus the canvas or the agenda; the first event in view is selected if none is."""
        self.focus_on(self.canvas if self.has_axis else self.agenda)
        self.call_after_refresh(self._take_current)

    def _take_current(self) -> None:
        if not self.is_attached or not self.display:  # the reader has left meanwhile
            return
        self.axis_changed()
        self.model.select_first()
        self.model.make_current()

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language, filter or day zero."""
        self.model.state_changed(changes)
        if Change.LANGUAGE in changes:
            self._dock.reword(self.state.words)
            self.filter_line.refresh_remark()
        self.beside.state_changed(changes)
        if changes & status.OF_AGENDA:
            self._write_agenda()
            self.axis_changed()

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Select an event, as a step to undo; a filter that hides it is cleared."""
        number = self.model.number_of(ref)
        if number is None:
            return False
        if number not in self.model.order:
            self.filter_line.make_way()
        self.model.go_to_event(number)
        return True

    def place(self) -> TimelinePlace:
        """Return selection, axis, list, and what stands beside."""
        return TimelinePlace(self.model.place, self.canvas.top, self.agenda.viewport.top, self.beside.place)

    async def return_to(self, place: TimelinePlace) -> None:
        """Show the events again as they were left."""
        self.model.return_to(place.axis)
        self.canvas.begin_at(place.lanes_top)
        self.agenda.view(self.agenda.viewport.at(place.agenda_top))
        self.beside.return_to(place.beside)

    def citation(self) -> Citation | None:
        """Return the selected link's item of the card, or the selected event."""
        from sufu_tui.explorer.cards.labels import item_citation  # no start needs it

        event, state = self.model.selected_event, self.state
        return self.beside.citation() or (event and item_citation(event, state.dossier, state.words))

    def items_in_view(self) -> list[Item]:
        """Return the events in view, and the items of the card."""
        placed = status.events_in_window(self.model) if self.has_axis else []
        listed = self.agenda.events_in_view() if self._view != "axis" else []
        return [*placed, *listed, *self.beside.items_in_view()]

    def step_up(self) -> bool:
        """Close an open input line, or leave the card; then clear the filter."""
        if self._date_line.close() or self.filter_line.close():
            return True
        if not self.beside.has_keys:
            return self.filter_line.lift()
        self.take_focus()
        return True

    def go_to_linked(self) -> bool:
        """Go to the next event, or the time, that belongs to what was looked at before."""
        return go_to_linked(self.model, on_axis=self.has_axis)

    def listed_text(self) -> str:
        """Return the number of listed events, and of all where these are more."""
        return status.listed_text(self.model)

    # Observing the model

    def find(self, wanted: Filter) -> None:
        """Find the events that a filter leaves."""
        self._event_search.find(wanted)

    def listed(self) -> None:
        """Show the events that the filter leaves."""
        event = self.model.selected_event
        self.beside.show_item(None if event is None else event.ref)
        self._write_agenda()
        self.axis_changed()
        self._preparation.prepare()

    def selected(self) -> None:
        """Show another event as selected, in view."""
        event = self.model.selected_event
        if event is not None:
            self.beside.show_item(event.ref)
            self.agenda.put_cursor(self.model.selected)
            if self.display:  # a hidden one that returns to its place is not looked at
                self.model.make_current()
        self.axis_changed()

    def _write_agenda(self) -> None:
        if self._view != "axis":  # else it is written when it is shown
            self.agenda.show(status.agenda_text(self.model), self.model.selected)

    def axis_changed(self) -> None:
        """Draw the present axis, and its status."""
        if self.has_axis:
            self.canvas.draw_again()
        self._say_status()

    def _say_status(self) -> None:
        parts = status.status_parts(self.model, self.canvas.lanes if self.has_axis else None)
        self._status.say(tuple(parts), self.state.words("card.separator"))

    # Messages of the agenda and the canvas

    def on_agenda_list_event_chosen(self, event: AgendaList.EventChosen) -> None:
        """Select the event of the chosen line."""
        event.stop()
        self.model.select(event.event)

    def on_agenda_list_event_opened(self, event: AgendaList.EventOpened) -> None:
        """Go to the card of the selected event."""
        event.stop()
        self.beside.take_keys()

    def on_canvas_event_clicked(self, event: Canvas.EventClicked) -> None:
        """Select the event that was clicked."""
        event.stop()
        self.model.select(event.event)

    def on_canvas_cell_clicked(self, event: Canvas.CellClicked) -> None:
        """List the events of a cell that shows several."""
        event.stop()
        events = self.model.events_at(event.lane, event.column)
        if len(events) > 1:
            self._list_crowd(events)
        elif events:
            self.model.select(events[0])

    def on_canvas_overview_clicked(self, event: Canvas.OverviewClicked) -> None:
        """Move the window to the click on the overview."""
        event.stop()
        self.model.scroll_to(event.share)

    def on_canvas_wheel(self, event: Canvas.Wheel) -> None:
        """Zoom at the pointer."""
        event.stop()
        self.model.zoom(-event.steps, event.column)

    def on_canvas_sideways_wheel(self, event: Canvas.SidewaysWheel) -> None:
        """Move the window."""
        event.stop()
        self.model.pan(event.steps * _WHEEL_PAN)

    def on_canvas_dragged(self, event: Canvas.Dragged) -> None:
        """Move the window with the mouse."""
        event.stop()
        self.model.pan(-event.columns / self.model.axis.columns)

    def _list_crowd(self, here: Sequence[int]) -> None:
        """Show a menu of the events that share a cell, and go to the card of the chosen one."""
        from sufu_tui.explorer.timeline.event_menu import choose_of_crowd  # not needed at start

        choose_of_crowd(self.app, self.model, here, self.beside.take_keys)

    # Commands: events

    def action_step_event(self, step: int) -> None:
        """Select the event `step` places further in time."""
        self.model.step(step)

    def action_first(self) -> None:
        """Select the first event."""
        self.model.select_end(1)

    def action_last(self) -> None:
        """Select the last event."""
        self.model.select_end(-1)

    def action_step_in_lane(self, step: int) -> None:
        """Select the next event of the same lane, or with -1 the one before."""
        self.model.step_in_lane(step)

    def action_cross_lanes(self, step: int) -> None:
        """Select the nearest event of the lane below, or with -1 above."""
        self.model.cross_lanes(step)

    def action_open(self) -> None:
        """Go to the card of the selected event, or list the events that share its mark."""
        if self.model.selected is None:
            self.model.step(1)
        elif self.has_axis and len(here := self.model.companions()) > 1:
            self._list_crowd(here)
        else:
            self.beside.take_keys()

    def action_day_zero(self) -> None:
        """Count every date from the selected event, or from none any more."""
        toggle_day_zero(self.model, self.say)

    async def action_filter_events(self) -> None:
        """Ask for the filter."""
        await self.filter_line.open()

    def action_lens(self, part: WindowPart) -> None:
        """Filter everything by the time in view or of the selected event, or no longer by it."""
        toggle_window(self.model, stretch_of(self.model, part, has_axis=self.has_axis), self.say)

    async def action_go_to_date(self) -> None:
        """Ask for a date."""
        await self._date_line.open()

    # Commands: the axis

    def action_agenda(self) -> None:
        """Show the events as a list, on the axis, or both."""
        self.wanted = next_view(self.wanted, self.size.width)
        self.lay_out()

    def action_pan(self, share: float) -> None:
        """Move the window by a share of its span, to the past if negative."""
        self.model.pan(share)

    def action_page_up(self) -> None:
        """Move the window by its whole span to the past."""
        self.model.page(-1)

    def action_page_down(self) -> None:
        """Move the window by its whole span to the future."""
        self.model.page(1)

    def action_zoom(self, steps: int) -> None:
        """Show less time in more detail, or with -1 more time."""
        self.model.zoom(steps)

    def action_fit_event(self) -> None:
        """Show the selected event from its first day to its last, and a little around it."""
        self.model.fit_selected()

    def action_everything(self) -> None:
        """Show the whole of time."""
        self.model.everything()

    def action_axis_breaks(self) -> None:
        """Cut long empty stretches short, or draw all to scale."""
        self.model.toggle_breaks()

    def action_group_lanes(self) -> None:
        """Group the lanes by the next criterion: area, section or kind."""
        self.model.next_grouping()

    def action_undo_view(self) -> None:
        """Undo the last change of axis or filter."""
        self.filter_line.close()
        if not self.model.undo():
            self.say("timeline.nothing-to-undo")

    def action_redo_view(self) -> None:
        """Redo the last undone change of axis or filter."""
        self.filter_line.close()
        if not self.model.redo():
            self.say("timeline.nothing-to-redo")
