"""Keeper of the place on the timeline: event, window, breaks, rows of lanes and list, by ids and days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, get_args

from sufu_tui.dossier.bookmark import Spot
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.beside.companion import Companion, companion_place_from
from sufu_tui.explorer.reading_place import list_of, real_of, table_of, text_of, whole_of
from sufu_tui.explorer.timeline.agenda.widget import AgendaList
from sufu_tui.explorer.timeline.axis.time_grid import TimeGrid, Window, spanning
from sufu_tui.explorer.timeline.canvas.widget import Canvas
from sufu_tui.explorer.timeline.lanes.lane_groups import GROUPINGS
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.explorer.timeline.pane_layout import TimelineView
from sufu_tui.explorer.timeline.reader_place import AxisPlace

_SAME_DAY = 1e-6
"""Part of a day by which a window of the same map of time may differ from what was written."""
_MOST_COLUMNS = 10_000
_MOST_DAYS = 2
"""Days within a break that a reader can have gone to."""


class TimelineWidgets(Protocol):
    """View of the timeline, whose place is kept."""

    model: TimelineModel
    canvas: Canvas
    agenda: AgendaList
    beside: Companion
    wanted: TimelineView | None

    def lay_out(self) -> None:
        """Lay the widgets out for the view that is wanted."""
        ...


class TimelineKeeper:
    """Keeper of the place in a timeline pane."""

    def __init__(self, pane: TimelineWidgets) -> None:
        self._pane = pane

    def plain(self) -> dict[str, object]:
        """Return the selected event, the axis with its window, the view and the card."""
        model = self._pane.model
        event, axis = model.selected_event, model.axis.state
        return {
            "event": None if event is None else event.id,
            "window": None if axis.window is None else _plain_window(axis.window),
            "broken": axis.broken,
            "opened": list(axis.opened),
            "lanes": model.lanes.grouping,
            "view": self._pane.wanted,
            "lanes_top": self._pane.canvas.top,
            "agenda_top": self._pane.agenda.viewport.top,
            "card": self._pane.beside.place.to_plain(),
        }

    async def resume(self, plain: Mapping[str, object]) -> None:
        """Return to event and window; where the event is gone, the first in view will be selected."""
        pane, model = self._pane, self._pane.model
        views: tuple[TimelineView, ...] = get_args(TimelineView)
        pane.wanted = next((known for known in views if known == plain.get("view")), None)
        pane.lay_out()
        grouping = next((known for known in GROUPINGS if known == plain.get("lanes")), None)
        if grouping is not None:
            model.group_by(grouping)
        state = model.axis.state._replace(broken=plain.get("broken") is not False, opened=_opened(plain))
        model.axis.restore(state)
        window = self._window(table_of(plain.get("window")))
        number = model.number_of(Ref("event", text_of(plain.get("event"))))
        model.return_to(AxisPlace(number, state._replace(window=window)))
        pane.canvas.begin_at(whole_of(plain.get("lanes_top")))
        pane.agenda.begin_at(whole_of(plain.get("agenda_top")))
        pane.beside.return_to(companion_place_from(plain.get("card"), model.state.dossier))

    def _window(self, plain: Mapping[str, object]) -> Window | None:
        """Return the window: the same cells in the same map of time, else the same days."""
        first, after = real_of(plain.get("first_day")), real_of(plain.get("after_day"))
        cell, columns = real_of(plain.get("cell")), whole_of(plain.get("columns"))
        if not 0 < columns <= _MOST_COLUMNS or not first < after:
            return None
        warp = self._pane.model.axis.warp
        if cell > 0:
            first_cell = real_of(plain.get("first"))
            same = Window(TimeGrid(warp, real_of(plain.get("origin")), cell), round(first_cell), columns)
            if max(abs(same.day(0) - first), abs(same.day(columns) - after)) < _SAME_DAY:
                return same
        return spanning(warp, first, after, columns)

    def spot(self) -> Spot | None:
        """Return the selected event, or what the selected link of the card leads to."""
        event, at_keys = self._pane.model.selected_event, self._pane.beside.ref_at_keys
        if at_keys is not None:
            return Spot(at_keys)
        return None if event is None else Spot(event.ref)


def _plain_window(window: Window) -> dict[str, object]:
    return {
        "first_day": window.day(0),
        "after_day": window.day(window.columns),
        "origin": window.grid.origin,
        "cell": window.grid.cell,
        "first": window.first,
        "columns": window.columns,
    }


def _opened(plain: Mapping[str, object]) -> tuple[int, ...]:
    days = [round(real_of(day)) for day in list_of(plain.get("opened"))]
    return tuple(days) if len(days) <= _MOST_DAYS else ()
