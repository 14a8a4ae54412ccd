"""Event menu: the events that share a cell, to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Event
from sufu_tui.explorer.widgets.menu import MenuEntry, MenuScreen
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.writing.lazy_sequence import LazySequence

if TYPE_CHECKING:
    from textual.app import App

    from sufu_tui.explorer.timeline.model import TimelineModel


class Crowd(LazySequence[MenuEntry]):
    """Lazy sequence of the menu's entries: there may be ten thousand events on one day."""

    def __init__(self, events: Sequence[Event], here: Sequence[int], words: Catalogue) -> None:
        """List the events with the indexes `here`."""

        def line(index: int) -> MenuEntry:
            event = events[index]
            title = event.title.in_language(words.language)
            return MenuEntry(words("timeline.crowd-line", date=date_text(event.date, words), title=title))

        super().__init__(line, here)


def crowd_menu(
    events: Sequence[Event], here: Sequence[int], current: int | None, words: Catalogue
) -> MenuScreen:
    """Return the menu of the events with the indexes `here`, with the cursor on `current` if it is there."""
    return MenuScreen(
        words("timeline.crowd-title", number=len(here)),
        words("timeline.crowd-hint"),
        Crowd(events, here, words),
        here.index(current) if current in here else 0,
    )


def choose_of_crowd(
    app: App[None], model: TimelineModel, here: Sequence[int], then: Callable[[], None]
) -> None:
    """Show the menu of the events with the indexes `here`; select the chosen one, and call `then`."""

    def choose(number: int | None) -> None:
        if number is not None:
            model.select(here[number])
            then()

    app.push_screen(crowd_menu(model.events, here, model.selected, model.state.words), choose)
