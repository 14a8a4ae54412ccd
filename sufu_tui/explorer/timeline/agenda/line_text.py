"""Texts of the agenda's lines, fitted to their cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sufu_tui.dossier.beginning import Beginning
from sufu_tui.dossier.model import Event
from sufu_tui.explorer.cards.labels import relative_text
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.lanes.marks import UNICODE, MarkShape, shape_of
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import month_text, years_text
from sufu_tui.languages.relative_dates import date_in_year
from sufu_tui.typesetting.cells import clip, fit, width, width_up_to
from sufu_tui.typesetting.excerpts import Parts, marked_parts
from sufu_tui.typesetting.flow import Finder
from sufu_tui.typesetting.glyphs import BOOKMARK, LINKED
from sufu_tui.typesetting.measure import DENSITIES

_DATE = 13  # cells: `8月18日至19日`, `since 31 Dec`
_LONG_DATE = 22  # cells: `12月8日至2023年12月8日`
_LONG_FROM = 60
_BOTH_FROM, _LEAST = 32, 8
"""Cells from which there is room for the titles of two languages, and that each has at least."""
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
    second: str
    """Title in the second language, where there is one and room for it."""
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
    second: Catalogue | None = None
    """Words of the language that stands beside, if one does."""
    finder: Finder | None = None
    """Finder of what a search found, as long as it is marked."""

    def heading(self, heading: Beginning | None) -> str:
        """Return a heading in words."""
        if heading is None:
            return self.words("show.undated")
        if heading.first_year is not None and heading.month is not None:
            return month_text(heading.first_year, heading.month, self.words)
        return years_text(heading.first_year, heading.last_year, self.words)

    def entry(self, line: int, cells: int) -> AgendaRow:
        """Return the parts of the line `line`, which is an event's, in so many cells.

        A date longer than its column is not cut: it moves the title. Beside the title is that in the second
        language, where both have room. The distance from day zero is at the right.
        """
        event = self.events[self.agenda.lines[line]]
        over = self.agenda.heading_over(line)
        year = over.first_year if over is not None and over.has_year else None
        mark = _MARKS[shape_of(event)] + self._sign(event.id)
        date = date_in_year(event.date, year, self.words)
        usual = _LONG_DATE if cells >= _LONG_FROM else _DATE
        longer = max(0, width(date) - usual)
        date = fit(date, usual + longer) + _GAP
        relative = relative_text(event, self.zero, self.words)
        room = max(0, cells - width(mark + date))
        free = max(0, room - width(relative + _GAP)) if relative else room
        titles = self._titles(event, free, longer)
        return AgendaRow(mark, date, *titles, fit(relative, room - width("".join(titles)), "right"))

    def found(self, text: str) -> Parts:
        """Return a text of a line in parts, what was found in it marked."""
        return marked_parts(text, self.finder(text) if self.finder is not None else ())

    def _sign(self, event: str) -> str:
        if event in self.bookmarked:
            return BOOKMARK
        return LINKED if event in self.linked else " "

    def _titles(self, event: Event, room: int, moved: int) -> tuple[str, str]:
        """Return the title in both languages, each in its column; the second is empty without one.

        A date has `moved` the first by some cells; the second stays where it is. A list has a row for each
        event: so where there is no room beside the title, there is none at all.
        """
        if self.second is None or room + moved < _BOTH_FROM:
            return _title(event, room, self.words), ""
        languages = self.words.language, self.second.language
        densities = [DENSITIES[language] for language in languages]
        usual = min(densities[0], (room + moved - len(_GAP)) * densities[0] // sum(densities))
        first = max(_LEAST, usual - moved)
        left = room - first - len(_GAP)
        if left < _LEAST:
            return _title(event, room, self.words), ""
        title, other = _title(event, first, self.words), _title(event, left, self.second)
        return (fit(title, first) + _GAP, other) if other != title else (_title(event, room, self.words), "")


def _title(event: Event, room: int, words: Catalogue) -> str:
    """Return the title, or the short one where it has no room, clipped if need be."""
    title = event.title.in_language(words.language)
    has_room = width_up_to(title, room + 1) <= room
    return title if has_room else clip(event.short.in_language(words.language), room)
