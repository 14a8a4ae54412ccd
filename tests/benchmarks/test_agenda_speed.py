"""How long the timeline's list takes to show a page: alike for a hundred events and for ten thousand.

Both times are taken in turn in this run; what the machine does else hits both alike.
"""

from __future__ import annotations

import time
from statistics import median

from textual.app import App, ComposeResult

from sufu_tui.dossier.beginning import beginning
from sufu_tui.dossier.days import iso
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.model import Dossier, Event
from sufu_tui.explorer.theme.themes import DARK, theme_variables, themes
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.agenda.line_text import AgendaText
from sufu_tui.explorer.timeline.agenda.widget import AgendaList
from sufu_tui.explorer.timeline.event_order import in_time
from sufu_tui.languages.catalogue import load

SIZE = (100, 50)
ROUNDS = 15


def grown(dossier: Dossier, number: int) -> tuple[Event, ...]:
    """Return so many events: those of `dossier` again and again, on other days."""
    events = []
    for place in range(number):
        event = dossier.events[place % len(dossier.events)]
        events.append(event._replace(id=f"e{place}", date=parse(iso(600_000 + place * 7919 % 138_000))))
    return tuple(events)


class ListApp(App[None]):
    """A list of events."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = DARK
        self._events = events

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield AgendaList()

    def on_mount(self) -> None:
        order = in_time(self._events, range(len(self._events)))
        agenda = Agenda(list(map(beginning, self._events)), order)
        listed = AgendaText(agenda, self._events, load("zh-Hant"), self._events[0], "")
        self.query_one(AgendaList).show(listed, order[0])


def seconds(listing: AgendaList) -> float:
    """The time that a page down takes, until every row has been made."""
    before = time.perf_counter()
    listing.action_page_down()
    for y in range(listing.size.height):
        listing.render_line(y)
    return time.perf_counter() - before


async def test_a_page_of_ten_thousand_costs_no_more_than_one_of_a_hundred(shipped, effort, capsys):
    numbers = 100, effort.size(10_000)
    few, many = (ListApp(grown(shipped, number)) for number in numbers)
    async with few.run_test(size=SIZE) as pilot, many.run_test(size=SIZE) as other:
        await pilot.pause()
        await other.pause()
        listings = [app.query_one(AgendaList) for app in (few, many)]
        times: list[list[float]] = [[], []]
        for _ in range(effort.rounds(ROUNDS)):
            for listing, found in zip(listings, times, strict=True):
                listing.action_first()
                listing.notify_style_update()  # which forgets the rows drawn before
                found.append(seconds(listing))
    hundred, thousands = map(median, times)
    with capsys.disabled():
        print(f"\na page down: {hundred * 1000:.2f} ms of 100 events,", end=" ")
        print(f"{thousands * 1000:.2f} ms of {numbers[1]:,}")
    effort.hold("page down", thousands, 3 * hundred)
