"""The timeline pane: events on a proportional axis, and the card of the selected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.asking.distances import distance
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.state import ViewState
from sufu_tui.explorer.timeline.going import Guide, Meant
from sufu_tui.explorer.timeline.moving import MovingPane
from sufu_tui.explorer.timeline.stepping import nearest

if TYPE_CHECKING:
    from sufu_tui.explorer.prompt import Prompt


class TimelinePane(MovingPane):
    """Does what the reader says to the timeline."""

    BINDINGS = bindings_of("timeline") + bindings_of("moving")
    FILTER_LINE = "filter-events"

    def __init__(self, state: ViewState) -> None:
        super().__init__(state)
        self._guide = Guide(state.dossier.events)

    def action_open(self) -> None:
        """Go to the card of the selected event, or list the events that its mark stands for."""
        if self.view.selected is None:
            self.action_next_event()
        elif self.has_axis and len(here := self.view.companions()) > 1:
            self.list_crowd(here)
        else:
            self.card.focus()

    def action_day_zero(self) -> None:
        """Count every date from the selected event, or from none any more."""
        selected = None if self.view.selected is None else self.view.events[self.view.selected]
        if selected is None or selected == self.state.day_zero:
            self.state.set_day_zero(None)
        elif distance(selected, selected) is None:
            self.post_message(Notice(self.state.words("timeline.no-beginning")))
        else:
            self.state.set_day_zero(selected)

    # Lines to type in

    async def action_filter_events(self) -> None:
        """Open the line for the filter."""
        await self.open_filter()

    async def action_go_to_date(self) -> None:
        """Open the line for a date."""
        if self.line_at("date-line") is None:
            words = self.state.words
            label, placeholder = words("timeline.go-to"), words("timeline.go-to-placeholder")
            await self.open_line("go-to-date", label, "", placeholder, id="date-line")

    def _meant(self, text: str) -> Meant | None:
        view = self.view
        first, last = view.days_in_view()
        if not self.has_axis and view.selected is not None:
            first, last = view.days_of(view.selected) or (first, last)
        return self._guide.meant(text, self.order.events, (first + last) / 2, self.state.language)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Say how a date is understood while it is typed."""
        if event.prompt.id == "date-line":
            event.stop()
            meant = self._meant(event.text)
            event.prompt.remark(meant.said(self.state.words) if meant else "")

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Go to the date."""
        if event.prompt.id != "date-line":
            return
        event.stop()
        meant = self._meant(event.text)
        if meant is None:
            event.prompt.remark(self.state.words("timeline.no-date", text=event.text.strip()), wrong=True)
            return
        self.close_line(event.prompt)
        self.remember("go")
        if meant.event is not None:
            self.reveal(self.view.events[meant.event].ref)
        elif meant.date is not None:
            # From the date one steps on, not from where one came from.
            self.select(nearest(self.view.events, self.order, meant.date))
            if self.has_axis:
                self.view.fit(meant.date)
                self.draw()

    def on_prompt_closed(self, event: Prompt.Closed) -> None:
        """Stay where we are."""
        if event.prompt.id == "date-line":
            event.stop()
            self.close_line(event.prompt)
