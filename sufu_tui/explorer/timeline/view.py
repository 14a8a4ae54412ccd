"""What the timeline shows: events, window, selection; and from them the picture. Knows no screen."""

from __future__ import annotations

from math import floor

from sufu_tui.dossier.days import from_day, to_day
from sufu_tui.dossier.edtf import EdtfDate
from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.timeline.arrangement import Arrangement
from sufu_tui.explorer.timeline.grouping import Grouping, Lanes, lanes_by
from sufu_tui.explorer.timeline.looks import Look
from sufu_tui.explorer.timeline.marks import UNICODE
from sufu_tui.explorer.timeline.overview import bars, histogram
from sufu_tui.explorer.timeline.picture import Picture
from sufu_tui.explorer.timeline.scale import Window, fitted
from sufu_tui.explorer.timeline.stepping import in_time
from sufu_tui.explorer.timeline.ticks import breaks_of, make_axis
from sufu_tui.explorer.timeline.timemap import TimeMap
from sufu_tui.explorer.timeline.warp import Warp
from sufu_tui.explorer.timeline.wording import gap_labels, lane_names, legend_of, tick_labels
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width

_UNDRAWN = (0, 365)
"""The days in view of an axis that has not been drawn."""

_MOST_HELD = 0.4
"""The share of the window that a selected event is given, if it is long."""

_GUTTER_SHARE = 5
"""The names of lanes take at most a fifth of the canvas."""


class TimeView:
    """The timeline of a dossier, as it is looked at."""

    def __init__(self, dossier: Dossier) -> None:
        self.events = dossier.events
        self.selected: int | None = None
        self._dossier = dossier
        self._lanes = lanes_by("area", dossier)
        self._in_time = in_time(self.events, range(len(self.events)))
        self._order = self._in_time
        self._shown: tuple[int, ...] = tuple(range(len(self.events)))
        self._time = TimeMap(self.events, _year_of(dossier.date))
        self._window: Window | None = None
        self._arrangement: tuple[str, Arrangement] | None = None
        self._strip: tuple[Window, str] | None = None

    # What there is

    @property
    def shown(self) -> tuple[int, ...]:
        """Indexes of the events that the filter leaves."""
        return self._shown

    @shown.setter
    def shown(self, events: tuple[int, ...]) -> None:
        left = set(events)
        self._shown = events
        self._order = [event for event in self._in_time if event in left]
        self._arrangement = self._strip = None

    @property
    def order(self) -> list[int]:
        """The events that the filter leaves, in the order of time."""
        return self._order

    @property
    def lanes(self) -> Lanes:
        """The lanes of all events."""
        return self._lanes

    def group_by(self, grouping: Grouping) -> None:
        """Put the events into lanes by area, section or kind."""
        if grouping != self._lanes.grouping:
            self._lanes = lanes_by(grouping, self._dossier)
            self._arrangement = None

    def look(self) -> Look:
        """Return how the axis is looked at just now."""
        return Look(self._window, self._time.is_broken, self._lanes.grouping, self._time.opened)

    def look_as(self, look: Look) -> None:
        """Look at the axis as `look` says."""
        self._window, self._time.is_broken = look.window, look.broken
        self.group_by(look.grouping)
        self._time.open(look.opened)

    @property
    def warp(self) -> Warp:
        """The present map of time."""
        return self._time.warp

    @property
    def has_breaks(self) -> bool:
        """Whether long empty stretches are cut short just now."""
        return self._time.has_breaks

    def left_out(self) -> tuple[int, ...]:
        """Return how many days each break in the window leaves out."""
        return tuple(days for _, _, days in breaks_of(self._window)) if self._window is not None else ()

    def window(self, columns: int) -> Window:
        """Return the present window in `columns` cells."""
        if self._window is None:
            self._window = self._time.home(columns)
        elif self._window.columns != columns:
            self._window = self._window.resized(columns)
        return self._window

    # How it is looked at

    def select(self, event: int | None) -> None:
        """Select an event and bring it into the window."""
        self.selected = event
        if event is None or self._window is None:
            return
        days = self.days_of(event)
        if days is None:
            return
        first, last = days
        # An event that is longer than the window is shown from its beginning.
        room = self._window.warp.day(self._window.warp.mark(first) + self._window.span * _MOST_HELD)
        self._window = self._window.holding(first, min(last, room), self._time.limits)

    @property
    def columns(self) -> int:
        """In how many cells the window is."""
        return self._window.columns if self._window is not None else 1

    def days_of(self, event: int) -> tuple[int, int] | None:
        """Return the first day and the last that an event has; an end that is open is as the other."""
        date = self.events[event].date
        first = date.earliest if date.earliest is not None else date.latest
        last = date.latest if date.latest is not None else date.earliest
        return None if first is None or last is None else (first, last)

    def first_in_view(self) -> int | None:
        """Return the first event that begins within the window, else the first of all."""
        window = self._window
        for index in self.order:
            earliest = self.events[index].date.earliest
            if window is not None and earliest is not None and window.column(earliest) >= 0:
                return index
        return next(iter(self.order), None)

    def days_in_view(self) -> tuple[int, int]:
        """Return the first and the last day that the window shows; what a break leaves out is not shown."""
        window = self._window
        if window is None:
            return _UNDRAWN
        first, last = floor(window.day(0)), floor(window.day(window.columns))
        for start, end in window.warp.breaks:
            first = end if start <= first < end else first
            last = start if start < last <= end else last
        return first, last

    def pan(self, share: float) -> None:
        """Move the window by a share of its span, backwards if negative."""
        if self._window is not None:
            self._window = self._window.panned(share, self._time.limits)

    def zoom(self, factor: float, column: float | None = None) -> None:
        """Zoom in by `factor` around a column, else around the selected event, else around the middle."""
        window = self._window
        if window is None:
            return
        if column is None:
            column = self._column_of_selected(window)
        around = window.start + column * window.span / window.columns
        self._window = window.zoomed(factor, around, self._time.limits)

    def _column_of_selected(self, window: Window) -> float:
        if self.selected is not None:
            date = self.events[self.selected].date
            day = date.earliest if date.earliest is not None else date.latest
            if day is not None and 0 <= window.column(day) < window.columns:
                return window.column(day) + 0.5
        return window.columns / 2

    def everything(self) -> None:
        """Show the whole of time."""
        if self._window is not None:
            self._window = self._time.whole(self._window.columns)

    def fit(self, date: EdtfDate) -> None:
        """Show a date with as much around it."""
        if self._window is None:
            return
        first, last = date.earliest, date.latest
        # Of what is open the end that is known is shown, as exactly as it is known: all of a year, a month.
        if first is None:
            first = date.end.earliest if date.end is not None else last
        if last is None:
            last = date.start.latest if date.start is not None else first
        if first is None or last is None:
            return
        self._time.open_break(first, last)
        air = max((last - first) // 2, 7)
        self._window = fitted(self.warp, first - air, last + 1 + air, self._window.columns)

    def toggle_breaks(self) -> bool:
        """Cut long empty stretches short, or no longer; return whether they are now."""
        window = self._window
        self._time.is_broken = not self._time.is_broken
        if window is not None:
            first, last = window.day(0), window.day(window.columns)
            self._window = fitted(self.warp, first, last, window.columns)
        return self._time.is_broken

    def scroll_to(self, share: float) -> None:
        """Bring into the middle what lies at `share` of the overview."""
        window = self._window
        if window is not None:
            whole = self._time.whole(window.columns)
            mark = whole.start + share * whole.span
            self._window = window.panned(
                (mark - (window.start + window.end) / 2) / window.span, self._time.limits
            )

    # The picture

    def picture(self, columns: int, words: Catalogue, rows: int = 0) -> Picture:
        """Return what to draw in `columns` cells, the gutter of lane names included.

        Lanes that have more to show than their share take what is left over of `rows`.
        """
        names = lane_names(self._lanes, self._dossier, words)
        overview_name = words("timeline.overview")
        gutter = min(max(map(width, [*names, overview_name])), columns // _GUTTER_SHARE) + 2
        window = self.window(max(1, columns - gutter))
        axis = make_axis(window, tick_labels(words))
        whole = self._time.whole(window.columns)
        layout = self._arranged(words).layout(window, self.selected, rows)
        return Picture(
            columns=window.columns,
            layout=layout,
            axis=axis,
            gaps=tuple(gap_labels(axis, window.columns, words)),
            overview=self._overview(whole),
            seen=_seen(window, whole),
            gutter=gutter,
            lane_names=names,
            overview_name=overview_name,
            legend=legend_of(layout, axis, words),
        )

    def events_at(self, lane: int, column: int) -> tuple[int, ...]:
        """Return the events that a cell of a lane shows, in the order of time: those that a count stands for.

        `column` counts from the window's left edge. Empty before the first picture.
        """
        if self._window is None or self._arrangement is None:
            return ()
        return self._arrangement[1].events_at(lane, column, self._window)

    def companions(self) -> tuple[int, ...]:
        """Return the events that the selected one's mark stands for, itself among them, in the order of time.

        Empty where it has a mark of its own.
        """
        if self._window is None or self._arrangement is None or self.selected is None:
            return ()
        for row in self._arrangement[1].layout(self._window, self.selected, None).rows:
            for one in row.placed:
                if self.selected in one.events and (one.sharing or (row.bars and not one.label)):
                    return self.events_at(row.lane, (one.mark.column + one.mark.end - 1) // 2)
        return ()

    def _arranged(self, words: Catalogue) -> Arrangement:
        language = words.language
        if self._arrangement is None or self._arrangement[0] != language:
            arrangement = Arrangement(
                self.events,
                self._order,
                self._lanes,
                lambda event: event.short.in_language(language),
                UNICODE,
            )
            self._arrangement = (language, arrangement)
        return self._arrangement[1]

    def _overview(self, whole: Window) -> str:
        if self._strip is None or self._strip[0] != whole:
            counts = histogram((self.events[index] for index in self._order), whole)
            self._strip = (whole, bars(counts))
        return self._strip[1]


def _year_of(date: EdtfDate) -> tuple[int, int]:
    """Return the days of the year in which a date begins."""
    year = from_day(date.earliest or date.latest or 1).year
    return to_day(year), to_day(year, 12, 31)


def _seen(window: Window, whole: Window) -> tuple[int, int]:
    """Return the columns of the overview that the window shows: at least one."""
    first = int((window.start - whole.start) / whole.span * whole.columns)
    after = int((window.end - whole.start) / whole.span * whole.columns + 0.999)
    first = min(max(first, 0), whole.columns - 1)
    return first, max(first + 1, min(after, whole.columns))
