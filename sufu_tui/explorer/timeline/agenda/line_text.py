"""Texts of the agenda's lines, fitted to their cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sufu_tui.dossier.beginning import Beginning
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.cards.labels import relative_text
from sufu_tui.explorer.linked_view import LINKED
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.lanes.marks import UNICODE, MarkShape, shape_of
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import month_text, years_text
from sufu_tui.languages.relative_dates import date_in_year
from sufu_tui.typesetting.cells import clip, fit, width, width_up_to
from sufu_tui.typesetting.glyphs import BOOKMARK

_DATE = 13  # cells: `8月18日至19日`, `since 31 Dec`
_LONG_DATE = 22  # cells: `12月8日至2023年12月8日`
_LONG_FROM = 60
_GAP = "  "
_MARKS = {
    MarkShape.EXACT: UNICODE.exact,
    MarkShape.WITHIN: UNICODE.vague,
    MarkShape.SPAN: UNICODE.short,
    MarkShape.ERA: UNICODE.era,
}


class AgendaRow(NamedTuple):
    """Parts of an event's line, from left to right; together they fill the line, gaps included."""

    mark: str
    date: str
    title: str
    relative: str


class AgendaText(NamedTuple):
    """Content of the list: its lines, all events, the words, and day zero.

    `empty` is the sentence of an empty list.
    """

    agenda: Agenda
    events: Sequence[Event]
    words: Catalogue
    zero: Event | None
    empty: str
    bookmarked: frozenset[str] = frozenset()
    """Ids of the events that have a bookmark."""
    linked: frozenset[str] = frozenset()
    """Ids of the events that belong to what was looked at before."""

    def heading(self, heading: Beginning | None) -> str:
        """Return a heading in words."""
        if heading is None:
            return self.words("show.undated")
        if heading.first_year is not None and heading.month is not None:
            return month_text(heading.first_year, heading.month, self.words)
        return years_text(heading.first_year, heading.last_year, self.words)

    def entry(self, line: int, cells: int) -> AgendaRow:
        """Return the parts of the line `line`, which is an event's, in so many cells.

        A date longer than its column is not cut: it moves the title. The distance from day zero is at the
        right.
        """
        event = self.events[self.agenda.lines[line]]
        over = self.agenda.heading_over(line)
        year = over.first_year if over is not None and over.has_year else None
        mark = _MARKS[shape_of(event)] + self._sign(event.id)
        date = date_in_year(event.date, year, self.words)
        date = fit(date, max(width(date), _LONG_DATE if cells >= _LONG_FROM else _DATE)) + _GAP
        relative = relative_text(event, self.zero, self.words)
        room = max(0, cells - width(mark + date))
        title = self._title(event, max(0, room - width(relative + _GAP)) if relative else room)
        return AgendaRow(mark, date, title, fit(relative, room - width(title), "right"))

    def _sign(self, event: str) -> str:
        if event in self.bookmarked:
            return BOOKMARK
        return LINKED if event in self.linked else " "

    def _title(self, event: Event, room: int) -> str:
        """Return the title, or the short one where it has no room, clipped if need be."""
        title = event.title.in_language(self.words.language)
        if width_up_to(title, room + 1) <= room:
            return title
        short = event.short.in_language(self.words.language)
        return clip(short, room)
