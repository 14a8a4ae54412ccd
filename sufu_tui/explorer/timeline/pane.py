"""The timeline pane: events on a proportional axis, and the card of the selected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filtered import FilteredPane
from sufu_tui.explorer.prompt import Prompt
from sufu_tui.explorer.state import Change, ViewState
from sufu_tui.explorer.statusline import StatusLine
from sufu_tui.explorer.timeline.canvas import Canvas
from sufu_tui.explorer.timeline.going import date_meant
from sufu_tui.explorer.timeline.scale import ZOOM
from sufu_tui.explorer.timeline.stepping import across, step
from sufu_tui.explorer.timeline.view import TimeView
from sufu_tui.languages.dates import day_text

if TYPE_CHECKING:
    from textual.events import Resize

_CARD_BESIDE = 150
_PAN = 0.1


class TimelinePane(FilteredPane):
    """Shows the events that the filter leaves."""

    BINDINGS = bindings_of("timeline") + bindings_of("moving")
    DEFAULT_CSS = """
    TimelinePane {
        layout: vertical;
        & #timeline-body { layout: vertical; height: 1fr; }
        & #timeline-left { width: 1fr; height: 1fr; }
        & Canvas { width: 1fr; height: 1fr; }
        & #timeline-card { height: 7; }
        &.-tall #timeline-card { height: 11; }
        &.-beside #timeline-body { layout: horizontal; }
        &.-beside #timeline-card { width: 56; height: 1fr; }
        &.-asking StatusLine { display: none; }
    }
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__(state, id="timeline")
        self._view = TimeView(state.dossier)
        self._numbers = {event.id: number for number, event in enumerate(state.dossier.events)}

    def compose(self) -> ComposeResult:
        """Make canvas, status line and card."""
        with Container(id="timeline-body"):
            with Vertical(id="timeline-left"):
                yield Canvas(id="timeline-canvas")
            yield Card(self.state, "timeline.no-card", id="timeline-card")
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the events that the filter leaves."""
        self._list()

    def on_resize(self, event: Resize) -> None:
        """Place the card as the size allows, and draw for the new width."""
        beside = event.size.width >= _CARD_BESIDE
        self.set_class(beside, "-beside")
        self.set_class(event.size.height >= 34, "-tall")
        self.card.set_class(not beside, "-below")
        self.call_after_refresh(self._draw)

    @property
    def canvas(self) -> Canvas:
        """The canvas."""
        return self.query_one(Canvas)

    @property
    def card(self) -> Card:
        """The card of the selected event."""
        return self.query_one("#timeline-card", Card)

    @property
    def view(self) -> TimeView:
        """What is looked at."""
        return self._view

    # The pane's part in the explorer

    def take_focus(self) -> None:
        """Focus the canvas; the first event in view is selected if none is."""
        self.canvas.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._draw()
        if self._view.selected is None:
            self._select(self._view.first_in_view())
        else:
            self.state.set_current(self._view.events[self._view.selected].ref)

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language or filter."""
        if changes & {Change.LANGUAGE, Change.FILTER}:
            self._list()
        if Change.LANGUAGE in changes:
            self.reword_filter()
            self.card.rewrite()

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Select an event; a filter that hides it is cleared."""
        number = self._numbers.get(ref.id) if ref.kind == "event" else None
        if number is None:
            return False
        if number not in self._view.shown:
            self.close_filter()
            self.state.set_filter("")
        self._select(number)
        return True

    def listed_text(self) -> str:
        """Return how many events are shown, of how many where that is not all."""
        words, total, shown = self.state.words, len(self._view.events), len(self._view.shown)
        if shown == total:
            return words.plural("timeline.count", total)
        return words.plural("timeline.count-of", total, shown=shown)

    # Drawing

    def _list(self) -> None:
        view = self._view
        predicate = self.state.filters.predicate(self.state.filter) if self.state.filter else None
        view.shown = tuple(n for n, event in enumerate(view.events) if predicate is None or predicate(event))
        if view.selected not in view.shown:
            view.select(None)
        self.card.show_item(None if view.selected is None else view.events[view.selected].ref)
        self._draw()

    def _draw(self) -> None:
        columns = self.canvas.size.width
        if not columns:
            return
        picture = self._view.picture(columns, self.state.words)
        self.canvas.draw(picture, self._view.selected)
        self._say_status()

    def _say_status(self) -> None:
        words, view = self.state.words, self._view
        first, last = view.days_in_view()
        parts = [self.listed_text()]
        if view.selected is not None:
            place = (view.place_of(view.selected) or 0) + 1
            parts[0] = words("timeline.place", place=place, of=self.listed_text())
        parts.append(words("date.range", start=day_text(first, words), end=day_text(last, words)))
        if view.lanes.grouping != "area":
            parts.append(words(f"timeline.by-{view.lanes.grouping}"))
        if view.has_breaks:
            parts.append(words("timeline.broken"))
        if self.state.filter.strip():
            parts.append(words("filter.filtered", expression=self.state.filter.strip()))
        self.query_one(StatusLine).say(tuple(parts), words("card.separator"))

    def _select(self, number: int | None) -> None:
        if number is None:
            return
        self._view.select(number)
        ref = self._view.events[number].ref
        self.card.show_item(ref)
        self.state.set_current(ref)
        self._draw()

    # Stepping

    def action_next_event(self) -> None:
        """Select the next event in time."""
        self._select(step(self._view.order, self._view.selected, 1))

    def action_previous_event(self) -> None:
        """Select the event before."""
        self._select(step(self._view.order, self._view.selected, -1))

    def action_first(self) -> None:
        """Select the first event."""
        self._select(next(iter(self._view.order), None))

    def action_last(self) -> None:
        """Select the last event."""
        self._select(next(iter(reversed(self._view.order)), None))

    def action_lane_down(self) -> None:
        """Select the nearest event of the lane below."""
        self._cross(1)

    def action_lane_up(self) -> None:
        """Select the nearest event of the lane above."""
        self._cross(-1)

    def _cross(self, distance: int) -> None:
        view = self._view
        self._select(across(view.events, view.order, view.lanes.of_events, view.selected, distance))

    def action_open(self) -> None:
        """Go to the card of the selected event."""
        if self._view.selected is None:
            self.action_next_event()
        else:
            self.card.focus()

    # Moving the window

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
        self._view.pan(share)
        self._draw()

    def action_zoom_in(self) -> None:
        """Show less time, in more detail."""
        self._view.zoom(ZOOM)
        self._draw()

    def action_zoom_out(self) -> None:
        """Show more time."""
        self._view.zoom(1 / ZOOM)
        self._draw()

    def action_everything(self) -> None:
        """Show the whole of time."""
        self._view.everything()
        self._draw()

    def action_axis_breaks(self) -> None:
        """Cut long empty stretches short, or draw all to scale."""
        self._view.toggle_breaks()
        self._draw()

    def action_next_lanes(self) -> None:
        """Put the events into lanes by area, by section or by kind, in turn."""
        self._view.next_grouping()
        self._draw()

    def on_canvas_resized(self, event: Canvas.Resized) -> None:
        """Draw for the new width."""
        event.stop()
        self._draw()

    def on_canvas_cell_clicked(self, event: Canvas.CellClicked) -> None:
        """Select an event of a cell that shows several; a further click the next of them."""
        event.stop()
        events = self._view.events_at(event.lane, event.column)
        if events:
            current = self._view.selected
            place = events.index(current) + 1 if current in events else 0
            self._select(events[place % len(events)])

    def on_canvas_event_clicked(self, event: Canvas.EventClicked) -> None:
        """Select what was clicked."""
        event.stop()
        self._select(event.event)

    def on_canvas_overview_clicked(self, event: Canvas.OverviewClicked) -> None:
        """Go where the overview was clicked."""
        event.stop()
        self._view.scroll_to(event.share)
        self._draw()

    def on_canvas_wheel(self, event: Canvas.Wheel) -> None:
        """Scroll the lanes with the wheel, zoom with ctrl and the wheel."""
        event.stop()
        if event.zoom:
            self._view.zoom(ZOOM**-event.steps, event.column)
            self._draw()
        else:
            self.canvas.scroll_rows(event.steps)

    # Lines to type in

    def action_filter_events(self) -> None:
        """Open the line for the filter."""
        self.open_filter()

    def action_go_to_date(self) -> None:
        """Open the line for a date."""
        if not self.query("#date-line"):
            words = self.state.words
            self.add_class("-asking")
            self.mount(
                Prompt(words("timeline.go-to"), "", words("timeline.go-to-placeholder"), id="date-line")
            )

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Say how a date is understood while it is typed."""
        if event.prompt.id == "date-line":
            event.stop()
            meant = date_meant(event.text, self._view.events, self.state.language)
            event.prompt.remark(meant.said(self.state.words) if meant else "")

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Go to the date."""
        if event.prompt.id != "date-line":
            return
        event.stop()
        meant = date_meant(event.text, self._view.events, self.state.language)
        if meant is None:
            event.prompt.remark(self.state.words("timeline.no-date", text=event.text.strip()), wrong=True)
            return
        self._close_date(event.prompt)
        if meant.event is not None:
            self.reveal(self._view.events[meant.event].ref)
        elif meant.date is not None:
            self._view.fit(meant.date)
            self._draw()

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Stay where we are."""
        if event.prompt.id == "date-line":
            event.stop()
            self._close_date(event.prompt)

    def _close_date(self, prompt: Prompt) -> None:
        self.remove_class("-asking")
        prompt.remove()
        self.take_focus()
