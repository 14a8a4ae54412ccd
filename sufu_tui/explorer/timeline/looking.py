"""What the timeline pane shows and how: the events that the filter leaves, and the current one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.cards.naming import relative_text
from sufu_tui.explorer.filtered import FilteredPane
from sufu_tui.explorer.state import Change, ViewState
from sufu_tui.explorer.statusline import StatusLine
from sufu_tui.explorer.timeline.agenda import Agenda, Heading, beginning
from sufu_tui.explorer.timeline.agendalist import AgendaList
from sufu_tui.explorer.timeline.canvas import Canvas
from sufu_tui.explorer.timeline.listed import Listed
from sufu_tui.explorer.timeline.placing import Showing, next_showing, showing
from sufu_tui.explorer.timeline.rows import Layout
from sufu_tui.explorer.timeline.stepping import Order, in_time
from sufu_tui.explorer.timeline.view import TimeView
from sufu_tui.languages.dates import duration_text, stretch_text

if TYPE_CHECKING:
    from textual.events import Resize

_CARD_BESIDE = 150
_LIST_AND_CARD = 110


class LookingPane(FilteredPane):
    """Shows the events that the filter leaves, and the card of the one selected."""

    DEFAULT_CSS = """
    LookingPane {
        layout: vertical;
        & #timeline-body { layout: vertical; height: 1fr; }
        & Canvas { width: 1fr; height: 1fr; }
        & #timeline-side { layout: vertical; height: auto; }
        & AgendaList { display: none; width: 1fr; height: 1fr; }
        & #timeline-card { height: 7; }
        &.-low #timeline-card { height: 4; }
        &.-tall #timeline-card { height: 11; }
        &.-beside #timeline-body { layout: horizontal; }
        &.-beside #timeline-side { width: 56; height: 1fr; }
        &.-beside #timeline-card { height: 1fr; }
        &.-both #timeline-body { layout: horizontal; }
        &.-both #timeline-side { width: 38%; height: 1fr; border-left: solid $ink-faint; }
        &.-both AgendaList { display: block; }
        &.-both #timeline-card { height: 14; }
        &.-agenda Canvas { display: none; }
        &.-agenda #timeline-side { height: 1fr; }
        &.-agenda AgendaList { display: block; }
        &.-agenda.-wide #timeline-side { layout: horizontal; }
        &.-agenda.-wide #timeline-card { width: 56; height: 1fr; }
        &.-asking StatusLine { display: none; }
    }
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__(state, id="timeline")
        self._view = TimeView(state.dossier)
        self._numbers = {event.id: number for number, event in enumerate(state.dossier.events)}
        self._order = Order(self._in_time)
        self._layout: Layout | None = None
        self._wanted: Showing | None = None
        self._showing: Showing = "axis"

    def compose(self) -> ComposeResult:
        """Make canvas, agenda, card and status line."""
        with Container(id="timeline-body"):
            yield Canvas(id="timeline-canvas")
            with Container(id="timeline-side"):
                yield AgendaList(id="timeline-agenda")
                yield Card(self.state, "timeline.no-card", id="timeline-card")
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the events that the filter leaves."""
        self._list()

    def on_resize(self, event: Resize) -> None:
        """Place everything as the size allows, and draw for the new width."""
        self.set_class(event.size.height < 18, "-low")
        self.set_class(event.size.height >= 34, "-tall")
        self._place(event.size.width)

    def _place(self, columns: int) -> None:
        shown = self._showing = showing(self._wanted, columns)
        self.set_class(shown == "both", "-both")
        self.set_class(shown == "agenda", "-agenda")
        self.set_class(columns >= _LIST_AND_CARD, "-wide")
        self.set_class(shown == "axis" and columns >= _CARD_BESIDE, "-beside")
        beside = self.has_class("-beside") or (shown == "agenda" and columns >= _LIST_AND_CARD)
        self.card.set_class(not beside, "-below")
        if self.listing.has_focus and shown == "axis":
            self.canvas.focus()
        elif self.canvas.has_focus and shown == "agenda":
            self.listing.focus()
        self._write_agenda()
        self._say_status()

    def on_canvas_resized(self, event: Canvas.Resized) -> None:
        """Draw for the new width; the first time, with what the list has selected in view."""
        event.stop()
        first = self._view.look().window is None
        self.draw()
        if first and self._view.selected is not None:
            self._view.select(self._view.selected)
            self.draw()

    def action_agenda(self) -> None:
        """Show the events as a list, on the axis, or both."""
        self._wanted = next_showing(self._wanted, self.size.width)
        self._place(self.size.width)

    @cached_property
    def _in_time(self) -> list[int]:
        """All events in the order of time."""
        return in_time(self._view.events, range(len(self._view.events)))

    @cached_property
    def _beginnings(self) -> list[Heading]:
        """The heading under which each event is listed."""
        return list(map(beginning, self._view.events))

    @property
    def canvas(self) -> Canvas:
        """The canvas."""
        return self.query_one(Canvas)

    @property
    def listing(self) -> AgendaList:
        """The agenda."""
        return self.query_one(AgendaList)

    @property
    def card(self) -> Card:
        """The card of the selected event."""
        return self.query_one("#timeline-card", Card)

    @property
    def view(self) -> TimeView:
        """What is looked at."""
        return self._view

    @property
    def has_axis(self) -> bool:
        """Whether the axis is shown."""
        return self._showing != "agenda"

    @property
    def order(self) -> Order:
        """The events that the filter leaves, in the order of time."""
        return self._order

    # The pane's part in the explorer

    def take_focus(self) -> None:
        """Focus the canvas or the agenda; the first event in view is selected if none is."""
        (self.canvas if self.has_axis else self.listing).focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if not self.is_attached:  # the reader has left meanwhile
            return
        self.draw()
        if self._view.selected is None:
            self.select(self._view.first_in_view())
        else:
            self.state.set_current(self._view.events[self._view.selected].ref)

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language or filter."""
        if changes & {Change.LANGUAGE, Change.FILTER}:
            self._list()
        if Change.LANGUAGE in changes:
            self.reword_filter()
        if changes & {Change.LANGUAGE, Change.DAY_ZERO}:
            self.card.rewrite()
        if changes == {Change.DAY_ZERO}:
            self._write_agenda()
            self._say_status()

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Select an event; a filter that hides it is cleared."""
        number = self._numbers.get(ref.id) if ref.kind == "event" else None
        if number is None:
            return False
        if number not in self._order:
            self.close_filter()
            self.state.set_filter("")
        self.select(number)
        return True

    def listed_text(self) -> str:
        """Return how many events are shown, of how many where that is not all."""
        words, total, shown = self.state.words, len(self._view.events), len(self._order)
        if shown == total:
            return words.plural("timeline.count", total)
        return words.plural("timeline.count-of", total, shown=shown)

    # Drawing

    def _list(self) -> None:
        view, predicate = self._view, None
        if self.state.filter:
            from sufu_tui.asking.expressions import Filter  # no start needs it

            predicate = self.state.filters.predicate(Filter.parse(self.state.filter))
        events = view.events
        self._order = Order(n for n in self._in_time if predicate is None or predicate(events[n]))
        view.shown = self._order.events
        if view.selected not in self._order:
            view.select(None)
        self.card.show_item(None if view.selected is None else view.events[view.selected].ref)
        self._write_agenda()
        self.draw()

    def _write_agenda(self) -> None:
        if self._showing == "axis":
            return  # it is written when it is shown
        state = self.state
        agenda = Agenda(self._beginnings, self._order.events)
        listed = Listed(agenda, self._view.events, state.words, state.day_zero, self._empty_text())
        self.listing.show(listed, self._view.selected)

    def _empty_text(self) -> str:
        """Say why there is nothing, where there is nothing."""
        state = self.state
        none = state.words("timeline.none", expression=state.filter.strip())
        return none if self._view.events else state.words("timeline.empty")

    def draw(self) -> None:
        """Draw the axis as it is looked at now, and say so."""
        columns = self.canvas.size.width
        if columns and self.has_axis:
            picture = self._view.picture(columns, self.state.words, self.canvas.rows)
            self._layout = picture.layout
            self.canvas.draw(picture, self._view.selected, "" if len(self._order) else self._empty_text())
        self._say_status()

    def _say_status(self) -> None:
        words, view = self.state.words, self._view
        parts = [self.listed_text()]
        if view.selected is not None:
            place = self._order.place(view.selected) + 1
            parts[0] = words("timeline.place", place=place, of=self.listed_text())
            relative = relative_text(view.events[view.selected], self.state.day_zero, words)
            if relative:
                parts.append(relative)
        if self.state.day_zero is not None:
            parts.append(
                words("timeline.counted-from", title=self.state.day_zero.short.in_language(words.language))
            )
        if self.has_axis:
            parts += self._window_texts()
        if self.state.filter.strip():
            parts.append(words("filter.filtered", expression=self.state.filter.strip()))
        self.query_one(StatusLine).say(tuple(parts), words("card.separator"))

    def _window_texts(self) -> Iterator[str]:
        """Say what part of time the axis shows, and how."""
        words, view = self.state.words, self._view
        first, last = view.days_in_view()
        yield stretch_text(first, last, words)
        if view.has_breaks:
            gaps = words("show.list-separator").join(duration_text(days, words) for days in view.left_out())
            yield words("timeline.left-out", gaps=gaps) if gaps else words("timeline.broken")
        layout = self._layout
        if layout is not None and any(row.bars for row in layout.rows):
            number = len(self._order) - sum(layout.before) - sum(layout.after)
            yield words("timeline.in-view", number=number, named=layout.labelled)
        if view.lanes.grouping != "area":
            yield words(f"timeline.lanes-{view.lanes.grouping}")

    def select(self, number: int | None) -> None:
        """Make an event the current one, and show it."""
        if number is None:
            return
        self._view.select(number)
        ref = self._view.events[number].ref
        self.card.show_item(ref)
        self.listing.put_cursor(number)
        self.state.set_current(ref)
        self.draw()

    def on_agenda_list_chosen(self, event: AgendaList.Chosen) -> None:
        """Select the event whose line the reader went to."""
        event.stop()
        self.select(event.event)

    def on_agenda_list_opened(self, event: AgendaList.Opened) -> None:
        """Go to the card of the selected event."""
        event.stop()
        self.card.focus()
