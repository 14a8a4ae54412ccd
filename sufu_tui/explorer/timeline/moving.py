"""Moving through the timeline: from event to event, and the window over time; by key and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.state import ViewState
from sufu_tui.explorer.timeline.canvas import Canvas
from sufu_tui.explorer.timeline.grouping import GROUPINGS
from sufu_tui.explorer.timeline.looking import LookingPane
from sufu_tui.explorer.timeline.looks import Look, Looks
from sufu_tui.explorer.timeline.scale import ZOOM
from sufu_tui.explorer.timeline.stepping import across

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import MouseDown, MouseEvent, MouseMove, MouseScrollLeft, MouseScrollRight, MouseUp

_PAN = 0.1
_WHEEL_PAN = 0.03


class MovingPane(LookingPane):
    """Steps from event to event, and moves the window; every movement of the window can be taken back."""

    def __init__(self, state: ViewState) -> None:
        super().__init__(state)
        self._looks = Looks()
        self._held: tuple[int, int] | None = None  # where on the screen the canvas is held by the mouse
        self._dragged = False

    # From event to event

    def action_next_event(self) -> None:
        """Select the next event in time."""
        self.select(self.order.step(self.view.selected, 1))

    def action_previous_event(self) -> None:
        """Select the event before."""
        self.select(self.order.step(self.view.selected, -1))

    def action_first(self) -> None:
        """Select the first event."""
        self.select(self.order.step(None, 1))

    def action_last(self) -> None:
        """Select the last event."""
        self.select(self.order.step(None, -1))

    def action_next_in_lane(self) -> None:
        """Select the next event of the same lane."""
        self.select(self.order.step_in_lane(self.view.lanes, self.view.selected, 1))

    def action_previous_in_lane(self) -> None:
        """Select the event before in the same lane."""
        self.select(self.order.step_in_lane(self.view.lanes, self.view.selected, -1))

    def action_lane_down(self) -> None:
        """Select the nearest event of the lane below."""
        self._cross(1)

    def action_lane_up(self) -> None:
        """Select the nearest event of the lane above."""
        self._cross(-1)

    def _cross(self, distance: int) -> None:
        view = self.view
        self.select(across(view.events, self.order, view.lanes, view.selected, distance))

    # The window

    def remember(self, movement: str) -> None:
        """Remember how the axis is looked at, before a movement of the window."""
        self._looks.remember(self.view.look(), movement)

    def action_undo_view(self) -> None:
        """Look at the axis as before the last movement."""
        self._look(self._looks.undo(self.view.look()), "timeline.nothing-to-undo")

    def action_redo_view(self) -> None:
        """Look at the axis as it was before that was taken back."""
        self._look(self._looks.redo(self.view.look()), "timeline.nothing-to-redo")

    def _look(self, look: Look | None, none: str) -> None:
        if look is None:
            self.post_message(Notice(self.state.words(none)))
            return
        self.view.look_as(look)
        self.draw()

    def action_pan_left(self) -> None:
        """Move the window to the past."""
        self._pan(-_PAN)

    def action_pan_right(self) -> None:
        """Move the window to the future."""
        self._pan(_PAN)

    def action_page_up(self) -> None:
        """Move the window to the past by all that it shows."""
        self._pan(-1)

    def action_page_down(self) -> None:
        """Move the window to the future by all that it shows."""
        self._pan(1)

    def _pan(self, share: float) -> None:
        self.remember("pan")
        self.view.pan(share)
        self.draw()

    def action_zoom_in(self) -> None:
        """Show less time, in more detail."""
        self._zoom(ZOOM)

    def action_zoom_out(self) -> None:
        """Show more time."""
        self._zoom(1 / ZOOM)

    def _zoom(self, factor: float, column: int | None = None) -> None:
        self.remember("zoom")
        self.view.zoom(factor, column)
        self.draw()

    def action_fit_event(self) -> None:
        """Show the selected event from its first day to its last, and a little around it."""
        if self.view.selected is not None:
            self.remember("fit")
            self.view.fit(self.view.events[self.view.selected].date)
            self.draw()

    def action_everything(self) -> None:
        """Show the whole of time."""
        self.remember("everything")
        self.view.everything()
        self.draw()

    def action_axis_breaks(self) -> None:
        """Cut long empty stretches short, or draw all to scale."""
        self.remember("breaks")
        self.view.toggle_breaks()
        self.draw()

    def action_group_lanes(self) -> None:
        """Put the events into lanes by the next thing that they can be put by."""
        self.remember("lanes")
        grouping = GROUPINGS[(GROUPINGS.index(self.view.lanes.grouping) + 1) % len(GROUPINGS)]
        self.view.group_by(grouping)
        self.draw()

    # The mouse

    def on_canvas_event_clicked(self, event: Canvas.EventClicked) -> None:
        """Select what was clicked; where the canvas was dragged, nothing was."""
        event.stop()
        if not self._dragged:
            self.select(event.event)

    def on_canvas_cell_clicked(self, event: Canvas.CellClicked) -> None:
        """List the events of a cell that shows several."""
        event.stop()
        events = self.view.events_at(event.lane, event.column)
        if len(events) > 1 and not self._dragged:
            self.list_crowd(events)
        elif events and not self._dragged:
            self.select(events[0])

    def list_crowd(self, here: Sequence[int]) -> None:
        """List the events that share a cell, and go to the card of the one that is chosen."""
        from sufu_tui.explorer.timeline.crowd import crowd_menu  # not needed at start

        def choose(number: int | None) -> None:
            if number is not None:
                self.select(here[number])
                self.card.focus()

        self.app.push_screen(crowd_menu(self.view.events, here, self.view.selected, self.state.words), choose)

    def on_canvas_overview_clicked(self, event: Canvas.OverviewClicked) -> None:
        """Go where the overview was clicked."""
        event.stop()
        if not self._dragged:
            self.remember("overview")
            self.view.scroll_to(event.share)
            self.draw()

    def on_canvas_wheel(self, event: Canvas.Wheel) -> None:
        """Zoom at the pointer, as on a map; over the names of the lanes, scroll them."""
        event.stop()
        if event.column >= 0:
            self._zoom(ZOOM**-event.steps, event.column)
        else:
            self.canvas.scroll_rows(event.steps)

    def _over_canvas(self, event: MouseEvent) -> bool:
        """Whether the pointer is over the canvas: events that bubble up here do not say of whom they are."""
        return self.canvas.region.contains(event.screen_x, event.screen_y)

    def on_mouse_scroll_left(self, event: MouseScrollLeft) -> None:
        """Move the window with a wheel that turns sideways."""
        if self._over_canvas(event):
            event.stop()
            self._pan(-_WHEEL_PAN)

    def on_mouse_scroll_right(self, event: MouseScrollRight) -> None:
        """Move the window with a wheel that turns sideways."""
        if self._over_canvas(event):
            event.stop()
            self._pan(_WHEEL_PAN)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the canvas."""
        if self._over_canvas(event) and event.button == 1:
            self._held, self._dragged = (event.screen_x, event.screen_y), False
            self.canvas.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag the window over time and the lanes up or down."""
        if self._held is None:
            return
        columns, rows = event.screen_x - self._held[0], event.screen_y - self._held[1]
        if not columns and not rows:
            return
        self._held, self._dragged = (event.screen_x, event.screen_y), True
        self.canvas.scroll_rows(-rows)
        if columns:
            self._pan(-columns / self.view.columns)

    def on_mouse_up(self, event: MouseUp) -> None:  # noqa: ARG002  Textual calls it so
        """Let the canvas go."""
        if self._held is not None:
            self._held = None
            self.canvas.release_mouse()
